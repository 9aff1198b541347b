import { version } from '../../package.json';
import { type CheckCommand, type FailOn, parseCommand, UsageError } from './cli/arguments';
import { REPORTS } from './cli/formats';
import { helpText } from './cli/help';
import type { CliIo } from './cli/io';
import { Progress } from './cli/progress';
import type { CheckOptions, Engine } from './engine/engine';
import type { Severity } from './engine/findings/finding';
import { suggestion } from './engine/knowledge/closest';
import type { KnowledgeError } from './engine/knowledge/types';
import { createBuiltinEngine } from './host/create-checker';
import { decodeDraft } from './host/decode';
import { type DraftFile, findDrafts, readDraft, type Unreadable } from './host/node-files';
import type { CheckedFile } from './reports/checked-file';
import { printable } from './reports/printable';

export type { CliIo, CliOutput } from './cli/io';

/** Exit statuses: a contract with the scripts that call this. */
const CLEAN = 0;
const FOUND = 1;
const TROUBLE = 2;

const STDIN = '-';

/**
 * Runs one command and returns its exit status: 0, nothing at or above `--fail-on`; 1, something; 2, wrong use or
 * input that cannot be read. Reads no editor settings. `create`: the engine to use, for tests.
 */
export async function main(
  argv: readonly string[],
  io: CliIo,
  create: () => { readonly engine: Engine; readonly errors: readonly KnowledgeError[] } = createBuiltinEngine,
): Promise<number> {
  try {
    const command = parseCommand(argv);
    if (command.command === 'version') {
      io.stdout.write(`${version}\n`);
      return CLEAN;
    }
    const { engine, errors } = create();
    if (command.command === 'help') {
      io.stdout.write(helpText(engine.knowledge.profiles.values()));
      return CLEAN;
    }
    if (errors.length > 0) {
      io.stderr.write(knowledgeTrouble(errors));
      return TROUBLE;
    }
    return await check(command, engine, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`peer-role-check: ${error.message}\nFor all options: peer-role-check --help\n`);
    return TROUBLE;
  }
}

async function check(command: CheckCommand, engine: Engine, io: CliIo): Promise<number> {
  const options = optionsFor(command, engine);
  const { drafts, unreadable } = collect(command.paths, io.cwd);
  const files: CheckedFile[] = [];
  const progress = new Progress(io);
  for (const [done, draft] of drafts.entries()) {
    progress.show(done, drafts.length);
    const read = draft.path === STDIN ? await readStdin(io) : readDraft(draft);
    if ('text' in read) {
      files.push({ path: draft.path, source: read.text, ...engine.check(read.text, options) });
    } else {
      unreadable.push(read);
    }
  }
  progress.clear();
  const profile = (): string => engine.check('', options).profile;
  io.stdout.write(REPORTS[command.format]({ files, unreadable, engine, profile, color: useColor(io) }));
  for (const { path, message } of unreadable) {
    io.stderr.write(`peer-role-check: ${path === STDIN ? 'standard input' : printable(path)}: ${printable(message)}\n`);
  }
  if (unreadable.length > 0) return TROUBLE;
  const severities = files.flatMap((file) => file.findings.map((finding) => finding.severity));
  return severities.some((severity) => reaches(severity, command.failOn)) ? FOUND : CLEAN;
}

/** @throws UsageError where the profile is none that the knowledge has. */
function optionsFor({ profile }: CheckCommand, { knowledge }: Engine): CheckOptions {
  if (profile === undefined) return {};
  if (!knowledge.profiles.has(profile)) {
    const known = [...knowledge.profiles.keys()];
    throw new UsageError(
      `There is no profile "${profile}".${suggestion(profile, known)} Known profiles: ${known.join(', ')}.`,
    );
  }
  return { profileOverride: profile };
}

/** What the paths stand for, each file once, in the order in which they were named. */
function collect(paths: readonly string[], cwd: string): { drafts: DraftFile[]; unreadable: Unreadable[] } {
  const drafts = new Map<string, DraftFile>();
  const unreadable: Unreadable[] = [];
  for (const path of new Set(paths)) {
    const found =
      path === STDIN ? { drafts: [{ path: STDIN, absolute: STDIN }], unreadable: [] } : findDrafts(path, cwd);
    for (const draft of found.drafts) if (!drafts.has(draft.absolute)) drafts.set(draft.absolute, draft);
    unreadable.push(...found.unreadable);
  }
  return { drafts: [...drafts.values()], unreadable };
}

async function readStdin(io: CliIo): Promise<{ readonly text: string } | Unreadable> {
  if (io.stdin.isTTY) io.stderr.write('Reading what you type or paste. To end, press Ctrl+D on a line of its own.\n');
  const decoded = decodeDraft(await io.stdin.read());
  return 'problem' in decoded ? { path: STDIN, message: decoded.problem } : decoded;
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

const reaches = (severity: Severity, failOn: FailOn): boolean => failOn !== 'never' && RANK[severity] >= RANK[failOn];

/** https://no-color.org: any value that is not empty turns color off. */
const useColor = ({ stdout, env }: CliIo): boolean => stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';

function knowledgeTrouble(errors: readonly KnowledgeError[]): string {
  const lines = errors.map(({ path, line, message }) => `  ${path}:${String(line)}: ${message}\n`);
  return `peer-role-check: the rules that come with this program have mistakes, so nothing was checked:\n${lines.join('')}`;
}
