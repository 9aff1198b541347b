// `npm run syntaxes`: writes the grammars in syntaxes/ from scripts/lib/syntaxes. A test fails where they are stale.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { grammarFiles } from './lib/syntaxes/files';

async function main(): Promise<void> {
  const folder = path.join(import.meta.dirname, '..', 'syntaxes');
  for (const [name, text] of await grammarFiles()) writeFileSync(path.join(folder, name), text);
}

void main();
