/** What a visitor of a real site sees. */
import { expect, type Page } from '@playwright/test';

/** A session of a server for which one can register now. */
export const openSession = async (server: string): Promise<string> => {
  const list = (await (
    await fetch(`${server}/v1/sessions?from=${new Date().toISOString().slice(0, 19)}Z&limit=200`)
  ).json()) as {
    items: { id: string; registration: { state: string } }[];
  };
  return list.items.find(({ registration }) => registration.state === 'open')!.id;
};

/** The elements of a public page that show what they are for, each once they came near. */
export async function showsAll(page: Page, address: string, wanted: readonly string[]): Promise<void> {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(address);
  const ready = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('f3e-'))
        .filter((one) => one.matches(':state(ready)'))
        .map(({ localName }) => localName.slice(4))
        .sort(),
    );
  for (let turn = 0; turn < 40 && (await ready()).length < wanted.length; turn++) {
    await page.mouse.wheel(0, 3_000);
    await page.waitForTimeout(50);
  }
  await expect.poll(ready, { message: address }).toEqual(wanted.toSorted());
  expect(await page.locator('script[src$="/f3e.js"]').count()).toBe(1);
  expect(problems).toEqual([]);
}
