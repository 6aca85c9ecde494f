import { type Context, Hono } from 'hono';
import { utc } from '../../../src/contract/time-zone.js';
import type { StoredCommunity } from '../../communities/repository.js';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../../http/desk.js';
import { allowed } from '../../http/machines.js';
import { firstStepMessages } from '../../i18n/desk/first-steps.js';
import type { Language } from '../../i18n/language.js';
import { trialMail } from '../../mail/desk-templates.js';
import { hasSentMail, queueMail } from '../../mail/outbox.js';
import { type Faults, FaultSummary, Field, renderDesk, Select } from '../desk-pages.js';
import { allMembers } from '../team/repository.js';
import { may } from '../team/rights.js';
import { addCommunity, type CommunityFields, communityFieldsIn, communityIn } from './community.js';

type StepName = keyof ReturnType<typeof firstStepMessages>['steps'];

/** What a desk needs before its first session appears, and whether it is there. */
export async function firstSteps(
  c: Context<DeskEnv>,
  parts: AppParts,
  communities: readonly StoredCommunity[],
) {
  const { db, controller } = parts;
  const actor = c.get('actor');
  if (!may(actor, 'communities:write')) return null;
  const session = await db.query.selectFrom('sessions').select('id').limit(1).executeTakeFirst();
  if (communities.length && session) return null;
  const isDone: Record<StepName, boolean> = {
    // Until the setting says otherwise, the address leads nowhere.
    contact: !controller.contact.endsWith('.example'),
    mail: await hasSentMail(db),
    community: communities.length > 0,
    session: session !== undefined,
    team: (await allMembers(db)).filter(({ disabledAt }) => !disabledAt).length > 1,
    page: false,
  };
  return <FirstSteps isDone={isDone} parts={parts} community={communities[0]} language={languageOf(c)} />;
}

function FirstSteps({
  isDone,
  parts: { controller, links },
  community,
  language,
}: {
  isDone: Readonly<Record<StepName, boolean>>;
  parts: AppParts;
  community: StoredCommunity | undefined;
  language: Language;
}) {
  const messages = firstStepMessages(language);
  const link = (path: string, label: string) => (
    <a class="button plain" href={path}>
      {label}
    </a>
  );
  const slug = community?.slug ?? 'genre';
  const snippet = `<script type="module" src="${links.embed}"></script>\n<div><f3e-community-card community="${slug}"><a href="${links.community(slug)}">${community?.name ?? messages.pageText}</a></f3e-community-card></div>`;
  const more: Record<StepName, unknown> = {
    contact: <p class="hint">{messages.contactHint(controller.name, controller.contact)}</p>,
    mail: (
      <form method="post" action="/bureau/essai">
        <button class="plain">{messages.mail}</button>
      </form>
    ),
    community: link('/bureau/communautes/nouvelle', messages.make),
    session: isDone.community ? link('/bureau/seances/nouvelle', messages.publish) : null,
    team: link('/bureau/equipe', messages.invite),
    page: (
      <>
        <p class="hint">{messages.pageHint}</p>
        <pre>
          <code>{snippet}</code>
        </pre>
      </>
    ),
  };
  return (
    <section>
      <h2>{messages.title}</h2>
      <p>{messages.intro}</p>
      <ol class="rows">
        {(Object.keys(messages.steps) as StepName[]).map((name) => (
          <li>
            <p>
              <strong>{messages.steps[name]}</strong>{' '}
              {name !== 'page' && (
                <span class={isDone[name] ? 'badge accept' : 'badge'}>
                  {isDone[name] ? messages.done : messages.toDo}
                </span>
              )}
            </p>
            {!isDone[name] && more[name]}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The first steps that have a form of their own: a trial message, and a community. */
export function firstStepPages(parts: AppParts) {
  const { db, now, links, onMail } = parts;
  const app = new Hono<DeskEnv>();

  app.post('/essai', allowed('communities:write'), async (c) => {
    await readForm(c);
    const { id, email, language } = c.get('member');
    await queueMail(db, {
      subjectId: id,
      at: utc(now()),
      message: trialMail(email, { language, url: links.desk }),
    });
    onMail();
    return c.redirect('/bureau?fait=essai', 303);
  });

  app.get('/communautes/nouvelle', allowed('communities:write'), (c) =>
    showForm(c, communityFieldsIn(beginning)),
  );

  app.post('/communautes/nouvelle', allowed('communities:write'), async (c) => {
    const fields = communityFieldsIn(await readForm(c));
    const community = communityIn(fields);
    if ('faults' in community) return showForm(c, fields, community.faults);
    if (!(await addCommunity(parts, c.get('actor'), community)))
      return showForm(c, fields, { court: 'pris' });
    return c.redirect('/bureau?fait=communaute', 303);
  });
  return app;
}

/** What is chosen to begin with. */
const beginning = new URLSearchParams({
  besoin: 'requested',
  acces: 'on-request',
  experimentation: '2',
  learning: '2',
  networking: '2',
});

type FaultCode = keyof ReturnType<typeof firstStepMessages>['community']['faults'];

function showForm(
  c: Context<DeskEnv>,
  fields: CommunityFields,
  codes: Readonly<Record<string, FaultCode>> = {},
): Promise<Response> {
  const language = languageOf(c);
  const messages = firstStepMessages(language).community;
  const faults = Object.fromEntries(
    Object.entries(codes).map(([name, code]) => [name, messages.faults[code]]),
  );
  return renderDesk(c, {
    language,
    actor: c.get('actor'),
    title: messages.title,
    status: Object.keys(faults).length ? 422 : 200,
    body: <CommunityForm fields={fields} faults={faults} language={language} />,
  });
}

function CommunityForm({
  fields,
  faults,
  language,
}: {
  fields: CommunityFields;
  faults: Faults;
  language: Language;
}) {
  const messages = firstStepMessages(language).community;
  const field = (name: keyof CommunityFields, label: string, maxlength: number, more: object = {}) => (
    <Field
      name={name}
      label={label}
      value={fields[name]}
      fault={faults[name]}
      maxlength={maxlength}
      {...more}
    />
  );
  const select = (name: keyof CommunityFields, label: string, options: Readonly<Record<string, string>>) => (
    <Select name={name} label={label} value={fields[name]} options={Object.entries(options)} />
  );
  return (
    <>
      <FaultSummary faults={faults} language={language} />
      <form method="post" action="/bureau/communautes/nouvelle" class="wide">
        <div class="columns">
          {field('nom', messages.name, 200)}
          {field('sigle', messages.acronym, 20)}
          {field('court', messages.slug, 40, { autocomplete: 'off' })}
        </div>
        {field('phrase', messages.tagline, 200)}
        {field('presentation', messages.description, 2_000, { rows: 4 })}
        <div class="columns">
          {select('nee', messages.originKind, messages.origins)}
          {field('nee-de', messages.origin, 200)}
          {select('besoin', messages.need, messages.needs)}
        </div>
        <fieldset class="group">
          <legend>{messages.functions}</legend>
          <div class="columns">
            {(['experimentation', 'learning', 'networking'] as const).map((kind) =>
              select(kind, messages.kinds[kind], messages.weights),
            )}
          </div>
        </fieldset>
        <div class="columns">
          {field('rythme', messages.cadence, 100)}
          {field('anime', messages.facilitation, 300)}
          {select('acces', messages.status, messages.statuses)}
        </div>
        <p class="actions">
          <button>{messages.save}</button>
        </p>
      </form>
    </>
  );
}
