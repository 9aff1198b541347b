// The extension as one file, as it is given to people. It asks no network: what it needs is in dist/.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { projectRoot } from './paths.mjs';
import { run } from './processes.mjs';
import { Problem, step } from './progress.mjs';

/** The licenses of what the bundles contain ask to be handed on with it. */
const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** What goes into the extension, by the allow-list in `.vscodeignore`: paths below the project, sorted. */
export async function packedFiles() {
  const files = await listFiles({ cwd: projectRoot, packageManager: PackageManager.None });
  return files.map((name) => name.replaceAll('\\', '/')).sort();
}

/** Writes the extension to `file`; answers its size in bytes, and what is in it, sorted. */
export async function packExtension(file) {
  return step(`Packing ${path.basename(file)}`, async () => {
    const files = await packedFiles();
    const stage = await mkdtemp(path.join(tmpdir(), 'peer-pack-'));
    try {
      for (const name of files) {
        await mkdir(path.dirname(path.join(stage, name)), { recursive: true });
        await copyFile(path.join(projectRoot, name), path.join(stage, name));
      }
      await writeFile(path.join(stage, 'README.md'), readmeForTheEditor());
      await writeFile(path.join(stage, NOTICES), notices());
      await pack(stage, file);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
    return { bytes: statSync(file).size, files: [...files, NOTICES].sort() };
  });
}

async function pack(folder, file) {
  const vsce = path.join(projectRoot, 'node_modules/@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const { code, output } = await run(process.execPath, [vsce, 'package', ...flags, '-o', file], { cwd: folder });
  if (code !== 0) throw new Problem(`The extension could not be packed:\n${output.trim()}`);
}

/**
 * The README as VS Code can show it on the extension's page: that finds no file beside it, so pictures become part of the
 * text, and of links to other files only the words stay.
 */
function readmeForTheEditor() {
  const text = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');
  const picture = (_, words, place) => {
    const data = readFileSync(path.join(projectRoot, place)).toString('base64');
    return `![${words}](data:image/png;base64,${data})`;
  };
  return text.replace(/!\[([^\]]*)\]\(([^):]+\.png)\)/g, picture).replace(/(?<!!)\[([^\]]+)\]\((?!#)[^):]+\)/g, '$1');
}

/** The licenses of all packages that the product itself uses, not of those that it is built and tested with. */
function notices() {
  const { packages } = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'));
  const used = Object.entries(packages).filter(([place, { dev }]) => place !== '' && !dev);
  const texts = used.map(([place, { version, license }]) => {
    const folder = path.join(projectRoot, place);
    const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
    const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `License: ${license}`;
    return `${place.replace(/^.*node_modules\//, '')} ${version}\n\n${text}\n`;
  });
  return `Peer Role Check contains these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
