import type { CommunityView } from '../../../api/communities.js';
import { audienceOf } from '../../../ui/community/audience.js';
import { mainFunctions } from '../filters.js';

/** What a reader is asked before communities are compared, and what may be answered; no answer is one too. */
export const questions = {
  goal: ['learning', 'experimentation', 'networking'],
  rhythm: ['often', 'sometimes'],
  place: ['in-person', 'online'],
} as const;
export type Question = keyof typeof questions;
export type Answers = { [Q in Question]?: (typeof questions)[Q][number] };

/** Sessions a year from which a community meets often: one in most months. */
const OFTEN = 10;

/** Whether a community fits one answer. What is not known of it does not fit. */
const fits: { [Q in Question]: (community: CommunityView, answer: string) => boolean } = {
  goal: (community, answer) => mainFunctions(community).includes(answer),
  rhythm: ({ cadence: { sessionsPerYear } }, answer) =>
    sessionsPerYear !== null && (sessionsPerYear >= OFTEN ? 'often' : 'sometimes') === answer,
  place: ({ nextSession }, answer) => nextSession?.mode === answer || nextSession?.mode === 'hybrid',
};

/** The questions whose answer a community fits. */
export const fitting = (community: CommunityView, answers: Answers): Question[] =>
  (Object.keys(questions) as Question[]).filter(
    (question) => answers[question] && fits[question](community, answers[question]),
  );

/** Communities that fit most answers first; those that fit as many keep their order. */
export const ranked = <T extends { community: CommunityView }>(
  cards: readonly T[],
  answers: Answers,
): readonly T[] =>
  [...cards].sort((a, b) => fitting(b.community, answers).length - fitting(a.community, answers).length);

/** What can be the same for all, as text to compare. */
export const comparable = {
  purpose: ({ functions }: CommunityView) =>
    functions
      .map(({ kind, weight }) => `${kind} ${weight}`)
      .sort()
      .join(),
  audience: ({ audience }: CommunityView) => audienceOf(audience),
  status: ({ status }: CommunityView) => status,
  cadence: ({ cadence }: CommunityView) => cadence.label,
};
export type Comparable = keyof typeof comparable;

/** What all communities have in common. */
export const sharedBy = (communities: readonly CommunityView[]): ReadonlySet<Comparable> =>
  new Set(
    (Object.keys(comparable) as Comparable[]).filter(
      (name) => new Set(communities.map(comparable[name])).size === 1,
    ),
  );

/** Whether a community stands alone where others agree. */
export function standsOut(
  name: Comparable,
  community: CommunityView,
  communities: readonly CommunityView[],
): boolean {
  const values = communities.map(comparable[name]);
  const alike = (value: string) => values.filter((one) => one === value).length;
  return alike(comparable[name](community)) === 1 && values.some((value) => alike(value) > 1);
}
