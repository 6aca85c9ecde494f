import { readFileSync } from 'node:fs';

export interface Entry {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

/** What `custom-elements.json` says of an element. */
export interface ElementDeclaration {
  tagName: string;
  /** Name of the class. */
  name: string;
  description?: string;
  attributes?: (Entry & { fieldName?: string })[];
  members?: (Entry & { kind: string; attribute?: string })[];
  events?: Entry[];
  slots?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
  cssStates?: Entry[];
}

/** The elements, as `cem analyze` found them. */
export function readElements(): ElementDeclaration[] {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
    modules: { declarations?: Partial<ElementDeclaration>[] }[];
  };
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((one): one is ElementDeclaration => Boolean(one.tagName));
}
