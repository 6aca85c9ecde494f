import type { CommunityProposalSubmission, Form } from '../../../src/contract/index.js';
import type { Desk, DeskParts } from '../submission-kind.js';
import { PROPOSAL, proposalForm } from './form.js';
import { proposalWords } from '../../i18n/proposal-form.js';
import type { Language } from '../../i18n/language.js';
import { CONFIRM_WITHIN_HOURS, languageFor } from '../service.js';
import { firstMail, newsMail, receivedMail } from '../../mail/templates.js';
import { newsWords } from '../../i18n/news-mails.js';
import { ownWords } from '../../i18n/self-service.js';
import { linkState, spendToken } from '../access-tokens-repository.js';
import { queueMail } from '../../mail/outbox.js';
import { addProposal, findProposal, setProposalStatus, type StoredProposal } from './repository.js';
import type { Sql } from '../../db/database.js';
import { lockSubject } from '../repository.js';
import { utc } from '../../../src/contract/time-zone.js';

/** Takes proposals of new communities from the form to the team's answer. */
export function createProposalDesk({ db, now, house, intake, onMail }: DeskParts) {
  const formFor = (language: Language): Promise<Form> => intake.serve(proposalForm(language, house));

  async function open(sql: Sql, token: string, purpose: 'confirm' | 'manage', kind?: 'proposal') {
    const found = await intake.opens(sql, token, purpose, kind);
    const proposal = found && (await findProposal(sql, found.subjectId));
    return found && proposal ? { token: found, proposal } : undefined;
  }

  const languageOf = ({ answers, language }: StoredProposal) => languageFor(answers, language);

  const desk: Desk = {
    kind: 'proposal',

    async lookAtConfirmation(token) {
      const found = await open(db, token, 'confirm');
      if (!found) return undefined;
      const language = languageOf(found.proposal);
      return {
        state: linkState(found.token),
        language,
        name: proposalWords(language).title,
        page: house.links.propose,
      };
    },

    async confirm(token) {
      const done = await db.transaction(async (sql) => {
        const found = await open(sql, token, 'confirm', 'proposal');
        const at = utc(now());
        if (!found || found.token.expired || !(await spendToken(sql, found.token.hash, at))) return undefined;
        const { proposal } = found;
        const language = languageOf(proposal);
        await setProposalStatus(sql, proposal.id, { status: 'submitted', at, confirmedAt: at });
        const consents = await intake.markConsents(sql, proposal.id, 'confirmed', at);
        const manage = await intake.manageToken(sql, proposal.id, at);
        await queueMail(sql, {
          subjectId: proposal.id,
          at,
          message: receivedMail(String(proposal.answers['email']), {
            ...newsWords(language).proposal.submitted,
            url: house.links.manageProposal(manage),
            language,
            receivedAt: proposal.receivedAt,
            formVersion: proposal.formVersion,
            sourceSite: proposal.sourceSite,
            consents,
          }),
        });
        return { manage };
      });
      if (done) onMail();
      return done;
    },

    refuse: (token) => intake.refuse('proposal', token),

    async look(token) {
      const found = await open(db, token, 'manage');
      if (!found) return undefined;
      const { proposal } = found;
      const language = languageOf(proposal);
      return {
        submission: proposal,
        form: await formFor(language),
        language,
        name: String(proposal.answers['title'] ?? ''),
        page: house.links.propose,
        status: [ownWords(language).proposal.status[proposal.status]],
        isOver: proposal.status === 'withdrawn',
        lines: [],
        links: [],
      };
    },

    cancel: (token) =>
      db.transaction(async (sql) => {
        const found = await open(sql, token, 'manage', 'proposal');
        if (!found) return false;
        if (found.proposal.status === 'withdrawn') return true;
        const at = utc(now());
        await setProposalStatus(sql, found.proposal.id, { status: 'withdrawn', at });
        await intake.markConsents(sql, found.proposal.id, 'withdrawn', at);
        return true;
      }),
  };

  /** Records a proposal and queues its mail, once per key. */
  const submit = (submission: CommunityProposalSubmission, key: string) =>
    intake.take(submission, {
      kind: 'proposal',
      formId: PROPOSAL,
      community: PROPOSAL,
      key,
      record: (sql, accepted) => addProposal(sql, accepted),
      mail: (to, token, language) =>
        firstMail(
          'confirmProposal',
          to,
          '',
          house.links.confirmProposal(token),
          CONFIRM_WITHIN_HOURS,
          language,
        ),
      message: (language) => proposalWords(language).accepted,
    });

  /** The team's answer to a confirmed proposal; the person is told. */
  async function decide(
    id: string,
    decision: 'accept' | 'decline' | 'study',
  ): Promise<StoredProposal | 'missing' | 'not-now'> {
    const done = await db.transaction(async (sql) => {
      await lockSubject(sql, 'proposal', id);
      const proposal = await findProposal(sql, id);
      if (!proposal) return 'missing';
      const status = ({ accept: 'accepted', decline: 'declined', study: 'under-study' } as const)[decision];
      if (proposal.status === status) return proposal;
      if (['unconfirmed', 'withdrawn'].includes(proposal.status)) return 'not-now';
      const at = utc(now());
      await setProposalStatus(sql, id, { status, at });
      const language = languageOf(proposal);
      await queueMail(sql, {
        subjectId: id,
        at,
        message: newsMail(String(proposal.answers['email']), {
          language,
          ...newsWords(language).proposal[status],
          url: house.links.manageProposal(await intake.manageToken(sql, id, at)),
        }),
      });
      return { ...proposal, status } satisfies StoredProposal;
    });
    onMail();
    return done;
  }

  return { ...desk, formFor, submit, decide };
}
export type ProposalDesk = ReturnType<typeof createProposalDesk>;
