import { ElementName, elementNames } from '../../src/contract/elements.js';
import { siteKinds, type SiteKind } from '../i18n/builder/index.js';
import { fields, presets, type Part } from './choice.js';
import { readAttributes } from './element-tag.js';
import { openTags } from './open-tags.js';
import { contrastOf, LEAST_CONTRAST } from './contrast.js';
import { spipNames } from './snippet.js';

/** What a page or a snippet holds of ours. */
export interface FoundCode {
  parts: Part[];
  /** Preset of a provider. */
  preset: string | undefined;
  /** How it was written, where that tells the kind of site. */
  site: SiteKind | undefined;
  isFixed: boolean;
  /** Colour of links and buttons, where a rule beside it sets one. */
  accent: string | undefined;
}

const nameIn = (text: string): ElementName | undefined => ElementName.safeParse(text).data;

/** Our elements in HTML, in the attributes of a CMS’s own shortcuts, or as links alone. */
export function readSnippet(code: string): FoundCode {
  const parts: Part[] = [];
  let preset: string | undefined;
  let isFixed = false;
  let isDiv = false;
  const accent = /--f3e-accent:\s*(#[0-9a-f]{6})\b/i.exec(code)?.[1];
  openTags(code, (name, attributes) => {
    if (name === 'script' && /f3e(?:\.classic)?\.js/.test(attributes['src'] ?? ''))
      isFixed ||= 'integrity' in attributes;
    if (name === 'f3e-provider') preset = presets.find((one) => one === attributes['theme']);
    const element = nameIn(name.replace(/^f3e-/, ''));
    if (element) parts.push({ element, attributes });
    const place = nameIn(attributes['data-f3e'] ?? '');
    if (!place) return;
    isDiv = true;
    const said = Object.entries(attributes).filter(([key]) => key.startsWith('data-') && key !== 'data-f3e');
    parts.push({
      element: place,
      attributes: Object.fromEntries(said.map(([key, value]) => [key.slice(5), value])),
    });
  });
  if (parts.length) return { parts, preset, isFixed, accent, site: isDiv ? 'drupal' : undefined };
  const shortcodes = [...code.matchAll(/\[f3e_([a-z_]+)((?: [a-z-]+="[^"\]]*")*)\s*\/?\]/g)].flatMap(
    ([, name, said]): Part[] => {
      const element = nameIn(name!.replaceAll('_', '-'));
      const attributes = [...said!.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(
        ([, key, value]): [string, string] => [key!, value!.replaceAll('&quot;', '\"')],
      );
      return element ? [{ element, attributes: Object.fromEntries(attributes) }] : [];
    },
  );
  if (shortcodes.length) return { parts: shortcodes, preset, isFixed, accent, site: 'wordpress' };
  const shortcuts = [...code.matchAll(/<([a-z]{3,})((?:\|[a-z-]+=[^|<>]*)*)\|?>/g)].flatMap(
    ([, name, said]): Part[] => {
      const element = elementNames.find((one) => spipNames[one] === name);
      const attributes = [...said!.matchAll(/\|([a-z-]+)=([^|]*)/g)].map(
        ([, key, value]): [string, string] => [key!, value!],
      );
      return element ? [{ element, attributes: Object.fromEntries(attributes) }] : [];
    },
  );
  return { parts: shortcuts, preset, isFixed, accent, site: shortcuts.length ? 'spip' : undefined };
}

/** The address of the builder for what was found; the elements of a ready-made page are that page. */
export function addressOf({ parts, preset, isFixed, site, accent }: FoundCode): string {
  const query = new URLSearchParams();
  const [first] = parts;
  const names = parts.map(({ element }) => element).join(' ');
  const pages: Readonly<Record<string, string>> = {
    'community-card session-calendar resource-list': 'page-community',
    'community-card join-form': 'page-join',
  };
  query.set(fields.shown, pages[names] ?? first?.element ?? '');
  const attributes = pages[names] ? { community: first?.attributes['community'] ?? '' } : first?.attributes;
  // What the element knows, and nothing that the builder calls by the same name.
  const known = first ? readAttributes(first.element, attributes ?? {}) : {};
  for (const [name, value] of Object.entries(known)) query.set(name, value || 'on');
  if (preset) query.set(fields.preset, preset);
  if (isFixed) query.set(fields.fixed, 'fixe');
  if (accent) {
    query.set(fields.colours, 'own');
    query.set(fields.accent, accent);
    // Where the site's own ground is not said: one on which the colour can be read, as it was when it was copied.
    if (contrastOf(accent, '#ffffff') < LEAST_CONTRAST) {
      query.set(fields.ground, '#12181f');
      query.set(fields.text, '#e7ecf1');
    }
  }
  if (parts.length > 1 && !pages[names]) query.set('dit', String(parts.length));
  if (site && siteKinds.includes(site)) query.set(fields.site, site);
  return query.toString();
}
