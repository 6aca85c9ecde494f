/** The colours of a site that somebody tries: through the CSSOM, which the policy of the page allows. */
{
  const { dataset, style } = document.documentElement;
  if (dataset.text) style.setProperty('color', dataset.text);
  if (dataset.ground) style.setProperty('background', dataset.ground);
  if (dataset.accent) style.setProperty('--f3e-accent', dataset.accent);
}
