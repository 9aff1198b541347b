#!/usr/bin/env node
// `npm start`: VS Code with this extension, on the example drafts or on the files that are named.
//   npm start -- [FILE or FOLDER]…
// The desktop VS Code where there is one, otherwise a hosted one in the browser. PEER_START_HOST=desktop or
// =hosted insists on one of them.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { openAddress, openOnDesktop, desktopVsCode } from './lib/desktop.mjs';
import { openInWindow, remoteAddress, startHostedVsCode, windowAddress } from './lib/hosted.mjs';
import { projectRoot } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { script } from './lib/processes.mjs';
import { explain, Problem, step } from './lib/progress.mjs';
import { vscodeServer } from './lib/vscode-server.mjs';

/** What to open: a folder, and the files of which the first is shown. */
function whatToOpen(names) {
  const examples = path.join(projectRoot, 'examples');
  if (names.length === 0) return { folder: examples, files: [path.join(examples, 'job-description.md')] };
  const places = names.map((name) => path.resolve(process.env.INIT_CWD ?? '.', name));
  for (const place of places) {
    if (!existsSync(place)) throw new Problem(`There is no file ${place}.`);
  }
  const folders = places.filter((place) => statSync(place).isDirectory());
  const files = places.filter((place) => !folders.includes(place));
  if (folders.length > 1) throw new Problem('VS Code opens one folder in a window; name one folder, or files.');
  return { folder: folders[0] ?? path.dirname(files[0]), files };
}

async function startHosted({ folder, files }) {
  await vscodeServer();
  const server = await step('Starting VS Code', () => startHostedVsCode({ ownHome: false }));
  const [first, ...others] = files;
  const address = windowAddress(server, folder, [
    ['extensionDevelopmentPath', remoteAddress(server, projectRoot)],
    ...(first ? [['openFile', remoteAddress(server, first)]] : []),
  ]);
  console.log(`\nVS Code is ready, with Peer Role Check in it, at\n\n  ${address}\n`);
  console.log(openAddress(address) ? 'It opens in your browser.' : 'Open this address in a browser.');
  console.log('It is reachable from this computer only. Ctrl+C ends it.');
  if (others.length > 0) void openInWindow(server, others).catch(explain);
  const code = await server.exited;
  throw new Problem(`VS Code has ended by itself, with code ${code}.`, 'Run npm start again.');
}

async function main() {
  const target = whatToOpen(process.argv.slice(2));
  const wish = process.env.PEER_START_HOST;
  await prepare();
  const desktop = wish === 'hosted' ? undefined : desktopVsCode();
  if (desktop && (await openOnDesktop(desktop, target))) {
    console.log('VS Code is open, with Peer Role Check in it.');
    return;
  }
  if (wish === 'desktop') {
    throw new Problem(
      'No desktop VS Code could be started.',
      'Is the command `code` on the PATH, and a display there?',
    );
  }
  await startHosted(target);
}

await script(main);
