/** From `custom-elements.json`: completion for VS Code and JetBrains, and types for JSX. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { attributesOf, frameworkTypes } from './framework-types.js';
import { readElements, type ElementDeclaration } from './manifest.js';

export function editorData(): void {
  const elements = readElements();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  mkdirSync('dist', { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(`dist/${name}`, typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`);

  write('vscode.html-custom-data.json', {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tagName,
      description: element.description ?? '',
      attributes: (element.attributes ?? []).map(({ name, description = '' }) => ({
        name,
        description,
        ...valuesOf(element.tagName, name),
      })),
    })),
  });
  write('web-types.json', {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'f3e-community-widgets',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: element.description ?? '',
          attributes: (element.attributes ?? []).map(({ name, description = '' }) => ({
            name,
            description,
            ...valuesForJetBrains(element.tagName, name),
          })),
          slots: element.slots ?? [],
          css: {
            properties: (element.cssProperties ?? []).map(({ name, description = '' }) => ({
              name,
              description,
            })),
            parts: (element.cssParts ?? []).map(({ name, description = '' }) => ({ name, description })),
          },
          js: { events: (element.events ?? []).map(({ name, description = '' }) => ({ name, description })) },
        })),
      },
    },
  });
  write('vscode.css-custom-data.json', {
    version: 1.1,
    properties: [
      ...new Map(
        elements.flatMap(({ cssProperties = [] }) => cssProperties.map((one) => [one.name, one])),
      ).values(),
    ].map(({ name, description = '' }) => ({ name, description })),
    pseudoElements: [
      ...new Map(elements.flatMap(({ cssParts = [] }) => cssParts.map((one) => [one.name, one]))).values(),
    ].map(({ name, description = '' }) => ({ name: `::part(${name})`, description })),
  });
  for (const [name, text] of Object.entries(frameworkTypes())) write(name, text);
  write('jsx.d.ts', jsxTypes(elements));
}

/** For JSX of others than React: attributes alone. */
const jsxTypes = (
  elements: readonly ElementDeclaration[],
) => `/** Types for JSX: \`import type {} from 'f3e-community-widgets/jsx'\`. */
import type { ${elements.map(({ name }) => `${name}Attributes`).join(', ')} } from './attributes.js';

interface F3eBase {
  id?: string;
  class?: string;
  className?: string;
  lang?: string;
  dir?: string;
  slot?: string;
  key?: string | number;
  children?: unknown;
  ref?: unknown;
}
export interface F3eElements {
${elements.map(({ tagName, name }) => `  '${tagName}': F3eBase & ${name}Attributes;`).join('\n')}
}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends F3eElements {}
  }
}
`;

/** The values that an attribute takes, where they can be counted. */
function valuesOf(tagName: string, attribute: string): { values?: { name: string }[] } {
  const known = attributesOf(tagName)[attribute];
  return known && 'values' in known ? { values: known.values.map((name) => ({ name })) } : {};
}

function valuesForJetBrains(tagName: string, attribute: string) {
  const { values } = valuesOf(tagName, attribute);
  return values ? { value: { type: values.map(({ name }) => `'${name}'`).join(' | ') } } : {};
}
