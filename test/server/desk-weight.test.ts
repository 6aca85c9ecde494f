import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { addMember, type DeskBrowser, enterAs } from '../support/desk.js';
import { createTestApp, type TestApp } from '../support/server.js';

const weightOf = (text: string) => brotliCompressSync(text).length;

describe('what the desk weighs, compressed', () => {
  let s: TestApp;
  let desk: DeskBrowser;
  before(async () => {
    s = await createTestApp();
    await addMember(s, 'poids@f3e.example', [{ role: 'administrator', scope: '' }]);
    desk = await enterAs(s, 'poids@f3e.example');
  });
  after(() => s.close());

  it('its own style 4 kB, its scripts 6 kB', () => {
    const asset = (name: string) => weightOf(readFileSync(`server/assets/${name}`, 'utf8'));
    const [style, scripts] = [asset('bureau.css'), asset('bureau.js') + asset('passkey.js')];
    console.log(`the desk: style ${style} bytes, scripts ${scripts} bytes brotli`);
    assert.ok(style <= 4_096, `${style} bytes of style`);
    assert.ok(scripts <= 6_144, `${scripts} bytes of scripts`);
  });

  it('a page 12 kB', async () => {
    const weights: [string, number][] = [];
    for (const path of [
      '',
      '/demandes',
      '/seances',
      '/seances?passees=1',
      '/seances/nouvelle',
      '/seances/ecsi-2026-12-17',
      '/journal',
      '/equipe',
      '/jetons',
      '/moi',
    ])
      weights.push([path, weightOf(await (await desk.get(`/bureau${path}`)).text())]);
    const [heaviest] = weights.toSorted((a, b) => b[1] - a[1]);
    console.log(`the desk: heaviest page /bureau${heaviest![0]}, ${heaviest![1]} bytes brotli`);
    for (const [path, weight] of weights) assert.ok(weight <= 12_288, `${path}: ${weight} bytes`);
  });
});
