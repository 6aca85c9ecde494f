import { elementNames } from '../../src/contract/elements.js';
import { type BuilderMessages, pageNames, siteKinds } from '../i18n/builder/index.js';
import type { Language } from '../i18n/language.js';
import { Box, type BuilderContext, Choose, Option, Radios } from './builder-fields.js';
import {
  accentOf,
  attributesOf,
  type Choice,
  fields,
  hasProvider,
  presets,
  queryOf,
  unsetColours,
  widths,
} from './choice.js';
import { contrastOf, LEAST_CONTRAST } from './contrast.js';
import type { CodeBlock } from './snippet.js';

/** How many settings stand before the others, which are folded. */
const FIRST = 4;
/** The builder: four steps down a page, which works without scripts. */
export function BuilderPage({
  context,
  blocks,
  pasted,
}: {
  context: BuilderContext;
  blocks: readonly CodeBlock[];
  /** What was pasted and could not be read, with what is said of it. */
  pasted: { text: string; said: string | undefined };
}) {
  const { messages, choice, language } = context;
  const hasNoSession = choice.shown === 'registration-form' && !choice.attributes['session'];
  return (
    <>
      <p>{messages.intro}</p>
      <h2>{messages.what}</h2>
      <ShownLinks context={context} title={messages.pages} names={pageNames} />
      <ShownLinks context={context} title={messages.one} names={elementNames} />
      <form method="get" action="/integrer#code" class="builder" data-builder>
        <input type="hidden" name={fields.shown} value={choice.shown} />
        {language !== 'fr' && <input type="hidden" name="lang" value={language} />}
        {Object.entries(choice.attributes)
          .filter(([name]) => name.startsWith('prefill-'))
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <section aria-labelledby="reglages">
          <h2 id="reglages">{messages.options}</h2>
          {hasNoSession && <p class="notice">{messages.noSession}</p>}
          <Options context={context} />
          <Colours context={context} />
          <p data-go>
            <button class="button">{messages.go}</button>
          </p>
        </section>
        <Result context={context} blocks={blocks} />
      </form>
      <PasteBack messages={messages} language={language} pasted={pasted} />
    </>
  );
}

/** What follows the choices; the script replaces it as they change. */
function Result({ context, blocks }: { context: BuilderContext; blocks: readonly CodeBlock[] }) {
  const { messages, choice, language } = context;
  const query = `${queryOf(choice)}${language === 'fr' ? '' : `&lang=${language}`}`;
  return (
    <div id="resultat">
      <section aria-labelledby="apercu">
        <h2 id="apercu">{messages.preview}</h2>
        <Radios
          legend={messages.width}
          name={fields.width}
          chosen={choice.width}
          options={widths.map((value) => [value, messages.widths[value]])}
        />
        <Box name={fields.dark} value="oui" label={messages.dark} isTicked={choice.isDark} />
        <iframe
          id="cadre"
          class={`frame l${choice.width}`}
          sandbox="allow-scripts"
          title={messages.previewFrame}
          src={`/integrer/apercu?${query}`}
        ></iframe>
      </section>
      <section aria-labelledby="code">
        <h2 id="code">{messages.paste}</h2>
        <Radios
          legend={messages.site}
          name={fields.site}
          chosen={choice.site}
          options={siteKinds.map((value) => [value, messages.sites[value]])}
        />
        <Box
          name={fields.fixed}
          value="fixe"
          label={messages.fixed}
          hint={messages.fixedHint}
          isTicked={choice.isFixed}
        />
        <ol>
          {messages.steps[choice.site].map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        {blocks.map(({ label, code }, at) => (
          <div class="field code">
            <label for={`code-${at}`}>{label}</label>
            <textarea
              id={`code-${at}`}
              readonly
              rows={Math.min(10, code.split('\n').length + 2)}
              spellcheck={false}
            >
              {code}
            </textarea>
            <button type="button" class="copy" data-copy={`code-${at}`} data-copied={messages.copied} hidden>
              {messages.copy}
            </button>
          </div>
        ))}
        <p role="status" class="quiet" data-said></p>
        <p data-go>
          <button class="button">{messages.go}</button>
        </p>
      </section>
    </div>
  );
}

function ShownLinks({
  context: { choice, messages, language },
  title,
  names,
}: {
  context: BuilderContext;
  title: string;
  names: readonly Choice['shown'][];
}) {
  const more = language === 'fr' ? '' : `&lang=${language}`;
  return (
    <>
      <h3>{title}</h3>
      <ul class="choices">
        {names.map((name) => (
          <li>
            <a
              href={`?${fields.shown}=${name}${more}#reglages`}
              aria-current={choice.shown === name ? 'true' : undefined}
            >
              <strong>{messages.shown[name].name}</strong>
              <span>{messages.shown[name].text}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Options({ context }: { context: BuilderContext }) {
  const { choice, messages } = context;
  const all = Object.entries(attributesOf(choice.shown));
  const [first, others] = [all.slice(0, FIRST), all.slice(FIRST)];
  const draw = (some: typeof all) =>
    some.map(([name, attribute]) => <Option name={name} attribute={attribute} context={context} />);
  return (
    <>
      {draw(first)}
      {hasProvider(choice.shown) && (
        <Choose
          name={fields.preset}
          label={messages.preset}
          chosen={choice.preset}
          options={presets.map((value) => [value, messages.values[value] ?? value])}
        />
      )}
      {others.length > 0 && (
        <details open={others.some(([name]) => name in choice.attributes)}>
          <summary>{messages.more}</summary>
          {draw(others)}
        </details>
      )}
    </>
  );
}

function Colours({ context }: { context: BuilderContext }) {
  const { choice, messages } = context;
  const { colours } = choice;
  return (
    <fieldset class="colours">
      <legend>{messages.colours}</legend>
      {(['page', 'own'] as const).map((value) => (
        <label class="choice">
          <input
            type="radio"
            name={fields.colours}
            value={value}
            checked={(value === 'own') === Boolean(colours)}
          />
          <span>{messages.coloursOf[value]}</span>
        </label>
      ))}
      <div class="columns">
        {(['text', 'ground', 'accent'] as const).map((name) => (
          <div class="field">
            <label for={`o-${name}`}>{messages.colour[name]}</label>
            <input
              id={`o-${name}`}
              type="color"
              name={fields[name]}
              value={colours?.[name] ?? unsetColours[name]}
            />
          </div>
        ))}
      </div>
      <div id="contraste">
        {contrastSaid(context).map((sentence) => (
          <p class="notice">{sentence}</p>
        ))}
      </div>
    </fieldset>
  );
}

/** What is to be said of the colours of a site. */
function contrastSaid({ choice, messages: { contrast }, language }: BuilderContext): string[] {
  const { colours } = choice;
  if (!colours) return [];
  // Rounded down: 4.49 is not enough.
  const ratio = (one: string) =>
    (Math.floor(contrastOf(one, colours.ground) * 10) / 10).toLocaleString(language);
  const isLow = contrastOf(colours.text, colours.ground) < LEAST_CONTRAST;
  const mended = accentOf(choice)!;
  return [
    isLow ? contrast.low(ratio(colours.text), '') : '',
    mended === colours.accent
      ? contrast.good(ratio(mended), '')
      : contrast.mended(ratio(colours.accent), mended),
  ].filter(Boolean);
}

function PasteBack({
  messages: { back, check },
  language,
  pasted,
}: {
  messages: BuilderMessages;
  language: Language;
  pasted: { text: string; said: string | undefined };
}) {
  return (
    <form method="post" action={`/integrer?lang=${language}`}>
      <h2 id="reprendre">{back.title}</h2>
      <p>{back.text}</p>
      {pasted.said && (
        <p class="notice" role="alert" id="reprendre-dit">
          {pasted.said}
        </p>
      )}
      <div class="field">
        <label for="colle">{back.label}</label>
        <textarea
          id="colle"
          name="colle"
          rows={4}
          maxlength={20_000}
          spellcheck={false}
          aria-describedby={pasted.said && 'reprendre-dit'}
        >
          {pasted.text}
        </textarea>
      </div>
      <p>
        <button class="button">{back.go}</button>
      </p>
      <p>
        <a href={`/integrer/pourquoi${language === 'fr' ? '' : `?lang=${language}`}`}>{check.title}</a>
      </p>
    </form>
  );
}
