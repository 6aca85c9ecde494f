/** A reporter for node:test that tells what failed, and writes the counts where COUNTS_FILE says. */
import { writeFileSync } from 'node:fs';

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for await (const { type, data } of source) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:pass') {
      if (data.skip !== undefined) skipped++;
      else if (!isFile(data)) passed++;
    } else if (
      type === 'test:fail' &&
      !(isFile(data) && data.details?.error?.failureType === 'subtestsFailed')
    ) {
      failed++;
      const error = data.details.error;
      yield `\n✗ ${data.name} (${data.file ?? ''}:${data.line ?? ''})\n${error?.cause?.stack ?? error?.cause ?? error?.stack ?? error}\n`;
    } else if (type === 'test:stdout' || type === 'test:stderr') {
      if (!/^npm warn|ExperimentalWarning/.test(data.message)) yield data.message;
    }
  }
  yield `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`;
  if (process.env.COUNTS_FILE)
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify({ passed, failed, skipped }));
}

/** With process isolation each file is reported as a test too. */
const isFile = (data) => data.nesting === 0 && data.name?.endsWith('.ts');
