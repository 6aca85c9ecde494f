/**
 * The server's time for a faceted search over 50,000 resources, beside the same over 50, on both databases: medians of
 * questions asked one after the other, each unlike the others, so that nothing is answered from memory.
 */
import { putResource, searchNames } from '../server/resources/repository.js';
import { communities, manyth, subjects } from '../test/support/many.js';
import {
  hasPostgres,
  createTestApp,
  type DatabaseName,
  type TestApp,
  rowsOf,
  changeRows,
} from '../test/support/server.js';
import { rounds } from './measure.js';

const STORED = [50, 50_000];

const questions: Record<string, (n: number) => string> = {
  'no words, all facets': (n) => `page=${n + 1}`,
  'one word': (n) =>
    `q=${encodeURIComponent(subjects[n % subjects.length]!)}&page=${1 + Math.floor(n / subjects.length)}`,
  'a rare word': (n) => `q=${7 * n + 1}`,
  'two words, two facets': (n) =>
    `q=${encodeURIComponent(`${subjects[n % 16]!} ${subjects[(n + 3) % 16]!}`)}&kind=guide,study&community=${communities[n % 5]!}`,
  'half a word': (n) =>
    `q=${encodeURIComponent(subjects[n % 16]!.slice(0, 4))}&page=${1 + Math.floor(n / 16)}`,
  'a misspelt word': (n) => `q=capitalisattion&page=${n + 1}`,
};

async function fill(s: TestApp, most: number): Promise<void> {
  await s.db.transaction(async (sql) => {
    await changeRows(sql, 'delete from resources');
    await changeRows(sql, 'delete from vocabulary');
    if (sql.engine === 'sqlite') await changeRows(sql, 'delete from resource_words');
    const names = await searchNames(sql);
    for (let n = 0; n < most; n++) await putResource(sql, manyth(n), names);
  });
  if (s.db.engine === 'postgres') await rowsOf(s.db, 'analyze resources');
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

export async function benchResources(): Promise<void> {
  const databases: DatabaseName[] = (await hasPostgres()) ? ['sqlite', 'postgres'] : ['sqlite'];
  console.log(
    `\nServer, a faceted search, ${rounds} questions of each kind: median in milliseconds (${STORED.join(' → ')} stored)`,
  );
  for (const kind of databases) {
    const times = new Map<string, number[]>();
    for (const most of STORED) {
      const s = await createTestApp(kind);
      await fill(s, most);
      for (const [name, ask] of Object.entries(questions)) {
        const took: number[] = [];
        for (let n = 0; n < rounds; n++) {
          const start = performance.now();
          const response = await s.request(`/v1/resources?${ask(n)}`);
          await response.text();
          took.push(performance.now() - start);
          if (!response.ok) throw new Error(`${ask(n)}: ${response.status}`);
        }
        times.set(name, [...(times.get(name) ?? []), median(took)]);
      }
      await s.close();
    }
    for (const [name, medians] of times) {
      console.log(
        `  ${kind.padEnd(9)}${name.padEnd(24)}${medians.map((ms) => ms.toFixed(1).padStart(9)).join('')}`,
      );
    }
  }
}
