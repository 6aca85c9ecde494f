/** A Playwright reporter that writes the counts where COUNTS_FILE says. */
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  counts = { passed: 0, failed: 0, skipped: 0 };
  onTestEnd(test, result) {
    if (result.status === 'skipped') this.counts.skipped++;
    else if (test.outcome() === 'expected') this.counts.passed++;
    else if (test.results.length > test.retries) this.counts.failed++;
  }
  onError() {
    this.counts.failed++;
  }
  onEnd() {
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify(this.counts));
  }
}
