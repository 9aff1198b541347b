import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import { memoHtml } from '../../server/src/reports/memo-html';
import { memoMarkdown } from '../../server/src/reports/memo-markdown';
import { reviewOf, type Review } from '../../server/src/reports/review';

/*
 * The memo on the three examples, as it was read line by line. Where a rule, a message or an example changes, write it anew
 * with PEER_RENEW_MEMO=1, and read what changed before you keep it: each sentence has to be right, plain and true.
 */

const ROOT = join(import.meta.dirname, '../..');
const KEPT = join(ROOT, 'test/fixtures/memo');
const DRAFTS = ['job-description.md', 'rfr-response-section.md', 'staffing-table.md'];

function examples(): Review {
  const { engine } = createBuiltinEngine();
  const files = DRAFTS.map((path) => {
    const source = readFileSync(join(ROOT, 'examples', path), 'utf8');
    return { path, source, ...engine.check(source) };
  });
  return reviewOf(files, { knowledge: engine.knowledge, date: '2026-11-22', version: '0.0.0' });
}

describe('the memo on the examples', function () {
  this.timeout(30_000);
  const renew = process.env['PEER_RENEW_MEMO'] !== undefined;
  let review: Review;
  before(() => (review = examples()));

  for (const [name, write] of [
    ['examples.md', memoMarkdown],
    ['examples.html', memoHtml],
  ] as const)
    it(`is the one that was read: ${name}`, () => {
      const text = write(review);
      if (renew) {
        mkdirSync(KEPT, { recursive: true });
        writeFileSync(join(KEPT, name), text);
      }
      assert.equal(text, readFileSync(join(KEPT, name), 'utf8').replaceAll('\r\n', '\n'));
    });
});
