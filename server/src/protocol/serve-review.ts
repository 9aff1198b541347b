import type { CancellationToken, Diagnostic, DocumentUri } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { LineIndex } from '../engine/text/lines';
import { toDiagnostics } from '../features/diagnostics';
import type { CheckedFile } from '../reports/checked-file';
import { dayOf } from '../reports/day';
import { memoHtml } from '../reports/memo-html';
import { memoMarkdown } from '../reports/memo-markdown';
import { reviewOf } from '../reports/review';
import { optionsOf } from './draft-checker';
import { describe } from './log';
import type { Session } from './session';

/** Checks drafts that are not open: `{ files }` gives `CheckedFiles`. A client sends a few at a time. */
export const CHECK_FILES = 'peerRoleCheck/checkFiles';

/** Makes the review memo of some drafts: `ReviewParams` gives `{ text }`. */
export const REVIEW = 'peerRoleCheck/review';

/** A draft as it stands now; the client reads the files, so that it works where the server has no disk. */
export interface FileText {
  readonly uri: DocumentUri;
  readonly text: string;
}

export interface CheckedFiles {
  readonly files: readonly { readonly uri: DocumentUri; readonly diagnostics: readonly Diagnostic[] }[];
}

export interface ReviewParams {
  /** The folder that paths in the memo are shown below. */
  readonly folder?: DocumentUri;
  readonly files: readonly FileText[];
  readonly format: 'md' | 'html';
}

/** Reviews of whole responses, beside the drafts that are open. */
export function serveReview(session: Session): void {
  const { connection, client } = session;
  connection.onRequest(CHECK_FILES, async ({ files }: { files: readonly FileText[] }, token): Promise<CheckedFiles> => {
    const checked: { uri: DocumentUri; diagnostics: Diagnostic[] }[] = [];
    for await (const { file, uri, source } of readEach(files, session, token as CancellationToken)) {
      const { relatedInformation, linkTo } = client;
      const lines = new LineIndex(source);
      // These are shown in a list only: nobody asks for code actions on a draft that is not open.
      const context = { uri, version: 0, lines, relatedInformation, keepsData: false, linkTo };
      checked.push({ uri, diagnostics: toDiagnostics(file.findings, context) });
    }
    return { files: checked };
  });
  connection.onRequest(REVIEW, async ({ folder, files, format }: ReviewParams, token): Promise<{ text: string }> => {
    const drafts: CheckedFile[] = [];
    for await (const { file } of readEach(files, session, token as CancellationToken, folder)) drafts.push(file);
    const { knowledge } = session.engineOf(files[0]?.uri ?? folder ?? '');
    const review = reviewOf(drafts, { knowledge, date: dayOf(new Date()), version });
    return { text: format === 'html' ? memoHtml(review) : memoMarkdown(review) };
  });
}

interface ReadFile {
  readonly uri: DocumentUri;
  readonly source: string;
  readonly file: CheckedFile;
}

/** Reads drafts one after the other, and lets everything else have its turn in between: somebody may be typing. */
async function* readEach(
  files: readonly FileText[],
  session: Session,
  token: CancellationToken,
  folder = '',
): AsyncGenerator<ReadFile> {
  for (const { uri, text } of files) {
    const settings = await session.settings.of(uri);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) return;
    try {
      const result = session.engineOf(uri).check(text, optionsOf(settings));
      yield { uri, source: text, file: { path: pathBelow(folder, uri), source: text, ...result } };
    } catch (error) {
      session.log.error(`This draft could not be checked: ${uri}\n${describe(error)}`);
    }
  }
}

/** The path of a draft below a folder, for people. */
function pathBelow(folder: DocumentUri, uri: DocumentUri): string {
  const from = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  const path = uri.startsWith(from) ? uri.slice(from.length) : uri;
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not percent-encoded after all
  }
}
