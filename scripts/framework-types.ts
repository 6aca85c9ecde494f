/** From `custom-elements.json` and the contract of attributes: types for the templates of React, Vue and Svelte, and for JSX. */
import {
  type ElementAttribute,
  elementAttributes,
  elementNames,
  providerAttributes,
} from '../src/contract/elements.js';
import { readElements, type ElementDeclaration } from './manifest.js';

/** What a template may write for an attribute: text, and what the framework makes of other values. */
function typeOf(attribute: ElementAttribute | undefined): string {
  switch (attribute?.kind) {
    case 'flag':
      return "boolean | ''";
    case 'number':
      return 'number | `${number}`';
    case 'choice':
      return attribute.values.map((value) => `'${value}'`).join(' | ');
    default:
      return 'string';
  }
}

export const attributesOf = (tagName: string) =>
  tagName === 'f3e-provider'
    ? providerAttributes
    : elementAttributes[elementNames.find((name) => `f3e-${name}` === tagName)!];

const sentence = (text = '') => text.replace(/\s+/g, ' ').trim();

/** `F3eCommunityCardAttributes`, with the sentence of each attribute. */
function attributesInterface({ name, tagName, attributes = [] }: ElementDeclaration): string {
  const known = attributesOf(tagName);
  const lines = attributes.map(
    ({ name: attribute, description }) =>
      `  /** ${sentence(description)} */\n  '${attribute}'?: ${typeOf(known[attribute] ?? (attribute === 'endpoint' ? { kind: 'address' } : undefined))};`,
  );
  const prefill = tagName.endsWith('-form')
    ? '\n  /** Answer to a question, filled in beforehand. */\n  [prefill: `prefill-${string}`]: string | undefined;'
    : '';
  return `export interface ${name}Attributes {\n${lines.join('\n')}${prefill}\n}`;
}

/** Handlers of an element's events, named as a framework does. */
const handlers = ({ events = [] }: ElementDeclaration, named: (event: string) => string): string =>
  events
    .map(
      ({ name, description, type }) =>
        `    /** ${sentence(description)} */\n    '${named(name)}'?: (event: ${type?.text ?? 'CustomEvent'}) => void;`,
    )
    .join('\n');

const pascal = (name: string) => name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** Files under `dist/` by their name. */
export function frameworkTypes(): Record<string, string> {
  const elements = readElements();
  const classes = elements.map(({ name }) => name);
  const events = [
    ...new Set(elements.flatMap((one) => (one.events ?? []).map(({ type }) => type?.text ?? ''))),
  ];
  const imports = `import type { ${[...classes, ...events.filter((name) => name.startsWith('F3e'))].toSorted().join(', ')} } from './index.js';`;
  const shared = elements.map(attributesInterface).join('\n\n');
  return {
    'attributes.d.ts': `/** Attributes of the elements, as templates write them. */\n${shared}\n`,
    'react.d.ts': `/** Types for React 19: \`import type {} from 'f3e-community-widgets/react'\`. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ${elements.map(({ name }) => `${name}Attributes`).join(', ')} } from './attributes.js';
${imports}

type Props<Element, Attributes> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Attributes> &
  Attributes & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements
  .map(
    (one) =>
      `      '${one.tagName}': Props<${one.name}, ${one.name}Attributes> & {\n${handlers(one, (event) => `on${event}`).replace(/^ {4}/gm, '        ')}\n      };`,
  )
  .join('\n')}
    }
  }
}
`,
    'vue.d.ts': `/** Types for templates of Vue 3: \`import type {} from 'f3e-community-widgets/vue'\`. */
import type { HTMLAttributes } from 'vue';
import type { ${elements.map(({ name }) => `${name}Attributes`).join(', ')} } from './attributes.js';
${imports}

type Component<Element, Attributes, Handlers> = new () => Element & {
  $props: Omit<HTMLAttributes, keyof Attributes> & Attributes & Handlers;
};

declare module 'vue' {
  interface GlobalComponents {
${elements
  .map(
    (one) =>
      `    '${one.tagName}': Component<${one.name}, ${one.name}Attributes, {\n${handlers(one, (event) => `on${pascal(event)}`).replace(/^ {4}/gm, '      ')}\n    }>;`,
  )
  .join('\n')}
  }
}
`,
    'svelte.d.ts': `/** Types for templates of Svelte 5: \`import type {} from 'f3e-community-widgets/svelte'\`. */
import type { HTMLAttributes } from 'svelte/elements';
import type { ${elements.map(({ name }) => `${name}Attributes`).join(', ')} } from './attributes.js';
${imports}

type Props<Element extends EventTarget, Attributes> = Omit<HTMLAttributes<Element>, keyof Attributes> & Attributes;

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
${elements
  .map(
    (one) =>
      `    '${one.tagName}': Props<${one.name}, ${one.name}Attributes> & {\n${handlers(one, (event) => `on${event}`).replace(/^ {4}/gm, '      ')}\n    };`,
  )
  .join('\n')}
  }
}
`,
  };
}
