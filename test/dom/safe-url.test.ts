import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeUrl } from '../../src/dom/safe-url.js';

describe('safeUrl', () => {
  it('lets through what a link may lead to', () => {
    for (const good of [
      'https://f3e.asso.fr/?p=35262',
      'http://example.org/é',
      'mailto:a@example.org',
      'tel:+33100000000',
      'HTTPS://example.org/',
    ]) {
      assert.ok(safeUrl(good), good);
    }
  });

  it('F04 refuses scripts, however they are written', () => {
    for (const bad of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '\tjavascript:alert(1)',
      '\njavascript:alert(1)',
      '\u0001javascript:alert(1)',
      'java\nscript:alert(1)',
      ' javascript:alert(1)',
    ]) {
      assert.equal(safeUrl(bad), '', JSON.stringify(bad));
    }
  });

  it('F05 refuses data, vbscript, blob and file', () => {
    for (const bad of [
      'data:text/html,<script>1</script>',
      'vbscript:x',
      'blob:https://example.org/1',
      'file:///etc/passwd',
      'about:blank',
      'x:y',
    ]) {
      assert.equal(safeUrl(bad), '', bad);
    }
  });

  it('F06 refuses addresses that hide where they lead', () => {
    for (const bad of [
      '//evil',
      '/\\evil',
      'https:\\\\evil',
      'https:evil',
      'https:///evil',
      'https://f3e.org@evil',
      'https://a:b@evil',
      'https://evil\u2028.org',
      'relative',
      '',
      '#x',
    ]) {
      assert.equal(safeUrl(bad), '', bad);
    }
  });
});
