// The suites of `npm test`. Each `run` answers the host it ran in, the exit code, and the results that the
// suite itself has written: a host that dies can end with code 0, so the code alone proves nothing.
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { hasDisplay } from './desktop.mjs';
import { cacheRoot, projectRoot } from './paths.mjs';
import { run } from './processes.mjs';
import { Problem, step } from './progress.mjs';
import { hostedVsCodeObstacle, VSCODE_VERSION } from './vscode-server.mjs';

const UNIT_TESTS = 'test/{engine,knowledge,cli,protocol,client,syntaxes}/**/*.test.ts';
const DRAWN_TESTS = 'test/drawn/**/*.test.ts';
const HOSTED = `hosted VS Code ${VSCODE_VERSION}`;

export const SUITES = [
  {
    name: 'unit',
    title: 'engine, knowledge, command line and protocol, in node',
    run: () => runMocha(UNIT_TESTS, `node ${process.versions.node}`),
  },
  {
    name: 'vscode-node',
    title: 'the extension in VS Code, in the node extension host',
    run: () => runInsideVsCode('node'),
  },
  {
    name: 'vscode-web',
    title: 'the extension in VS Code, in the web-worker extension host',
    run: () => runInsideVsCode('web'),
  },
  {
    name: 'drawn',
    title: 'what a person sees: typed with the keyboard, read off the screen',
    run: () => runMocha(DRAWN_TESTS, `${HOSTED}, node and web-worker hosts`, ['--exit']),
  },
];

/** Runs a mocha suite in a node process of its own; its tests are TypeScript. */
async function runMocha(files, host, flags = []) {
  return withResults(async ({ resultsFile }) => {
    const mocha = path.join(projectRoot, 'node_modules/mocha/bin/mocha.js');
    const reporter = path.join(projectRoot, 'scripts/lib/mocha-reporter.mjs');
    const { code } = await run(process.execPath, ['--import', 'tsx', mocha, '--reporter', reporter, ...flags, files], {
      cwd: projectRoot,
      env: { ...process.env, PEER_TEST_RESULTS: resultsFile },
      stdio: 'inherit',
    });
    return { host, code };
  });
}

/** Runs the suite of test/vscode in an extension host, 'node' or 'web'. */
async function runInsideVsCode(kind) {
  const extensionTestsPath = await bundleTests(kind);
  const { executable, host } = await vscodeFor(kind);
  return withResults(async ({ resultsFile, scratch }) => {
    const folder = path.join(scratch, 'drafts');
    await mkdir(folder);
    const profile = ['user-data', 'extensions'].map((name) => `--${name}-dir=${path.join(scratch, name)}`);
    const code = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath,
      launchArgs: [folder, ...profile, ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
      extensionTestsEnv: { PEER_TEST_RESULTS: resultsFile },
    }).catch((error) => error.code ?? 1);
    return { host: `${host}, ${kind === 'web' ? 'web-worker' : 'node'} host`, code };
  });
}

async function bundleTests(kind) {
  const outfile = path.join(projectRoot, `dist-test/index.${kind}.js`);
  await build({
    entryPoints: [path.join(projectRoot, `test/vscode/index.${kind}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    platform: kind === 'web' ? 'browser' : 'node',
    external: kind === 'web' ? ['vscode'] : ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/** The desktop VS Code for the node host, where there is a desktop; the hosted one everywhere else. */
async function vscodeFor(kind) {
  const wish = process.env.PEER_TEST_HOST;
  const why =
    kind === 'web'
      ? 'the desktop has no web-worker host'
      : wish === 'hosted'
        ? 'PEER_TEST_HOST asks for it'
        : hasDisplay() || wish === 'desktop'
          ? ''
          : 'there is no display for the desktop one';
  if (!why) {
    const desktop = await desktopVsCode(wish === 'desktop' || hostedVsCodeObstacle());
    if (desktop) return { executable: desktop, host: 'desktop VS Code' };
  }
  const obstacle = hostedVsCodeObstacle();
  if (obstacle) throw new Problem(`This suite was not run: ${obstacle}.`, 'It runs on Linux and macOS.');
  console.log(`In the hosted VS Code${why ? `, since ${why}` : ''}.`);
  const executable = path.join(projectRoot, 'scripts/hosted-vscode.mjs');
  chmodSync(executable, 0o755);
  return { executable, host: HOSTED };
}

async function desktopVsCode(indispensable) {
  try {
    return await step('Fetching the desktop VS Code (once)', () =>
      downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(cacheRoot(), 'desktop') }),
    );
  } catch (error) {
    if (indispensable) throw new Problem(`The desktop VS Code could not be downloaded: ${error.message}`);
    console.log(`The desktop VS Code could not be downloaded (${error.message}).`);
    return undefined;
  }
}

async function withResults(work) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'peer-test-'));
  const resultsFile = path.join(scratch, 'results.json');
  try {
    const outcome = await work({ resultsFile, scratch });
    const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined;
    return { ...outcome, results };
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
