#!/usr/bin/env node
// Stands in for the desktop VS Code where a test run cannot have that: it takes the same arguments,
// and runs the test suite in the hosted VS Code, shown by a real Chromium.
//   hosted-vscode.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensionDevelopmentKind=web]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startHostedVsCode } from './lib/hosted.mjs';
import { script } from './lib/processes.mjs';
import { pause, Problem } from './lib/progress.mjs';
import { openWorkbench } from './lib/workbench.mjs';

const LIMIT = Number(process.env.PEER_TEST_LIMIT ?? 240_000);
const MARK = 'peer-test|';
const RESULTS = `${MARK}results `;

const argument = (name) => {
  const found = process.argv.find((word) => word.startsWith(`--${name}=`));
  return found?.slice(name.length + 3);
};

async function main() {
  const folder = process.argv.slice(2).find((word) => !word.startsWith('-'));
  const extension = argument('extensionDevelopmentPath');
  const tests = argument('extensionTestsPath');
  const extensionHost = argument('extensionDevelopmentKind') === 'web' ? 'web' : 'node';
  const resultsFile = process.env.PEER_TEST_RESULTS;
  if (!folder || !extension || !tests || !resultsFile) {
    throw new Problem('A test run needs a folder, the extension, its test suite and PEER_TEST_RESULTS.');
  }

  const noise = [];
  const onLog = (text) => {
    for (const line of text.split('\n')) {
      if (line.startsWith(RESULTS)) writeFileSync(resultsFile, line.slice(RESULTS.length));
      else if (line.startsWith(MARK)) console.log(line.slice(MARK.length));
      else noise.push(line);
    }
  };
  const server = await startHostedVsCode();
  const workbench = await openWorkbench(server, {
    folder: path.resolve(folder),
    extension: path.resolve(extension),
    tests: path.resolve(tests),
    extensionHost,
    onLog,
  });
  const timeUp = pause(LIMIT).then(() => `the time limit of ${LIMIT / 1000} s is over`);
  const outcome = await Promise.race([workbench.finished, timeUp]);
  const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined;
  const good = outcome === 0 && results?.passes > 0 && results.failures === 0;
  if (!results) console.log(`  ✗ no results came from the extension host; VS Code said: ${outcome}`);
  if (!good) console.log(`  the last that VS Code printed:\n${noise.slice(-25).join('\n')}`);
  return good ? 0 : 1;
}

// Whoever started this is gone: nobody reads the results any more.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1000).unref();

await script(main);
