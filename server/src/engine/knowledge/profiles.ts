import { suggestion } from './closest';
import type { FileReader, Read } from './reader';
import type { Shelf } from './shelf';
import type { Profile, ProfileFile } from './types';

/**
 * The profiles with what they extend filled in. One that extends a missing profile, or itself in a circle, is reported
 * and left out.
 *
 * @param mayChange ids of the rules that the profile in a file may speak of; the others were reported
 */
export function resolveProfiles(
  shelf: Shelf<ProfileFile>,
  mayChange: (file: FileReader) => ReadonlySet<string>,
): ReadonlyMap<string, Profile> {
  const resolve = (read: Read<ProfileFile>, above: readonly Read<ProfileFile>[]): Profile | undefined => {
    const { extends: base, ...own } = read.value;
    const rules = Object.fromEntries(Object.entries(own.rules).filter(([id]) => mayChange(read.file).has(id)));
    if (base === undefined) {
      const { severity } = own;
      return severity && { ...own, severity, rules };
    }
    const parent = shelf.beneath(base, read);
    if (parent === undefined || above.includes(parent)) {
      const ids = new Set([...shelf.known.ids].filter((id) => id !== own.id));
      const message =
        parent === undefined
          ? `There is no profile "${base}" to begin from.${suggestion(base, ids)} Known: ${[...ids].join(', ')}.`
          : 'These profiles begin from each other, in a circle. Let one of them stand on its own.';
      read.file.complain({ path: ['extends'], message });
      return undefined;
    }
    const from = resolve(parent, [...above, read]);
    if (from === undefined) return undefined;
    const figures = { ...from.figures, ...own.figures };
    const beginsFrom = [from.id, ...(from.beginsFrom ?? [])];
    const severity = own.severity ?? from.severity;
    return { ...from, ...own, beginsFrom, severity, figures, rules: mergeRules(from.rules, rules) };
  };
  const resolved = shelf.all.flatMap((read) => {
    const profile = resolve(read, []);
    return profile ? [[profile.id, profile] as const] : [];
  });
  return new Map(resolved);
}

/** What the one profile says about a rule, and over it what the other says. */
function mergeRules(base: Profile['rules'], own: Profile['rules']): Profile['rules'] {
  const merged: Record<string, Profile['rules'][string]> = { ...base };
  for (const [id, change] of Object.entries(own)) merged[id] = { ...base[id], ...change };
  return merged;
}
