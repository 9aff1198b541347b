import type { DocumentUri, TextEdit } from 'vscode-languageserver';
import { parseDraft } from '../engine/markdown/parse';
import { allowHere, allowInDraft, allowInWorkspace } from '../engine/suppression/write';
import type { Span } from '../engine/text/span';
import type { AllowScope } from '../features/code-actions';
import { toRange } from '../features/convert';
import type { Session } from './session';

/** Asks for what leaves a finding out: `AllowParams` gives `AllowEdit`, or null where the draft has gone on. */
export const ALLOW_REQUEST = 'peerRoleCheck/allow';

export interface AllowParams {
  readonly uri: DocumentUri;
  /** The version of the draft that `span` is of. */
  readonly version: number;
  readonly rule: string;
  readonly span: Span;
  readonly scope: AllowScope;
  readonly reason: string;
  /** For `workspace`: what its `suppressions.yml` says now; left out where there is none. */
  readonly file?: string;
}

export interface AllowEdit {
  /** Edits of the draft. */
  readonly edits: readonly TextEdit[];
  /** For `workspace`: the new text of `suppressions.yml`. */
  readonly file?: string;
}

/** Writes down, with a reason, that a finding is to be left out. The client asks for the reason. */
export function serveAllow(session: Session): void {
  session.connection.onRequest(ALLOW_REQUEST, async (params: AllowParams): Promise<AllowEdit | null> => {
    const { uri, version, rule, span, scope, reason, file } = params;
    if (scope === 'workspace') return { edits: [], file: allowInWorkspace(file, rule, reason) };
    const checked = await session.checked(uri);
    if (checked?.version !== version) return null;
    const draft = parseDraft(checked.text);
    const edits = scope === 'here' ? allowHere(draft, span, rule, reason) : allowInDraft(draft, rule, reason);
    return { edits: edits.map((edit) => ({ range: toRange(edit.span, checked.lines), newText: edit.text })) };
  });
}
