// Packages of the npm registry, unpacked into folders of the cache. A folder of the cache appears in one
// move, when it is complete; one without its seal is leftovers, and is made anew.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot } from './paths.mjs';
import { npm, run, whenDone } from './processes.mjs';
import { Problem } from './progress.mjs';

const SEAL = '.complete';
const ABANDONED_AFTER = 6 * 3600_000;

/** The folder `name` of the cache, filled by `fill(folder)` unless it is there and complete. */
export async function cachedFolder(name, fill) {
  const home = path.join(cacheRoot(), name);
  if (existsSync(path.join(home, SEAL))) return home;
  const draft = `${home}.draft-${process.pid}-${Date.now()}`;
  await mkdir(draft, { recursive: true }).catch((error) => {
    throw new Problem(
      `The download folder ${cacheRoot()} cannot be written: ${error.message}`,
      'Set PEER_ROLE_CHECK_CACHE to a folder that can, and run this again.',
    );
  });
  const discard = () => rm(draft, { recursive: true, force: true });
  const keepNothing = whenDone(discard);
  try {
    await removeAbandonedDrafts();
    await fill(draft);
    await writeFile(path.join(draft, SEAL), `${new Date().toISOString()}\n`);
    if (!existsSync(path.join(home, SEAL))) {
      await rm(home, { recursive: true, force: true });
      await rename(draft, home).catch((error) => {
        if (!existsSync(path.join(home, SEAL))) throw error; // otherwise another run was quicker
      });
    }
  } finally {
    await discard();
    keepNothing();
  }
  return home;
}

async function removeAbandonedDrafts() {
  for (const name of await readdir(cacheRoot())) {
    if (!name.includes('.draft-')) continue;
    const folder = path.join(cacheRoot(), name);
    const age = Date.now() - (await stat(folder).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > ABANDONED_AFTER) await rm(folder, { recursive: true, force: true });
  }
}

/** Fetches a package of the registry and unpacks `part` of it (the whole by default) into `folder`. */
export async function unpackPackage({ name, version, sha512, part = '' }, folder) {
  const parcel = `${folder}.parcel`;
  await mkdir(parcel, { recursive: true });
  await mkdir(folder, { recursive: true });
  try {
    const { code, output } = await npm(['pack', '--loglevel=error', `${name}@${version}`], { cwd: parcel });
    const archive = (await readdir(parcel)).find((file) => file.endsWith('.tgz'));
    if (code !== 0 || !archive) throw downloadProblem(`${name} ${version}`, output);
    await compareHash(path.join(parcel, archive), sha512, `${name} ${version}`);
    const inside = path.posix.join('package', part);
    const depth = inside.split('/').length;
    await untar(['-xzf', path.join(parcel, archive), '-C', folder, `--strip-components=${depth}`, inside]);
  } finally {
    await rm(parcel, { recursive: true, force: true });
  }
}

export function downloadProblem(what, output) {
  const lines = output.trim().split('\n');
  const errors = lines.filter((line) => /^npm (error|ERR!) \S/.test(line)).slice(0, 4);
  const said = (errors.length > 0 ? errors : lines.slice(-4)).join('\n  ');
  return new Problem(
    `${what} could not be downloaded from the npm registry.\n  ${said}`,
    'Check that this computer reaches the registry (`npm ping`), and the proxy if there is one; then run this again.',
  );
}

async function compareHash(file, sha512, what) {
  const found = createHash('sha512')
    .update(await readFile(file))
    .digest('base64');
  if (found === sha512) return;
  throw new Problem(
    `The download of ${what} is not the file that was expected.`,
    'It may have been cut short or changed on the way. Run this again; if it stays so, please report it.',
  );
}

export async function untar(args) {
  const { code, output } = await run('tar', ['--no-same-owner', ...args]);
  if (code !== 0) {
    throw new Problem(
      `A download could not be unpacked: ${output.trim()}`,
      'Is the program `tar` there, and room left?',
    );
  }
}
