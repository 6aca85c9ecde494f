import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ResourceAccess,
  ResourceKind,
  SessionAudience,
  SessionKind,
  SessionMode,
} from '../../src/contract/index.js';
import { readableIn } from '../../src/dom/attribute-values.js';
import { attributeRules as ofList } from '../../src/elements/resource-list/attributes.js';
import { attributeRules as ofCalendar } from '../../src/elements/session-calendar/attributes.js';

test('attributes accept every code of the contract, and no other (V01)', () => {
  for (const [rule, { options }] of [
    [ofCalendar.kind, SessionKind],
    [ofCalendar.mode, SessionMode],
    [ofCalendar.audience, SessionAudience],
    [ofList.kind, ResourceKind],
    [ofList.access, ResourceAccess],
  ] as const) {
    assert.deepEqual(rule.codes, options);
    assert.deepEqual(readableIn(` ${options.join(' , ').toUpperCase()},nope`, rule), options);
  }
});
