import { parseFeed, Parser } from 'htmlparser2';
import { sha256 } from '../shared/secrets.js';
import type { FetchedPage, GuardedFetch } from '../shared/guarded-fetch.js';

/** What a source publishes, as it says it. */
export interface SourceItem {
  /** What the source calls it: the same at each reading. */
  externalId: string;
  title: string;
  summary: string;
  url: string;
  /** ISO 8601 day; null when nobody told. */
  publishedAt: string | null;
}

/** What was read of a source; `unchanged` when it says that nothing is new. */
export type SourceReading =
  { unchanged: true } | { items: SourceItem[]; etag: string | null; lastModified: string | null };

/** Why a source could not be read. */
export class SourceFault extends Error {
  override name = 'SourceFault';
  constructor(readonly reason: 'status' | 'format' | 'own') {
    super(reason);
  }
}

/** Most items of one reading, and most characters of a text. */
const MOST_ITEMS = 100;
const MOST_TITLE = 200;
const MOST_SUMMARY = 400;
/** Most tags of a feed. */
const MOST_TAGS = 20_000;
/** Most bytes of an answer. */
const MOST_BYTES = 2 * 1024 * 1024;

export const sourceKinds = ['feed', 'wordpress'] as const;
export type SourceKind = (typeof sourceKinds)[number];

interface Asked {
  url: string;
  etag: string | null;
  lastModified: string | null;
}

/** Reads a source; throws a `SourceFault` or a `FetchRefused`. */
export async function readSource(
  kind: SourceKind,
  asked: Asked,
  fetchPage: GuardedFetch,
): Promise<SourceReading> {
  return kind === 'feed' ? readFeed(asked, fetchPage) : readWordPress(asked, fetchPage);
}

/** RSS 2.0, RSS 1.0 or Atom, with a conditional request (RFC 9110, section 13). */
async function readFeed({ url, etag, lastModified }: Asked, fetchPage: GuardedFetch): Promise<SourceReading> {
  const page = await fetchPage(url, {
    most: MOST_BYTES,
    headers: {
      ...(etag && { 'If-None-Match': etag }),
      ...(lastModified && { 'If-Modified-Since': lastModified }),
    },
  });
  if (page.status === 304) return { unchanged: true };
  if (page.status !== 200) throw new SourceFault('status');
  // Of a feed with more tags, parsing costs more than it is worth; texts are no tags.
  const tags = page.text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').split('<').length;
  if (tags > MOST_TAGS) throw new SourceFault('format');
  const feed = parseFeed(page.text, { xmlMode: true });
  if (!feed) throw new SourceFault('format');
  const items = feed.items.map((item) => ({
    externalId: item.id ?? item.link ?? '',
    title: plainText(item.title ?? ''),
    summary: plainText(item.description ?? ''),
    url: absolute(item.link ?? '', page.url),
    publishedAt: dayOf(item.pubDate),
  }));
  return readingOf(items, page);
}

interface Post {
  id?: unknown;
  link?: unknown;
  title?: { rendered?: unknown };
  excerpt?: { rendered?: unknown; protected?: unknown };
  date_gmt?: unknown;
}

/**
 * The posts of a WordPress, by its own API: the home page says where that is (`rel="https://api.w.org/"`), with plain
 * addresses or not. WordPress knows no conditional requests.
 */
async function readWordPress({ url }: Asked, fetchPage: GuardedFetch): Promise<SourceReading> {
  const home = await fetchPage(url, { most: MOST_BYTES });
  if (home.status !== 200) throw new SourceFault('status');
  const api = apiOf(home);
  if (!api) throw new SourceFault('format');
  // With plain addresses the path is a parameter already.
  const address = new URL(`${api}wp/v2/posts`);
  if (new URL(api).searchParams.has('rest_route')) {
    address.pathname = new URL(api).pathname;
    address.search = '';
    address.searchParams.set('rest_route', '/wp/v2/posts');
  }
  address.searchParams.set('per_page', '50');
  address.searchParams.set('_fields', 'id,link,title,excerpt,date_gmt');
  const page = await fetchPage(address.href, { most: MOST_BYTES });
  if (page.status !== 200) throw new SourceFault('status');
  const posts = jsonIn(page.text);
  if (!Array.isArray(posts)) throw new SourceFault('format');
  const items = (posts as (Post | null)[]).flatMap((post) => {
    if (!post || post.excerpt?.protected === true) return [];
    const id = typeof post.id === 'number' ? String(post.id) : '';
    const day = textIn(post.date_gmt);
    return [
      {
        externalId: id,
        title: plainText(textIn(post.title?.rendered)),
        summary: plainText(textIn(post.excerpt?.rendered)),
        url: absolute(textIn(post.link), page.url),
        // Without an offset, in UTC.
        publishedAt: dayOf(day ? new Date(`${day}Z`) : undefined),
      },
    ];
  });
  return readingOf(items, page);
}

/** Where a home page says that the API of its WordPress is. */
function apiOf({ headers, text, url }: FetchedPage): string | undefined {
  const link = /<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(headers['link'] ?? '')?.[1];
  const tag = /<link\b[^>]*\brel=["']https:\/\/api\.w\.org\/["'][^>]*>/.exec(text)?.[0] ?? '';
  const found = link ?? /\bhref=["']([^"']+)["']/.exec(tag)?.[1];
  return found && absolute(found, url);
}

function readingOf(items: readonly SourceItem[], page: FetchedPage): SourceReading {
  const known = new Set<string>();
  const usable = items.filter(({ externalId, title, url }) => {
    if (!externalId || !title || !url || known.has(externalId) || known.has(url)) return false;
    known.add(externalId).add(url);
    return true;
  });
  if (items.length && !usable.length) throw new SourceFault('format');
  return {
    items: usable.slice(0, MOST_ITEMS).map((item) => ({
      ...item,
      // Long names are told apart by all of them.
      externalId: item.externalId.length > 200 ? sha256(item.externalId) : item.externalId,
      title: shortened(item.title, MOST_TITLE),
      summary: shortened(item.summary, MOST_SUMMARY),
    })),
    etag: page.headers['etag'] ?? null,
    lastModified: page.headers['last-modified'] ?? null,
  };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SourceFault('format');
  }
}

/** Most characters of HTML that are looked at for a text. */
const MOST_HTML = 20_000;
/** Control characters, marks of direction and signs without width are no part of a text. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/** What a person reads of some HTML: no tag, script or style, one space between words. */
export function plainText(html: string): string {
  let text = '';
  let hidden = 0;
  const isHidden = (name: string) => name === 'script' || name === 'style';
  const parser = new Parser({
    onopentagname: (name) => void (hidden += Number(isHidden(name))),
    onclosetag: (name) => void (hidden -= Number(isHidden(name))),
    ontext: (data) => void (text += hidden ? '' : data),
  });
  parser.write(html.slice(0, MOST_HTML));
  parser.end();
  return text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
}

/** Cut between words, and never inside a sign of two halves. */
const shortened = (text: string, most: number): string =>
  text.length > most
    ? `${text
        .slice(0, most - 1)
        .replace(/\s+\S*$/, '')
        .replace(/[\ud800-\udbff]$/, '')}…`
    : text;

/** A full address of the web; empty for anything else. */
function absolute(href: string, base: string): string {
  if (!href || !URL.canParse(href, base)) return '';
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= 2_000 ? url.href : '';
}

function dayOf(date: Date | undefined): string | null {
  if (!date || Number.isNaN(date.getTime())) return null;
  const year = date.getUTCFullYear();
  return year >= 1990 && year <= 2100 ? date.toISOString().slice(0, 10) : null;
}
