// From a fresh clone to something that runs: the dependencies, then the build.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadProblem } from './downloads.mjs';
import { projectRoot } from './paths.mjs';
import { npm, run } from './processes.mjs';
import { Problem, step } from './progress.mjs';

const OLDEST_NODE = [20, 19];

export async function prepare() {
  checkNode();
  await installDependencies();
  await build();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Problem(
    `This is Node.js ${process.versions.node}, and ${OLDEST_NODE.join('.')} or newer is needed.`,
    'Install the current version from https://nodejs.org and run this again.',
  );
}

/** `npm ci`, unless node_modules holds what package-lock.json asks for. */
export async function installDependencies() {
  const reason = whyToInstall();
  if (!reason) return;
  await step(`Installing the dependencies (${reason})`, async () => {
    const env = { ...process.env, PEER_BUILD_FOLLOWS: '1' };
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund'], { cwd: projectRoot, env });
    if (code !== 0) throw downloadProblem('What the project is built with', output);
  });
}

function whyToInstall() {
  const installedList = path.join(projectRoot, 'node_modules/.package-lock.json');
  if (!existsSync(installedList)) return 'none are there yet';
  const wanted = packagesOf(path.join(projectRoot, 'package-lock.json'));
  const installed = packagesOf(installedList);
  for (const [place, { version, optional }] of Object.entries(wanted)) {
    if (place === '') continue;
    const found = installed[place];
    if (!found && optional) continue; // made for another system
    if (found?.version !== version || !existsSync(path.join(projectRoot, place)))
      return 'package-lock.json has changed';
  }
  return undefined;
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

export async function build() {
  await step('Building', async () => {
    const { code, output } = await run(process.execPath, [path.join(projectRoot, 'scripts/build.mjs')], {
      cwd: projectRoot,
    });
    if (code !== 0) throw new Problem(`The build failed:\n${output.trim()}`);
  });
}
