import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readElements } from '../../scripts/manifest.js';
import { elementAttributes, elementNames } from '../../src/contract/elements.js';

describe('what tools know of the elements', () => {
  it('is what their source says: each attribute, and each of its codes', () => {
    const declared = readElements();
    for (const name of elementNames) {
      const { attributes = [] } = declared.find(({ tagName }) => tagName === `f3e-${name}`)!;
      const known = elementAttributes[name];
      assert.deepEqual(
        Object.keys(known).toSorted(),
        attributes
          .map((one) => one.name)
          .filter((one) => one !== 'endpoint')
          .toSorted(),
        name,
      );
      for (const one of attributes) {
        const attribute = known[one.name];
        if (!attribute) continue;
        assert.equal(attribute.kind === 'flag', one.type?.text === 'boolean', `${name} ${one.name}`);
        assert.equal(attribute.kind === 'number', one.type?.text === 'number', `${name} ${one.name}`);
        const codes = [...`${one.type?.text} ${one.description}`.matchAll(/['`]([a-z0-9-]+)['`]/g)].map(
          ([, code]) => code!,
        );
        if (attribute.kind === 'choice')
          assert.deepEqual(
            [...new Set(codes)].toSorted(),
            [...attribute.values].toSorted(),
            `${name} ${one.name}`,
          );
      }
    }
  });
});
