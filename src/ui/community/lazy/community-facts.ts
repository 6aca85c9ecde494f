import { html, nothing, type TemplateResult } from 'lit';
import { readDetails } from '../../../api/community-details.js';
import { communityFactsWords } from '../../../i18n/catalogues/community-facts.js';
import { languageName } from '../../../i18n/language-name.js';
import { wordsIn, type CommunityFactsStrings, type said } from '../../../i18n/strings.js';
import type { foreign } from '../../lang-text.js';
import { link } from '../../link.js';
import type { CardParts, fact, tag } from '../card-parts.js';

/** What the card draws with, handed over rather than imported: this chunk stays apart from the card's. */
export interface Kit {
  fact: typeof fact;
  foreign: typeof foreign;
  said: typeof said;
  tag: typeof tag;
}

/** What a card unfolds, and the words for it: a chunk of its own, fetched when a reader asks for more. */
export interface Facts {
  language: string;
  draw: (parts: CardParts) => TemplateResult;
}

export async function factsIn(language: string, kit: Kit): Promise<Facts> {
  const words = await wordsIn(communityFactsWords, language);
  return { language, draw: (parts) => facts(parts, words, language, kit) };
}

/** Need, strands, rhythm, languages, facilitation, production, themes, counts and links. */
function facts(
  { community: c, onOpen }: CardParts,
  words: CommunityFactsStrings,
  language: string,
  { fact, foreign, said, tag }: Kit,
): TemplateResult {
  const own = (text: string) => foreign(text, c.language);
  const d = readDetails(c.more);
  const { upcomingSessions, resources, organisations } = d.counts;
  const counts = [
    upcomingSessions &&
      link(c.links.sessions, words.upcoming(upcomingSessions), (click) => onOpen('sessions', c.slug, click)),
    resources &&
      link(c.links.resources, words.resources(resources), (click) => onOpen('resources', c.slug, click)),
    organisations && words.organisations(organisations),
  ].filter(Boolean);
  const themes = d.themes.map(({ label }) => (language === 'en' && label.en) || own(label.fr));
  return html`
    <dl>
      ${fact(words.need, d.need && said(words.needs, d.need))}
      ${fact(
        words.strands,
        d.strands.length > 0 &&
          html`<ul>
            ${d.strands.map(({ name, access }) => html`<li>${own(name)} ${tag(access, words.access)}</li>`)}
          </ul>`,
      )}
      ${fact(words.cadence, d.cadence.label && own(d.cadence.label))}
      ${fact(
        words.languages,
        d.otherLanguages.length > 0 &&
          [c.language, ...d.otherLanguages].map((code) => languageName(language, code)).join(', '),
      )}
      ${fact(words.facilitation, d.facilitation && own(d.facilitation))}
      ${fact(words.productions, d.productions.length > 0 && joined(d.productions.map(own)))}
      ${fact(words.themes, themes.length > 0 && joined(themes))}
      ${fact(
        words.goFurther,
        d.learningSpaces.length > 0 &&
          html`<ul>
            ${d.learningSpaces.map(
              ({ kind, label, url }) => html`<li>${link(url, own(label))} ${tag(kind, words.spaces)}</li>`,
            )}
          </ul>`,
      )}
    </dl>
    ${counts.length ? html`<p class="quiet">${counts.map((one, i) => (i ? html` · ${one}` : one))}</p>` : nothing}
  `;
}

const joined = (items: readonly unknown[]) => items.map((item, i) => (i ? html`, ${item}` : item));
