import { sep } from 'node:path';
import { version } from '../../../package.json';
import type { Knowledge } from '../engine/knowledge/types';
import type { Unreadable } from '../host/node-files';
import type { CheckedFile } from '../reports/checked-file';
import { githubReport } from '../reports/github';
import { jsonReport } from '../reports/json';
import { memoHtml } from '../reports/memo-html';
import { memoJson } from '../reports/memo-json';
import { memoMarkdown } from '../reports/memo-markdown';
import { colored, plain } from '../reports/paint';
import { type Review, reviewOf } from '../reports/review';
import { sarifReport } from '../reports/sarif';
import { textReport } from '../reports/text';
import type { Format, MemoFormat } from './arguments';

/** All that a check has come to. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
  /** What the engines know that have read the files. */
  readonly knowledge: Knowledge;
  /** Id of the profile that is applied where a draft names none. */
  readonly profile: () => string;
  /** Whether the report goes to a terminal that shows color. */
  readonly color: boolean;
}

/** What `--format` chooses from. */
export const REPORTS: Readonly<Record<Format, (outcome: Outcome) => string>> = {
  text: ({ files, knowledge, color }) => textReport(files, knowledge, color ? colored : plain),
  json: ({ files, profile }) => jsonReport(files, profile()),
  sarif: ({ files, unreadable, knowledge }) =>
    sarifReport(files.map(slashed), knowledge, { version, unreadable: unreadable.map(slashed) }),
  github: ({ files, knowledge }) => githubReport(files.map(slashed), knowledge),
};

/** What `--format` of a report chooses from; `date` is the day of the memo, "2026-11-22". */
export const MEMOS: Readonly<Record<MemoFormat, (outcome: Outcome, date: string) => string>> = {
  md: (outcome, date) => memoMarkdown(reviewIn(outcome, date)),
  html: (outcome, date) => memoHtml(reviewIn(outcome, date)),
  json: (outcome, date) => memoJson(reviewIn(outcome, date)),
};

const reviewIn = ({ files, unreadable, knowledge }: Outcome, date: string): Review =>
  reviewOf(files.map(slashed), { knowledge, date, version, unreadable: unreadable.map(slashed) });

const slashed = <T extends { readonly path: string }>(file: T): T =>
  sep === '\\' ? { ...file, path: file.path.replaceAll('\\', '/') } : file;
