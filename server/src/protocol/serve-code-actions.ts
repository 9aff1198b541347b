import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { citeAll } from '../features/cite-all';
import { codeActionsFor, workspaceEdit, type CiteAllData } from '../features/code-actions';
import { optionsOf } from './draft-checker';
import { describe } from './log';
import type { Session } from './session';

/** What can be done about an underline: the lightbulb's list. */
export function serveCodeActions(session: Session): ServerCapabilities {
  const { connection, client, log } = session;
  connection.onCodeAction(async ({ textDocument: { uri }, context }, token) => {
    try {
      const { only } = context;
      if (only !== undefined && !only.some((kind) => kind === CodeActionKind.QuickFix || kind === '')) return [];
      const checked = await session.checked(uri, token);
      if (checked === undefined) return [];
      const { version, lines, findings } = checked;
      const { versionedEdits, resolvesCodeActions: resolves, allowCommand } = client;
      const { rules } = session.engineOf(uri).knowledge;
      const titleOf = (rule: string): string => rules.get(rule)?.title ?? rule;
      return codeActionsFor(context.diagnostics, {
        uri,
        version,
        lines,
        findings,
        versionedEdits,
        resolves,
        allowCommand,
        titleOf,
      });
    } catch (error) {
      log.error(`No quick fixes for ${uri}\n${describe(error)}`);
      return [];
    }
  });
  connection.onCodeActionResolve(async (action, token): Promise<CodeAction | ResponseError> => {
    const data = citeAllData(action.data);
    if (data === undefined) return action;
    const checked = await session.checked(data.uri, token);
    if (checked === undefined || checked.version !== data.version) {
      return new ResponseError(LSPErrorCodes.ContentModified, 'The draft has changed in the meantime.');
    }
    const { text, lines, settings, version, uri } = checked;
    const edits = citeAll(text, (draft) => session.engineOf(uri).check(draft, optionsOf(settings)).findings);
    return { ...action, edit: workspaceEdit(edits, { uri, version, lines, versionedEdits: client.versionedEdits }) };
  });
  return {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: client.resolvesCodeActions },
  };
}

function citeAllData(data: unknown): CiteAllData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, version } = data as Partial<CiteAllData>;
  return typeof uri === 'string' && typeof version === 'number' ? { uri, version } : undefined;
}
