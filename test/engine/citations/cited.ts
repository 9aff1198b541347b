import assert from 'node:assert/strict';
import type { CheckOptions } from '../../../server/src/engine/engine';
import { compileCitations, findCitations } from '../../../server/src/engine/citations/find';
import type { Finding, TextEdit } from '../../../server/src/engine/findings/finding';
import { parseDraft } from '../../../server/src/engine/markdown/parse';
import { engine, knowledge } from '../real-pack';

export const compiled = compileCitations(knowledge);

/** What a draft cites, one line each: "7 8 in 2008: CPS Code of Ethics, principles 7 and 8". */
export const cites = (draft: string, edition = '2008'): string[] =>
  findCitations(parseDraft(draft), compiled, edition).citations.map(
    (c) => `${c.numbers.map(({ number }) => number).join(' ')} in ${c.edition}: ${c.text.replace(/\s+/g, ' ')}`,
  );

/** The numbers that a draft cites, in reading order. */
export const numbers = (draft: string, edition = '2008'): number[] =>
  findCitations(parseDraft(draft), compiled, edition).citations.flatMap((c) => c.numbers.map(({ number }) => number));

/** The places in contracts that a draft mentions: "accs-rfr-7.5-a: RFR 7.5 a". */
export const mentions = (draft: string): string[] =>
  findCitations(parseDraft(draft), compiled, '2008').mentions.map(({ reference, text }) => `${reference}: ${text}`);

/** The findings about citations in a whole draft. */
export const citationFindings = (draft: string, options: CheckOptions = {}): Finding[] =>
  engine.check(draft, options).findings.filter(({ family }) => family === 'citation');

export const rulesIn = (draft: string, options: CheckOptions = {}): string[] =>
  citationFindings(draft, options).map(({ rule }) => rule);

export function apply(text: string, edits: readonly TextEdit[]): string {
  let changed = text;
  for (const { span, text: put } of [...edits].sort((a, b) => b.span.start - a.span.start))
    changed = changed.slice(0, span.start) + put + changed.slice(span.end);
  return changed;
}

/** The draft after the first suggestion of its first finding of a rule. */
export function accepted(draft: string, rule: string, options: CheckOptions = {}, which = 0): string {
  const found = citationFindings(draft, options).find((finding) => finding.rule === rule);
  const suggestion = found?.suggestions?.[which];
  assert.ok(suggestion, `no suggestion of ${rule} in ${JSON.stringify(draft)}`);
  return apply(draft, suggestion.edits);
}
