// The desktop of the person who runs the scripts: its VS Code, and its browser.
import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { projectRoot } from './paths.mjs';
import { findOnPath, run } from './processes.mjs';
import { step } from './progress.mjs';

const ON_MACOS = ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'].map(
  (name) => `/Applications/${name}.app/Contents/Resources/app/bin/code`,
);

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command of a desktop VS Code that can show a window here. */
export function desktopVsCode() {
  const insideRemoteWindow = Boolean(process.env.VSCODE_IPC_HOOK_CLI); // `code` then means a window elsewhere
  if (!hasDisplay() || insideRemoteWindow) return undefined;
  return findOnPath(['code', 'code-insiders', 'codium']) ?? ON_MACOS.find(existsSync);
}

/** Opens a window with the extension; answers whether that went well. */
export async function openOnDesktop(command, { folder, files }) {
  const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, folder, ...files];
  const shell = process.platform === 'win32'; // there, `code` is a batch file
  const quoted = (word) => (shell ? `"${word}"` : word);
  const { code, output } = await step(`Opening VS Code (${command})`, () =>
    run(quoted(command), args.map(quoted), { cwd: projectRoot, shell }),
  );
  if (code !== 0) console.log(`It could not be opened (code ${code}): ${output.trim()}`);
  return code === 0;
}

/** Opens an address in the default browser, if there is one; answers whether it tried. */
export function openAddress(address) {
  const opener = process.platform === 'darwin' ? 'open' : hasDisplay() ? findOnPath(['xdg-open']) : undefined;
  if (!opener) return false;
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
  return true;
}
