#!/usr/bin/env node
// `npm test`: installs and builds what is needed, then runs every suite, in node and in a real VS Code.
//   npm test -- [unit] [vscode-node] [vscode-web] [drawn]     only these
// PEER_TEST_HOST=hosted does without the desktop VS Code, =desktop insists on it.
import { prepare } from './lib/prepare.mjs';
import { script } from './lib/processes.mjs';
import { explain, Problem } from './lib/progress.mjs';

async function main() {
  await prepare();
  const { SUITES } = await import('./lib/suites.mjs'); // its imports are there from now on only
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Problem(
      `There is no suite ${unknown.join(', ')}.`,
      `There are ${SUITES.map(({ name }) => name).join(', ')}.`,
    );
  }
  const chosen = SUITES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

  const rows = [];
  for (const suite of chosen) {
    console.log(`\n── ${suite.name}: ${suite.title}`);
    rows.push({ suite: suite.name, ...(await resultsOf(suite)) });
  }
  return conclude(rows);
}

/** A suite that leaves no results, or in which nothing passed, counts as one failure. */
async function resultsOf(suite) {
  const since = Date.now();
  const seconds = () => `${((Date.now() - since) / 1000).toFixed(0)} s`;
  try {
    const { host, code, results } = await suite.run();
    const { passes = 0, failures = 0, pending = 0 } = results ?? {};
    let trouble = '';
    if (!results) trouble = 'it left no results';
    else if (passes === 0) trouble = 'nothing passed';
    else if (failures === 0 && code !== 0) trouble = `it ended with code ${code}`;
    if (trouble) console.log(`✗ ${suite.name}: ${trouble}`);
    return { host, passes, failures: trouble ? Math.max(1, failures) : failures, pending, time: seconds() };
  } catch (error) {
    explain(error);
    return { host: 'did not start', passes: 0, failures: 1, pending: 0, time: seconds() };
  }
}

function conclude(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log('');
  for (const { suite, host, passes, failures, pending, time } of rows) {
    const notRun = pending ? `, ${pending} not run` : '';
    console.log(`${suite.padEnd(12)} ${passes} passed, ${failures} failed${notRun} (${time}; ${host})`);
  }
  console.log(`\n${sum('passes')} passed, ${sum('failures')} failed`);
  return sum('failures') === 0 && sum('passes') > 0 ? 0 : 1;
}

await script(() =>
  main().catch((error) => {
    explain(error);
    console.log('\n0 passed, 1 failed');
    return 1;
  }),
);
