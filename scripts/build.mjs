// Builds everything into dist/: the command line, the language server and the extension's client, for node and the
// browser. Entries that do not exist yet are named and left out.
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { embedKnowledge } from './embed-knowledge.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const node = { platform: 'node', format: 'cjs', target: 'node20' };
const browser = { platform: 'browser', target: 'es2022' };
const program = { banner: { js: '#!/usr/bin/env node' } };
// The editor brings its own `vscode` module along.
const inEditor = { external: ['vscode'] };

const bundles = [
  { from: 'server/src/bin.ts', to: 'dist/cli.js', runnable: true, options: { ...node, ...program } },
  { from: 'server/src/server-node.ts', to: 'dist/server.js', runnable: true, options: { ...node, ...program } },
  { from: 'server/src/server-web.ts', to: 'dist/server.web.js', options: { ...browser, format: 'iife' } },
  { from: 'client/src/extension.ts', to: 'dist/client.js', options: { ...node, ...inEditor } },
  {
    from: 'client/src/extension-web.ts',
    to: 'dist/client.web.js',
    options: { ...browser, ...inEditor, format: 'cjs' },
  },
];

async function bundle({ from, to, runnable, options }) {
  const outfile = join(root, to);
  const { outputFiles } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [join(root, from)],
    outfile,
    bundle: true,
    write: false,
    sourcemap: true,
    // Names stay as they are, so that a stack trace in a report of a problem can be read. What is between them goes: it is
    // a tenth of the extension's size.
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  for (const { path, contents } of outputFiles) replaceFile(path, contents, runnable && path === outfile);
  const bytes = outputFiles.find(({ path }) => path === outfile)?.contents.length ?? 0;
  return `${to} (${Math.round(bytes / 1024)} kB)`;
}

/** In one move, so that whoever runs the old file while this builds never meets half a file, or none. */
function replaceFile(path, contents, runnable) {
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, contents);
  if (runnable) chmodSync(fresh, 0o755);
  renameSync(fresh, path);
}

/** Builds what can be built; rejects if a bundle fails. */
export async function buildAll() {
  console.log(`embedded ${embedKnowledge()} knowledge files`);
  const there = bundles.filter(({ from }) => existsSync(join(root, from)));
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const line of await Promise.all(there.map(bundle))) console.log(`built ${line}`);
  for (const { from, to } of bundles) {
    if (existsSync(join(root, from))) continue;
    console.log(`left out ${to}: there is no ${from}`);
    // What an earlier build left behind must not pass for today's.
    for (const end of ['', '.map']) rmSync(join(root, to + end), { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll().catch((error) => {
    // esbuild has printed what is wrong with the sources; its stack says no more.
    if (!Array.isArray(error.errors)) console.error(error);
    process.exitCode = 1;
  });
}
