/** The desk as a browser uses it: cookies, forms and redirects. */
import { putMember } from '../../server/bureau/team/repository.js';
import type { Grant } from '../../server/bureau/team/rights.js';
import type { Language } from '../../server/i18n/language.js';
import { changeRows, OWN, type TestApp } from './server.js';

export type Fields = Record<string, string | readonly string[]>;

export class DeskBrowser {
  readonly #app: TestApp;
  readonly #cookies = new Map<string, string>();
  /** Where the last answer came from, after redirects. */
  path = '';

  constructor(app: TestApp) {
    this.#app = app;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }
  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** One request, without following redirects. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const jar = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(jar && { Cookie: jar }), ...(init.headers as Record<string, string>) };
    const response = await this.#app.request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/Max-Age=0/.test(line)) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    this.path = path;
    return response;
  }

  async get(path: string): Promise<Response> {
    return this.#follow(await this.send(path), {});
  }

  async post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Response> {
    const init = posting(fields, headers);
    return this.#follow(await this.send(path, init), init);
  }

  async #follow(response: Response, init: RequestInit): Promise<Response> {
    const to = response.headers.get('Location');
    if (!to) return response;
    // 307 keeps method and body, the others do not (RFC 9110, section 15.4).
    const again = response.status === 307 ? init : {};
    return this.#follow(await this.send(to, again), again);
  }
}

export const posting = (fields: Fields, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: OWN, ...headers },
  body: new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  ).toString(),
});

/** Adds somebody to the team. */
export const addMember = (
  { db, now }: TestApp,
  email: string,
  grants: readonly Grant[],
  language: Language = 'fr',
): Promise<string> =>
  putMember(db, {
    email,
    name: email.split('@')[0]!,
    language,
    grants,
    invitedBy: null,
    at: new Date(now()).toISOString(),
  });

/** Asks for a way in, and reads the mail that comes; fields are carried along. */
export async function askFor(
  app: TestApp,
  browser: DeskBrowser,
  email: string,
  fields: Fields = {},
): Promise<{ code: string; link: string; page: string }> {
  const mailsTo = async () => (await app.mails()).filter(({ message }) => message.to === email);
  const known = new Set((await mailsTo()).map(({ id }) => id));
  const page = await (await browser.post('/bureau/entrer', { ...fields, 'entrer-adresse': email })).text();
  for (let i = 0; i < 200; i++) {
    const mail = (await mailsTo()).find(({ id }) => !known.has(id))?.message;
    const code = mail && /\b(\d{3}) (\d{3})\b/.exec(mail.text);
    if (code) return { code: code[1]! + code[2]!, link: /https:\S+\/lien\/\S+/.exec(mail.text)![0], page };
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`no mail to ${email}`);
}

/** Enters by the code of a mail, whatever was asked for before. */
export async function enterAs(app: TestApp, email: string): Promise<DeskBrowser> {
  await changeRows(app.db, `delete from team_links`);
  const browser = new DeskBrowser(app);
  const { code } = await askFor(app, browser, email);
  const response = await browser.post('/bureau/entrer/code', { 'entrer-code': code });
  if (response.status !== 200 || browser.path !== '/bureau')
    throw new Error(`not entered: ${response.status} ${browser.path}`);
  return browser;
}

export const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The first form of a page that holds a text. */
const formWith = (page: string, text: string): string =>
  (page.match(/<form[\s\S]*?<\/form>/g) ?? []).find((form) => form.includes(text))!;

/** What a form carries along unseen: that of an address, or the first. */
export function carriedIn(page: string, action?: string): Fields {
  const form = formWith(page, action ? `action="${action}"` : '');
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  ))
    (fields[unescaped(name)] ??= []).push(unescaped(value));
  // A name that stands there once has one value.
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length > 1 ? values : values[0]!]),
  );
}

/** What a browser would send of the form that goes to an address, or of the first that has a title. */
export function fieldsIn(page: string, action?: string): Record<string, string> {
  const form = formWith(page, action ? `action="${action}"` : 'name="titre"');
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const isBox = of('type') === 'checkbox';
    if (of('name') && (!isBox || / checked/.test(tag))) fields[of('name')!] = unescaped(of('value') ?? '');
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g))
    fields[name!] = unescaped(text!);
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name!] = unescaped(
      /<option value="([^"]*)" selected/.exec(options!)?.[1] ??
        /<option value="([^"]*)"/.exec(options!)?.[1] ??
        '',
    );
  return fields;
}
