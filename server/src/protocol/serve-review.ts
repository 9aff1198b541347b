import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Diagnostic,
  type DocumentUri,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import type { CheckOptions, CheckResult } from '../engine/engine';
import { allKnown } from '../engine/knowledge/all-known';
import { isNoDraft } from '../engine/suppression/read';
import { LineIndex } from '../engine/text/lines';
import { toDiagnostics } from '../features/diagnostics';
import type { CheckedFile } from '../reports/checked-file';
import { dayOf } from '../reports/day';
import { memoHtml } from '../reports/memo-html';
import { memoMarkdown } from '../reports/memo-markdown';
import { reviewOf } from '../reports/review';
import { optionsOf } from './draft-checker';
import { describe, logFailures } from './log';
import { nextTurn, type Session } from './session';

/** A draft as it is now, open or not: the client reads it, since the server sees no files. */
export interface FileText {
  readonly uri: DocumentUri;
  readonly text: string;
}

/**
 * Asks for the findings of drafts that need not be open: `{ files }` gives `CheckedFiles`, in the same order. Each draft is
 * read under its own settings, one after the other with what else is asked in between; a client sends a few at a time,
 * and shows the progress. A draft for which checking is turned off has no findings. A memo that was saved beside the drafts
 * is none, and is left out.
 */
export const CHECK_FILES_REQUEST = 'peerRoleCheck/checkFiles';

export interface CheckFilesParams {
  readonly files: readonly FileText[];
}

export interface CheckedFiles {
  readonly files: readonly { readonly uri: DocumentUri; readonly diagnostics: readonly Diagnostic[] }[];
}

/**
 * Asks for the memo on drafts that belong together: `ReviewParams` gives `ReviewText`. Drafts are read as for
 * `CHECK_FILES_REQUEST`; one for which checking is turned off is left out of the memo.
 */
export const REVIEW_REQUEST = 'peerRoleCheck/review';

export interface ReviewParams {
  /** The folder that the memo names drafts from; without it, a draft has the last part of its address as its name. */
  readonly folder?: DocumentUri;
  readonly files: readonly FileText[];
  readonly format: 'md' | 'html';
  /** The day of the memo, "2026-11-22"; today where it is left out. */
  readonly date?: string;
}

export interface ReviewText {
  readonly text: string;
}

const STOPPED = new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'Stopped.');

/** Reads whole folders for a client, without keeping anybody waiting who types meanwhile. */
export function serveReview(session: Session): void {
  const { connection, client } = session;

  connection.onRequest(
    CHECK_FILES_REQUEST,
    async ({ files }: CheckFilesParams, token: CancellationToken): Promise<CheckedFiles | ResponseError<void>> => {
      const checked: CheckedFiles['files'][number][] = [];
      for (const file of files) {
        const { uri, text } = file;
        if (isNoDraft(text)) continue;
        // Quick fixes are for open drafts, which the editor asks about by itself.
        const read = await readFile(file, session, token, { suggestions: false });
        if (read === 'stopped') return STOPPED;
        const { relatedInformation, linkTo } = client;
        const context = { uri, version: 0, lines: new LineIndex(text), relatedInformation, keepsData: false, linkTo };
        checked.push({ uri, diagnostics: typeof read === 'string' ? [] : toDiagnostics(read.findings, context) });
      }
      return { files: checked };
    },
  );

  connection.onRequest(
    REVIEW_REQUEST,
    async (params: ReviewParams, token: CancellationToken): Promise<ReviewText | ResponseError<void>> => {
      const { folder, files, format, date = dayOf(new Date()) } = params;
      const checked: CheckedFile[] = [];
      const unreadable: { path: string; message: string }[] = [];
      for (const file of files) {
        const path = nameOf(file.uri, folder);
        const read = await readFile(file, session, token);
        if (read === 'stopped') return STOPPED;
        if (read === 'failed') unreadable.push({ path, message: 'The checker could not read this draft.' });
        else if (read !== 'off') checked.push({ ...read, path, source: file.text });
      }
      const packs = files.map(({ uri }) => session.engineOf(uri).knowledge);
      const knowledge = allKnown([session.engineOf('').knowledge, ...packs]);
      const review = reviewOf(checked, { knowledge, date, version, unreadable });
      return { text: format === 'html' ? memoHtml(review) : memoMarkdown(review) };
    },
  );
}

/** `off`: checking is turned off for the draft; `failed`: the engine cannot digest it, and the log says why. */
async function readFile(
  { uri, text }: FileText,
  session: Session,
  token: CancellationToken,
  more: CheckOptions = {},
): Promise<CheckResult | 'stopped' | 'off' | 'failed'> {
  const settings = await session.settings.of(uri);
  // Settings are kept for open drafts only.
  if (session.documents.get(uri) === undefined) session.settings.forget(uri);
  // A check cannot be interrupted: what has come in meanwhile is answered first.
  await nextTurn();
  if (token.isCancellationRequested) return 'stopped';
  if (!settings.enable) return 'off';
  try {
    const result = session.engineOf(uri).check(text, { ...optionsOf(settings), ...more });
    logFailures(result, uri, session.log);
    return result;
  } catch (error) {
    session.log.error(`This draft could not be checked: ${uri}\n${describe(error)}`);
    return 'failed';
  }
}

/** The draft's path below the folder, or the last part of its address. */
function nameOf(uri: DocumentUri, folder: DocumentUri | undefined): string {
  const above = folder === undefined ? undefined : `${folder.replace(/\/$/, '')}/`;
  const name =
    above !== undefined && uri.startsWith(above) ? uri.slice(above.length) : uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
