import { version } from '../../package.json';
import { type FailOn, parseCommand, type ReadCommand, UsageError } from './cli/arguments';
import { type CreateEngine, Engines } from './cli/engines';
import { MEMOS, type Outcome, REPORTS } from './cli/formats';
import { helpText } from './cli/help';
import type { CliIo } from './cli/io';
import { Progress } from './cli/progress';
import type { CheckOptions, Engine } from './engine/engine';
import type { Severity } from './engine/findings/finding';
import { allKnown } from './engine/knowledge/all-known';
import { suggestion } from './engine/knowledge/closest';
import type { KnowledgeError } from './engine/knowledge/types';
import { failureText } from './engine/result';
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
 * Runs one command and returns its exit status: 0, nothing at or above `--fail-on`, or a report was written; 1, something
 * was found; 2, wrong use, input that cannot be read, or a check that is not complete. Reads no editor settings. `create`: the engine to use, for tests.
 */
export async function main(
  argv: readonly string[],
  io: CliIo,
  create: CreateEngine = createBuiltinEngine,
): Promise<number> {
  let engines: Engines | undefined;
  try {
    const command = parseCommand(argv);
    if (command.command === 'version') {
      io.stdout.write(`${version}\n`);
      return CLEAN;
    }
    const builtin = create();
    engines = new Engines(builtin, create, io.cwd);
    if (command.command === 'help') {
      io.stdout.write(helpText(engines.ofFolder(io.cwd).knowledge.profiles.values()));
      return CLEAN;
    }
    if (builtin.errors.length > 0) {
      io.stderr.write(knowledgeTrouble(builtin.errors));
      return TROUBLE;
    }
    const outcome = await read(command, engines, io);
    const text =
      command.command === 'check' ? REPORTS[command.format](outcome) : MEMOS[command.format](outcome, io.today());
    io.stdout.write(text);
    const failed = outcome.files.flatMap(failureLines);
    complain([...engines.mistakes, ...outcome.unreadable.map(unreadableLine), ...failed], io);
    if (engines.mistakes.length + outcome.unreadable.length + failed.length > 0) return TROUBLE;
    if (command.command === 'report') return CLEAN;
    const severities = outcome.files.flatMap((file) => file.findings.map((finding) => finding.severity));
    return severities.some((severity) => reaches(severity, command.failOn)) ? FOUND : CLEAN;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // What is not known may be what a mistake has kept from being read.
    complain(engines?.mistakes ?? [], io);
    io.stderr.write(`peer-role-check: ${error.message}\nFor all options: peer-role-check --help\n`);
    return TROUBLE;
  }
}

/** Reads and checks the drafts that a command names, one after the other. */
async function read(command: ReadCommand, engines: Engines, io: CliIo): Promise<Outcome> {
  const { drafts, unreadable } = collect(command.paths, io.cwd);
  const engineOf = (draft: DraftFile): Engine =>
    draft.path === STDIN ? engines.ofFolder(io.cwd) : engines.ofFile(draft.absolute);
  const here = engines.ofFolder(io.cwd);
  const [first = here, ...others] = drafts.map(engineOf);
  const options = optionsFor(command, [first, ...others]);
  const files: CheckedFile[] = [];
  const progress = new Progress(io);
  for (const [done, draft] of drafts.entries()) {
    progress.show(done, drafts.length);
    const text = draft.path === STDIN ? await readStdin(io) : readDraft(draft);
    const checked = 'text' in text ? check(draft.path, text.text, engineOf(draft), options) : text;
    if ('findings' in checked) files.push(checked);
    else unreadable.push(checked);
  }
  progress.clear();
  const profile = (): string => here.check('', options).profile;
  return {
    files,
    unreadable,
    knowledge: allKnown([first.knowledge, ...others.map((engine) => engine.knowledge)]),
    profile,
    color: useColor(io),
  };
}

/** A draft that the engine cannot digest takes nothing from the report on the others. */
function check(path: string, source: string, engine: Engine, options: CheckOptions): CheckedFile | Unreadable {
  try {
    return { path, source, ...engine.check(source, options) };
  } catch (error) {
    return { path, message: `The checker could not read this draft. (${reasonOf(error)})` };
  }
}

function complain(lines: readonly string[], io: CliIo): void {
  for (const line of lines) io.stderr.write(`peer-role-check: ${printable(line)}\n`);
}

const nameOf = (path: string): string => (path === STDIN ? 'standard input' : path);

const unreadableLine = ({ path, message }: Unreadable): string => `${nameOf(path)}: ${message}`;

const failureLines = ({ path, failures }: CheckedFile): string[] =>
  failures.map((failure) => `${nameOf(path)}: ${failureText(failure)} (${reasonOf(failure.error)})`);

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws UsageError where one of the engines does not know the profile: its drafts would be read for another contract */
function optionsFor({ profile }: ReadCommand, engines: readonly Engine[]): CheckOptions {
  if (profile === undefined) return {};
  const without = engines.find(({ knowledge }) => !knowledge.profiles.has(profile));
  if (without !== undefined) {
    const known = [...without.knowledge.profiles.keys()];
    const where = engines.some(({ knowledge }) => knowledge.profiles.has(profile)) ? ' for all of these drafts' : '';
    throw new UsageError(
      `There is no profile "${profile}"${where}.${suggestion(profile, known)} Known profiles: ${known.join(', ')}.`,
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
