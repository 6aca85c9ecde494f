import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import ts from 'typescript';

type Support = Record<string, { version_added?: string | boolean } | { version_added?: string | boolean }[]>;
interface Feature {
  __compat?: { support: Support };
  [name: string]: unknown;
}

const promised = (() => {
  const readme = readFileSync('README.md', 'utf8');
  const [, chrome, firefox, safari] = /Chrome and Edge ([\d.]+), Firefox ([\d.]+), Safari ([\d.]+)/.exec(
    readme,
  )!;
  return { chrome, edge: chrome, firefox, safari, safari_ios: safari } as Record<string, string>;
})();

const isLater = (one: string, other: string): boolean => {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [one, other].map((version) =>
    version.replace('≤', '').split('.').map(Number),
  ) as [number[], number[]];
  return a > c || (a === c && b > d);
};

/** The promised browsers that lack a feature. */
function lackingIn({ __compat }: Feature): string[] {
  return Object.entries(promised).flatMap(([browser, version]) => {
    const of = __compat!.support[browser];
    const added = (Array.isArray(of) ? of[0] : of)?.version_added;
    const isThere = added === true || (typeof added === 'string' && !isLater(added, version));
    return isThere ? [] : [`${browser} (${String(added)})`];
  });
}

/** Where the compatibility data list what TypeScript's libraries declare in interfaces of several classes. */
const listedUnder: Readonly<Record<string, readonly string[]>> = {
  '': ['Window'],
  WindowOrWorkerGlobalScope: ['Window'],
  ParentNode: ['Element', 'Document'],
  ChildNode: ['Element', 'CharacterData'],
  Slottable: ['Element'],
  DocumentOrShadowRoot: ['Document', 'ShadowRoot'],
  HTMLOrSVGElement: ['HTMLElement'],
  HTMLHyperlinkElementUtils: ['HTMLAnchorElement'],
  NavigatorOnLine: ['Navigator'],
  Body: ['Response'],
};

/** A member of a built-in class or interface, or a global, in the compatibility data; nothing where they do not name it. */
function featureOf(owner: string, member: string): Feature | undefined {
  const { api, javascript } = bcd as unknown as { api: Feature; javascript: { builtins: Feature } };
  const { builtins } = javascript;
  const name = owner.replace(/^Readonly(?=Array|Map|Set)|Constructor$/g, '');
  const classes = name ? [builtins[name], (builtins['Intl'] as Feature)[name], api[name]] : [builtins, api];
  const mixed = (listedUnder[name] ?? []).map((one) => api[one]);
  for (const of of [...classes, ...mixed] as (Feature | undefined)[]) {
    const feature = (of?.[member] ?? of?.[`${member}_static`]) as Feature | undefined;
    if (feature?.__compat) return feature;
  }
  return undefined;
}

/** What the widgets use of the browser, by “owner.member”, with the files that do. */
function usedFeatures(): Map<string, { feature: Feature; files: Set<string> }> {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => readFileSync(file, 'utf8')) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const files = ts.sys.readDirectory('src', ['.ts']);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const used = new Map<string, { feature: Feature; files: Set<string> }>();
  const note = (symbol: ts.Symbol | undefined, file: string) => {
    for (const declaration of symbol?.declarations ?? []) {
      if (!program.isSourceFileDefaultLibrary(declaration.getSourceFile())) continue;
      const { parent } = declaration;
      const owner = ts.isInterfaceDeclaration(parent) ? parent.name.text : '';
      const feature = featureOf(owner, symbol!.name);
      if (!feature) continue;
      const name = [owner, symbol!.name].filter(Boolean).join('.');
      const known = used.get(name) ?? { feature, files: new Set() };
      known.files.add(file);
      used.set(name, known);
    }
  };
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      // Types leave nothing in the script.
      if (ts.isTypeNode(node)) return;
      if (ts.isIdentifier(node)) note(checker.getSymbolAtLocation(node), file);
      ts.forEachChild(node, visit);
    };
    visit(program.getSourceFile(file)!);
  }
  return used;
}

describe('the browsers that README promises', () => {
  it('have every built-in that the widgets use', () => {
    const used = usedFeatures();
    assert.ok(used.size > 150, `${used.size} built-ins were looked up`);
    const lacking = [...used].flatMap(([name, { feature, files }]) => {
      const browsers = lackingIn(feature);
      return browsers.length
        ? [`${name} is missing in ${browsers.join(', ')}: ${[...files].join(', ')}`]
        : [];
    });
    assert.deepEqual(lacking, []);
  });

  it('would be told of what they lack', () => {
    assert.deepEqual(lackingIn(featureOf('URLSearchParams', 'size')!), [
      'chrome (113)',
      'edge (113)',
      'firefox (112)',
      'safari (17)',
      'safari_ios (17)',
    ]);
    assert.ok(lackingIn(featureOf('ReadonlyArray', 'toSorted')!).includes('firefox (115)'));
    assert.ok(lackingIn(featureOf('DurationFormat', 'format')!).includes('firefox (136)'));
    assert.deepEqual(lackingIn(featureOf('ObjectConstructor', 'hasOwn')!), []);
    assert.deepEqual(lackingIn(featureOf('ParentNode', 'append')!), []);
  });
});
