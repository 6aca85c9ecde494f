import type { Field, Form, Session } from '../../src/contract/index.js';
import { sha256 } from '../secrets.js';
import { commonFields, optionsOf, plainField } from './fields.js';
import type { FormHouse } from './house.js';
import { published } from './publish.js';
import { registrationWords } from './registration-words.js';
import { joinFormWords, type Language } from './words.js';

/** States in which the form can be sent. */
export const isOpenFor = ({ registration, audience }: Pick<Session, 'registration' | 'audience'>): boolean =>
  ['open', 'waiting-list'].includes(registration.state) && audience !== 'participants';

/** The registration form of a session, in one language. */
export function registrationForm(
  session: Session,
  community: { slug: string; name: string },
  language: Language,
  house: FormHouse,
): Form {
  const words = registrationWords(language);
  const { newsletter, notice } = joinFormWords(language);
  const isWaiting = session.registration.state === 'waiting-list';
  const rule = session.requiresApproval ? 'approval' : isWaiting ? 'waiting' : 'open';
  return published({
    id: `register:${session.id}`,
    kind: 'registration',
    language,
    community,
    session: { id: session.id, title: session.title },
    title: words.title(session.title),
    intro: words.intro[rule],
    submitLabel: words.submit[rule],
    strands: [],
    fields: fields(session, language),
    notice: { ...notice(house.controller, house.privacyContact), ...words.notice },
    consents: [{ purpose: 'newsletter', text: newsletter, textSha256: sha256(newsletter) }],
    page: house.links.register(session.id),
  });
}

function fields(session: Session, language: Language): Field[] {
  const { attendance, membersOnly, accessRetention } = registrationWords(language);
  const common = commonFields(language);
  const isForMembers = session.audience === 'members';
  return [
    common.givenName,
    common.familyName,
    common.email,
    isForMembers ? { ...common.organisation, required: true, hint: membersOnly } : common.organisation,
    ...(isForMembers ? [] : [common.membership]),
    ...(session.mode === 'hybrid'
      ? [
          {
            ...plainField,
            name: 'attendance',
            kind: 'choice' as const,
            label: attendance.label,
            required: true,
            options: optionsOf(attendance.options),
          },
        ]
      : []),
    common.language,
    {
      ...common.accessNeeds,
      sensitive: { note: common.accessNeeds.sensitive?.note ?? accessRetention, retention: accessRetention },
    },
  ];
}
