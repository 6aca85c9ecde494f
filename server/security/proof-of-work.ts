import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Challenge } from '../../src/contract/index.js';
import { sha256 } from '../shared/secrets.js';

/** How long a challenge is good for (S09). */
const CHALLENGE_MS = 600_000;
/** People need longer than that to fill in a form. */
const LEAST_MS = 2_000;

const ALGORITHM = 'PBKDF2/SHA-256';
/** Iterations of each try: about a millisecond in a browser. */
const COST = 2_000;

const Payload = z.object({
  challenge: Challenge,
  solution: z.object({ counter: z.int().min(0).max(10_000), derivedKey: z.string().max(128) }),
});

/** What a proof of work says: why a request should be reviewed, why it cannot be taken, and the name it is spent under. */
export interface Proof {
  review: 'no-proof' | 'too-fast' | null;
  fault: 'forged' | 'expired' | 'other-form' | null;
  spends: string | null;
  /** What follows when it was used before: the sender makes another one, or the team looks at the submission. */
  whenUsed: 'refuse' | 'review';
}

const nothing: Proof = { review: null, fault: null, spends: null, whenUsed: 'refuse' };
/** A person may leave a hosted page open for so long: three days. */
const STAMP_MS = 3 * 86_400_000;

/** Asks browsers for a little work before each submission, signed so that nothing needs to be remembered until it is spent. */
export function createProofOfWork({
  keyed,
  now,
  mostTries,
}: {
  /** Names under the secret that all processes share. */
  keyed: (name: string) => string;
  now: () => number;
  mostTries: number;
}) {
  const key = (purpose: string) => keyed(`proof ${purpose}`);
  const secrets = {
    hmacSignatureSecret: key('challenge'),
    hmacKeySignatureSecret: key('solution'),
  };

  return {
    /** Whether any work is asked for. */
    isAsked: mostTries > 0,

    /** A challenge for one form; nothing when no work is asked for. */
    async challenge(form: string): Promise<Challenge | undefined> {
      if (!mostTries) return undefined;
      return Challenge.parse(
        await createChallenge({
          algorithm: ALGORITHM,
          cost: COST,
          // From 0.6 times the most to the most: nobody is lucky, and nobody waits for long.
          counter: randomInt(Math.ceil(mostTries * 0.6), mostTries + 1),
          data: { form, at: now() },
          deriveKey,
          ...secrets,
        }),
      );
    },

    /** Reads a proof for a form; it is spent by whoever takes the submission. */
    async read(form: string, text: string | null | undefined): Promise<Proof> {
      if (!mostTries) return nothing;
      if (!text) return { ...nothing, review: 'no-proof' };
      const payload = Payload.safeParse(jsonIn(text));
      if (!payload.success) return { ...nothing, fault: 'forged' };
      const { challenge, solution } = payload.data;
      const { verified } = await verifySolution({
        challenge: challenge,
        solution,
        deriveKey,
        ...secrets,
      });
      const { data } = challenge.parameters;
      const age = now() - Number(data['at']);
      if (!verified) return { ...nothing, fault: 'forged' };
      if (data['form'] !== form) return { ...nothing, fault: 'other-form' };
      if (age > CHALLENGE_MS) return { ...nothing, fault: 'expired' };
      return {
        ...nothing,
        review: age < LEAST_MS ? 'too-fast' : null,
        spends: sha256(challenge.signature),
      };
    },

    /** What a hosted page remembers of when it was opened. */
    stamp: (form: string): string => {
      const at = String(now());
      return `${at}.${key(`opened ${form} ${at}`)}`;
    },

    /**
     * Reads the stamp of a hosted page, good for three days and once. Nobody is refused without one, since the page works
     * without scripts: the team looks at the submission (S09).
     */
    readStamp(form: string, stamp: string | null): Proof {
      const [at = '', mark = ''] = (stamp ?? '').split('.');
      const expected = Buffer.from(key(`opened ${form} ${at}`));
      const given = Buffer.from(mark);
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
      const age = now() - Number(at);
      if (age < LEAST_MS && isOurs) return { ...nothing, review: 'too-fast' };
      if (!mostTries) return nothing;
      if (!isOurs || age > STAMP_MS) return { ...nothing, review: 'no-proof' };
      return { ...nothing, spends: sha256(stamp!), whenUsed: 'review' };
    },
  };
}
export type ProofOfWork = ReturnType<typeof createProofOfWork>;

function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
