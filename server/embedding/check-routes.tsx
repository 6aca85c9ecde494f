import { type Context, Hono } from 'hono';
import { raw } from 'hono/html';
import { doctorMessages } from '../../src/doctor/words.js';
import { Id } from '../../src/contract/index.js';
import { allCommunities } from '../communities/repository.js';
import type { AppParts } from '../http/app-parts.js';
import { renderPage } from '../http/layout.js';
import { type AppEnv, clientIp, readText } from '../http/middleware.js';
import { builderMessages, type BuilderMessages } from '../i18n/builder/index.js';
import { closestLanguage, type Language } from '../i18n/language.js';
import { findSession } from '../sessions/repository.js';
import { FetchRefused } from '../shared/guarded-fetch.js';
import { checkPage } from './check-page.js';
import { escaped } from './element-tag.js';

type CheckMessages = BuilderMessages['check'];
/** What was found out of a page. */
type Result =
  | { refused: keyof CheckMessages['refused'] }
  | ({ count: number } & Pick<Awaited<ReturnType<typeof checkPage>>, 'facts' | 'findings'>);

/** “Why doesn't it show?” for a page that the server reads: `/integrer/pourquoi`. Only the press reads it. */
export function pageChecks(parts: AppParts) {
  const { db, origins, releases } = parts;
  const app = new Hono<AppEnv>();

  const check = async (address: string): Promise<Result> => {
    try {
      const page = await parts.fetchPage(address);
      if (page.status >= 400) return { refused: 'status' };
      const communities = (await allCommunities(db)).map(({ slug }) => slug);
      const { facts, findings } = await checkPage(page, {
        server: origins.own,
        communities,
        isSession: async (id) => Id.safeParse(id).success && Boolean(await findSession(db, id)),
        isServed: (version) => releases.has(version),
        maySend: (origin, community) => origins.admitsFor(origin, community),
      });
      return { count: facts.tags.filter(({ name }) => name !== 'provider').length, facts, findings };
    } catch (error) {
      if (error instanceof FetchRefused) return { refused: error.reason };
      throw error;
    }
  };

  const show = (c: Context, address: string, result?: Result) => {
    const language = closestLanguage(c.req.query('lang'));
    const messages = builderMessages(language).check;
    return renderPage(c, {
      language,
      title: messages.title,
      isUnlisted: true,
      personal: true,
      body: (
        <CheckPage
          messages={messages}
          language={language}
          address={address}
          result={result}
          server={origins.own}
        />
      ),
    });
  };

  app.get('/integrer/pourquoi', (c) => show(c, c.req.query('page') ?? ''));
  app.post('/integrer/pourquoi', async (c) => {
    const address = (new URLSearchParams(await readText(c)).get('page') ?? '').trim().slice(0, 2_000);
    await parts.rateLimits.tries(clientIp(c, parts.trustedProxies));
    return show(c, address, await check(address));
  });
  return app;
}

function CheckPage({
  messages,
  language,
  address,
  result,
  server,
}: {
  messages: CheckMessages;
  language: Language;
  address: string;
  result: Result | undefined;
  server: string;
}) {
  return (
    <>
      <p>{messages.intro}</p>
      <form method="post" action={`/integrer/pourquoi?lang=${language}#trouve`}>
        <div class="field">
          <label for="page">{messages.label}</label>
          <input id="page" name="page" type="url" required maxlength={2_000} value={address} />
        </div>
        <button class="button">{messages.go}</button>
      </form>
      {result && <Found messages={messages} language={language} result={result} />}
      <h2>{messages.inPage}</h2>
      <p>{messages.inPageText}</p>
      {/* A bookmark is an address that runs something: on the page where it is opened, never here. */}
      <p>
        {raw(`<a class="button" href="${escaped(bookmarkOf(server))}">${escaped(messages.bookmark)}</a>`)}
      </p>
      <p class="quiet">{messages.limits}</p>
    </>
  );
}

/** Looks from within the page; where its policy forbids that, our server reads the page. */
const bookmarkOf = (server: string): string =>
  `javascript:void import('${server}/v1/doctor.js?'+Date.now()).catch(()=>open('${server}/integrer/pourquoi?page='+encodeURIComponent(location.href)))`;

function Found({
  messages,
  language,
  result,
}: {
  messages: CheckMessages;
  language: Language;
  result: Result;
}) {
  if ('refused' in result)
    return (
      <p class="notice" role="alert" id="trouve">
        {messages.refused[result.refused]}
      </p>
    );
  const { findings } = doctorMessages(language);
  if (!result.findings.length)
    return (
      <p class="notice" role="status" id="trouve">
        {messages.fine(result.count)}
      </p>
    );
  return (
    <section aria-labelledby="trouve">
      <h2 id="trouve">{messages.found}</h2>
      <ol>
        {result.findings.map(({ code, about, nearest }) => {
          const { title, fix } = findings[code];
          return (
            <li>
              <strong>{title(about, nearest)}</strong>
              <br />
              {`${messages.toDo} ${fix[result.facts.system] ?? fix.other}`}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
