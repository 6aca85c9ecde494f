/** The snippet builder without reloads: what follows from a choice changes at once, and code is copied by a press. */
const form = document.querySelector('[data-builder]');
let asked;

const prepare = () => {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
  for (const go of document.querySelectorAll('[data-go]')) go.hidden = true;
};

const update = async () => {
  asked?.abort();
  asked = new AbortController();
  const address = `?${new URLSearchParams(new FormData(form))}`;
  try {
    const response = await fetch(address, { signal: asked.signal });
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const focused = document.activeElement;
    for (const id of ['resultat', 'contraste']) {
      const old = document.getElementById(id);
      const hadFocus = old.contains(focused);
      const frame = old.querySelector('iframe');
      const fresh = document.importNode(page.getElementById(id), true);
      const next = fresh.querySelector('iframe');
      // The same preview is not loaded again.
      if (frame && next && frame.getAttribute('src') === next.getAttribute('src')) next.replaceWith(frame);
      old.replaceWith(fresh);
      if (!hadFocus) continue;
      const same = focused.id
        ? `#${focused.id}`
        : focused.dataset.copy
          ? `[data-copy="${focused.dataset.copy}"]`
          : `[name="${focused.name}"][value="${CSS.escape(focused.value ?? '')}"]`;
      prepare();
      (fresh.querySelector(same) ?? fresh.querySelector('button:not([hidden])'))?.focus();
    }
    history.replaceState(null, '', address);
    prepare();
  } catch (error) {
    // With no network, the buttons of the form say what the browser says.
    if (error.name !== 'AbortError')
      for (const go of document.querySelectorAll('[data-go]')) go.hidden = false;
  }
};

let waiting;
form.addEventListener('input', ({ target }) => {
  if (target.readOnly) return;
  clearTimeout(waiting);
  waiting = setTimeout(update, 250);
});

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  const area = document.getElementById(button.dataset.copy);
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    document.querySelector('[data-said]').textContent = button.dataset.copied;
  } catch {
    // What is selected can be copied by keyboard.
    area.focus();
  }
});
prepare();
