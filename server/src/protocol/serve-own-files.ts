import { DiagnosticSeverity, type DocumentUri, type InitializeParams } from 'vscode-languageserver';
import { SOURCE } from '../features/diagnostics';
import type { KnowledgeError, KnowledgeFile } from '../engine/knowledge/types';
import { OWN_FOLDER, type OwnPack } from './engines';
import type { Session } from './session';

/** The notification by which a client hands over the files of `.peer-role-check`, all of them each time. */
export const OWN_FILES = 'peerRoleCheck/ownFiles';

/** Reads the files of a workspace folder's `.peer-role-check`, for clients that do not hand them over. */
export type ReadOwnFiles = (folder: DocumentUri) => readonly KnowledgeFile[];

/** What a client sends: with `OWN_FILES`, and as `initializationOptions.ownFiles` when it starts. */
export interface OwnFilesParams {
  readonly packs: readonly OwnPack[];
}

/**
 * Keeps an organization's own files in use. A client that sends `ownFiles` when it starts decides what is used (it knows
 * whether the workspace is trusted); for all others the server reads the folders itself, and once more when it is told
 * that a file in them changed.
 *
 * @param onChange to be called when drafts have to be judged anew
 */
export function serveOwnFiles(
  session: Session,
  params: InitializeParams,
  readFolder: ReadOwnFiles | undefined,
  onChange: () => void,
): void {
  const { connection } = session;
  const marked = new Set<DocumentUri>();
  const use = (packs: readonly OwnPack[]): void => {
    const mistakes = session.useOwnFiles(packs);
    for (const uri of marked)
      if (!namesIn(mistakes).has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    marked.clear();
    for (const [uri, errors] of namesIn(mistakes)) {
      marked.add(uri);
      void connection.sendDiagnostics({ uri, diagnostics: errors.map(toDiagnostic) });
    }
    onChange();
  };

  const handed = handedOver(params.initializationOptions);
  if (handed !== undefined) {
    connection.onNotification(OWN_FILES, (sent: unknown) => use(packsOf(sent)));
    session.onInitialized(() => use(handed));
    return;
  }
  if (readFolder === undefined) return;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  const readAll = (): void => use(folders.map((folder) => ({ folder, files: readFolder(folder) })));
  connection.onDidChangeWatchedFiles(readAll);
  session.onInitialized(() => {
    readAll();
    if (!session.client.registersWatchedFiles) return;
    connection
      .sendRequest('client/registerCapability', {
        registrations: [
          {
            id: 'own-files',
            method: 'workspace/didChangeWatchedFiles',
            registerOptions: { watchers: [{ globPattern: `**/${OWN_FOLDER}/*.yml` }] },
          },
        ],
      })
      .catch(() => undefined); // They are read anew when the editor starts again.
  });
}

/** The mistakes by the URI of the file that they are in. */
function namesIn(
  mistakes: ReadonlyMap<DocumentUri, readonly KnowledgeError[]>,
): ReadonlyMap<DocumentUri, readonly KnowledgeError[]> {
  const byFile = new Map<DocumentUri, KnowledgeError[]>();
  for (const [folder, errors] of mistakes)
    for (const error of errors) {
      const uri = `${folder.replace(/\/$/, '')}/${OWN_FOLDER}/${encodeURI(error.path)}`;
      byFile.set(uri, [...(byFile.get(uri) ?? []), error]);
    }
  return byFile;
}

const toDiagnostic = ({ line, message }: KnowledgeError) => ({
  // To the end of the line, however long it is: editors stop at the line's end.
  range: { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 1000 } },
  severity: DiagnosticSeverity.Error,
  source: SOURCE,
  message,
});

function handedOver(options: unknown): readonly OwnPack[] | undefined {
  if (typeof options !== 'object' || options === null || !('ownFiles' in options)) return undefined;
  return packsOf(options.ownFiles);
}

/** What a client sent, as far as it has the right shape. */
function packsOf(sent: unknown): OwnPack[] {
  const packs = isRecord(sent) && Array.isArray(sent['packs']) ? (sent['packs'] as unknown[]) : [];
  return packs.flatMap((pack): OwnPack[] => {
    if (!isRecord(pack) || typeof pack['folder'] !== 'string' || !Array.isArray(pack['files'])) return [];
    const files = (pack['files'] as unknown[]).flatMap((file): KnowledgeFile[] =>
      isRecord(file) && typeof file['path'] === 'string' && typeof file['text'] === 'string'
        ? [{ path: file['path'], text: file['text'] }]
        : [],
    );
    return [{ folder: pack['folder'], files }];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
