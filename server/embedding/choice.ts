import {
  elementAttributes,
  elementNames,
  type ElementAttributes,
  type ElementName,
} from '../../src/contract/elements.js';
import { pageNames, type PageName, siteKinds, type SiteKind } from '../i18n/builder/index.js';
import { isColour, readableOn } from './contrast.js';
import { readAttributes, type WrittenAttributes } from './element-tag.js';

export type Shown = ElementName | PageName;
export const presets = ['neutral', 'f3e', 'soft', 'contrast'] as const;
export const widths = ['360', '640', '1000'] as const;

/** One element of a snippet. */
export interface Part {
  element: ElementName;
  attributes: WrittenAttributes;
}

/** What somebody chose in the builder, as its address holds it. */
export interface Choice {
  shown: Shown;
  attributes: WrittenAttributes;
  parts: readonly Part[];
  /** Preset of a provider around the elements; those that take one by an attribute have it there. */
  preset: (typeof presets)[number];
  site: SiteKind;
  /** Colours of the site; undefined where the page is taken as it is. */
  colours: { text: string; ground: string; accent: string } | undefined;
  /** Whether the script is of one release, with its hash. */
  isFixed: boolean;
  width: (typeof widths)[number];
  isDark: boolean;
}

export const isPage = (shown: Shown): shown is PageName => pageNames.includes(shown as PageName);

/** The settings that people see of what is shown. */
export const attributesOf = (shown: Shown): ElementAttributes => {
  if (!isPage(shown)) return elementAttributes[shown];
  return shown === 'page-community' || shown === 'page-join' ? { community: { kind: 'community' } } : {};
};

/** Whether the preset stands on a provider: a page has several elements, and `theme` of a list is a subject. */
export const hasProvider = (shown: Shown): boolean =>
  isPage(shown) || elementAttributes[shown]['theme']?.kind !== 'choice';

/** The elements of a ready-made page. */
function partsOf(shown: Shown, attributes: WrittenAttributes): Part[] {
  const { community = '' } = attributes;
  switch (shown) {
    case 'page-community':
      return [
        { element: 'community-card', attributes: { community, layout: 'row', 'heading-level': '2' } },
        { element: 'session-calendar', attributes: { community, view: 'agenda', 'no-filters': '' } },
        { element: 'resource-list', attributes: { community, 'page-size': '5', 'no-filters': '' } },
      ];
    case 'page-sessions':
      return [{ element: 'session-calendar', attributes: { 'state-param': 'agenda' } }];
    case 'page-resources':
      return [{ element: 'resource-list', attributes: { 'state-param': 'ressources' } }];
    case 'page-join':
      return [
        { element: 'community-card', attributes: { community, layout: 'compact', 'no-join': '' } },
        { element: 'join-form', attributes: { community } },
      ];
    default:
      return [{ element: shown, attributes }];
  }
}

/** What the fields of the builder hold; each may come several times. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** The community or session that an element is about, where nobody chose one. */
export interface Defaults {
  community: string;
  session: string;
}

/** Names of the builder's own fields, which no attribute has. */
export const fields = {
  shown: 'montrer',
  site: 'site',
  preset: 'allure',
  colours: 'couleurs',
  text: 'texte',
  ground: 'fond',
  accent: 'accent',
  fixed: 'version',
  width: 'largeur',
  dark: 'sombre',
} as const;

/** Colours that stand in the fields until somebody gives those of a site. */
export const unsetColours = { text: '#1c2733', ground: '#ffffff', accent: '#14528f' } as const;

export function readChoice(given: Given, defaults: Defaults): Choice {
  const one = <T extends string>(name: string, of: readonly T[], unset: T): T =>
    of.find((value) => value === given[name]?.[0]) ?? unset;
  const shown = one<Shown>(fields.shown, [...pageNames, ...elementNames], 'page-community');
  const known = attributesOf(shown);
  const joined = Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, values.filter(Boolean).join(',')]),
  );
  // Fields of a form that are left empty, and settings that are what they would be without a word.
  const said = Object.entries(joined).filter(
    ([name, value]) =>
      name in known && value && !(known[name]?.kind === 'number' && value === String(known[name].unset)),
  );
  const read = readAttributes(isPage(shown) ? 'community-card' : shown, {
    ...Object.fromEntries(Object.entries(joined).filter(([name]) => name.startsWith('prefill-'))),
    ...Object.fromEntries(said),
  });
  const unset = (['community', 'session'] as const).filter(
    (name) => known[name]?.kind === name && !read[name] && defaults[name],
  );
  const attributes = { ...Object.fromEntries(unset.map((name) => [name, defaults[name]])), ...read };
  const colour = (name: string, unset: string) => {
    const [value] = given[name] ?? [];
    return isColour(value) ? value.toLowerCase() : unset;
  };
  const isOwn = given[fields.colours]?.[0] === 'own';
  return {
    shown,
    attributes,
    parts: partsOf(shown, attributes),
    preset: one(fields.preset, presets, 'neutral'),
    site: one(fields.site, siteKinds, 'html'),
    colours: isOwn
      ? {
          text: colour(fields.text, unsetColours.text),
          ground: colour(fields.ground, unsetColours.ground),
          accent: colour(fields.accent, unsetColours.accent),
        }
      : undefined,
    isFixed: given[fields.fixed]?.[0] === 'fixe',
    width: one(fields.width, widths, '640'),
    isDark: given[fields.dark]?.[0] === 'oui',
  };
}

/** The accent that the snippet sets: the one chosen, or the nearest that can be read. */
export const accentOf = ({ colours }: Choice): string | undefined =>
  colours && readableOn(colours.accent, colours.ground);

/** The address of a choice, for links and previews. */
export function queryOf(choice: Choice): string {
  const { shown, attributes, preset, site, colours, isFixed, width, isDark } = choice;
  const query = new URLSearchParams();
  const put = (name: keyof typeof fields, value: string | undefined) => {
    if (value) query.set(fields[name], value);
  };
  put('shown', shown);
  for (const [name, value] of Object.entries(attributes)) query.set(name, value || 'on');
  put('preset', preset === 'neutral' ? undefined : preset);
  put('site', site === 'html' ? undefined : site);
  if (colours) {
    put('colours', 'own');
    put('text', colours.text);
    put('ground', colours.ground);
    put('accent', colours.accent);
  }
  put('fixed', isFixed ? 'fixe' : undefined);
  put('width', width === '640' ? undefined : width);
  put('dark', isDark ? 'oui' : undefined);
  return query.toString();
}
