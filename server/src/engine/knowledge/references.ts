import { lexiconsOf, parsePattern, PatternError } from '../prose/pattern';
import { suggestion } from './closest';
import type { FileReader } from './reader';
import type { YamlPath } from './yaml';

/**
 * What other files may name. `ids` are the good entries; `broken` the ones that have mistakes of their own, which are
 * reported where they are: to also call them unknown would send people to the wrong file.
 */
export interface Known {
  readonly ids: ReadonlySet<string>;
  readonly broken: ReadonlySet<string>;
}

/*
 * These read the raw file, not the checked value: a rule with a missing title is told about its unknown source in the
 * same go. What is not of the expected shape is skipped here; the schema has complained about it.
 */

/** Reports what keeps a rule from ever finding anything, beyond the shape of its fields. */
export function complainAboutLooking(file: FileReader): void {
  const family = file.raw(['family']);
  if (typeof family !== 'string') return;
  const reads = file.raw(['reads']) !== undefined;
  const check = file.raw(['check']) !== undefined;
  if (family === 'duty' && !reads) {
    const message = 'A duty rule needs "reads:" with a list "any:" of patterns, or it never finds anything. Add it.';
    file.complain({ path: [], message });
  }
  if (family === 'duty' && check) {
    const message = 'A duty rule looks with "reads:"; "check:" is for the other families. Take this line out.';
    file.complain({ path: ['check'], message });
  }
  if (family !== 'duty' && !reads && !check) {
    const message =
      'This rule never looks for anything. Add "check:" with the name of a check, or "reads:" with patterns.';
    file.complain({ path: [], message });
  }
}

/** Reports every source and every word list that a rule names and that does not exist. */
export function complainAboutRuleReferences(file: FileReader, sources: Known | undefined, lexicons: Known): void {
  complainAboutSources(file, ['sources'], sources);
  for (const list of ['any', 'except', 'open']) workingPatterns(file, ['reads', list], lexicons);
}

/** Whether the source that a figure names exists; reports it where it does not. */
export function hasKnownSource(file: FileReader, path: YamlPath, sources: Known | undefined): boolean {
  return complainAboutSource(file, [...path, 'source', 'key'], sources);
}

/** Reports every pattern in the list at `path` that cannot be read or names a missing word list; returns the others. */
export function workingPatterns(file: FileReader, path: YamlPath, lexicons: Known): string[] {
  return entriesOf(file.raw(path)).filter((pattern, index): pattern is string => {
    if (typeof pattern !== 'string') return false; // the schema has complained
    const messages = patternMessages(pattern, lexicons);
    for (const message of messages) file.complain({ path: [...path, index], message });
    return messages.length === 0;
  });
}

/** Reports every rule and source that a profile names and that does not exist; returns the rules that it may change. */
export function knownRulesOfProfile(
  file: FileReader,
  rules: Known,
  sources: Known | undefined,
  lexicons: Known,
): ReadonlySet<string> {
  const known = new Set<string>();
  const changes = file.raw(['rules']);
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) return known;
  for (const id of Object.keys(changes)) {
    const path = ['rules', id];
    if (!rules.ids.has(id) && !rules.broken.has(id)) {
      const message = `There is no rule "${id}".${suggestion(id, rules.ids)} Correct the name, or take this entry out.`;
      file.complain({ path, message });
    } else {
      const sound = [
        complainAboutSources(file, [...path, 'sources'], sources),
        complainAboutSources(file, [...path, 'cites'], sources),
        ...['except', 'open', 'only'].map(
          (list) =>
            workingPatterns(file, [...path, list], lexicons).length === entriesOf(file.raw([...path, list])).length,
        ),
      ];
      if (sound.every(Boolean)) known.add(id);
    }
  }
  return known;
}

/** Reports every figure that a profile sets and that does not exist. */
export function complainAboutProfileFigures(file: FileReader, figures: Known): void {
  const set = file.raw(['figures']);
  if (typeof set !== 'object' || set === null) return;
  for (const id of Object.keys(set)) complainAboutUnknown(file, ['figures', id], figures, 'figure', id);
}

/**
 * Reports every id at `path` (one, or a list of them) that does not exist; true if all do.
 *
 * @param what the kind of thing, for the message
 * @param written the id, where it is the key at `path` itself
 */
export function complainAboutUnknown(
  file: FileReader,
  path: YamlPath,
  known: Known,
  what: string,
  written?: string,
): boolean {
  const value = written ?? file.raw(path);
  const ids: readonly (readonly [YamlPath, unknown])[] = Array.isArray(value)
    ? value.map((id: unknown, index) => [[...path, index], id] as const)
    : [[path, value]];
  let all = true;
  for (const [at, id] of ids) {
    if (typeof id !== 'string' || known.ids.has(id) || known.broken.has(id)) continue;
    const message = `There is no ${what} "${id}".${suggestion(id, known.ids)} Correct the name, or take this entry out.`;
    file.complain({ path: at, message });
    all = false;
  }
  return all;
}

/** Reports every source in the list at `path` that does not exist; true if all do. */
export function complainAboutSources(file: FileReader, path: YamlPath, sources: Known | undefined): boolean {
  if (sources === undefined) return true; // sources.yml itself cannot be read, and says so
  let all = true;
  entriesOf(file.raw(path)).forEach((_, index) => {
    if (!complainAboutSource(file, [...path, index, 'key'], sources)) all = false;
  });
  return all;
}

/** Reports the source named at `at` if it does not exist; true if it does. */
export function complainAboutSource(file: FileReader, at: YamlPath, sources: Known | undefined): boolean {
  const key = file.raw(at);
  if (sources === undefined || typeof key !== 'string' || sources.ids.has(key) || sources.broken.has(key)) return true;
  const near = suggestion(key, sources.ids);
  const message = `There is no source "${key}" in sources.yml.${near} Correct it here, or add the source there.`;
  file.complain({ path: at, message });
  return false;
}

function patternMessages(pattern: string, lexicons: Known): string[] {
  let named: string[];
  try {
    named = lexiconsOf(parsePattern(pattern));
  } catch (error) {
    if (error instanceof PatternError) return [`This pattern cannot be read: ${error.message}. Correct it.`];
    throw error;
  }
  return named
    .filter((name) => !lexicons.ids.has(name))
    .map((name) =>
      lexicons.broken.has(name)
        ? `The word list "{${name}}" has a mistake in its own file. Correct it there, and this works again.`
        : `There is no word list "{${name}}" in lexicons/.${suggestion(name, lexicons.ids)} Correct the name, or add the list there.`,
    );
}

const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
