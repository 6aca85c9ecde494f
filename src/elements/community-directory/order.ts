import type { CommunityView } from '../../api/communities.js';
import { readableIn, several, slug } from '../../dom/attribute-values.js';

export type Order = '' | 'next' | 'name';
export const orders: readonly Order[] = ['', 'next', 'name'];

/** As given, by the next session with those without one last, or by name. */
export function sorted(
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

/** The communities that the page names, in its order; all when it names none. */
export function selected(
  communities: readonly CommunityView[],
  names: string | null,
): readonly CommunityView[] {
  const slugs = readableIn(names, several(slug));
  return slugs.length ? slugs.flatMap((slug) => communities.filter((one) => one.slug === slug)) : communities;
}
