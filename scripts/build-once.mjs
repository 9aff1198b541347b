#!/usr/bin/env node
// npm runs this ("prepare" in package.json) after `npm install` in this folder, and where it installs from a git
// repository: dist/ is not in git, and the commands that the package brings are files of dist/. A dist/ that is there
// stays as it is; `npm run build` makes it anew.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { npm, script } from './lib/processes.mjs';
import { Problem } from './lib/progress.mjs';

const isThere = (file) => existsSync(path.join(projectRoot, file));

async function main() {
  if (isThere('dist/cli.js') || process.env.PEER_BUILD_FOLLOWS) return;
  // `npm install --global` of a git repository comes here without the packages that a build needs
  // (https://github.com/npm/cli/issues/8440); in a folder of one's own, whoever left them out wants it so.
  if (!isThere('node_modules/esbuild') && process.env.npm_config_global === 'true') await fetchWhatBuilds();
  if (!isThere('node_modules/esbuild')) {
    console.log('Nothing was built: the development dependencies are not installed.');
    return;
  }
  const { buildAll } = await import('./build.mjs');
  await buildAll();
}

async function fetchWhatBuilds() {
  const here = ['--global=false', '--location=project', '--include=dev'];
  const { code, output } = await npm(['ci', ...here, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: projectRoot,
  });
  if (code !== 0) throw new Problem(`What the build needs could not be installed.\n${output.trim()}`);
}

await script(main);
