/** What the place of a file in the pack says about it. */
export type FilePlace =
  | { readonly kind: 'roles' | 'sources' | 'figures' | 'words' | 'lexicons' | 'cues' | 'ignored' }
  | { readonly kind: 'profile'; readonly id: string }
  | { readonly kind: 'rule'; readonly id: string; readonly family: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** Folders and files of a pack that belong to other readers: the tests (exemplars), and the editor's features. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'exemplars',
  'wording',
  'code-of-ethics',
  'references',
  'statements.yml',
  'rewording.yml',
]);

/** Which file is what: decided by its path alone, `/` between folders. */
export function placeOf(path: string): FilePlace {
  const parts = path.split('/');
  const [folder, second, third] = parts;
  if (folder !== undefined && READ_ELSEWHERE.has(folder)) return { kind: 'ignored' };
  if (!path.endsWith('.yml')) {
    return { kind: 'unknown', message: 'Only files that end in ".yml" are read. Rename this file, or take it out.' };
  }
  if (path === 'roles.yml') return { kind: 'roles' };
  if (path === 'sources.yml') return { kind: 'sources' };
  if (path === 'figures.yml') return { kind: 'figures' };
  if (path === 'words.yml') return { kind: 'words' };
  if (parts.length === 2 && folder === 'lexicons') return { kind: 'lexicons' };
  if (parts.length === 2 && folder === 'cues') return { kind: 'cues' };
  if (parts.length === 2 && folder === 'profiles' && second !== undefined) return { kind: 'profile', id: stem(second) };
  if (parts.length === 3 && folder === 'rules' && second !== undefined && third !== undefined) {
    return { kind: 'rule', id: stem(third), family: second };
  }
  return {
    kind: 'unknown',
    message:
      'Nothing is read from this place. Files go to roles.yml, sources.yml, figures.yml, words.yml, ' +
      'lexicons/, cues/, profiles/ or rules/<family>/. Move this file, or take it out.',
  };
}

/** `routine-notes` of `routine-notes.yml`. */
export const stem = (fileName: string): string => fileName.replace(/\.yml$/, '');
