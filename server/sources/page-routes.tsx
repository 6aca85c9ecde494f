import { type Context, Hono } from 'hono';
import { utc } from '../../src/contract/time-zone.js';
import {
  deskZone,
  type Faults,
  FaultSummary,
  Field,
  renderDesk,
  Said,
  Select,
} from '../bureau/desk-pages.js';
import { writeJournal } from '../bureau/journal/repository.js';
import { allCommunities } from '../communities/repository.js';
import { communityName } from '../communities/serializer.js';
import type { AppParts } from '../http/app-parts.js';
import { type DeskEnv, languageOf, readForm } from '../http/desk.js';
import { HttpError } from '../http/errors.js';
import { allowed } from '../http/machines.js';
import { deskMessages } from '../i18n/desk/common.js';
import { sourceMessages } from '../i18n/desk/sources.js';
import { momentIn } from '../i18n/format-date.js';
import { languageName, offeredLanguages } from '../i18n/language-name.js';
import type { Language } from '../i18n/language.js';
import { newId } from '../shared/secrets.js';
import { sourceKinds } from './formats.js';
import { addSource, allSources, changeSource, findSource, type Source } from './repository.js';
import { endSource, readOne } from './service.js';

interface State {
  faults?: Faults;
  sent?: URLSearchParams;
}

/** Sources: what is published elsewhere, and appears here by itself. */
export function sourcePages(parts: AppParts) {
  const { db, now } = parts;
  const app = new Hono<DeskEnv>();
  app.use('*', allowed('communities:write'));

  const show = async (c: Context<DeskEnv>, state: State = {}) => {
    const language = languageOf(c);
    const communities = (await allCommunities(db)).map((one): [string, string] => [
      one.slug,
      communityName(one),
    ]);
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: deskMessages(language).pages.sources,
      status: state.faults ? 422 : 200,
      body: (
        <SourcesPage
          language={language}
          sources={await allSources(db)}
          communities={communities}
          said={sourceMessages(language).done[c.req.query('fait') ?? '']}
          state={state}
        />
      ),
    });
  };

  app.get('/', (c) => show(c));

  app.post('/', async (c) => {
    const sent = await readForm(c);
    const messages = sourceMessages(languageOf(c));
    const text = (name: string) => (sent.get(name) ?? '').trim();
    const [name, url] = [text('nom').slice(0, 100), text('adresse')];
    const kind = sourceKinds.find((one) => one === text('type'));
    const faults: Faults = {
      ...(!name && { nom: messages.badName }),
      ...(!(/^https?:\/\/[^\s]{3,}$/.test(url) && url.length <= 2_000 && URL.canParse(url)) && {
        adresse: messages.badUrl,
      }),
      ...(!kind && { type: messages.badKind }),
    };
    if (Object.keys(faults).length || !kind) return show(c, { faults, sent });
    const known = (await allCommunities(db)).map(({ slug }) => slug);
    const source = {
      id: `src-${newId().slice(0, 12)}`,
      kind,
      name,
      url,
      community: known.find((slug) => slug === text('communaute')) ?? '',
      language: offeredLanguages.find((one) => one === text('langue')) ?? 'fr',
    };
    const at = utc(now());
    await db.transaction(async (sql) => {
      await addSource(sql, source, at);
      await note(sql, c, 'add-source', source, at);
    });
    const added = await findSource(db, source.id);
    const failure = added && (await readOne(parts, added));
    return c.redirect(`/bureau/sources?fait=${failure ? 'unread' : 'added'}`, 303);
  });

  app.post('/:id', async (c) => {
    const act = (await readForm(c)).get('acte');
    const source = await findSource(db, c.req.param('id'));
    if (!source) throw new HttpError('not-found');
    const at = utc(now());
    if (act === 'lire') {
      const failure = await readOne(parts, source);
      return c.redirect(`/bureau/sources?fait=${failure ? 'failed' : 'read'}`, 303);
    }
    if (act === 'retirer') {
      await db.transaction(async (sql) => {
        await endSource(sql, source);
        await note(sql, c, 'end-source', source, at);
      });
      return c.redirect('/bureau/sources?fait=ended', 303);
    }
    if (act !== 'pause' && act !== 'reprendre') throw new HttpError('malformed');
    await changeSource(db, source.id, { paused: act === 'pause' ? 1 : 0, next_at: at });
    return c.redirect('/bureau/sources?fait=changed', 303);
  });

  const note = (
    sql: Parameters<typeof writeJournal>[0],
    c: Context<DeskEnv>,
    action: string,
    { id, name }: Pick<Source, 'id' | 'name'>,
    at: string,
  ) =>
    writeJournal(sql, { actor: c.get('actor').id, action, kind: 'source', subjectId: id, summary: name }, at);

  return app;
}

