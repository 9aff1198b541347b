// Writes server/knowledge/ into a TypeScript module, so that the browser worker, the command line, the language server
// and the tests all load the same knowledge, without a file system.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const from = join(root, 'server', 'knowledge');
const to = join(root, 'server', 'src', 'host', 'builtin-knowledge.generated.ts');

// Exemplars measure the rules and are for tests only.
const LEFT_OUT = new Set(['exemplars']);

/** Paths of the pack's files, `/` between folders. */
function pathsUnder(prefix) {
  return readdirSync(join(from, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (LEFT_OUT.has(path)) return [];
    if (entry.isDirectory()) return pathsUnder(`${path}/`);
    return entry.isFile() && /\.ya?ml$/.test(entry.name) ? [path] : [];
  });
}

/** Writes the module, if it changed; returns how many files are in it. */
export function embedKnowledge() {
  const paths = pathsUnder('').sort();
  const entries = paths.map((path) => {
    const text = readFileSync(join(from, path), 'utf8');
    return `  { path: ${JSON.stringify(path)}, text: ${JSON.stringify(text)} },\n`;
  });
  const module =
    '// Made by scripts/embed-knowledge.mjs from server/knowledge/. Do not edit: the next build overwrites it.\n' +
    "import type { KnowledgeFile } from '../engine/knowledge/types';\n\n" +
    `export const builtinKnowledge: readonly KnowledgeFile[] = [\n${entries.join('')}];\n`;
  let old = '';
  try {
    old = readFileSync(to, 'utf8');
  } catch {
    // not made yet
  }
  if (old !== module) writeFileSync(to, module);
  return paths.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`embedded ${embedKnowledge()} knowledge files`);
}
