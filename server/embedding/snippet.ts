import type { ElementName } from '../../src/contract/elements.js';
import type { BuilderMessages } from '../i18n/builder/index.js';
import { accentOf, type Choice, hasProvider, type Part } from './choice.js';
import { elementTag, escaped } from './element-tag.js';

/** A part with the link that remains where scripts or tags are taken away (H03). */
export interface LinkedPart extends Part {
  link: { href: string; text: string };
}

/** Addresses and hashes of the script. */
export interface ScriptFacts {
  /** Address of this server. */
  server: string;
  version: string;
  /** sha384 of the classic script of this release: one file, which its hash covers whole. */
  classicHash: string | undefined;
}

/** Something to copy, and where it goes. */
export interface CodeBlock {
  label: string;
  code: string;
}

/** What SPIP's shortcuts are called: three letters at least. */
export const spipNames: Readonly<Record<ElementName, string>> = {
  'community-card': 'communaute',
  'community-directory': 'annuaire',
  'session-calendar': 'calendrier',
  'resource-list': 'ressources',
  'join-form': 'rejoindre',
  'registration-form': 'inscription',
  'proposal-form': 'proposer',
};

function scriptTag({ server, version, classicHash }: ScriptFacts, isFixed: boolean): string {
  if (isFixed && classicHash)
    return `<script defer src="${server}/${version}/f3e.classic.js" integrity="${classicHash}" crossorigin></script>`;
  return `<script type="module" src="${server}/v1/f3e.js"></script>`;
}

const fallback = ({ link }: LinkedPart) => `<a href="${escaped(link.href)}">${escaped(link.text)}</a>`;
/** An element with its link inside, as it is pasted. */
export const tagOf = (part: LinkedPart) => elementTag(part.element, part.attributes, fallback(part));

/** Elements, inside the provider that gives them a preset. */
function tagsOf(choice: Choice, parts: readonly LinkedPart[], isWrapped: boolean): string[] {
  const tags = parts.map(tagOf);
  if (hasProvider(choice.shown) && choice.preset !== 'neutral')
    return [`<div><f3e-provider theme="${choice.preset}">${tags.join('')}</f3e-provider></div>`];
  return isWrapped ? tags.map((tag) => `<div>${tag}</div>`) : tags;
}

/** The `div` that editors keep where they keep no custom element (H18). */
const divOf = (part: LinkedPart): string => {
  const written = Object.entries(part.attributes).map(([name, value]) =>
    value ? ` data-${name}="${escaped(value)}"` : ` data-${name}`,
  );
  return `<div data-f3e="${part.element}"${written.join('')}>${fallback(part)}</div>`;
};

const shortcode = ({ element, attributes }: LinkedPart): string => {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${(value || '1').replaceAll('"', '&quot;')}"`,
  );
  return `[f3e_${element.replaceAll('-', '_')}${written.join('')}]`;
};

const spipShortcut = ({ element, attributes }: LinkedPart): string => {
  const written = Object.entries(attributes).map(
    ([name, value]) => `|${name}=${(value || 'oui').replaceAll('|', ' ')}`,
  );
  // Without a bar SPIP takes it for a tag.
  return `<${spipNames[element]}${written.join('') || '|'}>`;
};

/** All that is to be copied for one kind of site, in the order in which it is pasted. */
export function snippetOf(
  choice: Choice,
  parts: readonly LinkedPart[],
  facts: ScriptFacts,
  messages: BuilderMessages,
): CodeBlock[] {
  const script = scriptTag(facts, choice.isFixed);
  const wrapped = [script, ...tagsOf(choice, parts, true)].join('\n');
  const blocks: CodeBlock[] = [];
  switch (choice.site) {
    case 'html':
    case 'wix':
      blocks.push({ label: messages.code, code: wrapped });
      break;
    case 'wordpress':
      blocks.push({ label: messages.plugin, code: parts.map(shortcode).join('\n') });
      blocks.push({ label: messages.code, code: wrapped });
      break;
    case 'spip':
      blocks.push({ label: messages.plugin, code: parts.map(spipShortcut).join('\n\n') });
      blocks.push({ label: messages.code, code: wrapped });
      break;
    case 'drupal':
      blocks.push({ label: messages.code, code: [script, ...parts.map(divOf)].join('\n') });
      break;
    case 'react':
      blocks.push({ label: messages.script, code: script });
      blocks.push({
        label: messages.code,
        code: `export function F3eWidget() {\n  return (\n    <>\n${tagsOf(choice, parts, false)
          .map((tag) => `      ${tag}`)
          .join('\n')}\n    </>\n  );\n}`,
      });
      break;
    case 'vue':
      blocks.push({ label: messages.script, code: script });
      blocks.push({
        label: messages.code,
        code: `<template>\n${tagsOf(choice, parts, false)
          .map((tag) => `  ${tag}`)
          .join('\n')}\n</template>`,
      });
      blocks.push({
        label: messages.config,
        code: "vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('f3e-') } } })",
      });
      break;
  }
  const accent = accentOf(choice);
  if (accent) blocks.push({ label: messages.style, code: `:root { --f3e-accent: ${accent}; }` });
  return blocks;
}
