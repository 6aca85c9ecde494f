import { troubleWords } from '../../i18n/catalogues/trouble.js';
import { dateFormat } from '../../i18n/format.js';
import { wordsIn, type TroubleStrings } from '../../i18n/strings.js';

/** What is said when something is wrong: a file of its own, fetched with the first failure. */
export interface Trouble {
  failed: (kind: keyof TroubleStrings['errors']) => string;
  /** How old what is shown is; the time in milliseconds since 1970. */
  asOf: (at: number) => string;
  /** Tells whoever writes the page, once, that an element has nothing to ask; tells readers nothing. */
  lacks: (host: HTMLElement) => string;
}

const warned = new WeakSet<HTMLElement>();

export async function troubleIn(language: string): Promise<Trouble> {
  const words = await wordsIn(troubleWords, language);
  return {
    failed: (kind) => words.errors[kind],
    asOf: (at) => words.asOf(dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(at)),
    lacks: (host) => {
      if (!warned.has(host)) console.warn(`<${host.localName}> needs an endpoint and a name.`, host);
      warned.add(host);
      return '';
    },
  };
}
