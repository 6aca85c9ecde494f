/**
 * Passkeys: a form with `data-passkey` asks its server what is to be signed, the browser signs, and the form is sent as any
 * other. Where browsers know no passkeys the form stays hidden.
 */
const known = globalThis.PublicKeyCredential;
const acts = {
  get: async (options) =>
    navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) }),
  create: async (options) =>
    navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) }),
};

for (const form of known?.parseRequestOptionsFromJSON ? document.querySelectorAll('[data-passkey]') : []) {
  const button = form.querySelector('button');
  const said = form.querySelector('[role="status"]');
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    said.textContent = '';
    try {
      const response = await fetch(form.dataset.options, { method: 'POST' });
      if (!response.ok) throw new Error(String(response.status));
      const credential = await acts[form.dataset.passkey](await response.json());
      form.elements.namedItem('cle-reponse').value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      // Given up, none there, or no network: the code is still a way.
      said.textContent = said.dataset.failed;
    } finally {
      button.ariaDisabled = 'false';
    }
  });
}
