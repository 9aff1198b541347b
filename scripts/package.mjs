#!/usr/bin/env node
// `npm run package`: builds, and packs the extension into a .vsix file that VS Code can install.
//   npm run package -- [FILE.vsix]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { script } from './lib/processes.mjs';
import { packExtension } from './lib/vsix.mjs';

await script(async () => {
  await prepare();
  const { name, version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  await packExtension(path.resolve(process.argv[2] ?? path.join(projectRoot, `${name}-${version}.vsix`)));
});
