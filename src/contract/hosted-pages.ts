/** The element that shows what a hosted page shows, by the address of the page. */
export type ElementOfPage = [element: string, attributes: Readonly<Record<string, string>>];

const ofCommunity = (query: URLSearchParams): Readonly<Record<string, string>> => {
  const community = query.get('community');
  return community ? { community } : {};
};

const pages: readonly (readonly [path: RegExp, wanted: (id: string, url: URL) => ElementOfPage])[] = [
  [/^\/communautes$/, () => ['community-directory', {}]],
  [
    /^\/communautes\/([a-z0-9-]+)$/,
    (community, { hash }) => [hash === '#seances' ? 'session-calendar' : 'community-card', { community }],
  ],
  [/^\/communautes\/([a-z0-9-]+)\/rejoindre$/, (community) => ['join-form', { community }]],
  [/^\/seances$/, (_, { searchParams }) => ['session-calendar', ofCommunity(searchParams)]],
  [/^\/seances\/([\w.~-]+)\/inscription$/, (session) => ['registration-form', { session }]],
  [/^\/ressources$/, (_, { searchParams }) => ['resource-list', ofCommunity(searchParams)]],
  [/^\/proposer$/, () => ['proposal-form', {}]],
];

/** The element of a hosted page of a server; undefined for any other address. */
export function elementOfPage(href: string, server: string): ElementOfPage | undefined {
  if (!href.startsWith(`${server}/`)) return undefined;
  const url = new URL(href);
  const path = url.pathname.slice(new URL(server).pathname.replace(/\/$/, '').length).replace(/\/$/, '');
  for (const [pattern, wanted] of pages) {
    const found = pattern.exec(path);
    if (found) return wanted(found[1] ?? '', url);
  }
  return undefined;
}
