import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toCsv } from '../../server/shared/csv.js';

describe('a CSV file', () => {
  const rowOf = (value: string) => toCsv(['a'], [{ a: value }]).slice('\uFEFFa\r\n'.length, -2);

  it('has no cell that a spreadsheet takes for a formula, whatever it begins with (S13)', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\0']) assert.equal(rowOf(`${start}1`), `'${start}1`);
    assert.equal(rowOf('\r1'), `"'\r1"`);
    assert.equal(rowOf(' =1'), ' =1', 'what begins otherwise is left as it is');
    for (const wide of ['＝', '＋', '－', '＠']) assert.equal(rowOf(`${wide}1`), `'${wide}1`);
  });

  it('has none either where cells are separated by semicolons, as in French settings (S13)', () => {
    assert.equal(rowOf('Asso;=cmd|x;y'), "Asso;'=cmd|x;y");
    assert.equal(rowOf('Asso;＝1'), "Asso;'＝1");
    assert.equal(rowOf('Asso\n=1'), `"Asso\n'=1"`);
    assert.equal(rowOf('a;b - c; -d'), 'a;b - c; -d', 'a dash after a blank begins no formula');
  });

  it('keeps quotes, commas and lines within their cell (RFC 4180)', () => {
    assert.equal(rowOf('a"b'), '"a""b"');
    assert.equal(rowOf('a,b'), '"a,b"');
    assert.equal(rowOf('a\nb'), '"a\nb"');
    assert.equal(toCsv(['a', 'b'], [{ a: null, b: ['x', 'y'] }, { a: 0 }]), '\uFEFFa,b\r\n,x y\r\n0,\r\n');
  });
});
