/**
 * Writes the icons that the project draws as paths, one file each, from the Lucide package. To add one, add its name and run
 * `npm run icons`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Names of https://lucide.dev/icons. */
const names = [
  'accessibility',
  'ban',
  'book-open',
  'calendar',
  'calendar-clock',
  'calendar-plus',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'download',
  'external-link',
  'file-text',
  'flask-conical',
  'globe',
  'hand',
  'headphones',
  'languages',
  'list',
  'lock',
  'lock-open',
  'map-pin',
  'microscope',
  'newspaper',
  'notebook-pen',
  'play',
  'scroll-text',
  'sliders-horizontal',
  'users',
  'video',
  'wrench',
];

/** As wide as the code is. */
const LINE = 110;

type Attributes = Readonly<Record<string, string>>;
type IconNode = readonly [tag: string, attributes: Attributes];

/** One path for all elements of an icon: it is drawn by one `<path>`. */
export const pathOf = (nodes: readonly IconNode[]): string =>
  nodes.map(([tag, attributes]) => drawings[tag]!(attributes)).join('');

const numbers = (attributes: Attributes, ...keys: string[]) =>
  keys.map((key) => Number(attributes[key] ?? 0));

const drawings: Readonly<Record<string, (attributes: Attributes) => string>> = {
  // A small first “m” counts from the beginning, which is elsewhere once paths are joined.
  path: ({ d }) =>
    d!.replace(
      /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=(.?))/,
      (_, x: string, y: string, next: string) => `M${x} ${y}${/[-\d.]/.test(next) ? 'l' : ''}`,
    ),
  circle: (attributes) => {
    const [cx, cy, r] = numbers(attributes, 'cx', 'cy', 'r') as [number, number, number];
    return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  },
  rect: (attributes) => {
    const [x, y, width, height, rx, ry] = numbers(attributes, 'x', 'y', 'width', 'height', 'rx', 'ry') as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const r = rx || ry;
    const corner = (dx: number, dy: number) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '');
    return (
      `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}` +
      `h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`
    );
  },
  line: (attributes) => {
    const [x1, y1, x2, y2] = numbers(attributes, 'x1', 'y1', 'x2', 'y2');
    return `M${x1} ${y1}L${x2} ${y2}`;
  },
  polyline: ({ points }) => `M${points!.trim()}`,
  polygon: ({ points }) => `M${points!.trim()}z`,
};

const declaration = (name: string, path: string): string => {
  const line = `export const ${name} = '${path}';`;
  return line.length <= LINE ? line : line.replace(' = ', ' =\n  ');
};

/** The files, by their name. */
export function iconFiles(): Map<string, string> {
  const file = createRequire(import.meta.url).resolve('lucide-static/icon-nodes.json');
  const nodes = JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly IconNode[]>;
  return new Map(
    names.map((name) => {
      const constant = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      const path = pathOf(nodes[name]!);
      return [
        `${name}.ts`,
        `// Made by “npm run icons” from Lucide; see the notice in LICENSE.\n${declaration(`${constant}Icon`, path)}\n`,
      ];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of iconFiles())
    writeFileSync(new URL(`../src/icons/${name}`, import.meta.url), text);
