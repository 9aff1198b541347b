// What a person sees while a script works: no wait without a line that says what is being waited for.

/** A failure that a person can do something about: `message` says what happened, `advice` what to do. */
export class Problem extends Error {
  constructor(message, advice = '') {
    super(message);
    this.advice = advice;
  }
}

/** Runs `work` under a title; shows the seconds going by, and how long it took. */
export async function step(title, work) {
  const since = Date.now();
  const elapsed = () => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY === true;
  process.stdout.write(live ? `… ${title}` : `… ${title}\n`);
  const beat = setInterval(
    () => process.stdout.write(live ? `\r… ${title} (${elapsed()})` : `  still at it: ${title} (${elapsed()})\n`),
    live ? 500 : 10_000,
  );
  let sign = '✗';
  try {
    const result = await work();
    sign = '✓';
    return result;
  } finally {
    clearInterval(beat);
    process.stdout.write(`${live ? '\r' : ''}${sign} ${title} (${elapsed()})\n`);
  }
}

/** Prints a failure: in plain words where it is a Problem, with its stack where it is a defect of ours. */
export function explain(error) {
  if (!(error instanceof Problem)) return console.error(error);
  console.error(`\n${error.message}`);
  if (error.advice) console.error(error.advice);
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks `question` again and again until it answers something truthy; after `limit` milliseconds it is a Problem. */
export async function until(what, question, { limit = 60_000, every = 200 } = {}) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Problem(`Waited ${limit / 1000} s in vain for ${what}.`);
    await pause(every);
  }
}
