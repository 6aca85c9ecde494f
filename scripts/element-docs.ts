/**
 * `npm run docs`: the reference part of `docs/elements/<name>.md`, made from the manifest of the elements, the types of their
 * events and the codes of the contract. What stands above its first line is written by hand and stays.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import ts from 'typescript';
import {
  ResourceAccess,
  ResourceKind,
  SessionAudience,
  SessionKind,
  SessionMode,
} from '../src/contract/index.js';
import { readElements, type ElementDeclaration, type Entry } from './manifest.js';

const START = '<!-- What follows is made by `npm run docs`. -->';

/** The codes that an attribute takes where its type is a list of them. */
const codes: Record<string, Record<string, readonly string[]>> = {
  'f3e-session-calendar': {
    kind: SessionKind.options,
    mode: SessionMode.options,
    audience: SessionAudience.options,
  },
  'f3e-resource-list': { kind: ResourceKind.options, access: ResourceAccess.options },
};

const root = 'src/index.ts';
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config,
  ts.sys,
  '.',
);
const program = ts.createProgram([root], options);
const checker = program.getTypeChecker();
const exported = new Map(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(root)!)!)
    .map((symbol) => [
      symbol.name,
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    ]),
);
const code = (text: string) => `\`${text}\``;
const textOf = (type: ts.Type) =>
  checker.typeToString(
    type,
    undefined,
    ts.TypeFormatFlags.NoTruncation |
      ts.TypeFormatFlags.InTypeAlias |
      ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType,
  );

/** The values of a union of texts, or the type as it is written. */
function propertyType(className: string, property: string): string {
  const symbol = exported.get(className)!;
  const member = checker.getDeclaredTypeOfSymbol(symbol).getProperty(property)!;
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(member));
  const values = (type.isUnion() ? type.types : [type]).filter((one) => one.isStringLiteral());
  if (values.length > 0)
    return values
      .map(({ value }) => value)
      .filter(Boolean)
      .map(code)
      .join(', ');
  if (type.flags & ts.TypeFlags.BooleanLike) return 'present or absent';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  return type.flags & ts.TypeFlags.StringLike ? 'text' : code(textOf(type));
}

/** What `detail` of an event holds; nothing for an event without any. */
function eventDetail(name: string): string {
  const symbol = exported.get(name);
  if (!symbol) throw new Error(`src/index.ts does not export ${name}`);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const [detail] = checker.getTypeArguments(type as ts.TypeReference);
  const fields = detail!
    .getProperties()
    .map((field) => `${field.name}: ${textOf(checker.getTypeOfSymbol(field))}`);
  return fields.length > 0 ? code(`{ ${fields.join('; ')} }`) : '';
}

const item = (name: string, facts: string[], description = '') => {
  const all = facts.filter(Boolean).join('; ');
  return `- ${name}${all ? ` (${all})` : ''}${description ? ` – ${description}` : ''}`;
};
const section = (title: string, lines: string[]) =>
  lines.length > 0 ? `## ${title}\n\n${lines.join('\n')}\n` : '';

function reference({ tagName, name: className, ...element }: ElementDeclaration): string {
  const attributes = (element.attributes ?? []).map(
    ({ name, fieldName, default: given = '', description, type }) => {
      const value = given.replace(/^'|'$/g, '');
      const taken = codes[tagName]?.[name];
      return item(
        code(name),
        [
          fieldName ? propertyType(className, fieldName) : (type?.text ?? 'text').replace('string', 'text'),
          value && value !== 'false' && value !== 'undefined' ? `default ${code(value)}` : '',
        ],
        `${description ?? ''}${taken ? ` Codes: ${taken.map(code).join(', ')}.` : ''}`,
      );
    },
  );
  const properties = (element.members ?? []).filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const methods = (element.members ?? []).filter(({ kind }) => kind === 'method');
  const plain = ({ name, description, default: given }: Entry, shown = code(name || 'default')) =>
    item(shown, [given ? `default ${code(given)}` : ''], description);
  return [
    section('Attributes', attributes),
    section(
      'Properties without an attribute',
      properties.map(({ name, description }) =>
        item(code(name), [propertyType(className, name)], description),
      ),
    ),
    section(
      'Methods',
      methods.map(({ name, description }) => item(code(`${name}()`), [], description)),
    ),
    section(
      'Events',
      (element.events ?? []).map(({ name, description, type }) => {
        const detail = eventDetail(type!.text);
        return item(code(name), [detail && `detail ${detail}`], description);
      }),
    ),
    section(
      'Slots',
      (element.slots ?? []).map((slot) => plain(slot)),
    ),
    section(
      'Parts',
      (element.cssParts ?? []).map((part) => plain(part)),
    ),
    section(
      'Custom properties',
      (element.cssProperties ?? []).map((property) => plain(property)),
    ),
    section(
      'States',
      (element.cssStates ?? []).map((state) => plain(state, code(`:state(${state.name})`))),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Each page as it should be, by its path. */
export async function elementDocs(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const element of readElements()) {
    const { tagName } = element;
    const path = `docs/elements/${tagName.replace('f3e-', '')}.md`;
    const [byHand = ''] = existsSync(path) ? readFileSync(path, 'utf8').split(START) : [];
    const beginning = byHand.trim() || `# ${tagName}\n\n${element.description ?? ''}`;
    const text = `${beginning}\n\n${START}\n\n${reference(element)}`;
    pages.set(path, await format(text, { parser: 'markdown', embeddedLanguageFormatting: 'off' }));
  }
  return pages;
}

if (process.argv[1]?.endsWith('element-docs.ts')) {
  mkdirSync('docs/elements', { recursive: true });
  for (const [path, text] of await elementDocs()) writeFileSync(path, text);
}
