import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * Which files git ignores, by the `.gitignore` files from the top of the repository down to a folder. Patterns of all
 * of them are kept in one list, rewritten to be relative to the top: in git, the last pattern that matches decides.
 */
export class GitIgnore {
  private constructor(
    private readonly top: string,
    private readonly patterns: readonly string[],
    private readonly matcher: Ignore,
  ) {}

  /** For a walk that begins at `folder` (absolute). */
  static for(folder: string): GitIgnore {
    const top = repositoryOf(folder) ?? folder;
    let rules = GitIgnore.with(top, []);
    const steps = slashed(relative(top, folder)).split('/').filter(Boolean);
    steps.reduce((at, step) => {
      rules = rules.below(at);
      return join(at, step);
    }, top);
    // Whoever names a folder wants it checked, even if git ignores it: then only what it says itself counts.
    return steps.length > 0 && rules.ignores(folder, true) ? GitIgnore.with(folder, []) : rules;
  }

  /** The same with the patterns of `folder`'s own `.gitignore`, if it has one. */
  below(folder: string): GitIgnore {
    const file = join(folder, '.gitignore');
    let text: string;
    try {
      text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    } catch {
      return this; // none there, or none that can be read: git does the same
    }
    const prefix = slashed(relative(this.top, folder));
    return GitIgnore.with(this.top, [
      ...this.patterns,
      ...text.split(/\r?\n/).flatMap((line) => rebased(line, prefix)),
    ]);
  }

  ignores(path: string, isFolder: boolean): boolean {
    return this.matcher.ignores(`${slashed(relative(this.top, path))}${isFolder ? '/' : ''}`);
  }

  private static with(top: string, patterns: readonly string[]): GitIgnore {
    // As git does by default: file names differ by case on Linux, and nowhere else.
    const matcher = ignore({ ignorecase: process.platform !== 'linux' }).add(patterns);
    return new GitIgnore(top, patterns, matcher);
  }
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}

/** A line of the `.gitignore` in `prefix` as a pattern of the top folder; nothing for comments and empty lines. */
function rebased(line: string, prefix: string): string[] {
  if (line.trim() === '' || line.startsWith('#')) return [];
  if (prefix === '') return [line];
  const negated = line.startsWith('!');
  const pattern = (negated ? line.slice(1) : line).replace(/^\\(?=[#!])/, '');
  // A slash at the start or in the middle ties a pattern to its folder; without one it matches at any depth.
  const tied = pattern.trimEnd().slice(0, -1).includes('/');
  const folder = prefix.replace(/[\\*?[\]!# ]/g, '\\$&');
  return [`${negated ? '!' : ''}/${folder}/${tied ? '' : '**/'}${pattern.replace(/^\//, '')}`];
}

const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
