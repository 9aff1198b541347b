/** What a run of the suite comes to; scripts/test.mjs believes a run only when it has read one of these. */
export interface Results {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

/** The lines that start so are ours; VS Code prints a good deal beside them. */
const MARK = 'peer-test|';

/** Prints each test as it ends, and answers the results when all have ended. */
export function follow(runner: Mocha.Runner): Promise<Results> {
  const results = { passes: 0, failures: 0, pending: 0 };
  runner.on('pass', (test) => {
    results.passes++;
    console.log(`${MARK}  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test, error: Error) => {
    results.failures++;
    console.log(`${MARK}  ✗ ${test.fullTitle()}\n${MARK}    ${error.stack?.replaceAll('\n', `\n${MARK}    `)}`);
  });
  runner.on('pending', (test) => {
    results.pending++;
    console.log(`${MARK}  - ${test.fullTitle()} (not run)`);
  });
  return new Promise((resolve) => runner.once('end', () => resolve(results)));
}

/** Hands the results to the driver of a web host, which cannot write files: as a line of the console. */
export function announce(results: Results): void {
  console.log(`${MARK}results ${JSON.stringify(results)}`);
}

export function insistOnSuccess(results: Results): void {
  if (results.failures > 0 || results.passes === 0) throw new Error(`The suite failed: ${JSON.stringify(results)}`);
}
