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

/** The identifier of a session that is to come. */
export async function sessionToCome(url: string, community: string): Promise<string> {
  const { items } = (await (await fetch(`${url}/v1/sessions?community=${community}`)).json()) as {
    items: { id: string; status: string; start: string }[];
  };
  return items.find(({ status, start }) => status === 'scheduled' && Date.parse(start) > Date.now())!.id;
}

type Screen = readonly [name: string, go: (page: Page) => Promise<unknown>];

/** Every screen of the desk: by its address, or after a form whose content is right, or wrong. */
export function deskScreens(url: string, session: string): readonly Screen[] {
  const at = (name: string, path: string): Screen => [name, (page) => page.goto(`${url}/bureau${path}`)];
  const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();
  const read = /^(Relire|Read again)$/;
  const readAnswers = /^(Relire les réponses|Read the answers again)$/;
  const firstAnswer = async (page: Page) => {
    await page.goto(`${url}/bureau/demandes?communaute=madac`);
    await page.getByRole('radio').first().check();
    await press(page, readAnswers);
  };
  const after =
    (path: string, button: RegExp): Screen[1] =>
    async (page) => {
      await page.goto(`${url}/bureau${path}`);
      await press(page, button);
    };
  return [
    at('to-do', ''),
    at('requests', '/demandes?communaute=madac'),
    at('no-requests', '/demandes?communaute=genre'),
    ['requests-none-chosen', after('/demandes?communaute=madac', readAnswers)],
    ['requests-last-look', firstAnswer],
    [
      'person',
      async (page) => {
        await firstAnswer(page);
        await page.getByRole('link', { name: /^(Tout sur cette personne|All about)/ }).click();
      },
    ],
    at('sessions', '/seances'),
    at('past-sessions', '/seances?passees=1'),
    at('new-session', '/seances/nouvelle'),
    ['new-session-faults', after('/seances/nouvelle', read)],
    at('session', `/seances/${session}`),
    at('session-copy', `/seances/copie/${session}`),
    [
      'session-last-look',
      async (page) => {
        await after(`/seances/copie/${session}`, read)(page);
        await page.getByText(/^(Publier plus tard|Publish later)$/).click();
      },
    ],
    at('move', `/seances/${session}/deplacer`),
    ['move-faults', after(`/seances/${session}/deplacer`, read)],
    ['move-last-look', after(`/seances/${session}/deplacer?jour=2027-05-12`, read)],
    at('new-community', '/communautes/nouvelle'),
    [
      'new-community-faults',
      after('/communautes/nouvelle', /^(Publier la communauté|Publish the community)$/),
    ],
    at('mails', '/messages'),
    at('journal', '/journal'),
    at('team', '/equipe'),
    at('tokens', '/jetons'),
    at('me', '/moi'),
    at('nothing-here', '/nulle-part'),
  ];
}
