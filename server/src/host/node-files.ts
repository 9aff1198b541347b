import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { decodeDraft } from './decode';
import { GitIgnore } from './git-ignore';

/** A draft to check: `path` is shown, `absolute` is read. */
export interface DraftFile {
  readonly path: string;
  readonly absolute: string;
}

/** What could not be read, and what to do about it. */
export interface Unreadable {
  readonly path: string;
  readonly message: string;
}

export interface Found {
  readonly drafts: readonly DraftFile[];
  readonly unreadable: readonly Unreadable[];
}

/** What a folder is searched for. A file that is named is read whatever its ending. */
const MARKDOWN = /\.(md|markdown)$/i;

/** What `path` stands for: the file itself, or the Markdown drafts in the folder and below. */
export function findDrafts(path: string, cwd: string): Found {
  const absolute = resolve(cwd, path);
  let isFolder: boolean;
  try {
    isFolder = statSync(absolute).isDirectory();
  } catch (error) {
    return { drafts: [], unreadable: [{ path, message: reasonOf(error) }] };
  }
  if (!isFolder) return { drafts: [{ path, absolute }], unreadable: [] };
  const found: { drafts: DraftFile[]; unreadable: Unreadable[] } = { drafts: [], unreadable: [] };
  walk({ path, absolute }, GitIgnore.for(absolute), found);
  if (found.drafts.length === 0 && found.unreadable.length === 0) {
    const message =
      'There is no Markdown draft in this folder. Looked for .md and .markdown, here and in the folders below, ' +
      'except what .gitignore leaves out. To check another file, name it.';
    found.unreadable.push({ path, message });
  }
  return found;
}

export function readDraft(draft: DraftFile): { readonly text: string } | Unreadable {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(draft.absolute);
  } catch (error) {
    return { path: draft.path, message: reasonOf(error) };
  }
  const decoded = decodeDraft(bytes);
  return 'problem' in decoded ? { path: draft.path, message: decoded.problem } : decoded;
}

function walk(
  folder: DraftFile,
  rulesAbove: GitIgnore,
  found: { readonly drafts: DraftFile[]; readonly unreadable: Unreadable[] },
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder.absolute, { withFileTypes: true });
  } catch (error) {
    found.unreadable.push({ path: folder.path, message: reasonOf(error) });
    return;
  }
  const rules = rulesAbove.below(folder.absolute);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = {
      path: slashed(join(folder.path, entry.name)),
      absolute: join(folder.absolute, entry.name),
    };
    if (entry.name === '.git' || rules.ignores(child.absolute, entry.isDirectory())) continue;
    // Links to folders are not followed: they can lead in circles, or far away. Git does not follow them either.
    if (entry.isDirectory()) walk(child, rules, found);
    else if (MARKDOWN.test(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && !leadsToFolder(child)))) {
      found.drafts.push(child);
    }
  }
}

/** A link that leads nowhere, or in a circle, is no folder: it is read as a draft, and reading says what is wrong. */
function leadsToFolder(link: DraftFile): boolean {
  try {
    return statSync(link.absolute).isDirectory();
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'There is no such file or folder. Check how it is spelled, and which folder you are in.';
    case 'EACCES':
    case 'EPERM':
      return 'You may not read this. Ask its owner for permission, or copy it to a place of your own.';
    case 'ELOOP':
      return 'This is a link that leads back to itself. Name the file or folder that it should lead to.';
    case 'ENOTDIR':
      return 'Part of this path is a file, not a folder. Check how it is spelled.';
    case 'EISDIR':
      return 'This is a folder, not a file.';
    default:
      return `This cannot be read (${error instanceof Error ? error.message : String(error)}).`;
  }
}

const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
