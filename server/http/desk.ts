import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import type { DeskSession } from '../bureau/sign-in/repository.js';
import type { OpenSession } from '../bureau/sign-in/service.js';
import type { Member } from '../bureau/team/repository.js';
import { actorOf } from '../bureau/team/repository.js';
import type { Actor } from '../bureau/team/rights.js';
import { closestLanguage, type Language } from '../i18n/language.js';
import type { AppParts } from './app-parts.js';
import { HttpError } from './errors.js';
import { type AppEnv, readText } from './middleware.js';

/** Who acts on a page of the desk. */
export interface DeskEnv {
  Variables: Omit<AppEnv['Variables'], 'actor'> & { member: Member; session: DeskSession; actor: Actor };
  Bindings: AppEnv['Bindings'];
}

type Parts = Pick<AppParts, 'signIn' | 'origins' | 'isHttps'>;

/**
 * The cookie of the desk, and that of the browser that asked for a code. `Lax`: a link in a webmail leads to a page that
 * knows who opens it. Without https, which a demonstration on this machine does without, browsers refuse `__Host-`.
 */
const names = { session: 'f3e-desk', entry: 'f3e-entry', passkey: 'f3e-passkey' } as const;
const ENTRY_SECONDS = 15 * 60;
const SESSION_SECONDS = 30 * 24 * 3_600;

export const cookieOf = (c: Context, name: keyof typeof names, { isHttps }: Pick<Parts, 'isHttps'>) =>
  getCookie(c, names[name], isHttps ? 'host' : undefined);

export function keepCookie(
  c: Context,
  name: keyof typeof names,
  value: string,
  { isHttps }: Pick<Parts, 'isHttps'>,
): void {
  setCookie(c, names[name], value, {
    ...(isHttps && { prefix: 'host' as const }),
    path: '/',
    httpOnly: true,
    secure: isHttps,
    sameSite: 'Lax',
    maxAge: name === 'session' ? SESSION_SECONDS : ENTRY_SECONDS,
  });
}

export function dropCookie(c: Context, name: keyof typeof names, { isHttps }: Pick<Parts, 'isHttps'>): void {
  deleteCookie(c, names[name], { path: '/', secure: isHttps, ...(isHttps && { prefix: 'host' as const }) });
}

/** Writes come from pages of this server alone: no other origin, none that is hidden, none that is missing (E05). */
export const ownPagesOnly = ({ origins }: Pick<Parts, 'origins'>): MiddlewareHandler =>
  csrf({ origin: origins.own });

/** Whoever entered goes on; anybody else is asked to, by what `ask` draws. */
export function onlyTeam(
  { signIn, isHttps }: Parts,
  ask: (c: Context, ended: Member | undefined) => Promise<Response>,
): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const secret = cookieOf(c, 'session', { isHttps });
    const found = await signIn.find(secret);
    if (!found || 'ended' in found) return ask(c, found?.ended);
    enterContext(c, found);
    if (found.isExtended) keepCookie(c, 'session', secret!, { isHttps });
    await next();
    return undefined;
  };
}

function enterContext(c: Context<DeskEnv>, { member, session }: OpenSession): void {
  c.set('member', member);
  c.set('session', session);
  c.set('actor', actorOf(member));
}

export const languageOf = (c: Context): Language =>
  (c.get('member') as Member | undefined)?.language ?? closestLanguage(c.req.query('lang'));

/** The fields of a form that was sent. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new HttpError('media-type');
  return new URLSearchParams(await readText(c));
}

/** What browsers call themselves, in two words, so that people know their devices apart. */
export function deviceOf(c: Context): string {
  const agent = c.req.header('User-Agent') ?? '';
  const find = (known: readonly (readonly [RegExp, string])[]) =>
    known.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = find([
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = find([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ') || '?';
}
