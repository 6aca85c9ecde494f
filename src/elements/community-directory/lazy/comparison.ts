import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CommunityView } from '../../../api/communities.js';
import type { ComparisonMessages } from '../../../i18n/messages.js';
import { translateCode } from '../../../i18n/messages.js';
import { checkIcon } from '../../../icons/check.js';
import { audienceOf } from '../../../ui/community/audience.js';
import {
  functions,
  joinAction,
  nextSession,
  statusBadge,
  type CardContext,
} from '../../../ui/community/card-parts.js';
import { icon } from '../../../ui/icon.js';
import { langText } from '../../../ui/lang-text.js';
import { link } from '../../../ui/link.js';
import { hueStyle, mark } from '../../../ui/mark.js';
import { mainFunctions } from '../filters.js';
import {
  fitting,
  questions,
  ranked,
  sharedBy,
  standsOut,
  type Answers,
  type Comparable,
  type Question,
} from './affinity.js';

export { comparisonCatalogue as catalogue } from '../../../i18n/catalogues/comparison.js';
export { styles } from './comparison.styles.js';

interface Options {
  messages: ComparisonMessages;
  hasNextSession: boolean;
  hasJoin: boolean;
  announce: (message: string) => void;
}

/** What is compared: a label, how a community’s is drawn, and what to compare it by. */
interface Row {
  label: string;
  draw: (card: CardContext) => unknown;
  comparable?: Comparable;
}

/**
 * Communities beside one another, and three questions that sort them. What all have in common is said once; who stands alone is
 * marked. Where there is no room for all, two are shown, which a reader chooses.
 */
