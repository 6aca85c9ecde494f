import type { SessionView } from '../../../api/sessions.js';
import { safeUrl } from '../../../dom/safe-url.js';
import type { Dialog } from '../opening.js';

/** What each dialog was last shown with. */
const shownIn = new WeakMap<HTMLDialogElement, Dialog | null>();

/** Shows a dialog as soon as it is drawn; focus goes to its title (TRUST D4). */
export function showDialog(root: ParentNode, shown: Dialog | null): void {
  const dialog = root.querySelector('dialog');
  if (!dialog || shownIn.get(dialog) === shown) return;
  shownIn.set(dialog, shown);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLElement>('.title')?.focus();
}

/** The form as an element of its own, which the loader fetches when it is there; until then, the link to its page. */
function formFor({ id, title, register }: SessionView, endpoint: string | undefined): HTMLElement {
  const form = document.createElement('f3e-registration-form');
  form.setAttribute('session', id);
  if (endpoint) form.setAttribute('endpoint', endpoint);
  const page = document.createElement('a');
  page.href = safeUrl(register);
  page.textContent = title;
  form.append(page);
  return form;
}

/** What the dialog shows for an act: the session whole, or its form. */
export const dialogOf = (
  act: 'f3e-session-open' | 'f3e-register-open',
  session: SessionView,
  endpoint: string | undefined,
): Dialog => (act === 'f3e-session-open' ? { session } : { session, form: formFor(session, endpoint) });
