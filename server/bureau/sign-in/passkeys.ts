import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { utc } from '../../../src/contract/time-zone.js';
import type { Database } from '../../db/database.js';
import { writeJournal } from '../journal/repository.js';
import { findMember, type Member } from '../team/repository.js';
import {
  addChallenge,
  addPasskey,
  findPasskey,
  type Passkey,
  passkeysOf,
  removePasskey,
  takeChallenge,
  usePasskey,
} from './passkeys-repository.js';
import { endPasskeySessions } from './repository.js';
import type { Entered, SignInService } from './service.js';

/** Of what a passkey is to sign. */
const CHALLENGE_MS = 5 * 60_000;

interface Parts {
  db: Database;
  now: () => number;
  /** The origin of the desk; its host is the name under which passkeys are made. */
  origin: string;
  signIn: SignInService;
}

/** What a browser is asked to sign, with the secret that it keeps meanwhile. */
export interface Asked<Options> {
  options: Options;
  secret: string;
}

/** Passkeys (W3C, Web Authentication): a second way into the desk, beside the code (E02). */
export class Passkeys {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get #rpID(): string {
    return new URL(this.#parts.origin).hostname;
  }

  async #asked<Options extends { challenge: string }>(options: Options): Promise<Asked<Options>> {
    const { db, now } = this.#parts;
    const expiresAt = utc(now() + CHALLENGE_MS);
    return { options, secret: await addChallenge(db, { challenge: options.challenge, expiresAt }) };
  }

  of({ id }: Member): Promise<Passkey[]> {
    return passkeysOf(this.#parts.db, id);
  }

  /** Begins to make a passkey for somebody who has entered. */
  async askToMake(member: Member): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
    const known = await this.of(member);
    return this.#asked(
      await generateRegistrationOptions({
        rpName: 'F3E',
        rpID: this.#rpID,
        userID: new TextEncoder().encode(member.id),
        userName: member.email,
        userDisplayName: member.name,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: known.map(({ id }) => ({ id })),
      }),
    );
  }

  /** Keeps a passkey that a browser made; false when it cannot be. */
  async make(member: Member, secret: string, answer: unknown, device: string): Promise<boolean> {
    const { db, now, origin } = this.#parts;
    const at = utc(now());
    const challenge = await takeChallenge(db, secret, at);
    if (!challenge) return false;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: this.#rpID,
    }).catch(() => ({ registrationInfo: undefined }));
    if (!registrationInfo) return false;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return db.transaction(async (sql) => {
      const passkey = { id, memberId: member.id, counter, transports, name: device, createdAt: at };
      const key = Buffer.from(publicKey).toString('base64url');
      if (!(await addPasskey(sql, { ...passkey, publicKey: key }))) return false;
      const line = { actor: `member:${member.id}`, action: 'make-passkey', kind: 'member' };
      await writeJournal(sql, { ...line, subjectId: member.id, summary: device }, at);
      return true;
    });
  }

  /** Removes a passkey, and ends what was opened by one elsewhere. */
  async remove(member: Member, id: string, current: string): Promise<void> {
    const { db, now } = this.#parts;
    await db.transaction(async (sql) => {
      if (!(await removePasskey(sql, member.id, id))) return;
      await endPasskeySessions(sql, member.id, current);
      const line = { actor: `member:${member.id}`, action: 'end-passkey', kind: 'member' };
      await writeJournal(sql, { ...line, subjectId: member.id }, utc(now()));
    });
  }

  /** Asks whoever wants to enter for any passkey of this desk: nothing tells who has one. */
  async askToEnter(): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
    return this.#asked(
      await generateAuthenticationOptions({ rpID: this.#rpID, userVerification: 'required' }),
    );
  }

  /** Lets in whoever signed with a passkey of somebody who may enter. */
  async enter(secret: string, answer: unknown, device: string): Promise<Entered | undefined> {
    const { db, now, origin, signIn } = this.#parts;
    const at = utc(now());
    const challenge = await takeChallenge(db, secret, at);
    const response = answer as AuthenticationResponseJSON;
    const passkey = typeof response?.id === 'string' ? await findPasskey(db, response.id) : undefined;
    const member = passkey && (await findMember(db, passkey.memberId));
    if (!challenge || !passkey || !member || member.disabledAt) return undefined;
    const { authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: this.#rpID,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    }).catch(() => ({ authenticationInfo: undefined }));
    if (!authenticationInfo) return undefined;
    return db.transaction(async (sql) => {
      await usePasskey(sql, passkey.id, { counter: authenticationInfo.newCounter, at });
      return { secret: await signIn.open(sql, member, 'passkey', device), member, next: '/bureau' };
    });
  }
}
