import { commands, window, type ExtensionContext } from 'vscode';
import { allow } from './allow';
import { openPage, serveCatalogPages } from './catalog';
import { Checker, createLog, type CreateRun } from './checker';
import { openExample } from './example';
import { COMMANDS, EXTENSION_NAME, type CommandId } from './names';
import { Memo } from './memo';
import { fixNext } from './next';
import { OwnFiles } from './own-files';
import { chooseProfile } from './profiles';
import { FolderReview } from './review';
import { Status } from './status';
import { insertWording, newDraft } from './wording';

/** What the extension hands to other extensions, and to tests. */
export interface Api {
  /** Resolves when the checker has started for the first time; rejects if it could not. */
  readonly ready: Promise<void>;
}

/** The same in every host, but for how the server is started. */
export function activateWith(context: ExtensionContext, createRun: CreateRun): Api {
  const log = createLog();
  const checker = new Checker(createRun, log, () => void tellTrouble());
  const review = new FolderReview(checker);
  const memo = new Memo(checker, review);

  const actions: Readonly<Record<CommandId, (argument?: unknown) => unknown>> = {
    // This one opens the list and stays; the command behind the menu's "Problems" closes it if it is open.
    [COMMANDS.showFindings]: () => commands.executeCommand('workbench.action.problems.focus'),
    [COMMANDS.fixNext]: () => fixNext(),
    [COMMANDS.chooseProfile]: () => chooseProfile(checker),
    [COMMANDS.insertWording]: () => insertWording(checker),
    [COMMANDS.newDraft]: () => newDraft(checker),
    [COMMANDS.openExample]: (place) => openExample(context.extensionUri, place),
    [COMMANDS.reviewFolder]: (folder) => review.review(folder),
    [COMMANDS.writeMemo]: (folder) => memo.write(folder),
    [COMMANDS.browseCatalog]: () => openPage(),
    [COMMANDS.openPage]: (path) => openPage(path),
    [COMMANDS.allow]: (argument) => allow(checker, argument),
    [COMMANDS.restart]: () => restart(checker),
    [COMMANDS.showLog]: () => log.show(),
  };
  for (const [id, action] of Object.entries(actions)) {
    context.subscriptions.push(commands.registerCommand(id, action));
  }
  const status = new Status(checker);
  const ownFiles = new OwnFiles(checker, (ignored) => status.ownFilesIgnored(ignored));
  context.subscriptions.push(serveCatalogPages(checker), memo, review, ownFiles, status, log, checker);

  // Not awaited: VS Code would hold back everything else that waits for Markdown.
  const ready = checker.start();
  // Whoever wants to know looks at `ready`; for everyone else, the failure is already told.
  ready.catch(() => undefined);
  stopRunning = () => checker.stop();
  return { ready };
}

let stopRunning: (() => Promise<void>) | undefined;

/** VS Code waits for this when it closes, for a moment. */
export async function deactivate(): Promise<void> {
  await stopRunning?.();
}

async function restart(checker: Checker): Promise<void> {
  const restarting = checker.restart();
  window.setStatusBarMessage(`${EXTENSION_NAME}: restarting …`, restarting);
  try {
    await restarting;
    window.setStatusBarMessage(`${EXTENSION_NAME}: restarted.`, 3000);
  } catch {
    // People have been told.
  }
}

async function tellTrouble(): Promise<void> {
  const again = 'Restart the Checker';
  const show = 'Show the Log';
  const chosen = await window.showErrorMessage(
    `${EXTENSION_NAME} is not running, so drafts are not being checked. Please try to restart it. ` +
      'If that does not help, its log says more.',
    again,
    show,
  );
  if (chosen === again) await commands.executeCommand(COMMANDS.restart);
  if (chosen === show) await commands.executeCommand(COMMANDS.showLog);
}
