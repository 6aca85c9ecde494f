import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toCsv } from '../../server/shared/csv.js';

describe('a CSV file', () => {
  const rowOf = (value: string) => toCsv(['a'], [{ a: value }]).slice('\uFEFFa\r\n'.length, -2);

  it('has no cell that a spreadsheet takes for a formula, whatever it begins with (S13)', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\0']) assert.equal(rowOf(`${start}1`), `'${start}1`);
    assert.equal(rowOf('\r1'), `"'\r1"`);
    assert.equal(rowOf(' =1'), ' =1', 'what begins otherwise is left as it is');
  });

  it('keeps quotes, commas and lines within their cell (RFC 4180)', () => {
    assert.equal(rowOf('a"b'), '"a""b"');
    assert.equal(rowOf('a,b'), '"a,b"');
    assert.equal(rowOf('a\nb'), '"a\nb"');
    assert.equal(toCsv(['a', 'b'], [{ a: null, b: ['x', 'y'] }, { a: 0 }]), '\uFEFFa,b\r\n,x y\r\n0,\r\n');
  });
});
