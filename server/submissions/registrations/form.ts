import type { Field, Form, FormSettings, Session } from '../../../src/contract/index.js';
import { joinFormMessages } from '../../i18n/join-form.js';
import type { Language } from '../../i18n/language.js';
import { registrationMessages } from '../../i18n/registration-form.js';
import { sha256 } from '../../shared/secrets.js';
import { commonFields, optionsOf, plainField } from '../forms/common-fields.js';
import { withCustom } from '../forms/custom-fields.js';
import type { FormFacts } from '../forms/form-facts.js';
import { versionForm } from '../forms/version-form.js';

/** States in which the form can be sent. */
export const isOpenFor = ({ registration }: Pick<Session, 'registration'>): boolean =>
  ['open', 'waiting-list'].includes(registration.state);

/** The registration form of a session, in one language. */
export function registrationForm(
  session: Session,
  community: { slug: string; name: string },
  language: Language,
  { controller, links }: FormFacts,
  settings: FormSettings,
): Form {
  const messages = registrationMessages(language);
  const { newsletter, notice } = joinFormMessages(language);
  const isWaiting = session.registration.state === 'waiting-list';
  const rule = session.requiresApproval ? 'approval' : isWaiting ? 'waiting' : 'open';
  const isForMembers = rule === 'open' && session.audience === 'members';
  return versionForm({
    id: `register:${session.id}`,
    kind: 'registration',
    language,
    community,
    session: { id: session.id, title: session.title, language: session.language },
    title: messages.title(session.title),
    intro:
      session.audience === 'participants'
        ? `${messages.participantsOnly(community.name)} ${messages.intro[rule]}`
        : messages.intro[isForMembers ? 'members' : rule],
    submitLabel: messages.submit[rule],
    strands: [],
    fields: withCustom(fields(session, language, settings.pairs), settings, language),
    notice: { ...notice(controller.name, controller.contact), ...messages.notice },
    consents: [{ purpose: 'newsletter', text: newsletter, textSha256: sha256(newsletter) }],
    page: links.register(session.id),
  });
}

function fields(session: Session, language: Language, inPairs: boolean): Field[] {
  const { attendance, membersOnly, accessRetention, pair } = registrationMessages(language);
  const common = commonFields(language);
  const isForMembers = session.audience === 'members';
  return [
    common.givenName,
    common.familyName,
    common.email,
    isForMembers
      ? { ...common.organisation, required: true, hint: membersOnly }
      : { ...common.organisation, required: inPairs },
    ...(inPairs
      ? [{ ...plainField, name: 'pairWith', kind: 'text' as const, ...pair, required: true, maxLength: 100 }]
      : []),
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
      sensitive: {
        note: common.accessNeeds.sensitive?.note ?? accessRetention,
        retention: accessRetention,
        days: 30,
      },
    },
  ];
}
