import { Hono } from 'hono';
import type { AppParts } from '../../http/app-parts.js';
import { type DeskEnv, languageOf } from '../../http/desk.js';
import { demand } from '../../http/machines.js';
import { deskMessages } from '../../i18n/desk/common.js';
import { journalMessages } from '../../i18n/desk/journal.js';
import { dateInWords } from '../../i18n/format-date.js';
import type { Language } from '../../i18n/language.js';
import { deskZone, renderDesk } from '../desk-pages.js';
import { allMembers, type Member } from '../team/repository.js';
import { reachOf } from '../team/rights.js';
import { readJournal, type WrittenLine } from './repository.js';

const LINES = 100;

/** Journal: who did what when. */
export function journalPages({ db }: AppParts) {
  const app = new Hono<DeskEnv>();
  app.get('/', async (c) => {
    demand(c, 'journal:read');
    const language = languageOf(c);
    const before = /^[\dT:.Z-]{20,30}$/.exec(c.req.query('avant') ?? '')?.[0];
    const reach = reachOf(c.get('actor'), 'journal:read');
    const lines = await readJournal(db, { reach, before, limit: LINES + 1 });
    const members = new Map((await allMembers(db)).map((member) => [member.id, member]));
    return renderDesk(c, {
      language,
      actor: c.get('actor'),
      title: deskMessages(language).pages.journal,
      body: <JournalPage lines={lines} members={members} language={language} />,
    });
  });
  return app;
}

function JournalPage({
  lines,
  members,
  language,
}: {
  lines: readonly WrittenLine[];
  members: ReadonlyMap<string, Member>;
  language: Language;
}) {
  const messages = journalMessages(language);
  const shown = lines.slice(0, LINES);
  const last = lines.length > LINES ? shown.at(-1) : undefined;
  if (!shown.length) return <p>{messages.none}</p>;
  return (
    <>
      <p>{messages.intro}</p>
      <ul class="rows">
        {shown.map((line) => (
          <li>
            <time datetime={line.at} class="quiet">
              {dateInWords(
                language,
                { dateStyle: 'medium', timeStyle: 'short', timeZone: deskZone },
                Date.parse(line.at),
              )}
            </time>{' '}
            {sentence(line, members, language)}
          </li>
        ))}
      </ul>
      {last && (
        <p>
          <a href={`?avant=${encodeURIComponent(last.at)}`}>{deskMessages(language).older}</a>
        </p>
      )}
    </>
  );
}

/** “l’équipe a répondu : demande à rejoindre, genre (accepted)”. */
function sentence(line: WrittenLine, members: ReadonlyMap<string, Member>, language: Language): string {
  const { acts, kinds, machine, setting, server } = journalMessages(language);
  const [of = '', id = ''] = line.actor.split(/:(.*)/s);
  const nameOf = (member: string) => members.get(member)?.name ?? deskMessages(language).gone;
  const who =
    of === 'member' ? nameOf(id) : of === 'token' ? machine(id) : of === 'setting' ? setting : server;
  const what = line.kind === 'member' ? nameOf(line.subjectId) : (kinds[line.kind] ?? line.kind);
  const more = [line.community, line.summary].filter(Boolean).join(' · ');
  return line.action === 'enter'
    ? `${who} ${acts['enter']}`
    : `${who} ${acts[line.action] ?? line.action} : ${what}${more && ` (${more})`}`;
}
