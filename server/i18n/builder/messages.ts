import type { ElementName } from '../../../src/contract/elements.js';

/** Ready-made pages: several elements in one block. */
export const pageNames = ['page-community', 'page-sessions', 'page-resources', 'page-join'] as const;
export type PageName = (typeof pageNames)[number];

/** Kinds of sites that a snippet is written for. */
export const siteKinds = ['html', 'wordpress', 'spip', 'drupal', 'wix', 'react', 'vue'] as const;
export type SiteKind = (typeof siteKinds)[number];

/** The words of the snippet builder. */
export interface BuilderMessages {
  title: string;
  intro: string;
  what: string;
  pages: string;
  one: string;
  shown: Record<ElementName | PageName, { name: string; text: string }>;
  options: string;
  more: string;
  /** By the name of an attribute. */
  attributes: Readonly<Record<string, string>>;
  /** By the code of a choice. */
  values: Readonly<Record<string, string>>;
  unset: string;
  everything: string;
  hints: Readonly<Record<string, string>>;
  preset: string;
  colours: string;
  coloursOf: Record<'page' | 'own', string>;
  colour: Record<'text' | 'ground' | 'accent', string>;
  contrast: Record<'low' | 'mended' | 'good', (ratio: string, colour: string) => string>;
  preview: string;
  previewFrame: string;
  width: string;
  widths: Record<'360' | '640' | '1000', string>;
  dark: string;
  go: string;
  paste: string;
  site: string;
  sites: Record<SiteKind, string>;
  fixed: string;
  fixedHint: string;
  steps: Record<SiteKind, readonly string[]>;
  code: string;
  script: string;
  plugin: string;
  style: string;
  config: string;
  copy: string;
  copied: string;
  back: {
    title: string;
    text: string;
    label: string;
    go: string;
    nothing: string;
    found(count: number): string;
  };
  noSession: string;
  check: {
    title: string;
    intro: string;
    label: string;
    go: string;
    fine(count: number): string;
    found: string;
    toDo: string;
    refused: Record<
      'address' | 'private' | 'timeout' | 'too-large' | 'redirects' | 'unreachable' | 'status',
      string
    >;
    inPage: string;
    inPageText: string;
    bookmark: string;
    limits: string;
  };
}
