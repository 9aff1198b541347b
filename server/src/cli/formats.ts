import { sep } from 'node:path';
import { version } from '../../../package.json';
import type { Engine } from '../engine/engine';
import type { Unreadable } from '../host/node-files';
import type { CheckedFile } from '../reports/checked-file';
import { githubReport } from '../reports/github';
import { jsonReport } from '../reports/json';
import { colored, plain } from '../reports/paint';
import { sarifReport } from '../reports/sarif';
import { textReport } from '../reports/text';
import type { Format } from './arguments';

/** All that a check has come to. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  readonly unreadable: readonly Unreadable[];
  readonly engine: Engine;
  /** Id of the profile that is applied where a draft names none. */
  readonly profile: () => string;
  /** Whether the report goes to a terminal that shows color. */
  readonly color: boolean;
}

/** What `--format` chooses from. */
export const REPORTS: Readonly<Record<Format, (outcome: Outcome) => string>> = {
  text: ({ files, engine, color }) => textReport(files, engine.knowledge, color ? colored : plain),
  json: ({ files, profile }) => jsonReport(files, profile()),
  sarif: ({ files, unreadable, engine }) =>
    sarifReport(files.map(slashed), engine.knowledge, { version, unreadable: unreadable.map(slashed) }),
  github: ({ files, engine }) => githubReport(files.map(slashed), engine.knowledge),
};

const slashed = <T extends { readonly path: string }>(file: T): T =>
  sep === '\\' ? { ...file, path: file.path.replaceAll('\\', '/') } : file;
