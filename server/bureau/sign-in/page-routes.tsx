import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { AppParts } from '../../http/app-parts.js';
import {
  cookieOf,
  type DeskEnv,
  deviceOf,
  dropCookie,
  keepCookie,
  languageOf,
  ownPagesOnly,
  readForm,
} from '../../http/desk.js';
import { HttpError } from '../../http/errors.js';
import { clientIp } from '../../http/middleware.js';
import { entryMessages } from '../../i18n/desk/entry.js';
import { isPlainAddress } from '../../submissions/forms/email.js';
import { renderDesk, passkeyAnswerIn } from '../desk-pages.js';
import { rolesInWords } from '../team/roles-in-words.js';
import { allMembers, findMember, type Member } from '../team/repository.js';
import {
  AddressForm,
  CodeForm,
  type DemoMember,
  entryNames,
  LinkPage,
  NobodyPage,
  type Pending,
} from './pages.js';

/** Pages by which the team enters the desk and leaves it. */
export function signInPages(parts: AppParts) {
  const app = new Hono<DeskEnv>();
  const { signIn, passkeys, rateLimits, trustedProxies } = parts;
  const ask = askToEnter(parts);
  app.use('*', ownPagesOnly(parts));

  app.get('/entrer', (c) => ask(c, { next: inDesk(c.req.query('vers')), fields: [] }));

  app.post('/entrer', async (c) => {
    const sent = await readForm(c);
    const pending = pendingIn(sent);
    const address = (sent.get(entryNames.address) ?? '').trim();
    if (!isPlainAddress(address)) return ask(c, pending, { address, isWrong: true, status: 422 });
    const from = clientIp(c, trustedProxies);
    keepCookie(c, 'entry', await signIn.ask(address, { next: pending.next, from }), parts);
    return renderCode(c, pending, address);
  });

  app.post('/entrer/code', async (c) => {
    const sent = await readForm(c);
    const pending = pendingIn(sent);
    const address = sent.get(entryNames.address) ?? '';
    const browser = cookieOf(c, 'entry', parts);
    const code = sent.get(entryNames.code) ?? '';
    const done = browser ? await signIn.tryCode(browser, code, deviceOf(c)) : 'over';
    if (typeof done !== 'string') return enter(c, parts, done.secret, pending);
    // The link of the same mail may have been pressed meanwhile, in this browser.
    const isIn = done === 'over' && (await signIn.find(cookieOf(c, 'session', parts)));
    if (isIn && 'session' in isIn && signIn.isProved(isIn.session)) return goOn(c, pending);
    return renderCode(c, pending, address, done);
  });

  app.get('/entrer/lien/:token', async (c) => {
    const state = await signIn.lookAt(c.req.param('token'), cookieOf(c, 'entry', parts));
    return renderLink(c, state);
  });

  app.post('/entrer/lien/:token', async (c) => {
    const token = c.req.param('token');
    const done = await signIn.press(token, cookieOf(c, 'entry', parts), deviceOf(c));
    if (!done) return renderLink(c, await signIn.lookAt(token, cookieOf(c, 'entry', parts)));
    return enter(c, parts, done.secret, { next: done.next, fields: [] });
  });

  app.post('/entrer/cle/defi', async (c) => {
    await rateLimits.tries(clientIp(c, trustedProxies));
    const { options, secret } = await passkeys.askToEnter();
    keepCookie(c, 'passkey', secret, parts);
    return c.json(options, 200, { 'Cache-Control': 'no-store' });
  });

  app.post('/entrer/cle', async (c) => {
    const sent = await readForm(c);
    const pending = pendingIn(sent);
    const done = await passkeys.enter(
      cookieOf(c, 'passkey', parts) ?? '',
      passkeyAnswerIn(sent),
      deviceOf(c),
    );
    dropCookie(c, 'passkey', parts);
    if (!done) return ask(c, pending, { reason: 'passkey', status: 422 });
    return enter(c, parts, done.secret, pending);
  });

  if (parts.demo)
    app.post('/entrer/demonstration', async (c) => {
      const sent = await readForm(c);
      const member = await findMember(parts.db, sent.get('entrer-comme') ?? '');
      if (!member || !isOfDemo(member)) throw new HttpError('not-found');
      const secret = await parts.db.transaction((sql) => signIn.open(sql, member, 'demo', deviceOf(c)));
      return enter(c, parts, secret, pendingIn(sent));
    });

  app.post('/quitter', async (c) => {
    const found = await signIn.find(cookieOf(c, 'session', parts));
    if (found && 'session' in found) await signIn.end(found.member, found.session.hash);
    dropCookie(c, 'session', parts);
    return c.redirect('/bureau/entrer', 303);
  });
  return app;
}

