import { partsFault } from '../sessions/change.js';
import { instantOf } from '../shared/wall-clock.js';
import type { Fault } from './folder.js';
import { lists, type ListName, type Publications } from './schemas.js';

/** What one item names of another must be there, in the folder or in the database already. */
export function brokenReferences(
  found: Publications,
  known: { [name in ListName]: ReadonlySet<string> },
): Fault[] {
  const faults: Fault[] = [];
  const names = (name: ListName) => {
    const { key } = lists[name];
    const inFolder = (found[name] as Record<string, unknown>[]).map((item) => String(item[key]));
    return new Set([...known[name], ...inFolder]);
  };
  const all = {
    themes: names('themes'),
    communities: names('communities'),
    resources: names('resources'),
  };
  const check = (
    list: ListName,
    id: string,
    pointer: string,
    values: readonly string[],
    of: keyof typeof all,
  ) => {
    for (const value of values)
      if (!all[of].has(value))
        faults.push({
          file: lists[list].file,
          item: `${list} “${id}”`,
          pointer,
          detail: `there is no “${value}” among the ${of}.`,
        });
  };
  for (const { slug, themes } of found.communities) check('communities', slug, '/themes', themes, 'themes');
  for (const { id, communities } of found.organisations)
    check('organisations', id, '/communities', communities, 'communities');
  for (const { id, communities, themes } of found.resources) {
    check('resources', id, '/communities', communities, 'communities');
    check('resources', id, '/themes', themes, 'themes');
  }
  for (const session of found.sessions) {
    check('sessions', session.id, '/community', [session.community], 'communities');
    check('sessions', session.id, '/resources', session.resources, 'resources');
    const wrong = wrongTimes(session);
    if (wrong) faults.push({ file: lists.sessions.file, item: `sessions “${session.id}”`, ...wrong });
  }
  return faults;
}

function wrongTimes(
  session: Publications['sessions'][number],
): Pick<Fault, 'pointer' | 'detail'> | undefined {
  const { start, end, timezone } = session;
  try {
    instantOf(start, timezone);
  } catch {
    return { pointer: '/timezone', detail: `there is no zone “${timezone}”.` };
  }
  if (end <= start) return { pointer: '/end', detail: 'must come after the start.' };
  const fault = partsFault(session);
  return fault && { pointer: fault.pointer, detail: fault.detail };
}
