import { parseArgs } from 'node:util';
import { suggestion } from '../engine/knowledge/closest';
import type { Severity } from '../engine/findings/finding';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export type Format = (typeof FORMATS)[number];

const MEMO_FORMATS = ['md', 'html', 'json'] as const;

export type MemoFormat = (typeof MEMO_FORMATS)[number];
export type FailOn = Exclude<Severity, 'hint'> | 'never';

/** What every command that reads drafts is told. */
export interface ReadCommand {
  /** Beats the drafts' own front matter; missing where the command line does not name one. */
  readonly profile?: string;
  /** At least one; `-` is standard input. */
  readonly paths: readonly string[];
}

export interface CheckCommand extends ReadCommand {
  readonly command: 'check';
  readonly format: Format;
  readonly failOn: FailOn;
}

export interface ReportCommand extends ReadCommand {
  readonly command: 'report';
  readonly format: MemoFormat;
}

export type Command = CheckCommand | ReportCommand | { readonly command: 'help' } | { readonly command: 'version' };

/** The command line cannot be followed; the message says what to write instead. */
export class UsageError extends Error {}

const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'information', 'never'];

const OPTIONS = {
  profile: { type: 'string' },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** @throws UsageError */
export function parseCommand(argv: readonly string[]): Command {
  // Not strict: the tokens are checked below, with messages that name the way out.
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option')
      given.set(token.name, optionValue(token.name, token.rawName, token.value, token.inlineValue));
  }
  if (given.has('help')) return { command: 'help' };
  if (given.has('version')) return { command: 'version' };
  const [command, ...paths] = words;
  if (command === undefined) throw new UsageError('Say what to do: peer-role-check check PATH…');
  if (command !== 'check' && command !== 'report') {
    throw new UsageError(`"${command}" is no command. To check a draft: peer-role-check check ${paths[0] ?? command}`);
  }
  if (paths.length === 0) {
    throw new UsageError(
      `Say which files or folders to check, or "-" for standard input: peer-role-check ${command} PATH…`,
    );
  }
  if (paths.includes('')) throw new UsageError('One of the paths is empty. Name a file or a folder.');
  const profile = given.get('profile');
  const read: ReadCommand = { ...(profile !== undefined && { profile }), paths };
  if (command === 'report') {
    if (given.has('fail-on')) {
      throw new UsageError('"--fail-on" is for check. A report is written whatever is found.');
    }
    return { command, ...read, format: oneOf(MEMO_FORMATS, '--format', given.get('format')) ?? 'md' };
  }
  return {
    command,
    ...read,
    format: oneOf(FORMATS, '--format', given.get('format')) ?? 'text',
    failOn: oneOf(FAIL_ON, '--fail-on', given.get('fail-on')) ?? 'error',
  };
}

/** The value of an option that takes one, `''` of one that takes none. */
function optionValue(name: string, rawName: string, value: string | undefined, inline: boolean | undefined): string {
  if (!Object.hasOwn(OPTIONS, name)) {
    const near = suggestion(name, Object.keys(OPTIONS)).replace(/"(.*)"/, '"--$1"');
    const file = rawName.startsWith('--') ? '' : ' Before a file name that begins with "-", write "./".';
    throw new UsageError(`There is no option "${rawName}".${near}${file}`);
  }
  if (OPTIONS[name as keyof typeof OPTIONS].type === 'boolean') {
    if (value !== undefined) throw new UsageError(`"${rawName}" takes no value. Write it alone.`);
    return '';
  }
  if (value === undefined || value === '' || (inline !== true && value.startsWith('-'))) {
    throw new UsageError(`"${rawName}" needs a value after it, like "${rawName} ${EXAMPLES[name] ?? ''}".`);
  }
  return value;
}

const EXAMPLES: Readonly<Record<string, string>> = { profile: 'accs', format: 'json', 'fail-on': 'warning' };

function oneOf<T extends string>(known: readonly T[], option: string, value: string | undefined): T | undefined {
  const found = known.find((candidate) => candidate === value);
  if (value !== undefined && found === undefined) {
    throw new UsageError(
      `"${value}" is not possible for ${option}.${suggestion(value, known)} Write one of: ${known.join(', ')}.`,
    );
  }
  return found;
}
