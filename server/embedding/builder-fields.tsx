import type { Child } from 'hono/jsx';
import type { ElementAttribute } from '../../src/contract/elements.js';
import type { Theme } from '../../src/contract/index.js';
import type { StoredCommunity } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { BuilderMessages } from '../i18n/builder/index.js';
import { languageName, offeredLanguages } from '../i18n/language-name.js';
import type { Language } from '../i18n/language.js';
import { codeInWords } from './code-in-words.js';
import type { Choice } from './choice.js';

/** What can be chosen among. */
export interface Offered {
  communities: readonly StoredCommunity[];
  themes: readonly Theme[];
  sessions: readonly { id: string; title: string }[];
}

export interface BuilderContext {
  choice: Choice;
  offered: Offered;
  language: Language;
  messages: BuilderMessages;
}

/** The field of one setting. */
export function Option({
  name,
  attribute,
  context,
}: {
  name: string;
  attribute: ElementAttribute;
  context: BuilderContext;
}) {
  const { choice, messages, offered, language } = context;
  const label = messages.attributes[attribute.kind === 'themes' ? 'themes' : name] ?? name;
  const value = choice.attributes[name] ?? '';
  const chosen = value.split(',').map((one) => one.trim());
  const communities = offered.communities.map((one): [string, string] => [one.slug, communityName(one)]);
  const several = (options: readonly [string, string][]) => (
    <Boxes name={name} label={label} hint={messages.everything} options={options} chosen={chosen} />
  );
  switch (attribute.kind) {
    case 'flag':
      return <Box name={name} value="on" label={label} isTicked={name in choice.attributes} />;
    case 'choice':
      return (
        <Choose
          name={name}
          label={label}
          chosen={value}
          options={[
            ['', messages.unset],
            ...attribute.values.map((one) => [one, codeInWords(language, one)] as const),
          ]}
        />
      );
    case 'choices':
      return several(attribute.values.map((one) => [one, codeInWords(language, one)]));
    case 'community':
      return <Choose name={name} label={label} chosen={value} options={withChosen(communities, value)} />;
    case 'communities':
      return several(communities);
    case 'themes':
      return several(
        offered.themes.map(({ slug, label: said }) => [slug, (language === 'en' && said.en) || said.fr]),
      );
    case 'languages':
      return several(
        [...new Set([...offeredLanguages, ...chosen.filter(Boolean)])].map((one) => [
          one,
          languageName(language, one),
        ]),
      );
    case 'session':
      return (
        <Choose
          name={name}
          label={label}
          chosen={value}
          options={withChosen(
            offered.sessions.map(({ id, title }) => [id, title]),
            value,
          )}
        />
      );
    case 'number':
      return (
        <Line name={name} label={label}>
          <input
            id={`o-${name}`}
            name={name}
            type="number"
            min={attribute.least}
            max={attribute.most}
            value={value || String(attribute.unset)}
          />
        </Line>
      );
    default: {
      const type = attribute.kind === 'month' ? 'month' : 'text';
      return (
        <Line name={name} label={label} hint={messages.hints[name]}>
          <input
            id={`o-${name}`}
            name={name}
            type={type}
            maxlength={300}
            value={value}
            aria-describedby={messages.hints[name] && `h-${name}`}
          />
        </Line>
      );
    }
  }
}

/** What was chosen before stays, though it is not offered: a session whose registration has closed, say. */
const withChosen = (options: readonly [string, string][], value: string): readonly [string, string][] =>
  !value || options.some(([one]) => one === value) ? options : [...options, [value, value]];

export const Line = ({
  name,
  label,
  hint,
  children,
}: {
  name: string;
  label: string;
  hint?: string | undefined;
  children: Child;
}) => (
  <div class="field">
    <label for={`o-${name}`}>{label}</label>
    {hint && (
      <div class="hint" id={`h-${name}`}>
        {hint}
      </div>
    )}
    {children}
  </div>
);

type Options = readonly (readonly [value: string, label: string])[];

export const Choose = ({
  name,
  label,
  chosen,
  options,
}: {
  name: string;
  label: string;
  chosen: string;
  options: Options;
}) => (
  <Line name={name} label={label}>
    <select id={`o-${name}`} name={name}>
      {options.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </Line>
);

export const Box = ({
  name,
  value,
  label,
  hint,
  isTicked,
}: {
  name: string;
  value: string;
  label: string;
  hint?: string;
  isTicked: boolean;
}) => (
  <label class="choice">
    <input type="checkbox" name={name} value={value} checked={isTicked} />
    <span>
      {label}
      {hint && <span class="hint">{` ${hint}`}</span>}
    </span>
  </label>
);

export const Boxes = ({
  name,
  label,
  hint,
  options,
  chosen,
}: {
  name: string;
  label: string;
  hint: string;
  options: Options;
  chosen: readonly string[];
}) => (
  <fieldset>
    <legend>{label}</legend>
    <div class="hint">{hint}</div>
    <div class="boxes">
      {options.map(([value, text]) => (
        <Box name={name} value={value} label={text} isTicked={chosen.includes(value)} />
      ))}
    </div>
  </fieldset>
);

export const Radios = ({
  legend,
  name,
  chosen,
  options,
}: {
  legend: string;
  name: string;
  chosen: string;
  options: Options;
}) => (
  <fieldset>
    <legend>{legend}</legend>
    <div class="boxes">
      {options.map(([value, text]) => (
        <label class="choice">
          <input type="radio" name={name} value={value} checked={value === chosen} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
