#!/usr/bin/env node
// `npm run package`: builds, and packs the extension into a .vsix file that VS Code can install.
//   npm run package -- [FILE.vsix]
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { script } from './lib/processes.mjs';

await script(async () => {
  await prepare();
  const { packExtension } = await import('./lib/vsix.mjs'); // what it imports is there from now on only
  const { name, version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const file = path.resolve(process.argv[2] ?? path.join(projectRoot, `${name}-${version}.vsix`));
  const { bytes, files } = await packExtension(file);
  console.log(`\n${path.relative(process.cwd(), file)}: ${(bytes / 1e6).toFixed(2)} MB, ${files.length} files`);
  const built = files.filter((place) => existsSync(path.join(projectRoot, place)));
  const sizes = built.map((place) => ({ place, size: statSync(path.join(projectRoot, place)).size }));
  console.log('The largest of them, before they are packed:');
  for (const { place, size } of sizes.sort((a, b) => b.size - a.size).slice(0, 6)) {
    console.log(`  ${String(Math.round(size / 1000)).padStart(5)} kB  ${place}`);
  }
});
