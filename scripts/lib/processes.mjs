// Programs that the scripts start. Each gets a process group of its own, and every group that still
// lives is ended when the script ends, whichever way it ends.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { explain, pause, Problem } from './progress.mjs';

const groups = process.platform !== 'win32';
const living = new Set();
const atEnd = new Set();
let windingUp;
let interrupted = 0;

/** Starts a program; its output is for the caller, or for the terminal with `stdio: 'inherit'`. */
export function start(command, args, { cwd, env, shell = false, stdio = 'pipe' } = {}) {
  const streams = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio];
  const child = spawn(command, args, { cwd, env: env ?? process.env, shell, stdio: streams, detached: groups });
  living.add(child);
  child.once('exit', () => living.delete(child));
  child.once('error', () => living.delete(child));
  return child;
}

/** Runs a program to its end. Resolves to its exit code and its output, unless that went to the terminal. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
    child.once('error', (error) =>
      reject(new Problem(`The program "${command}" could not be started: ${error.message}`)),
    );
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** Ends a program with everything that it started: first politely, then not. */
export async function end(child, patience = 4000) {
  if (!child.pid || hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  await Promise.race([gone, pause(patience)]);
  signalGroup(child, 'SIGKILL'); // what outlived its leader, too
  await Promise.race([gone, pause(1000)]);
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

function signalGroup(child, signal) {
  try {
    if (groups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It is gone already.
  }
}

/** Has `work` done when the script ends, also by Ctrl+C. Returns a function that takes the wish back. */
export function whenDone(work) {
  atEnd.add(work);
  return () => atEnd.delete(work);
}

/** Ends all programs and does what `whenDone` was told, the latest first. */
function windUp() {
  windingUp ??= (async () => {
    for (const work of [...atEnd].reverse()) {
      try {
        await work();
      } catch {
        // The rest still has to be wound up.
      }
    }
    await Promise.all([...living].map((child) => end(child)));
  })();
  return windingUp;
}

/** Runs a script: `main` answers its exit code (0 if it answers none). Failures are explained, then all is wound up. */
export async function script(main) {
  let code = 1;
  try {
    code = (await main()) ?? 0;
  } catch (error) {
    if (!interrupted) explain(error);
  }
  await windUp();
  process.exit(interrupted || code);
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    interrupted ||= code;
    void windUp().then(() => process.exit(interrupted));
  });
}
process.on('exit', () => {
  for (const child of living) signalGroup(child, 'SIGKILL');
});

/** The npm that runs this script, or else the one on the PATH: a command and its first arguments. */
export function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running) && existsSync(running)) return [process.execPath, running];
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(beside) ? [process.execPath, beside] : ['npm'];
}

export function npm(args, options) {
  const [command, ...first] = npmCommand();
  return run(command, [...first, ...args], options);
}

/** The first of these names that is a program on the PATH. */
export function findOnPath(names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(path.delimiter))
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (folder && existsSync(file)) return file;
      }
  return undefined;
}
