/** From `custom-elements.json`: completion for VS Code and JetBrains, and types for JSX. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readElements } from './manifest.js';

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
      attributes: (element.attributes ?? []).map(({ name, description = '', type }) => ({
        name,
        description,
        ...valuesOf(type?.text),
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
          attributes: (element.attributes ?? []).map(({ name, description = '' }) => ({ name, description })),
          slots: element.slots ?? [],
          js: { events: (element.events ?? []).map(({ name, description = '' }) => ({ name, description })) },
        })),
      },
    },
  });
  const jsx = elements.map(({ tagName, attributes = [] }) => {
    const lines = attributes.map(({ name, description, type }) => {
      const text = type?.text ?? 'string';
      const kind = text === 'boolean' ? 'boolean' : text === 'number' ? 'number | string' : 'string';
      return `      /** ${description ?? ''} */\n      '${name}'?: ${kind};`;
    });
    return `    '${tagName}': F3eBase & {\n${lines.join('\n')}\n    };`;
  });
  write(
    'jsx.d.ts',
    `/** Types for JSX: \`import type {} from 'f3e-community-widgets/jsx'\`. */
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
${jsx.join('\n').replace(/^ {4}/gm, '  ').replace(/^ {6}/gm, '    ')}
}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends F3eElements {}
  }
}
`,
  );
}

/** Named choices, when the type is a union of texts. */
function valuesOf(type = ''): { values?: { name: string }[] } {
  const names = [...type.matchAll(/'([^']+)'/g)].map(([, name]) => ({ name: name! }));
  return names.length ? { values: names } : {};
}
