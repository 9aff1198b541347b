import type { Session } from './session';

/** Asks for a page of the catalog: `{ path: "rules/routine-notes.md" }` gives `{ text }`, or null where there is none. */
export const PAGE_REQUEST = 'peerRoleCheck/page';

export interface PageParams {
  readonly path: string;
}

export interface Page {
  /** Markdown; links to other pages are relative paths. */
  readonly text: string;
}

/** The catalog of rules, principles and references, for clients that show it as pages. */
export function serveCatalog(session: Session): void {
  session.connection.onRequest(PAGE_REQUEST, ({ path }: Partial<PageParams>): Page | null => {
    const text = typeof path === 'string' ? session.page(path) : undefined;
    return text === undefined ? null : { text };
  });
}
