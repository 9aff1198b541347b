import {
  commands,
  DiagnosticSeverity,
  languages,
  ProgressLocation,
  RelativePattern,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type DiagnosticCollection,
  type Disposable,
} from 'vscode';
import type { Diagnostic as LspDiagnostic } from 'vscode-languageclient';
import type { Checker } from './checker';
import { EXTENSION_NAME, NOT_DRAFTS } from './names';

/** See `serve-review.ts` of the server. */
const CHECK_FILES = 'peerRoleCheck/checkFiles';

/** Drafts that are sent in one go: few, so that what somebody types meanwhile is answered in between. */
const BATCH = 3;
/** How long a pause in saving is waited for before changed drafts are read anew, in milliseconds. */
const PAUSE = 400;
const DRAFTS = '**/*.{md,markdown}';

export interface FileText {
  readonly uri: string;
  readonly text: string;
}

interface CheckedFiles {
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly LspDiagnostic[] }[];
}

/**
 * Reads all drafts of a folder, and keeps what was found in the list of problems, also for drafts that are not open. An open
 * draft has its underlines from the editor; here it counts once it is closed.
 */
export class FolderReview implements Disposable {
  private readonly marks: DiagnosticCollection = languages.createDiagnosticCollection('peer-role-check-review');
  private readonly disposables: Disposable[] = [this.marks];
  private readonly changed = new Map<string, Uri>();
  private watcher: Disposable | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The folder that was reviewed last. */
  folder: Uri | undefined;

  constructor(private readonly checker: Checker) {
    this.disposables.push(
      workspace.onDidOpenTextDocument(({ uri }) => this.marks.delete(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.later(uri)),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Asks for a folder where none is given, reads its drafts, and shows the list. */
  async review(given: unknown): Promise<void> {
    const folder = given instanceof Uri ? given : await chooseFolder();
    if (folder === undefined) return;
    this.folder = folder;
    this.watch(folder);
    const drafts = await draftsIn(folder);
    if (drafts.length === 0) {
      void window.showInformationMessage('There is no Markdown draft in this folder. Drafts end in .md or .markdown.');
      return;
    }
    const found = await window.withProgress(
      { location: ProgressLocation.Notification, title: `${EXTENSION_NAME}: reading drafts`, cancellable: true },
      async (progress, token) => {
        this.marks.clear();
        let done = 0;
        let count = 0;
        let read = 0;
        for (let i = 0; i < drafts.length && !token.isCancellationRequested; i += BATCH) {
          const batch = drafts.slice(i, i + BATCH);
          const checked = await this.check(batch, token);
          count += checked.count;
          read += checked.read;
          done += batch.length;
          progress.report({ message: `${done} of ${drafts.length}`, increment: (100 * batch.length) / drafts.length });
        }
        return { done, count, read };
      },
    );
    const all = found.done === drafts.length ? '' : `, then stopped`;
    const drafted = `${found.read} ${found.read === 1 ? 'draft' : 'drafts'}`;
    window.setStatusBarMessage(`${EXTENSION_NAME}: ${drafted} read${all}, ${found.count} to review`, 10_000);
    await commands.executeCommand('workbench.action.problems.focus');
  }

  /**
   * Checks drafts and marks those that are not open; returns how much is to review, in open ones too, and how many were read:
   * a memo that was saved beside the drafts is none.
   */
  private async check(drafts: readonly Uri[], token?: CancellationToken): Promise<{ count: number; read: number }> {
    const files = await textsOf(drafts);
    const answer = await this.checker.ask<CheckedFiles>(CHECK_FILES, { files });
    if (answer === undefined || token?.isCancellationRequested === true) return { count: 0, read: 0 };
    let count = 0;
    for (const { uri, diagnostics } of answer.files) {
      const place = Uri.parse(uri);
      const marks = await this.checker.toDiagnostics(diagnostics);
      count += marks.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).length;
      if (!isOpen(place)) this.marks.set(place, marks);
    }
    return { count, read: answer.files.length };
  }

  private watch(folder: Uri): void {
    this.watcher?.dispose();
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, DRAFTS));
    watcher.onDidChange((uri) => this.later(uri));
    watcher.onDidCreate((uri) => this.later(uri));
    watcher.onDidDelete((uri) => this.marks.delete(uri));
    this.watcher = watcher;
  }

  /** Reads a draft of the reviewed folder anew, once nothing has changed for a moment. */
  private later(uri: Uri): void {
    const { folder } = this;
    if (folder === undefined || !uri.path.startsWith(`${folder.path}/`) || !/\.(md|markdown)$/i.test(uri.path)) return;
    this.changed.set(uri.toString(), uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const drafts = [...this.changed.values()].filter((draft) => !isOpen(draft));
      this.changed.clear();
      if (drafts.length > 0) void this.check(drafts);
    }, PAUSE);
  }
}

/** The drafts of a folder and below, without what the settings leave out of searches, in the order of their paths. */
export async function draftsIn(folder: Uri): Promise<Uri[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, DRAFTS), '**/node_modules/**');
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What the drafts say now: an open one as it stands in the editor. What cannot be read is left out. */
export async function textsOf(drafts: readonly Uri[]): Promise<FileText[]> {
  const texts = await Promise.all(
    drafts.map(async (uri): Promise<FileText[]> => {
      const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
      try {
        const text = open?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(uri));
        return [{ uri: uri.toString(), text }];
      } catch {
        return []; // gone in the meantime
      }
    }),
  );
  return texts.flat();
}

/** The folder of the workspace; asked for where there are several, or none. */
export async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  const picked = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: 'Review',
    title: 'Which folder holds the drafts?',
  });
  return picked?.[0];
}

const isOpen = (uri: Uri): boolean =>
  workspace.textDocuments.some(
    (document) =>
      !document.isClosed && document.uri.toString() === uri.toString() && !NOT_DRAFTS.has(document.uri.scheme),
  );
