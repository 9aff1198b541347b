// Where things are: this project, and the folder in which downloads are kept between runs.
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder for downloads; PEER_ROLE_CHECK_CACHE chooses another one. */
export function cacheRoot() {
  const chosen = process.env.PEER_ROLE_CHECK_CACHE;
  if (chosen) return path.resolve(chosen);
  return path.join(userCacheFolder(), 'peer-role-check');
}

function userCacheFolder() {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  return process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
}
