/** The desk of a running server, for browsers: people who ask to join, and a team that enters. */
import { expect, type Page } from '@playwright/test';

/** Makes people ask to join a community whose team answers, and confirms for them. */
export async function askToJoin(url: string, community: string, count: number): Promise<void> {
  const form = (await (await fetch(`${url}/v1/forms/join:${community}?lang=fr`)).json()) as {
    version: string;
  };
  for (let i = 0; i < count; i++) {
    const response = await fetch(`${url}/v1/join-requests`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: url,
        'Idempotency-Key': `desk-${community}-${i}-0000`,
      },
      body: JSON.stringify({
        community,
        formVersion: form.version,
        language: 'fr',
        answers: {
          email: `personne-${i}@example.org`,
          givenName: 'Personne',
          familyName: `Numéro ${i + 1}`,
          organisation: 'Rivages en commun',
          motivation: 'Nous préparons un autodiagnostic, et voudrions apprendre avec d’autres.',
        },
        consents: [],
      }),
    });
    expect(response.status).toBe(202);
  }
  await expect
    .poll(async () => (await confirmations(url)).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(count);
  for (const path of await confirmations(url))
    await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'action=confirm',
    });
}

async function confirmations(url: string): Promise<string[]> {
  const mails = await (await fetch(`${url}/dev/mail`)).text();
  return [...new Set(mails.match(/\/demande\/confirmer\/[\w-]+/g) ?? [])];
}

/** Enters as a member of the demonstration’s team. */
export async function enterDemo(page: Page, url: string, name: RegExp): Promise<void> {
  await page.goto(`${url}/bureau`);
  await page.getByRole('button', { name }).click();
  await expect(page).toHaveURL(`${url}/bureau`);
}
