import type { Answer } from '../../../src/contract/index.js';
import { type ForeignText, titleOf } from '../../shared/foreign-text.js';
import { communityName, foreignName } from '../../communities/serializer.js';
import { momentIn } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { proposalMessages } from '../../i18n/proposal-form.js';
import { selfServiceMessages } from '../../i18n/self-service.js';
import { placeOf } from '../../sessions/calendar/events.js';
import type { Addresses } from '../../shared/addresses.js';
import type { OpenedJoinRequest } from '../join-requests/service.js';
import type { OpenedProposal } from '../proposals/service.js';
import type { OpenedRegistration } from '../registrations/service.js';
import { whenOf } from '../registrations/session-news.js';
import { languageFor } from '../service.js';
import type { StoredSubmission } from '../submission-row.js';

/** Content of the page that asks to confirm a submission. */
export interface ConfirmationView {
  language: Language;
  /** What the submission is about, and the page of it. */
  name: string;
  /** What of the name may be in another language. */
  named?: ForeignText;
  page: string;
}

/** Content of a person's own page. */
export interface OwnView {
  submission: StoredSubmission;
  language: Language;
  name: string;
  named?: ForeignText;
  page: string;
  /** The state of the submission, in sentences. */
  status: string[];
  /** Whether it was cancelled or withdrawn: nothing is left to cancel. */
  isOver: boolean;
  /** Other facts: when and where. */
  lines: string[];
  links: { url: string; label: string }[];
  /** Whether a freed seat is kept for the person. */
  isOffered: boolean;
}

/** Makes the content of both pages from the submission that a link opened. */
export interface KindViews<F> {
  confirmation(found: F, links: Addresses): ConfirmationView;
  own(found: F, links: Addresses): OwnView;
}

const languageOf = ({ answers, language }: { answers: Record<string, Answer>; language: string }) =>
  languageFor(answers, language);

export const joinRequestViews: KindViews<OpenedJoinRequest> = {
  confirmation: ({ request, community }, links) => ({
    language: languageOf(request),
    name: communityName(community),
    named: foreignName(community),
    page: links.join(community.slug),
  }),
  own: ({ request, community }, links) => ({
    submission: request,
    language: languageOf(request),
    name: communityName(community),
    named: foreignName(community),
    page: links.community(community.slug),
    status: [selfServiceMessages(languageOf(request))['join-request'].status[request.status]],
    isOver: ['withdrawn', 'declined', 'told'].includes(request.status),
    lines: community.strands.filter(({ slug }) => slug === request.strand).map(({ name }) => name),
    links: [],
    isOffered: false,
  }),
};

export const proposalViews: KindViews<OpenedProposal> = {
  confirmation: ({ proposal }, links) => ({
    language: languageOf(proposal),
    name: proposalMessages(languageOf(proposal)).title,
    page: links.propose,
  }),
  own: ({ proposal }, links) => ({
    submission: proposal,
    language: languageOf(proposal),
    name: String(proposal.answers['title'] ?? ''),
    page: links.propose,
    status: [selfServiceMessages(languageOf(proposal)).proposal.status[proposal.status]],
    isOver: proposal.status === 'withdrawn',
    lines: [],
    links: [],
    isOffered: false,
  }),
};

export const registrationViews: KindViews<OpenedRegistration> = {
  confirmation: ({ registration, session }, links) => ({
    language: languageOf(registration),
    name: `${session.title}, ${whenOf(session, languageOf(registration))}`,
    named: titleOf(session),
    page: links.session(session.id),
  }),
  own: (found, links) => {
    const { registration, session, onlineLink } = found;
    const language = languageOf(registration);
    const messages = selfServiceMessages(language).registration;
    const isCancelled = session.status === 'cancelled';
    const hasSeat = registration.state === 'confirmed' && !isCancelled;
    return {
      submission: registration,
      language,
      name: session.title,
      named: titleOf(session),
      page: links.session(session.id),
      status: registrationStatus(found, language),
      isOver: registration.state === 'cancelled' || isCancelled,
      lines: [whenOf(session, language), placeOf(session)].filter(Boolean),
      links: [
        ...(onlineLink ? [{ url: onlineLink, label: messages.onlineLink }] : []),
        ...(hasSeat ? [{ url: links.sessionCalendar(session.id), label: messages.addToCalendar }] : []),
      ],
      isOffered: registration.state === 'offered' && !isCancelled,
    };
  },
};

function registrationStatus(
  { registration, session, position }: OpenedRegistration,
  language: Language,
): string[] {
  const messages = selfServiceMessages(language).registration;
  const { state, offerUntil } = registration;
  const until = offerUntil && momentIn(language, Date.parse(offerUntil), session.timezone);
  return [
    session.status === 'cancelled'
      ? messages.sessionCancelled(session.cancellationReason ?? '')
      : messages.state[state],
    position ? messages.position(position) : '',
    until ? messages.offerUntil(until) : '',
  ].filter(Boolean);
}
