import { userEvent } from 'storybook/test';
import { fieldOf, getByRole, queryByRole, queryField } from './roles.js';
import { waitUntil } from './wait.js';

export { waitForText } from './wait.js';

/** What has a role and a name, once it is there. */
export async function findByRole(
  root: HTMLElement,
  role: string,
  name?: string | RegExp,
): Promise<HTMLElement> {
  await waitUntil(() => queryByRole(root, role, name), `no ${role} is named ${String(name)}`);
  return getByRole(root, role, name);
}

/** Presses what has a role and a name, once it is there. */
export const press = async (root: HTMLElement, role: string, name?: string | RegExp): Promise<void> =>
  (await findByRole(root, role, name)).click();

/** Types a text into the question with a label, once it is there. */
export async function typeInto(root: HTMLElement, label: RegExp, text: string): Promise<void> {
  await waitUntil(() => queryField(root, label), `no question is named ${String(label)}`);
  await userEvent.type(fieldOf(root, label), text);
}

/** The place that an element keeps while its answer is on its way, for the eye alone. */
export const waitForSkeleton = async (root: HTMLElement): Promise<void> => {
  await waitUntil(
    () =>
      [...root.querySelectorAll('*')].some((one) => one.shadowRoot?.querySelector('.skeleton:not(.none)')),
    'no skeleton',
  );
};
