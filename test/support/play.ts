import { userEvent, waitFor } from 'storybook/test';
import { getByRole, fieldOf } from './roles.js';
import { textOf } from './text.js';

const PATIENCE = { timeout: 5_000 };

/** Waits until a story shows some words. */
export const waitForText = (root: HTMLElement, words: string | RegExp): Promise<void> =>
  waitFor(() => {
    const shown = textOf(root);
    if (typeof words === 'string' ? !shown.includes(words) : !words.test(shown))
      throw new Error(`“${String(words)}” is not in: ${shown.slice(0, 600)}`);
  }, PATIENCE);

/** What has a role and a name, once it is there. */
export const findByRole = (root: HTMLElement, role: string, name?: string | RegExp): Promise<HTMLElement> =>
  waitFor(() => getByRole(root, role, name), PATIENCE);

/** Presses what has a role and a name, once it is there. */
export const press = async (root: HTMLElement, role: string, name?: string | RegExp): Promise<void> =>
  (await findByRole(root, role, name)).click();

/** Types a text into the question with a label, once it is there. */
export const typeInto = async (root: HTMLElement, label: RegExp, text: string): Promise<void> =>
  userEvent.type(await waitFor(() => fieldOf(root, label), PATIENCE), text);
