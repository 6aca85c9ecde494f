import { timingSafeEqual } from 'node:crypto';

/** A day: a form that was left open for so long can be sent. */
const GOOD_FOR = 86_400_000;

/**
 * What lets a page in a sandboxed frame send its form: such a page has no origin by which a list could know it. Signed, for
 * one form of one community or session, for a day.
 */
export function createFrameTokens(keyed: (text: string) => string, now: () => number) {
  const markOf = (form: string, until: string) => keyed(`frame ${form} ${until}`).slice(0, 32);
  return {
    make: (form: string): string => {
      const until = (now() + GOOD_FOR).toString(36);
      return `${until}.${markOf(form, until)}`;
    },
    isGood(token: string, form: string): boolean {
      const [until = '', mark = '', ...more] = token.split('.');
      if (more.length) return false;
      const expected = Buffer.from(markOf(form, until));
      const given = Buffer.from(mark);
      return (
        given.length === expected.length && timingSafeEqual(given, expected) && parseInt(until, 36) > now()
      );
    },
  };
}
