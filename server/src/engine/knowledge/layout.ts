/** A kind of file in a pack. `rewording` and so on are catalogs (`catalog-schemas.ts`). */
export type FileKind =
  | 'roles'
  | 'sources'
  | 'figures'
  | 'words'
  | 'lexicons'
  | 'cues'
  | 'profile'
  | 'rule'
  | 'edition'
  | 'references'
  | 'rewording'
  | 'statements'
  | 'suppressions'
  | 'resemblance'
  | 'wording';

/** What the place of a file in the pack says about it. `name`: what its id has to be, where that is the file's name. */
export type FilePlace =
  | { readonly kind: FileKind; readonly name?: string; readonly family?: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown'; readonly message: string };

/** Folders that belong to other readers: exemplars are for tests. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set(['exemplars']);

const FILES: Readonly<Record<string, FileKind>> = {
  'roles.yml': 'roles',
  'sources.yml': 'sources',
  'figures.yml': 'figures',
  'words.yml': 'words',
  'statements.yml': 'statements',
  'rewording.yml': 'rewording',
  'resemblance.yml': 'resemblance',
};

const FOLDERS: Readonly<Record<string, FileKind>> = {
  lexicons: 'lexicons',
  cues: 'cues',
  profiles: 'profile',
  'code-of-ethics': 'edition',
  references: 'references',
  wording: 'wording',
};

/** Which file of the built-in pack is what: decided by its path alone, `/` between folders. */
export function placeOf(path: string): FilePlace {
  const parts = path.split('/');
  const [folder = '', second, third] = parts;
  if (READ_ELSEWHERE.has(folder)) return { kind: 'ignored' };
  if (!path.endsWith('.yml')) {
    return { kind: 'unknown', message: 'Only files that end in ".yml" are read. Rename this file, or take it out.' };
  }
  const single = FILES[path];
  if (single !== undefined) return { kind: single };
  const listed = FOLDERS[folder];
  if (parts.length === 2 && listed !== undefined && second !== undefined) {
    return listed === 'profile' || listed === 'edition' ? { kind: listed, name: stem(second) } : { kind: listed };
  }
  if (parts.length === 3 && folder === 'rules' && second !== undefined && third !== undefined) {
    return { kind: 'rule', name: stem(third), family: second };
  }
  return {
    kind: 'unknown',
    message:
      `Nothing is read from this place. Files go to ${Object.keys(FILES).join(', ')}, ` +
      `${Object.keys(FOLDERS).join('/, ')}/ or rules/<family>/. Move this file, or take it out.`,
  };
}

/** By which top-level word a file of an organization's own pack is known; the first that it has decides. */
const MARKS: readonly (readonly [key: string, kind: FileKind, holds: string])[] = [
  ['suppressions', 'suppressions', 'findings to leave out'],
  ['principles', 'edition', 'an edition of a Code of Ethics'],
  ['answers', 'profile', 'a profile'],
  ['extends', 'profile', 'a profile'],
  ['family', 'rule', 'a rule'],
  ['group', 'wording', 'approved wording'],
  ['references', 'references', 'contract references'],
  ['statements', 'statements', 'statements'],
  ['rewording', 'rewording', 'permitted forms'],
  ['figures', 'figures', 'figures'],
  ['words', 'words', 'words for people'],
  ['lexicons', 'lexicons', 'word lists'],
  ['peer', 'roles', 'names of roles'],
  ['other', 'roles', 'names of roles'],
  ['sources', 'sources', 'sources'],
];

/**
 * Which file of an organization's pack is what: decided by the words at its top level, so that people need no folders.
 *
 * @param keys the file's top-level keys
 */
export function placeInOwnPack(path: string, keys: readonly string[]): FilePlace {
  if (!/\.yml$/.test(path)) {
    return { kind: 'unknown', message: 'Only files that end in ".yml" are read. Rename this file, or take it out.' };
  }
  const mark = MARKS.find(([key]) => keys.includes(key));
  if (mark !== undefined) return { kind: mark[1] };
  const known = MARKS.map(([key, , holds]) => `"${key}:" (${holds})`);
  return {
    kind: 'unknown',
    message: `It is not clear what this file holds. One of these words has to stand at its top: ${known.join(', ')}.`,
  };
}

/** `routine-notes` of `routine-notes.yml`. */
export const stem = (fileName: string): string => fileName.replace(/\.yml$/, '');
