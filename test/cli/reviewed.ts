import type { Finding } from '../../server/src/engine/findings/finding';
import type { Knowledge } from '../../server/src/engine/knowledge/types';
import type { CheckedFile } from '../../server/src/reports/checked-file';
import { reviewOf, type Review } from '../../server/src/reports/review';
import { fakeEngine } from './fake-engine';

/* Drafts as they come out of a check, for tests of what a review makes of them. */

const { knowledge: plain } = fakeEngine();

const statement = (id: string, title: string): [string, never] => [id, { id, title, why: `Why ${title}.` } as never];

/** The knowledge of the engine that finds capitals, with two statements. */
export const knowledge: Knowledge = {
  ...plain,
  statements: new Map([statement('missing-code', 'The code'), statement('pay', 'The pay')]),
  editions: new Map([
    ['2008', { id: '2008', title: 'The Code (2008)', complete: true, note: 'Revised since.' } as never],
  ]),
};

export function finding(source: string, words: string, different: Partial<Finding> = {}): Finding {
  const start = source.indexOf(words);
  return {
    rule: 'capitals',
    family: 'duty',
    span: { start, end: start + words.length },
    text: words,
    severity: 'warning',
    authority: 'ethics',
    certainty: 'breach',
    message: 'Peers do not shout.',
    evidence: { duty: [], by: 'capitals' },
    allowed: 'Talking softly.',
    sources: [{ key: 'paper', section: '10' }],
    ...different,
  };
}

export const file = (path: string, source: string, different: Partial<CheckedFile> = {}): CheckedFile => ({
  path,
  source,
  profile: 'accs',
  edition: '2008',
  findings: [],
  figures: [],
  checklist: [],
  suppressed: [],
  citations: [],
  mentions: [],
  duties: [],
  sections: [],
  unasked: [],
  named: [],
  failures: [],
  ...different,
});

export const review = (files: readonly CheckedFile[], unreadable: Review['unreadable'] = []): Review =>
  reviewOf(files, { knowledge, date: '2026-11-22', version: '9.9.9', unreadable });
