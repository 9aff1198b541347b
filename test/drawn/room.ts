import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHostedVsCode } from '../../scripts/lib/hosted.mjs';
import { openWorkbench, type Workbench, type WindowOptions } from '../../scripts/lib/workbench.mjs';

export const projectRoot = path.resolve(__dirname, '../..');

export const BREACH = '# Peer Specialist\n\nThe peer specialist will:\n\n- Administer medication to residents.\n';
export const DUTY = 'Administer medication';
export const SOUND_LINE = '- Sit with residents who want company.';

/** A VS Code window on a folder with one draft, for one test file. */
export interface Room {
  readonly workbench: Workbench;
  leave(): Promise<void>;
}

type ServerOptions = NonNullable<Parameters<typeof startHostedVsCode>[0]>;

export async function enterRoom(
  text: string,
  window: Omit<WindowOptions, 'folder'>,
  server: ServerOptions = {},
): Promise<Room> {
  const folder = mkdtempSync(path.join(tmpdir(), 'peer-drafts-'));
  const draft = path.join(folder, 'draft.md');
  writeFileSync(draft, text);
  const vscode = await startHostedVsCode(server);
  const leave = async () => {
    await vscode.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const workbench = await openWorkbench(vscode, { folder, openFile: draft, ...window });
    return { workbench, leave: () => workbench.close().then(leave) };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Keeps a picture of the window when a test has failed. */
export async function pictureOfFailure(test: Mocha.Test | undefined, room: Room | undefined): Promise<void> {
  if (test?.state !== 'failed' || !room) return;
  const pictures = path.join(projectRoot, 'dist-test');
  mkdirSync(pictures, { recursive: true });
  const file = path.join(pictures, `${test.fullTitle().replaceAll(/\W+/g, '-')}.png`);
  await room.workbench.picture(file).then(
    () => console.log(`      the window at that moment: ${path.relative(projectRoot, file)}`),
    () => undefined,
  );
}
