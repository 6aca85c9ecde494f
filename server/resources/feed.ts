import type { Resource } from '../../src/contract/index.js';
import type { Language } from '../i18n/language.js';

const words: Record<Language, { title: string; description: string }> = {
  fr: { title: 'Ressources du F3E', description: 'Guides, actes, études, fiches, vidéos et podcasts.' },
  en: { title: 'F3E resources', description: 'Guides, proceedings, studies, sheets, videos and podcasts.' },
};

/** Text in XML, without the characters that XML forbids. */
const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** RFC 822 date, as RSS asks, of a day or a month or a year; nothing of anything else. */
function rssDate(day: string): string {
  const at = new Date(`${(day + '-01-01').slice(0, 10)}T00:00:00Z`);
  return day && !Number.isNaN(at.getTime()) ? `<pubDate>${at.toUTCString()}</pubDate>` : '';
}

/** Resources as RSS 2.0, which needs no date where nobody told one. Readers take a description for HTML: it is text twice. */
export function resourceFeed(
  items: readonly Resource[],
  { language, self, page }: { language: Language; self: string; page: string },
): string {
  const { title, description } = words[language];
  const entries = items.map((item) => {
    const day = item.publishedAt ?? (item.year === null ? '' : String(item.year));
    return `<item>
<title>${xml(item.title)}</title>
<link>${xml(item.links.page)}</link>
<guid isPermaLink="true">${xml(item.links.page)}</guid>
<description>${xml(xml(item.summary))}</description>
<dc:language>${xml(item.language)}</dc:language>
<dc:publisher>${xml(item.publisher)}</dc:publisher>
${[item.kind, ...item.themes].map((one) => `<category>${xml(one)}</category>`).join('')}
${rssDate(day)}
</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${xml(title)}</title>
<link>${xml(page)}</link>
<description>${xml(description)}</description>
<language>${language}</language>
<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>
${entries.join('\n')}
</channel>
</rss>
`;
}
