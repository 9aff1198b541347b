import { RelativePattern, Uri, workspace, type Disposable, type WorkspaceFolder } from 'vscode';
import type { Checker } from './checker';
import { OWN_FOLDER } from './names';

/** See `serve-own-files.ts` of the server. */
const OWN_FILES = 'peerRoleCheck/ownFiles';

/** How long a pause in saving is waited for, in milliseconds: several files often change together. */
const PAUSE = 200;

interface OwnFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Hands the files of each workspace folder's `.peer-role-check` to the checker: when it starts, when they change, and
 * when a folder is trusted. In Restricted Mode they are left alone: they change what is said about a draft.
 */
export class OwnFiles implements Disposable {
  private readonly disposables: Disposable[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchers: Disposable[] = [];

  /** @param onIgnored is told whether there are files that are not used because the workspace is not trusted */
  constructor(
    private readonly checker: Checker,
    private readonly onIgnored: (ignored: boolean) => void,
  ) {
    const soon = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.handOver(), PAUSE);
    };
    const watch = (): void => {
      for (const watcher of this.watchers) watcher.dispose();
      this.watchers = (workspace.workspaceFolders ?? []).map((folder) => {
        const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, `${OWN_FOLDER}/*`));
        watcher.onDidChange(soon);
        watcher.onDidCreate(soon);
        watcher.onDidDelete(soon);
        return watcher;
      });
    };
    watch();
    this.disposables.push(
      checker.onDidStart(() => void this.handOver()),
      workspace.onDidGrantWorkspaceTrust(soon),
      workspace.onDidChangeWorkspaceFolders(() => {
        watch();
        soon();
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of [...this.disposables, ...this.watchers]) disposable.dispose();
  }

  private async handOver(): Promise<void> {
    const packs = await Promise.all(
      (workspace.workspaceFolders ?? []).map(async (folder) => ({
        folder: folder.uri.toString(),
        files: await filesOf(folder),
      })),
    );
    const ignored = !workspace.isTrusted && packs.some(({ files }) => files.length > 0);
    this.onIgnored(ignored);
    if (ignored) {
      this.checker.log.info(`Restricted Mode: the files in ${OWN_FOLDER} are not used until this folder is trusted.`);
    }
    this.checker.tell(OWN_FILES, { packs: workspace.isTrusted ? packs : [] });
  }
}

async function filesOf(folder: WorkspaceFolder): Promise<OwnFile[]> {
  const place = Uri.joinPath(folder.uri, OWN_FOLDER);
  const entries = await Promise.resolve(workspace.fs.readDirectory(place)).catch(() => []);
  const names = entries.map(([name]) => name).filter((name) => /\.ya?ml$/.test(name));
  const files = await Promise.all(
    names.sort().map(async (name): Promise<OwnFile[]> => {
      try {
        const bytes = await workspace.fs.readFile(Uri.joinPath(place, name));
        return [{ path: name, text: new TextDecoder().decode(bytes) }];
      } catch {
        return []; // a folder, or gone in the meantime
      }
    }),
  );
  return files.flat();
}
