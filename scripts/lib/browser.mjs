// The Chromium that shows the hosted VS Code to the tests: one that is installed, else one from the npm registry.
import { createReadStream, createWriteStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cachedFolder, unpackPackage, untar } from './downloads.mjs';
import { findOnPath, run } from './processes.mjs';
import { Problem, step } from './progress.mjs';

const PACKED_CHROMIUM = {
  name: '@sparticuz/chromium',
  version: '143.0.4',
  sha512: '/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==',
  part: 'bin',
};

const ON_THE_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const ON_MACOS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** The system's own fonts where it has some, and those that came along. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/** A browser of the Chromium family: `{ file, env }`, where `env` is what it has to be started with. */
export async function chromiumBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return { file: chosen, env: {} };
    throw new Problem(`CHROME_PATH names ${chosen}, and there is no such file.`, 'Correct it, or leave it unset.');
  }
  const installed = installedBrowser();
  return installed ? { file: installed, env: {} } : packedBrowser();
}

function installedBrowser() {
  if (process.platform === 'darwin') return ON_MACOS.find(existsSync);
  return ON_THE_PATH.map((name) => findOnPath([name])).find((file) => file && !isSnap(file));
}

/** A browser in a snap sees no files outside the home folder, so that it cannot be given a profile. */
function isSnap(file) {
  const real = realpathSync(file);
  if (real.includes('/snap')) return true;
  return statSync(real).size < 10_000 && readFileSync(real, 'utf8').includes('/snap/');
}

async function packedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      'The tests in the real editor need a browser of the Chromium family, and none was found.',
      'Install Chromium, Google Chrome or Microsoft Edge, or set CHROME_PATH to the one you have.',
    );
  }
  const folder = await cachedFolder(`chromium-${PACKED_CHROMIUM.version}-1`, (draft) =>
    step(`Downloading Chromium ${PACKED_CHROMIUM.version} (66 MB, once)`, () => fillBrowserFolder(draft)),
  );
  const file = path.join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  if (await lacksLibraries(file)) env.LD_LIBRARY_PATH = path.join(folder, 'libraries/lib');
  if (await lacksLibraries(file, env)) {
    throw new Problem(
      'The downloaded Chromium does not run on this system: libraries that it needs are missing.',
      'Install Chromium with the system\'s own package manager ("apt-get install chromium", "apk add chromium").',
    );
  }
  return { file, env };
}

async function fillBrowserFolder(folder) {
  const packed = path.join(folder, 'packed');
  await unpackPackage(PACKED_CHROMIUM, packed);
  const expand = (from, to) =>
    pipeline(createReadStream(path.join(packed, from)), createBrotliDecompress(), createWriteStream(to));
  const expandTar = async (from, to) => {
    const tar = path.join(packed, `${from}.tar`);
    await expand(`${from}.tar.br`, tar);
    await mkdir(to, { recursive: true });
    await untar(['-xf', tar, '-C', to]);
  };
  const file = path.join(folder, 'chromium');
  await Promise.all([
    expand('chromium.br', file),
    expandTar('swiftshader', folder),
    expandTar('al2023', path.join(folder, 'libraries')),
    expandTar('fonts', folder),
  ]);
  await chmod(file, 0o755);
  await writeFile(path.join(folder, 'fonts.conf'), FONTS);
  await rm(packed, { recursive: true });
}

async function lacksLibraries(file, env = {}) {
  const { code, output } = await run('ldd', [file], { env: { ...process.env, ...env } }).catch(() => ({ code: 1 }));
  return code !== 0 || output.includes('not found');
}
