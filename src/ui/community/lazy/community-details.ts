import { html, nothing, type TemplateResult } from 'lit';
import { languageName } from '../../../i18n/language-name.js';
import { translateCode, type CommunityDetailsMessages } from '../../../i18n/messages.js';
import { definition } from '../../definition.js';
import { langText } from '../../lang-text.js';
import { link } from '../../link.js';
import { audienceOf } from '../audience.js';
import type { CardContext } from '../card-parts.js';

export { communityDetailsCatalogue as catalogue } from '../../../i18n/catalogues/community-details.js';

/** What a card unfolds: what it is about, where it comes from, who may come, how it works, and what is around it. */
export function communityDetails(
  { community, messages: { audiences, ...common }, language, onOpen }: CardContext,
  { details: messages }: CommunityDetailsMessages,
): TemplateResult {
  const {
    slug,
    description,
    origin,
    audience,
    need,
    strands,
    cadence,
    otherLanguages,
    themes,
    facilitation,
    productions,
  } = community;
  const own = (text: string) => langText(text, community.language);
  const { upcomingSessions, resources, organisations } = community.counts;
  const counts = [
    upcomingSessions &&
      link(community.links.sessions, messages.upcoming(upcomingSessions), (click) =>
        onOpen('sessions', slug, click),
      ),
    resources &&
      link(community.links.resources, messages.resources(resources), (click) =>
        onOpen('resources', slug, click),
      ),
    organisations && messages.organisations(organisations),
  ].filter(Boolean);
  const who = audienceOf(audience);
  return html`
    ${description ? html`<p class="about">${own(description)}</p>` : nothing}
    <dl>
      ${definition(
        common.origin,
        origin.label && html`${own(origin.label)} ${codeTag(origin.kind, common.originKinds)}`,
      )}
      ${definition(
        common.audience,
        (who || audience.note) &&
          html`${who ? audiences[who] : nothing}${who && audience.note ? '. ' : nothing}${audience.note && own(audience.note)}`,
      )}
      ${definition(messages.need, need && translateCode(messages.needs, need))}
      ${definition(
        messages.strands,
        strands.length > 0 &&
          html`<ul>
            ${strands.map(({ name, access }) => html`<li>${own(name)} ${codeTag(access, messages.access)}</li>`)}
          </ul>`,
      )}
      ${definition(messages.cadence, cadence.label && own(cadence.label))}
      ${definition(
        messages.languages,
        otherLanguages.length > 0 &&
          [community.language, ...otherLanguages].map((code) => languageName(language, code)).join(', '),
      )}
      ${definition(messages.facilitation, facilitation && own(facilitation))}
      ${definition(messages.productions, productions.length > 0 && joined(productions.map(own)))}
      ${definition(
        messages.themes,
        themes.length > 0 &&
          joined(themes.map(({ label }) => (language === 'en' && label.en) || own(label.fr))),
      )}
      ${definition(
        messages.goFurther,
        community.learningSpaces.length > 0 &&
          html`<ul>
            ${community.learningSpaces.map(
              ({ kind, label, url }) =>
                html`<li>${link(url, own(label))} ${codeTag(kind, messages.spaces)}</li>`,
            )}
          </ul>`,
      )}
    </dl>
    ${counts.length ? html`<p class="quiet">${counts.map((one, i) => (i ? html` · ${one}` : one))}</p>` : nothing}
  `;
}

const joined = (items: readonly unknown[]) => items.map((item, i) => (i ? html`, ${item}` : item));

/** A code in words, in brackets. */
const codeTag = (code: string, phrases: object) =>
  code ? html`<span class="quiet">(${translateCode(phrases, code)})</span>` : nothing;
