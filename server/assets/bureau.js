/** What shortens the forms of the desk: dates in words, and a question before what was written is left behind. */
const { lang } = document.documentElement;
const words = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeZone: 'UTC' });

/** Native fields write a date as the browser does, whatever the language of the page: the words leave no doubt. */
for (const input of document.querySelectorAll('input[type="date"]')) {
  const said = Object.assign(document.createElement('output'), { className: 'hint', htmlFor: input.id });
  const say = () => {
    const text = input.valueAsDate ? words.format(input.valueAsDate) : '';
    said.textContent = lang === 'fr' ? text.replace(/\b1 /, '1er ') : text;
  };
  input.after(said);
  input.addEventListener('input', say);
  say();
}

let isChanged = false;
addEventListener('input', ({ target }) => {
  if (target.form?.hasAttribute('data-kept')) isChanged = true;
});
addEventListener('submit', () => (isChanged = false));
addEventListener('beforeunload', (event) => {
  if (isChanged) event.preventDefault();
});