export class Comparison {
  #host: ReactiveControllerHost;
  #answers: Answers = {};
  /** The two that are shown where there is little room; the first two until a reader chooses. */
  #pair: string[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render(cards: readonly CardContext[], options: Options): TemplateResult {
    const { messages } = options;
    const sorted = this.#sorted(cards);
    const communities = sorted.map(({ community }) => community);
    const shared = sharedBy(communities);
    const pair = communities.slice(0, 2).map(({ slug }) => slug);
    return html`<div class="comparison ${communities.length > 3 ? 'many' : 'few'}">
      <p class="title" id="comparison">${messages.title}</p>
      <div class="questions" role="group" aria-labelledby="comparison">
        ${(Object.keys(questions) as Question[]).map((question) => this.#renderQuestion(question, cards, options))}
      </div>
      ${
        shared.size
          ? html`<p class="shared">
              ${sharedSentences(shared, cards[0]!, messages).map((sentence) => html`<span>${sentence}</span> `)}
            </p>`
          : nothing
      }
      ${communities.length > 2 ? this.#renderPair(cards, pair, messages) : nothing}
      ${this.#renderTable(sorted, pair, shared, options)}
    </div>`;
  }

  #renderQuestion(question: Question, cards: readonly CardContext[], { messages, announce }: Options) {
    const onChange = (change: Event) => {
      const answer = (change.target as HTMLSelectElement).value || undefined;
      this.#answers = { ...this.#answers, [question]: answer };
      this.#pair = [];
      this.#host.requestUpdate();
      const [first] = ranked(cards, this.#answers);
      const isFitting = first && fitting(first.community, this.#answers).length > 0;
      announce(isFitting ? messages.sorted(first.community.name) : messages.unsorted);
    };
    return html`<p>
      <label for=${question}>${messages.questions[question]}</label>
      <select id=${question} @change=${onChange}>
        ${['', ...questions[question]].map(
          (answer) =>
            html`<option value=${answer} .selected=${answer === (this.#answers[question] ?? '')}>
              ${translateCode(messages.answers, answer)}
            </option>`,
        )}
      </select>
    </p>`;
  }

  /** Those that fit most answers first, and before them the two that a reader chose. */
  #sorted(cards: readonly CardContext[]): readonly CardContext[] {
    const chosen = this.#pair.flatMap((slug) => cards.filter(({ community }) => community.slug === slug));
    const others = ranked(cards, this.#answers).filter((card) => !chosen.includes(card));
    return [...chosen, ...others];
  }

  /** The options keep their order, whatever the order of the columns. */
  #renderPair(cards: readonly CardContext[], pair: readonly string[], messages: ComparisonMessages) {
    const onChange = (place: number) => (change: Event) => {
      const chosen = (change.target as HTMLSelectElement).value;
      const other = pair[1 - place]!;
      // Who chooses the one that stands there already wants them the other way round.
      const partner = chosen === other ? pair[place]! : other;
      this.#pair = place ? [partner, chosen] : [chosen, partner];
      this.#host.requestUpdate();
    };
    return html`<div class="pair" role="group" aria-label=${messages.pair}>
      ${[0, 1].map(
        (place) =>
          html`<select aria-label=${messages.places[place]!} @change=${onChange(place)}>
            ${cards.map(
              ({ community: { slug, name, acronym, language } }) =>
                html`<option value=${slug} lang=${language} .selected=${slug === pair[place]}>
                  ${acronym || name}
                </option>`,
            )}
          </select>`,
      )}
    </div>`;
  }

  #renderTable(
    cards: readonly CardContext[],
    pair: readonly string[],
    shared: ReadonlySet<Comparable>,
    options: Options,
  ) {
    const communities = cards.map(({ community }) => community);
    const rows = rowsOf(options).filter(({ comparable }) => !comparable || !shared.has(comparable));
    const placeOf = ({ community: { slug } }: CardContext) => (pair.includes(slug) ? 'hued' : 'hued away');
    // In little room rows are grids, which takes from elements the roles that they have by themselves.
    return html`<div class="scroll">
      <table
        role="table"
        part="comparison"
        aria-labelledby="comparison"
        .style=${`--_columns: ${cards.length}`}
      >
        <thead>
          <tr role="row">
            <td role="cell" class="corner"></td>
            ${cards.map(
              (card) =>
                html`<th scope="col" role="columnheader" class=${placeOf(card)} .style=${hueOf(card)}>
                  ${this.#renderName(card, options.messages)}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, draw, comparable }) =>
              html`<tr role="row">
                <th scope="row" role="rowheader">${label}</th>
                ${cards.map((card) => {
                  const isUnlike = comparable && standsOut(comparable, card.community, communities);
                  return html`<td
                    role="cell"
                    class="${placeOf(card)} ${isUnlike ? 'unlike' : ''}"
                    .style=${hueOf(card)}
                  >
                    ${draw(card)}${
                      isUnlike
                        ? html`<span class="visually-hidden">, ${options.messages.unlike}</span>`
                        : nothing
                    }
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** The name of a community, and the answers that it fits. */
  #renderName({ community, onOpen }: CardContext, { answers }: ComparisonMessages) {
    const { slug, name, language, links, identity } = community;
    return html`${mark(slug, identity)}
    ${link(links.page, langText(name, language), (click) => onOpen('community', slug, click))}
    ${fitting(community, this.#answers).map(
      (question) =>
        html`<span class="fit small"
          >${icon(checkIcon)} ${translateCode(answers, this.#answers[question]!)}</span
        >`,
    )}`;
  }
}

const hueOf = ({ community: { slug, identity } }: CardContext) => hueStyle(slug, identity);

const own = ({ language }: CommunityView, text: string) => (text ? langText(text, language) : undefined);

/** What differs between communities, in the order in which one chooses. */
function rowsOf({ messages, hasNextSession, hasJoin }: Options): Row[] {
  return [
    { label: messages.purpose, draw: functions, comparable: 'purpose' },
    { label: messages.tagline, draw: ({ community }) => own(community, community.tagline) },
    { label: messages.audience, draw: (card) => audience(card, messages), comparable: 'audience' },
    { label: messages.status, draw: statusBadge, comparable: 'status' },
    { label: messages.cadence, draw: (card) => cadence(card, messages), comparable: 'cadence' },
    ...(hasNextSession
      ? [{ label: messages.next, draw: (card: CardContext) => nextSession(card, false) }]
      : []),
    ...(hasJoin ? [{ label: messages.way, draw: (card: CardContext) => joinAction(card, 'outlined') }] : []),
  ];
}

function audience({ community, messages }: CardContext, { unknown }: ComparisonMessages) {
  const who = audienceOf(community.audience);
  return who ? messages.audiences[who] : unknown;
}

/** How often, in words and in dots to compare at a glance: one for 1 to 3 sessions a year, four for 10 and more. */
function cadence({ community }: CardContext, { unknown }: ComparisonMessages) {
  const { label, sessionsPerYear } = community.cadence;
  const dots = Math.min(4, Math.ceil((sessionsPerYear ?? 0) / 3));
  return html`${dots ? html`<span class="dots" aria-hidden="true">${'●'.repeat(dots)}${'○'.repeat(4 - dots)}</span>` : nothing}
  ${own(community, label) ?? unknown}`;
}

/** What is the same for all, in sentences; what nobody stated is the same for all too, and not worth one. */
function sharedSentences(
  shared: ReadonlySet<Comparable>,
  { community, messages: common }: CardContext,
  { all }: ComparisonMessages,
): unknown[] {
  const who = audienceOf(community.audience);
  return [
    shared.has('audience') && who && all.audience[who],
    shared.has('status') && community.status && translateCode(all.status, community.status),
    shared.has('purpose') &&
      community.functions.length > 0 &&
      all.purpose(
        mainFunctions(community)
          .map((kind) => translateCode(common.functionKinds, kind).toLowerCase())
          .join(', '),
      ),
    shared.has('cadence') &&
      community.cadence.label &&
      html`${all.cadence} ${own(community, community.cadence.label)}.`,
  ].filter(Boolean);
}
