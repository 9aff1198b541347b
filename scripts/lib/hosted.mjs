// Starts the hosted VS Code: a server on this computer's own address 127.0.0.1, with a profile that is
// thrown away afterwards. Without the secret token of its address nobody else on the computer gets in.
import { randomBytes } from 'node:crypto';
import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { end, run, start, whenDone } from './processes.mjs';
import { Problem, until } from './progress.mjs';
import { vscodeServer } from './vscode-server.mjs';

/** Sockets are made below the profile, and their paths must be short. */
const PROFILES = process.platform === 'win32' ? tmpdir() : '/tmp';

const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'extensions.autoCheckUpdates': false,
  'typescript.disableAutomaticTypeAcquisition': true,
};

/**
 * Starts the server and resolves when it listens.
 * - `askForTrust`: whether folders have to be trusted first, as on a person's own VS Code.
 * - `settings`: the user's settings.
 * - `ownHome`: whether HOME is a folder of the profile, so that nothing of the user's home is read.
 * - `env`: what the node extension host gets in its environment.
 * - `install`: .vsix files of extensions that are installed first.
 */
export async function startHostedVsCode(options = {}) {
  const { askForTrust = false, settings = {}, ownHome = true, env = {}, install = [] } = options;
  const folder = await vscodeServer();
  const profile = await mkdtemp(path.join(PROFILES, 'peer-role-check-'));
  const token = randomBytes(16).toString('hex');
  const serverData = path.join(profile, 'server');
  for (const level of ['User', 'Machine']) {
    await mkdir(path.join(serverData, 'data', level), { recursive: true });
    await writeFile(
      path.join(serverData, 'data', level, 'settings.json'),
      JSON.stringify({ ...QUIET_SETTINGS, 'security.workspace.trust.enabled': askForTrust, ...settings }),
    );
  }
  await writeFile(path.join(profile, 'token'), token, { mode: 0o600 });

  const program = path.join(folder, 'out/server-main.js');
  const places = ['--server-data-dir', serverData, '--extensions-dir', path.join(profile, 'extensions')];
  const environment = {
    ...process.env,
    ...(ownHome ? { HOME: profile } : {}),
    XDG_RUNTIME_DIR: profile,
    EXTENSIONS_GALLERY: '{}', // there is none to ask
    ...env,
  };
  for (const file of install) {
    const args = [program, '--install-extension', file, '--accept-server-license-terms', ...places];
    const { code, output } = await run(process.execPath, args, { env: environment });
    if (code !== 0) throw new Problem(`The extension ${file} could not be installed:\n${output.trim()}`);
  }
  const server = start(
    process.execPath,
    [
      program,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', path.join(profile, 'token')],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(askForTrust ? [] : ['--disable-workspace-trust']),
      ...places,
    ],
    { env: environment },
  );
  const stop = async () => {
    await end(server);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    forget();
  };
  const forget = whenDone(stop);
  const exited = new Promise((resolve) => server.once('exit', resolve));
  const port = await listeningPort(server, folder).catch(async (error) => {
    await stop();
    throw error;
  });
  return { authority: `127.0.0.1:${port}`, token, profile, exited, stop };
}

function listeningPort(server, folder) {
  return new Promise((resolve, reject) => {
    let log = '';
    const listen = (data) => {
      if (log.length < 100_000) log += data;
      const found = /agent listening on (\d+)/.exec(log);
      if (found) resolve(Number(found[1]));
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    const giveUp = (why) =>
      reject(
        new Problem(
          `VS Code did not start: ${why}.\n${log.trim().split('\n').slice(-12).join('\n')}`,
          `If nothing above explains it, delete ${folder} and run this again: it is then downloaded anew.`,
        ),
      );
    server.once('exit', (code) => giveUp(`its server ended with code ${code}`));
    setTimeout(() => giveUp('its server was silent for 60 seconds'), 60_000).unref();
  });
}

/** The address of a VS Code window; `payload` are settings of the window, as VS Code names them. */
export function windowAddress(server, folder, payload = []) {
  const query = new URLSearchParams({
    tkn: server.token,
    folder,
    payload: JSON.stringify([['skipWelcome', 'true'], ...payload]),
  });
  return `http://${server.authority}/?${query}`;
}

/** How a file is named in a window of the hosted VS Code. */
export const remoteAddress = (server, file) => `vscode-remote://${server.authority}${encodeURI(file)}`;

/**
 * Opens files in the window that is shown, in the way of the command `code` of a VS Code terminal: over the
 * socket of the extension host. Waits for that, since it is there only when a browser shows the window.
 */
export async function openInWindow(server, files) {
  const socketName = () =>
    readdir(server.profile).then((names) => names.find((name) => /^vscode-ipc-.*sock$/.test(name)));
  const socket = await until('a browser to show VS Code', socketName, { limit: 3600_000, every: 500 });
  const order = { type: 'open', fileURIs: files.map((file) => remoteAddress(server, file)), forceReuseWindow: true };
  await new Promise((resolve, reject) => {
    const call = request({ socketPath: path.join(server.profile, socket), path: '/', method: 'POST' }, (answer) => {
      answer.resume().on('end', resolve);
    });
    call.setHeader('content-type', 'application/json');
    call.setHeader('accept', 'application/json');
    call.on('error', reject);
    call.end(JSON.stringify(order));
  });
}
