import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { readElements } from '../../scripts/manifest.js';
import { elementAttributes, elementNames } from '../../src/contract/elements.js';

/** What is right in a template of each framework, and what must not compile. */
const templates: Record<string, { setup: string; right: string[]; wrong: string[] }> = {
  react: {
    setup: `import type {} from '../../dist/react.js'; import * as React from 'react';
      export const one = `,
    right: [
      `<f3e-community-card community="genre" layout="row" heading-level={2} no-join onf3e-join-open={(event) => event.detail.community} />`,
      `<f3e-session-calendar view="agenda" months="3" kind="workshop,webinar" class="x" onf3e-calendar-changed={(event) => event.detail.month} />`,
      `<f3e-join-form community="genre" prefill-organisation="F3E" onf3e-join-accepted={() => {}} />`,
      `<f3e-provider theme="soft"><f3e-resource-list page-size={5} /></f3e-provider>`,
    ],
    wrong: [
      `<f3e-community-card layout="mosaic" />`,
      `<f3e-session-calendar view="mois" />`,
      `<f3e-session-calendar vue="month" />`,
      `<f3e-resource-list page-size="beaucoup" />`,
      `<f3e-community-card onf3e-join-open={(event) => event.detail.nothing} />`,
      `<f3e-agenda />`,
    ],
  },
  vue: {
    setup: `import type {} from '../../dist/vue.js'; import type { GlobalComponents } from 'vue';
      type Props<K extends keyof GlobalComponents> = GlobalComponents[K] extends new () => { $props: infer P } ? P : never;
      export const one = `,
    right: [
      `{ community: 'genre', layout: 'row', 'heading-level': 2, 'no-join': true, onF3eJoinOpen: (event) => event.detail.community } satisfies Props<'f3e-community-card'>`,
      `{ view: 'agenda', class: 'x' } satisfies Props<'f3e-session-calendar'>`,
    ],
    wrong: [
      `{ layout: 'mosaic' } satisfies Props<'f3e-community-card'>`,
      `{ vue: 'month' } satisfies Props<'f3e-session-calendar'>`,
      `{} satisfies Props<'f3e-agenda'>`,
    ],
  },
  svelte: {
    setup: `import type {} from '../../dist/svelte.js'; import type { SvelteHTMLElements } from 'svelte/elements';
      export const one = `,
    right: [
      `{ community: 'genre', layout: 'row', 'no-join': true, 'onf3e-join-open': (event) => event.detail.community } satisfies SvelteHTMLElements['f3e-community-card']`,
    ],
    wrong: [
      `{ layout: 'mosaic' } satisfies SvelteHTMLElements['f3e-community-card']`,
      `{ 'page-size': 'beaucoup' } satisfies SvelteHTMLElements['f3e-resource-list']`,
    ],
  },
};

/** Faults of some files, each by its name. */
function faultsOf(files: ReadonlyMap<string, string>): Map<string, string> {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, ...rest) =>
    files.has(name)
      ? ts.createSourceFile(name, files.get(name)!, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  const faults = new Map<string, string>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file?.fileName ?? 'options';
    // What other packages declare is not ours.
    if (!name.includes('node_modules'))
      faults.set(name, `${faults.get(name) ?? ''}${ts.flattenDiagnosticMessageText(messageText, ' ')} `);
  }
  return faults;
}

describe('types for templates', () => {
  for (const [framework, { setup, right, wrong }] of Object.entries(templates))
    it(`${framework}: what is right compiles, a wrong value does not`, () => {
      const folder = `${process.cwd()}/test/build`;
      const file = (kind: string, at: number) => `${folder}/${framework}-${kind}-${at}.tsx`;
      const files = new Map([
        ...right.map((code, at) => [file('right', at), `${setup}${code};`] as const),
        ...wrong.map((code, at) => [file('wrong', at), `${setup}${code};`] as const),
      ]);
      const faults = faultsOf(files);
      for (const [at, code] of right.entries()) assert.equal(faults.get(file('right', at)), undefined, code);
      for (const [at, code] of wrong.entries()) assert.ok(faults.has(file('wrong', at)), `compiles: ${code}`);
      assert.deepEqual(
        [...faults.keys()].filter((name) => name.includes('/dist/')),
        [],
      );
    });
});

describe('what editors know', () => {
  const json = (name: string) => JSON.parse(readFileSync(`dist/${name}`, 'utf8')) as never;

  it('VS Code: each attribute with its values, each property and part', () => {
    const { tags } = json('vscode.html-custom-data.json') as {
      tags: {
        name: string;
        attributes: { name: string; description: string; values?: { name: string }[] }[];
      }[];
    };
    for (const name of elementNames) {
      const tag = tags.find((one) => one.name === `f3e-${name}`)!;
      for (const [attribute, known] of Object.entries(elementAttributes[name])) {
        const said = tag.attributes.find((one) => one.name === attribute)!;
        assert.ok(said.description, `${name} ${attribute}`);
        assert.deepEqual(
          said.values?.map((one) => one.name),
          'values' in known ? known.values : undefined,
        );
      }
    }
    const css = json('vscode.css-custom-data.json') as {
      properties: { name: string }[];
      pseudoElements: { name: string }[];
    };
    for (const { cssProperties = [], cssParts = [] } of readElements()) {
      for (const { name } of cssProperties)
        assert.ok(
          css.properties.some((one) => one.name === name),
          name,
        );
      for (const { name } of cssParts)
        assert.ok(
          css.pseudoElements.some((one) => one.name === `::part(${name})`),
          name,
        );
    }
  });

  it('JetBrains: the same', () => {
    const { contributions } = json('web-types.json') as {
      contributions: {
        html: {
          elements: {
            name: string;
            attributes: { name: string; value?: { type: string } }[];
            css: { properties: { name: string }[]; parts: { name: string }[] };
            js: { events: { name: string }[] };
          }[];
        };
      };
    };
    for (const { tagName, cssProperties = [], cssParts = [], events = [] } of readElements()) {
      const one = contributions.html.elements.find(({ name }) => name === tagName)!;
      assert.deepEqual(
        one.css.properties.map(({ name }) => name),
        cssProperties.map(({ name }) => name),
      );
      assert.deepEqual(
        one.css.parts.map(({ name }) => name),
        cssParts.map(({ name }) => name),
      );
      assert.deepEqual(
        one.js.events.map(({ name }) => name),
        events.map(({ name }) => name),
      );
    }
    const card = contributions.html.elements.find(({ name }) => name === 'f3e-community-card')!;
    assert.equal(
      card.attributes.find(({ name }) => name === 'layout')!.value!.type,
      "'card' | 'row' | 'compact'",
    );
  });
});
