import { commands, Uri, workspace, type Disposable } from 'vscode';
import type { Checker } from './checker';
import { PAGE_SCHEME } from './names';

/** See `serve-catalog.ts` of the server. */
const PAGE_REQUEST = 'peerRoleCheck/page';
const START_PAGE = 'start.md';

const NO_PAGE = '# There is no such page\n\n[All rules, principles and sources](/start.md)\n';

/** Serves the catalog's pages as documents that nobody can write to; they work without a network. */
export const serveCatalogPages = (checker: Checker): Disposable =>
  workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
    async provideTextDocumentContent({ path }) {
      const page = await checker.ask<{ readonly text: string }>(PAGE_REQUEST, { path: path.replace(/^\//, '') });
      return page?.text ?? NO_PAGE;
    },
  });

/** Shows a page rendered, in VS Code's own Markdown preview. Links call this with the page's path. */
export async function openPage(path: unknown = START_PAGE): Promise<void> {
  const name = typeof path === 'string' ? path : START_PAGE;
  const page = Uri.from({ scheme: PAGE_SCHEME, path: `/${name}` });
  // Locked: it would turn into a preview of whatever draft comes to the front next.
  await commands.executeCommand('markdown.showPreview', page, undefined, { locked: true });
}
