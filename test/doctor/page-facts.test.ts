import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPage } from '../../server/embedding/check-page.js';
import { allows, judgePage, nearestTo, type PageFacts, systemOf } from '../../src/doctor/page-facts.js';
import { findingCodes } from '../../src/doctor/page-facts.js';
import { doctorMessages } from '../../src/doctor/words.js';

const server = 'https://communautes.example.org';
const script = { src: `${server}/v1/f3e.js`, type: 'module', isHeld: false, hasNonce: false };
const card = { name: 'community-card', communities: ['genre'], session: '' };
const page: PageFacts = {
  page: 'https://membre.example.org/page',
  server,
  system: 'other',
  scripts: [script],
  tags: [card],
  links: [],
  policies: [],
};
const codes = (facts: Partial<PageFacts>) => judgePage({ ...page, ...facts }).map(({ code }) => code);

describe('what is wrong with a page', () => {
  it('is nothing where all is there, and one thing where one is', () => {
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ scripts: [] }), ['no-script']);
    assert.deepEqual(codes({ tags: [] }), ['tag-stripped']);
    assert.deepEqual(codes({ scripts: [], tags: [] }), ['nothing']);
    assert.deepEqual(codes({ scripts: [], tags: [], links: [`${server}/seances`] }), ['nothing']);
    assert.deepEqual(codes({ tags: [{ ...card, name: 'community-cart' }] }), ['tag-unknown']);
    assert.deepEqual(codes({ scripts: [{ ...script, type: '' }] }), ['script-wrong-type']);
    assert.deepEqual(codes({ policies: ["default-src 'none'"] }), ['script-blocked']);
    assert.deepEqual(codes({ policies: ["upgrade-insecure-requests, script-src 'none'"] }), [
      'script-blocked',
    ]);
    assert.deepEqual(codes({ policies: [`default-src 'none'; script-src ${server}`] }), ['api-blocked']);
  });

  it('is judged by the policy as a browser does', () => {
    const of = (policy: string, at = `${server}/v1/f3e.js`, hasNonce = false) =>
      allows(policy, 'script', at, { page: page.page, hasNonce });
    for (const policy of [
      '',
      'script-src *',
      'script-src https:',
      'script-src http:',
      'script-src https://communautes.example.org',
      'script-src *.example.org',
      'script-src communautes.example.org/v1/',
      "script-src-elem https://communautes.example.org; script-src 'none'",
    ])
      assert.ok(of(policy), policy);
    for (const policy of [
      "script-src 'none'",
      "script-src 'self'",
      'script-src ftp:',
      'script-src https://example.org',
      'script-src https://communautes.example.org:8443',
      'script-src communautes.example.org/v2/',
      "script-src 'strict-dynamic' https:",
    ])
      assert.ok(!of(policy), policy);
    assert.ok(of("script-src 'self'", 'https://membre.example.org/f3e.js'));
    assert.ok(of("script-src 'nonce-abc'", undefined, true));
  });

  it('is told once, from outside too, however many tags it is about', async () => {
    const cards = '<f3e-community-card community="gendre"></f3e-community-card>'.repeat(3);
    const { findings } = await checkPage(
      { url: page.page, headers: {}, text: `<script type="module" src="${script.src}"></script>${cards}` },
      {
        server,
        communities: ['genre'],
        isSession: async () => true,
        isServed: () => true,
        maySend: () => true,
      },
    );
    assert.deepEqual(findings, [{ code: 'wrong-slug', about: 'gendre', nearest: 'genre' }]);
  });

  it('names the nearest thing that exists, when it is near', () => {
    assert.deepEqual(nearestTo('gendre', ['aoc', 'genre']), { nearest: 'genre' });
    assert.deepEqual(nearestTo('evaluation', ['aoc', 'genre']), {});
  });

  it('knows systems by what they leave in their pages', () => {
    assert.equal(systemOf('WordPress 6.8', []), 'wordpress');
    assert.equal(systemOf('', ['https://x.example/wp-content/themes/a.css']), 'wordpress');
    assert.equal(systemOf('SPIP 4.4', []), 'spip');
    assert.equal(systemOf('', ['/sites/default/files/a.js']), 'drupal');
    assert.equal(systemOf('Hugo', ['/a.js']), 'other');
  });

  it('has words for each finding, in both languages', () => {
    for (const language of ['fr', 'en'])
      for (const code of findingCodes) {
        const { title, fix } = doctorMessages(language).findings[code];
        assert.ok(title('x', 'y').length > 10 && fix.other.length > 10, `${language} ${code}`);
      }
  });
});
