import type { CommunityProposalSubmission, Form, SubmissionAccepted } from '../../../src/contract/index.js';
import { utc } from '../../../src/contract/time-zone.js';
import type { Sql } from '../../db/database.js';
import { closestLanguage, type Language } from '../../i18n/language.js';
import { newsMessages } from '../../i18n/news-mails.js';
import { proposalMessages } from '../../i18n/proposal-form.js';
import { queueMail } from '../../mail/outbox.js';
import { newsMail, receivedMail, withWord } from '../../mail/templates.js';
import { type AccessToken, consumeToken, type TokenPurpose } from '../access-tokens-repository.js';
import type { KindService, KindServiceParts } from '../kind-service.js';
import { lockSubmission } from '../repository.js';
import { languageFor, receiptOf, type SentSubmission } from '../service.js';
import { PROPOSAL, proposalForm } from './form.js';
import { addProposal, findProposal, setProposalStatus, type StoredProposal } from './repository.js';

export interface OpenedProposal {
  token: AccessToken;
  proposal: StoredProposal;
}

/** Takes proposals of new communities from the form to the team's answer. */
export class ProposalService implements KindService<OpenedProposal> {
  readonly kind = 'proposal';
  readonly #parts: KindServiceParts;

  constructor(parts: KindServiceParts) {
    this.#parts = parts;
  }

  formFor(language: Language): Promise<Form> {
    return this.#parts.submissions.publishForm(proposalForm(language, this.#parts));
  }

  formOf(_: OpenedProposal, language: Language): Promise<Form> {
    return this.formFor(language);
  }

  /** Records a proposal and queues its first mail, once per key. */
  async submit(
    sent: CommunityProposalSubmission & Pick<SentSubmission, 'opened'>,
    key: string,
    from: string,
  ): Promise<SubmissionAccepted> {
    const { db, links, submissions, onMail } = this.#parts;
    const target = { kind: 'proposal', formId: PROPOSAL, community: PROPOSAL, key, from } as const;
    const checked = await submissions.check(sent, target);
    const message = proposalMessages(closestLanguage(checked.form.language)).accepted;
    const answer = await db.transaction(async (sql) => {
      const { answer, accepted } = await submissions.accept(sql, checked, message);
      if (!accepted) return answer;
      await addProposal(sql, accepted);
      await submissions.inviteToConfirm(sql, accepted, {
        template: 'confirmProposal',
        subject: '',
        confirmAt: links.confirmProposal(''),
        isChange: false,
      });
      return answer;
    });
    onMail();
    return answer;
  }

  open(token: string, purpose: TokenPurpose): Promise<OpenedProposal | undefined> {
    return this.#open(this.#parts.db, token, purpose);
  }

  async #open(sql: Sql, token: string, purpose: TokenPurpose, kind?: 'proposal') {
    const found = await this.#parts.selfService.openLink(sql, token, purpose, kind);
    const proposal = found && (await findProposal(sql, found.subjectId));
    return found && proposal ? { token: found, proposal } : undefined;
  }

  async confirm(token: string): Promise<{ manage: string } | undefined> {
    const { db, now, links, selfService, rateLimits, onMail } = this.#parts;
    const done = await db.transaction(async (sql) => {
      const found = await this.#open(sql, token, 'confirm', 'proposal');
      const at = utc(now());
      if (!found || found.token.expired || !(await consumeToken(sql, found.token.hash, at))) return undefined;
      const { proposal } = found;
      const language = languageOf(proposal);
      await setProposalStatus(sql, proposal.id, { status: 'submitted', at, confirmedAt: at });
      await rateLimits.confirmed(sql, String(proposal.answers['email']));
      const consents = await selfService.markConsents(sql, proposal.id, 'confirmed', at);
      const manage = await selfService.manageToken(sql, proposal.id, at);
      await queueMail(sql, {
        subjectId: proposal.id,
        at,
        message: receivedMail(String(proposal.answers['email']), {
          ...newsMessages(language).proposal.submitted,
          url: links.manageProposal(manage),
          ...receiptOf(proposal, consents),
        }),
      });
      return { manage };
    });
    if (done) onMail();
    return done;
  }

  refuse(token: string): Promise<boolean> {
    return this.#parts.selfService.refuse('proposal', token);
  }

  cancel(token: string): Promise<boolean> {
    const { db, now } = this.#parts;
    return db.transaction(async (sql) => {
      const found = await this.#open(sql, token, 'manage', 'proposal');
      if (!found) return false;
      if (found.proposal.status === 'withdrawn') return true;
      const at = utc(now());
      await setProposalStatus(sql, found.proposal.id, { status: 'withdrawn', at });
      return true;
    });
  }

  /** Decides a confirmed proposal and writes to the person. */
  async decide(
    id: string,
    decision: 'accept' | 'decline' | 'study',
  ): Promise<StoredProposal | 'missing' | 'not-now'> {
    const { db, onMail } = this.#parts;
    const done = await db.transaction((sql) => this.decideIn(sql, id, decision));
    onMail();
    return done;
  }

  /** The same in a transaction of somebody else, with a word of the team. */
  async decideIn(
    sql: Sql,
    id: string,
    decision: 'accept' | 'decline' | 'study' | 'ask',
    word = '',
  ): Promise<StoredProposal | 'missing' | 'not-now'> {
    const { now, links, selfService } = this.#parts;
    await lockSubmission(sql, 'proposal', id);
    const proposal = await findProposal(sql, id);
    if (!proposal) return 'missing';
    const status =
      decision === 'ask'
        ? proposal.status
        : ({ accept: 'accepted', decline: 'declined', study: 'under-study' } as const)[decision];
    if (proposal.status === status && decision !== 'ask') return proposal;
    if (['unconfirmed', 'withdrawn'].includes(proposal.status)) return 'not-now';
    const at = utc(now());
    if (decision !== 'ask') await setProposalStatus(sql, id, { status, at });
    const language = languageOf(proposal);
    const messages = newsMessages(language).proposal;
    const news = messages[decision === 'ask' ? 'question' : (status as 'accepted')];
    await queueMail(sql, {
      subjectId: id,
      at,
      message: newsMail(String(proposal.answers['email']), {
        language,
        subject: news.subject,
        lines: withWord(news.lines, word),
        url: links.manageProposal(await selfService.manageToken(sql, id, at)),
      }),
    });
    return { ...proposal, status } satisfies StoredProposal;
  }
}

const languageOf = ({ answers, language }: StoredProposal) => languageFor(answers, language);
