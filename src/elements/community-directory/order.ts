import type { CommunityView } from '../../api/communities.js';

export type Order = '' | 'next' | 'name';
export const orders: readonly Order[] = ['', 'next', 'name'];

/** In the page's order, by the next session, those without one last, or by name. */
export function inOrder(
  communities: readonly CommunityView[],
  order: Order,
  language: string,
): readonly CommunityView[] {
  if (order === 'name') return [...communities].sort((a, b) => a.name.localeCompare(b.name, language));
  const start = ({ nextSession }: CommunityView) => nextSession?.start ?? Infinity;
  return order === 'next'
    ? [...communities].sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)))
    : communities;
}

/** Those that the page wants, in its order; all when it names none. */
export function wanted(
  communities: readonly CommunityView[],
  names: string | null,
): readonly CommunityView[] {
  const slugs = (names ?? '')
    .split(',')
    .map((slug) => slug.trim())
    .filter(Boolean);
  return slugs.length ? slugs.flatMap((slug) => communities.filter((one) => one.slug === slug)) : communities;
}