/** A member that a demonstration made: its address leads nowhere. */
const isOfDemo = ({ email, disabledAt }: Member) => email.endsWith('@f3e.example') && !disabledAt;

/** A page of the desk; its start for any other address. */
const inDesk = (path: string | null | undefined): string =>
  path && /^\/bureau(?:\/(?!entrer)[\w\-./]*)?(?:\?[\w\-.=&%]*)?$/.test(path) && !path.includes('//')
    ? path
    : '/bureau';

/** What goes on after somebody has entered: the page they wanted, and the fields of the form that they had sent. */
function pendingIn(sent: URLSearchParams): Pending {
  return {
    next: inDesk(sent.get(entryNames.next)),
    isForm: sent.get(entryNames.form) === '1',
    fields: [...sent].filter(([name]) => !/^(?:entrer|cle)-/.test(name)),
  };
}

function enter(c: Context<DeskEnv>, parts: AppParts, secret: string, pending: Pending): Response {
  keepCookie(c, 'session', secret, parts);
  dropCookie(c, 'entry', parts);
  return goOn(c, pending);
}

/** 307 sends the form again, to where it was going (RFC 9110, section 15.4.8). */
const goOn = (c: Context, { next, isForm }: Pending): Response => c.redirect(next, isForm ? 307 : 303);

function renderCode(c: Context<DeskEnv>, pending: Pending, address: string, fault?: 'wrong' | 'over') {
  const language = languageOf(c);
  return renderDesk(c, {
    language,
    title: entryMessages(language).codeTitle,
    status: fault ? 422 : 200,
    body: <CodeForm language={language} pending={pending} address={address} fault={fault} />,
  });
}

function renderLink(c: Context<DeskEnv>, state: 'here' | 'elsewhere' | 'over') {
  const language = languageOf(c);
  return renderDesk(c, {
    language,
    title: entryMessages(language).title,
    status: state === 'over' ? 410 : 200,
    body: <LinkPage language={language} state={state} token={c.req.param('token') ?? ''} />,
  });
}

interface Asked {
  address?: string;
  isWrong?: boolean;
  reason?: 'expired' | 'proof' | 'passkey';
  status?: 200 | 401 | 422;
}

/** Draws the page that asks for the address. */
export function askToEnter(parts: AppParts) {
  const { db, signIn } = parts;
  return async (c: Context, pending: Pending, asked: Asked = {}): Promise<Response> => {
    const language = languageOf(c);
    const { title } = entryMessages(language);
    const { status = 200, ...about } = asked;
    if (!(await signIn.hasAdministrator()))
      return renderDesk(c, { language, title, body: <NobodyPage language={language} /> });
    const demo: DemoMember[] = parts.demo
      ? (await allMembers(db)).filter(isOfDemo).map((member) => ({
          id: member.id,
          name: member.name,
          roles: rolesInWords(member.grants, language),
        }))
      : [];
    return renderDesk(c, {
      language,
      title,
      status,
      scripts: ['/assets/passkey.js'],
      body: <AddressForm language={language} pending={pending} demo={demo} {...about} />,
    });
  };
}

/** Asks whoever has no session, or whose session ended: what they sent is carried along (E06). */
export function askAgain(parts: AppParts) {
  const ask = askToEnter(parts);
  return async (c: Context, ended: Member | undefined): Promise<Response> => {
    const next = c.req.path + new URL(c.req.url).search;
    if (c.req.method === 'GET') {
      const lang = c.req.query('lang');
      const query = new URLSearchParams({
        ...(c.req.path !== '/bureau' && { vers: next }),
        ...(lang && { lang }),
      });
      return c.redirect(query.size ? `/bureau/entrer?${query}` : '/bureau/entrer', 302);
    }
    const pending = { next: inDesk(next), isForm: true, fields: [...(await readForm(c))] };
    return ask(c, pending, { reason: 'expired', status: 401, ...(ended && { address: ended.email }) });
  };
}

/** What is hard to take back asks for a proof of the last quarter of an hour; what was sent is carried along. */
export function provedOnly(parts: AppParts): MiddlewareHandler<DeskEnv> {
  const ask = askToEnter(parts);
  return async (c, next) => {
    if (c.req.method === 'GET' || parts.signIn.isProved(c.get('session'))) return next();
    const pending = { next: inDesk(c.req.path), isForm: true, fields: [...(await readForm(c))] };
    return ask(c, pending, { reason: 'proof', status: 401, address: c.get('member').email });
  };
}
