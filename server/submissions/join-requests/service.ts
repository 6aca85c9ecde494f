import type { Form, JoinRequestStatus, JoinRequestSubmission } from '../../../src/contract/index.js';
import type { Desk, DeskParts } from '../submission-kind.js';
import { joinForm } from './form.js';
import { joinFormWords } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';
import { CONFIRM_WITHIN_HOURS, invalid, languageFor } from '../service.js';
import { confirmedMail, firstMail, newsMail } from '../../mail/templates.js';
import { newsWords } from '../../i18n/news-mails.js';
import { ownWords } from '../../i18n/self-service.js';
import { nameOf } from '../../communities/serializer.js';
import { linkState, spendToken } from '../access-tokens-repository.js';
import { findFormSettings } from '../forms/settings-repository.js';
import {
  addJoinRequest,
  confirmJoinRequest,
  findJoinRequest,
  setJoinRequestStatus,
  waitingFor,
  type StoredJoinRequest,
} from './repository.js';
import { queueMail } from '../../mail/outbox.js';
import { findCommunity, setCommunityStatus, type StoredCommunity } from '../../communities/repository.js';
import type { Sql } from '../../db/database.js';
import { lockSubject } from '../repository.js';
import { utc } from '../../../src/contract/time-zone.js';

/** Takes join requests from the form to their confirmation, the team's answer or their withdrawal. */
export function createJoinDesk({ db, now, house, intake, onMail }: DeskParts) {
  const formFor = async (community: StoredCommunity, language: Language): Promise<Form> =>
    intake.serve(joinForm(community, language, house, await findFormSettings(db, `join:${community.slug}`)));

  /** Records a request and queues its mail, once per key. */
  async function submit(submission: JoinRequestSubmission, key: string) {
    const community = await findCommunity(db, submission.community);
    if (!community) throw invalid('/community', 'not-an-option', 'No community has this name.');
    if (submission.strand && !community.strands.some((strand) => strand.slug === submission.strand)) {
      throw invalid('/strand', 'not-an-option', 'This community has no such strand.');
    }
    return intake.take(submission, {
      kind: 'join-request',
      formId: `join:${community.slug}`,
      community: community.slug,
      key,
      record: (sql, accepted) =>
        addJoinRequest(sql, {
          ...accepted,
          community: community.slug,
          strand: submission.strand ?? null,
        }),
      mail: (to, token, language) =>
        firstMail(
          'confirm',
          to,
          nameOf(community),
          house.links.confirm(token),
          CONFIRM_WITHIN_HOURS,
          language,
        ),
      message: (language) => joinFormWords(language).accepted,
    });
  }

  async function open(sql: Sql, token: string, purpose: 'confirm' | 'manage', kind?: 'join-request') {
    const found = await intake.opens(sql, token, purpose, kind);
    const request = found && (await findJoinRequest(sql, found.subjectId));
    const community = request && (await findCommunity(sql, request.community));
    return found && request && community ? { token: found, request, community } : undefined;
  }

  const desk: Desk = {
    kind: 'join-request',

    async lookAtConfirmation(token) {
      const found = await open(db, token, 'confirm');
      if (!found) return undefined;
      const { request, community } = found;
      return {
        state: linkState(found.token),
        language: languageFor(request.answers, request.language),
        name: nameOf(community),
        page: house.links.join(community.slug),
      };
    },

    async confirm(token) {
      const done = await db.transaction(async (sql) => {
        const found = await open(sql, token, 'confirm', 'join-request');
        const at = utc(now());
        if (!found || found.token.expired || !(await spendToken(sql, found.token.hash, at))) return undefined;
        const { request, community } = found;
        const outcome = outcomeFor(community, request);
        await confirmJoinRequest(sql, request, outcome, at);
        const consents = await intake.markConsents(sql, request.id, 'confirmed', at);
        const manage = await intake.manageToken(sql, request.id, at);
        await queueMail(sql, {
          subjectId: request.id,
          at,
          message: confirmedMail(String(request.answers['email']), {
            outcome,
            subject: nameOf(community),
            url: house.links.manage(manage),
            language: languageFor(request.answers, request.language),
            receivedAt: request.receivedAt,
            formVersion: request.formVersion,
            sourceSite: request.sourceSite,
            consents,
          }),
        });
        return { manage };
      });
      if (done) onMail();
      return done;
    },

    refuse: (token) => intake.refuse('join-request', token),

    async look(token) {
      const found = await open(db, token, 'manage');
      if (!found) return undefined;
      const { request, community } = found;
      const language = languageFor(request.answers, request.language);
      return {
        submission: request,
        form: await formFor(community, language),
        language,
        name: nameOf(community),
        page: house.links.community(community.slug),
        status: [ownWords(language)['join-request'].status[request.status]],
        isOver: ['withdrawn', 'declined', 'told'].includes(request.status),
        lines: [community.strands.find(({ slug }) => slug === request.strand)?.name ?? ''].filter(Boolean),
        links: [],
      };
    },

    cancel: (token) =>
      db.transaction(async (sql) => {
        const found = await open(sql, token, 'manage', 'join-request');
        if (!found) return false;
        if (found.request.status === 'withdrawn') return true;
        const at = utc(now());
        await setJoinRequestStatus(sql, found.request.id, 'withdrawn', at);
        await intake.markConsents(sql, found.request.id, 'withdrawn', at);
        return true;
      }),
  };

  /** Tells a person what became of their request, with their link. */
  async function tell(
    sql: Sql,
    request: StoredJoinRequest,
    community: StoredCommunity,
    news: 'accepted' | 'declined' | 'told',
    at: string,
  ): Promise<void> {
    const language = languageFor(request.answers, request.language);
    const { subject, lines } = newsWords(language).join[news];
    await queueMail(sql, {
      subjectId: request.id,
      at,
      message: newsMail(String(request.answers['email']), {
        language,
        subject,
        lines: lines(nameOf(community), house.links.join(community.slug)),
        url: house.links.manage(await intake.manageToken(sql, request.id, at)),
      }),
    });
  }

  /** The team's answer to a confirmed request; the person is told. Nothing for a request that waits for no answer. */
  async function decide(
    id: string,
    decision: 'accept' | 'decline',
  ): Promise<StoredJoinRequest | 'missing' | 'not-now'> {
    const done = await db.transaction(async (sql) => {
      await lockSubject(sql, 'join-request', id);
      const request = await findJoinRequest(sql, id);
      const community = request && (await findCommunity(sql, request.community));
      if (!request || !community) return 'missing';
      const status = decision === 'accept' ? 'accepted' : 'declined';
      if (request.status === status) return request;
      if (!['received', 'waiting', 'accepted', 'declined'].includes(request.status)) return 'not-now';
      const at = utc(now());
      await setJoinRequestStatus(sql, id, status, at);
      await tell(sql, request, community, status, at);
      return { ...request, status } satisfies StoredJoinRequest;
    });
    onMail();
    return done;
  }

  /** Opens or closes a community; those who asked to hear of its reopening are told, once. */
  async function setStatus(slug: string, status: StoredCommunity['status']): Promise<number | undefined> {
    const told = await db.transaction(async (sql) => {
      const community = await findCommunity(sql, slug);
      if (!community) return undefined;
      await setCommunityStatus(sql, community, status);
      const waiting = status === 'closed' ? [] : await waitingFor(sql, slug);
      const at = utc(now());
      let count = 0;
      for (const request of waiting) {
        // Who withdraws or erases meanwhile is told nothing.
        if (!(await lockSubject(sql, 'join-request', request.id, 'waiting'))) continue;
        count++;
        await setJoinRequestStatus(sql, request.id, 'told', at);
        await tell(sql, request, community, 'told', at);
      }
      return count;
    });
    if (told) onMail();
    return told;
  }

  return { ...desk, formFor, submit, decide, setStatus };
}
export type JoinDesk = ReturnType<typeof createJoinDesk>;

/** Where a confirmed request goes: the rule of its strand, else that of its community; to the team when in doubt. */
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
