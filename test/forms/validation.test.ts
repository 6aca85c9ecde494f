import { expect } from '@open-wc/testing';
import type { FieldView } from '../../src/api/forms.js';
import { isAsked, type FormAnswers } from '../../src/forms/answers.js';
import { answersToSend, validateAnswers } from '../../src/forms/lazy/validation.js';

const messages = {
  required: (label: string) => `${label} is missing`,
  tooLong: (label: string, most: number) => `${label} has more than ${most}`,
  email: 'no address',
} as never;
const field = (name: string, more: Partial<FieldView> = {}) =>
  ({ name, label: name, kind: 'text', required: false, condition: null, options: [], ...more }) as FieldView;
const answers = (given: Record<string, string | string[]>): FormAnswers => new Map(Object.entries(given));

describe('the answers of a form', () => {
  const fields = [
    field('email', { kind: 'email', required: true }),
    field('membership', { options: [] }),
    field('organisation', { required: true, condition: { field: 'membership', equals: ['member'] } }),
    field('role', { condition: { field: 'organisation', equals: ['ong'] } }),
    field('motivation', { maxLength: 5 }),
    field('topics'),
  ];
  const wrong = (given: Record<string, string | string[]>) =>
    validateAnswers(fields, answers(given), messages).map(({ name, detail }) => `${name}: ${detail}`);

  it('are judged in the order of the form, and only where a question is asked', () => {
    expect(wrong({})).to.deep.equal(['email: email is missing']);
    expect(wrong({ motivation: '123456', membership: 'member' })).to.deep.equal([
      'email: email is missing',
      'organisation: organisation is missing',
      'motivation: motivation has more than 5',
    ]);
    expect(wrong({ email: 'a@example.org', membership: 'other' })).to.deep.equal([]);
  });

  it('hold an address as people write it, blanks around it aside', () => {
    for (const good of ['a@example.org', ' a.b+c@sub.example.paris ', "l'orga@exemple.fr"])
      expect(wrong({ email: good }), good).to.deep.equal([]);
    for (const bad of [
      'a',
      'a@b',
      'a@b.c',
      'a b@example.org',
      'a@example.org, b@example.org',
      '<a@example.org>',
    ])
      expect(wrong({ email: bad }), bad).to.deep.equal(['email: no address']);
    expect(wrong({ email: '   ' })).to.deep.equal(['email: email is missing']);
  });

  it('are sent without what is empty, and without what is no longer asked', () => {
    const given = answers({
      email: ' a@example.org ',
      membership: 'other',
      organisation: 'typed before',
      motivation: '   ',
      topics: ['one', 'two'],
    });
    expect(answersToSend(fields, given)).to.deep.equal({
      email: 'a@example.org',
      membership: 'other',
      topics: ['one', 'two'],
    });
  });

  it('ask a question only when the one it depends on is asked, and survive a circle of conditions', () => {
    const role = fields[3]!;
    expect(isAsked(role, answers({ membership: 'member', organisation: 'ong' }), fields)).to.equal(true);
    expect(isAsked(role, answers({ membership: 'other', organisation: 'ong' }), fields)).to.equal(false);
    const circle = [
      field('a', { condition: { field: 'b', equals: ['x'] } }),
      field('b', { condition: { field: 'a', equals: ['x'] } }),
    ];
    expect(isAsked(circle[0]!, answers({ a: 'x', b: 'x' }), circle)).to.equal(true);
    expect(
      isAsked(
        field('c', { condition: { field: 'many', equals: ['y'] } }),
        answers({ many: ['x', 'y'] }),
        fields,
      ),
    ).to.equal(true);
  });
});