function SourcesPage({
  language,
  sources,
  communities,
  said,
  state: { faults = {}, sent },
}: {
  language: Language;
  sources: readonly Source[];
  communities: readonly [string, string][];
  said: string | undefined;
  state: State;
}) {
  const messages = sourceMessages(language);
  return (
    <>
      <Said text={said} />
      <FaultSummary faults={faults} language={language} />
      <p>{messages.intro}</p>
      {sources.length === 0 && <p>{messages.none}</p>}
      <ul class="rows">
        {sources.map((source) => (
          <SourceLine source={source} language={language} />
        ))}
      </ul>
      <h2>{messages.add}</h2>
      <form method="post" action="/bureau/sources" class="narrow">
        <Field
          name="nom"
          label={messages.name}
          hint={messages.nameHint}
          value={sent?.get('nom') ?? ''}
          fault={faults['nom']}
          maxlength={100}
        />
        <Field
          name="adresse"
          type="url"
          label={messages.url}
          hint={messages.urlHint}
          value={sent?.get('adresse') ?? ''}
          fault={faults['adresse']}
          maxlength={2_000}
        />
        <Select
          name="type"
          label={messages.kind}
          value={sent?.get('type') ?? 'feed'}
          fault={faults['type']}
          options={sourceKinds.map((one) => [one, messages.kinds[one]] as const)}
        />
        <Select
          name="communaute"
          label={messages.community}
          value={sent?.get('communaute') ?? ''}
          options={[['', messages.network], ...communities]}
        />
        <Select
          name="langue"
          label={messages.language}
          value={sent?.get('langue') ?? 'fr'}
          options={offeredLanguages.map((one) => [one, languageName(language, one)] as const)}
        />
        <p class="actions">
          <button>{messages.add}</button>
        </p>
      </form>
    </>
  );
}

function SourceLine({ source, language }: { source: Source; language: Language }) {
  const messages = sourceMessages(language);
  const { id, name, url, items, read_at: readAt, failure, isPaused } = source;
  const when = readAt ? momentIn(language, Date.parse(readAt), deskZone) : messages.never;
  const state = failure
    ? messages.failing(messages.failures[failure] ?? failure, when)
    : [isPaused ? messages.paused : '', readAt ? messages.read(when) : messages.never]
        .filter(Boolean)
        .join(' · ');
  const act = (value: string, label: string) => (
    <button class="plain" name="acte" value={value}>
      {label}
      <span class="aside">{messages.of(name)}</span>
    </button>
  );
  return (
    <li class="row-line">
      <span>
        <strong>{name}</strong> <span class="quiet">{messages.items(items)}</span>
        <br />
        <a href={url}>{url}</a>
        <br />
        <span class={failure ? 'error' : 'quiet'}>{state}</span>
      </span>
      <form method="post" action={`/bureau/sources/${id}`}>
        <p class="actions">
          {act('lire', messages.now)}
          {isPaused ? act('reprendre', messages.resume) : act('pause', messages.pause)}
        </p>
        <details>
          <summary>
            {messages.end}
            <span class="aside">{messages.of(name)}</span>
          </summary>
          <p class="quiet">{messages.endHint}</p>
          {act('retirer', messages.end)}
        </details>
      </form>
    </li>
  );
}
