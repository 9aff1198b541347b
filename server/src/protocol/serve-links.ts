import type { ServerCapabilities } from 'vscode-languageserver';
import { citationLinks } from '../features/citations';
import { describe } from './log';
import type { Session } from './session';

/** Links from citations to the pages of the catalog, for clients that show these. */
export function serveLinks(session: Session): ServerCapabilities {
  const { connection, client, log } = session;
  const { linkTo } = client;
  if (linkTo === undefined) return {};
  connection.onDocumentLinks(async ({ textDocument: { uri } }, token) => {
    try {
      const checked = await session.checked(uri, token);
      if (checked?.result === undefined) return [];
      return citationLinks(checked.result, session.engineOf(uri).knowledge, checked.lines, linkTo);
    } catch (error) {
      log.error(`No links for ${uri}\n${describe(error)}`);
      return [];
    }
  });
  return { documentLinkProvider: { resolveProvider: false } };
}
