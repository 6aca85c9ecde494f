import type {
  Form,
  JoinRequestStatus,
  JoinRequestSubmission,
  SubmissionAccepted,
} from '../../../src/contract/index.js';
import { utc } from '../../../src/contract/time-zone.js';
import { findCommunity, setCommunityStatus, type StoredCommunity } from '../../communities/repository.js';
import { communityName } from '../../communities/serializer.js';
import type { Sql } from '../../db/database.js';
import { joinFormMessages } from '../../i18n/join-form.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import { newsMessages } from '../../i18n/news-mails.js';
import { queueMail } from '../../mail/outbox.js';
import { confirmedMail, newsMail, withWord } from '../../mail/templates.js';
import { invalid } from '../../shared/errors.js';
import { type AccessToken, consumeToken, type TokenPurpose } from '../access-tokens-repository.js';
import { findFormSettings } from '../forms/settings-repository.js';
import type { KindService, KindServiceParts } from '../kind-service.js';
import { lockSubmission } from '../repository.js';
import { languageFor, receiptOf, type SentSubmission } from '../service.js';
import { joinForm } from './form.js';
import {
  addJoinRequest,
  confirmJoinRequest,
  findJoinRequest,
  requestsHeld,
  setJoinRequestStatus,
  type StoredJoinRequest,
  waitingFor,
} from './repository.js';

export interface OpenedJoinRequest {
  token: AccessToken;
  request: StoredJoinRequest;
  community: StoredCommunity;
}

/** Takes join requests from the form to their confirmation, the team's answer or their withdrawal. */
export class JoinRequestService implements KindService<OpenedJoinRequest> {
  readonly kind = 'join-request';
  readonly #parts: KindServiceParts;

  constructor(parts: KindServiceParts) {
    this.#parts = parts;
  }

