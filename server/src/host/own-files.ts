import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnowledgeFile } from '../engine/knowledge/types';

/** The folder that holds an organization's own files. */
export const OWN_FOLDER = '.peer-role-check';

/** An organization's own files, and the folder beside which their `.peer-role-check` stands. */
export interface OwnFiles {
  readonly root: string;
  readonly files: readonly KnowledgeFile[];
}

/** The files of the nearest `.peer-role-check` in `start` or a folder above it; none where there is no such folder. */
export function nearestOwnFiles(start: string): OwnFiles | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const files = ownFilesIn(folder);
    if (files !== undefined) return { root: folder, files };
    if (dirname(folder) === folder) return undefined;
  }
}

/** The files of a workspace folder's `.peer-role-check`, for a language server; none where it is not on this disk. */
export function ownFilesOfWorkspace(folderUri: string): readonly KnowledgeFile[] {
  if (!folderUri.startsWith('file:')) return [];
  return ownFilesIn(fileURLToPath(folderUri)) ?? [];
}

/** Reads `*.yml` (and `*.yaml`, so that the loader can say that they need another name), not the folders below. */
function ownFilesIn(folder: string): KnowledgeFile[] | undefined {
  const own = join(folder, OWN_FOLDER);
  let names: string[];
  try {
    if (!statSync(own).isDirectory()) return undefined;
    names = readdirSync(own).sort();
  } catch {
    return undefined; // not there, or not to be read: nothing of it can be used
  }
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => {
      try {
        return [{ path: name, text: readFileSync(join(own, name), 'utf8') }];
      } catch {
        return []; // a folder, or gone in the meantime
      }
    });
}
