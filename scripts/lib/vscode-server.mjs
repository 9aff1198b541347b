// A real VS Code, of the kind that serves its window to a browser. It lies in the npm package
// `code-server`, under lib/vscode; the rest of that package is not needed, and nothing has to be compiled.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cachedFolder, downloadProblem, unpackPackage } from './downloads.mjs';
import { npm } from './processes.mjs';
import { Problem, step } from './progress.mjs';
import { LOGGER, WATCHDOG } from './native-stand-ins.mjs';

export const VSCODE_VERSION = '1.100.3';

/** Raise it when the way the folder is put together changes. */
const ASSEMBLY = 1;

const VSCODE = {
  name: 'code-server',
  version: '4.100.3',
  sha512: 'q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  part: 'lib/vscode',
};

const SEARCH_TOOL = {
  'linux-x64': 'mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
  'linux-arm64': 'lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
  'darwin-arm64': 'r3ktHSvbFycQNF6sl7sNDPocpsI7J+mEzh1IaZFkY0spm3k2Z9t8hPAeOK7+p0l6p6/swkQC14XWX01low+94Q==',
  'darwin-x64': '25b4gWbL138dGuQU244ebCKKc0q05ULBMoFSz9oAEUHNeqK/lOJViDS7DRvbDazzAzSEdan391Znks/R5mkaTQ==',
};

const system = `${process.platform}-${process.arch}`;

/** Why the hosted VS Code cannot run on this system; undefined where it can. */
export function hostedVsCodeObstacle() {
  return system in SEARCH_TOOL ? undefined : `the hosted VS Code is made for Linux and macOS, and this is ${system}`;
}

/** The folder of the server, downloaded and put together if it is not there yet. */
export async function vscodeServer() {
  const obstacle = hostedVsCodeObstacle();
  if (obstacle) {
    throw new Problem(
      `There is no VS Code to start: ${obstacle}.`,
      'Install VS Code (https://code.visualstudio.com) so that the command `code` works, and run this again.',
    );
  }
  return cachedFolder(`vscode-${VSCODE_VERSION}-${system}-${ASSEMBLY}`, async (folder) => {
    await step(`Downloading VS Code ${VSCODE_VERSION} (42 MB, once)`, () => unpackPackage(VSCODE, folder));
    await step('Installing the libraries of VS Code (once)', () => installLibraries(folder));
    await step('Finishing VS Code', async () => {
      await replaceNativeModules(folder);
      await addSearchTool(folder);
      await removeSourceMaps(folder);
      if (!existsSync(path.join(folder, 'out/server-main.js')))
        throw new Problem('The VS Code download is incomplete.');
    });
  });
}

async function installLibraries(folder) {
  const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await npm(args, { cwd: folder });
  if (code !== 0) throw downloadProblem('What VS Code is made of', output);
}

/** Two modules are native and would have to be compiled; what the server asks of them is little. */
async function replaceNativeModules(folder) {
  const modules = path.join(folder, 'node_modules');
  await writeFile(path.join(modules, '@vscode/spdlog/index.js'), LOGGER);
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    if (existsSync(path.join(modules, name))) await writeFile(path.join(modules, name, 'index.js'), WATCHDOG);
  }
}

/** `ripgrep`, with which VS Code finds files; its package would download it from elsewhere. */
async function addSearchTool(folder) {
  const unpacked = path.join(folder, '.ripgrep');
  const parcel = { name: `@vscode/ripgrep-${system}`, version: '1.18.0', sha512: SEARCH_TOOL[system] };
  await unpackPackage(parcel, unpacked);
  const target = path.join(folder, 'node_modules/@vscode/ripgrep/bin/rg');
  await mkdir(path.dirname(target), { recursive: true });
  await copyFile(path.join(unpacked, 'bin/rg'), target);
  await chmod(target, 0o755);
  await rm(unpacked, { recursive: true });
}

/** They are more than half of the download's size, and nothing reads them. */
async function removeSourceMaps(folder) {
  for (const top of ['out', 'extensions', 'node_modules']) {
    for (const file of await readdir(path.join(folder, top), { recursive: true })) {
      if (file.endsWith('.map')) await rm(path.join(folder, top, file), { force: true });
    }
  }
}
