// The extension as one file, as it is given to people. It asks no network: what it needs is in dist/.
import path from 'node:path';
import { projectRoot } from './paths.mjs';
import { run } from './processes.mjs';
import { Problem, step } from './progress.mjs';

export async function packExtension(file) {
  const vsce = path.join(projectRoot, 'node_modules/@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await step(`Packing ${path.basename(file)}`, async () => {
    const { code, output } = await run(process.execPath, [vsce, 'package', ...flags, '-o', file], { cwd: projectRoot });
    if (code !== 0) throw new Problem(`The extension could not be packed:\n${output.trim()}`);
  });
}
