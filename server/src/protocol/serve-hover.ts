import type { ServerCapabilities } from 'vscode-languageserver';
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
      const { lines, findings } = checked;
      const { knowledge } = session.engineOf(uri);
      return hoverAt(findings, toOffset(position, lines), {
        lines,
        knowledge,
        format: client.hoverFormat,
        linkTo: client.linkTo,
      });
    } catch (error) {
      log.error(`No hover for ${uri}\n${describe(error)}`);
      return null;
    }
  });
  return { hoverProvider: true };
}
