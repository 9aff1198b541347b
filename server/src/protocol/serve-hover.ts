import type { ServerCapabilities } from 'vscode-languageserver';
import { citationHoverAt } from '../features/citations';
import { toOffset } from '../features/convert';
import { hoverAt } from '../features/hover';
import { describe } from './log';
import type { Session } from './session';

/** What a hover tells, where there is something to tell. */
export function serveHover(session: Session): ServerCapabilities {
  const { connection, client, log } = session;
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    try {
      const checked = await session.checked(uri, token);
      if (checked === undefined) return null;
      const { lines, findings, result } = checked;
      const { hoverFormat: format, linkTo } = client;
      const offset = toOffset(position, lines);
      const context = { lines, knowledge: session.engineOf(uri).knowledge, format, linkTo };
      return hoverAt(findings, offset, context) ?? (result ? citationHoverAt(result, offset, context) : null);
    } catch (error) {
      log.error(`No hover for ${uri}\n${describe(error)}`);
      return null;
    }
  });
  return { hoverProvider: true };
}