  async formFor(community: StoredCommunity, language: Language): Promise<Form> {
    const { db, submissions } = this.#parts;
    const settings = await findFormSettings(db, `join:${community.slug}`);
    return submissions.publishForm(joinForm(community, language, this.#parts, settings));
  }

  formOf({ community }: OpenedJoinRequest, language: Language): Promise<Form> {
    return this.formFor(community, language);
  }

  /** Records a request and queues its first mail, once per key. */
  async submit(
    submission: JoinRequestSubmission & Pick<SentSubmission, 'opened'>,
    key: string,
    from: string,
  ): Promise<SubmissionAccepted> {
    const { community: slug, strand = null } = submission;
    const { db, links, submissions, onMail } = this.#parts;
    const community = await findCommunity(db, slug);
    if (!community) throw invalid('/community', 'not-an-option', 'No community has this name.');
    if (strand && !community.strands.some((one) => one.slug === strand))
      throw invalid('/strand', 'not-an-option', 'This community has no such strand.');
    const target = { kind: 'join-request', formId: `join:${slug}`, community: slug, key, from } as const;
    const checked = await submissions.check(submission, target);
    const message = joinFormMessages(closestLanguage(checked.form.language)).accepted;
    const answer = await db.transaction(async (sql) => {
      const { answer, accepted } = await submissions.accept(sql, checked, message);
      if (!accepted) return answer;
      await addJoinRequest(sql, { ...accepted, community: slug, strand });
      await submissions.inviteToConfirm(sql, accepted, {
        template: 'confirm',
        subject: communityName(community),
        confirmAt: links.confirm(''),
        isChange: (await requestsHeld(sql, { ...accepted, community: slug, strand })).length > 0,
      });
      return answer;
    });
    onMail();
    return answer;
  }

  open(token: string, purpose: TokenPurpose): Promise<OpenedJoinRequest | undefined> {
    return this.#open(this.#parts.db, token, purpose);
  }

  async #open(sql: Sql, token: string, purpose: TokenPurpose, kind?: 'join-request') {
    const found = await this.#parts.selfService.openLink(sql, token, purpose, kind);
    const request = found && (await findJoinRequest(sql, found.subjectId));
    const community = request && (await findCommunity(sql, request.community));
    return found && request && community ? { token: found, request, community } : undefined;
  }

  async confirm(token: string): Promise<{ manage: string } | undefined> {
    const { db, now, links, selfService, rateLimits, onMail } = this.#parts;
    const done = await db.transaction(async (sql) => {
      const found = await this.#open(sql, token, 'confirm', 'join-request');
      const at = utc(now());
      if (!found || found.token.expired || !(await consumeToken(sql, found.token.hash, at))) return undefined;
      const { request, community } = found;
      await rateLimits.confirmed(sql, String(request.answers['email']));
      const held = await requestsHeld(sql, request);
      const newer = held.find(({ receivedAt }) => receivedAt > request.receivedAt);
      if (newer) {
        // The latest wish stands: an older link that is opened later changes nothing, and leads to it.
        await setJoinRequestStatus(sql, request.id, 'withdrawn', at);
        return { manage: await selfService.manageToken(sql, newer.id, at) };
      }
      // What was granted is kept.
      const isIn = held.some(({ status }) => status === 'accepted');
      const outcome = isIn ? 'accepted' : outcomeFor(community, request);
      await confirmJoinRequest(sql, request, outcome, at);
      const consents = await selfService.markConsents(sql, request.id, 'confirmed', at);
      const manage = await selfService.manageToken(sql, request.id, at);
      await queueMail(sql, {
        subjectId: request.id,
        at,
        message: confirmedMail(String(request.answers['email']), {
          outcome,
          subject: communityName(community),
          url: links.manage(manage),
          ...receiptOf(request, consents),
        }),
      });
      return { manage };
    });
    if (done) onMail();
    return done;
  }

  refuse(token: string): Promise<boolean> {
    return this.#parts.selfService.refuse('join-request', token);
  }

  cancel(token: string): Promise<boolean> {
    const { db, now, selfService } = this.#parts;
    return db.transaction(async (sql) => {
      const found = await this.#open(sql, token, 'manage', 'join-request');
      if (!found) return false;
      if (found.request.status === 'withdrawn') return true;
      const at = utc(now());
      await setJoinRequestStatus(sql, found.request.id, 'withdrawn', at);
      await selfService.markConsents(sql, found.request.id, 'withdrawn', at);
      return true;
    });
  }

  /** Decides a confirmed request and writes to the person; `not-now` for a request that waits for no decision. */
  async decide(
    id: string,
    decision: 'accept' | 'decline',
  ): Promise<StoredJoinRequest | 'missing' | 'not-now'> {
    const { db, onMail } = this.#parts;
    const done = await db.transaction((sql) => this.decideIn(sql, id, decision));
    onMail();
    return done;
  }

  /** The same in a transaction of somebody else, with a word of the team. */
  async decideIn(
    sql: Sql,
    id: string,
    decision: 'accept' | 'decline' | 'ask',
    word = '',
  ): Promise<StoredJoinRequest | 'missing' | 'not-now'> {
    await lockSubmission(sql, 'join-request', id);
    const request = await findJoinRequest(sql, id);
    const community = request && (await findCommunity(sql, request.community));
    if (!request || !community) return 'missing';
    const at = utc(this.#parts.now());
    if (decision === 'ask') {
      if (request.status !== 'received') return 'not-now';
      await this.#writeTo(sql, request, community, 'question', at, word);
      return request;
    }
    const status = decision === 'accept' ? 'accepted' : 'declined';
    if (request.status === status) return request;
    if (!['received', 'waiting', 'accepted', 'declined'].includes(request.status)) return 'not-now';
    await setJoinRequestStatus(sql, id, status, at);
    await this.#writeTo(sql, request, community, status, at, word);
    return { ...request, status } satisfies StoredJoinRequest;
  }

  /** Opens or closes a community. Writes once to the people who wait for its reopening; returns how many. */
  async setStatus(slug: string, status: StoredCommunity['status']): Promise<number | undefined> {
    const { db, now, onMail } = this.#parts;
    const told = await db.transaction(async (sql) => {
      const community = await findCommunity(sql, slug);
      if (!community) return undefined;
      await setCommunityStatus(sql, community, status);
      const waiting = status === 'closed' ? [] : await waitingFor(sql, slug);
      const at = utc(now());
      let count = 0;
      for (const request of waiting) {
        // Whoever withdraws or erases meanwhile gets no mail.
        if (!(await lockSubmission(sql, 'join-request', request.id, 'waiting'))) continue;
        count++;
        await setJoinRequestStatus(sql, request.id, 'told', at);
        await this.#writeTo(sql, request, community, 'told', at);
      }
      return count;
    });
    if (told) onMail();
    return told;
  }

  /** Queues the mail about the decision. */
  async #writeTo(
    sql: Sql,
    request: StoredJoinRequest,
    community: StoredCommunity,
    news: 'accepted' | 'declined' | 'told' | 'question',
    at: string,
    word = '',
  ): Promise<void> {
    const { links, selfService } = this.#parts;
    const language = languageFor(request.answers, request.language);
    const { subject, lines } = newsMessages(language).join[news];
    await queueMail(sql, {
      subjectId: request.id,
      at,
      message: newsMail(String(request.answers['email']), {
        language,
        subject,
        lines: withWord(lines(communityName(community), links.join(community.slug)), word),
        url: links.manage(await selfService.manageToken(sql, request.id, at)),
      }),
    });
  }
}

/** The state of a request after its confirmation: by the rule of its strand, else of its community; to the team when in doubt. */
function outcomeFor(
  community: StoredCommunity,
  { strand, review }: Pick<StoredJoinRequest, 'strand' | 'review'>,
): Extract<JoinRequestStatus, 'accepted' | 'received' | 'waiting'> {
  const access =
    community.status === 'closed'
      ? 'closed'
      : (community.strands.find(({ slug }) => slug === strand)?.access ?? community.status);
  if (access === 'closed') return 'waiting';
  return access === 'open' && review.length === 0 ? 'accepted' : 'received';
}
