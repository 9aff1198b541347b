import type { DocumentUri } from 'vscode-languageserver';
import { asNewDraft, wordingsFor, type WordingOffer } from '../features/wordings';
import type { Session } from './session';

/**
 * Asks for approved wording: `{ uri }` for an open draft's contract and what it lacks, `{ profile, newDrafts: true }` for
 * wording that makes a draft by itself, its headings moved up to make a title.
 */
export const WORDINGS_REQUEST = 'peerRoleCheck/wordings';

export interface WordingsParams {
  readonly uri?: DocumentUri;
  readonly profile?: string;
  readonly newDrafts?: boolean;
}

export function serveWordings(session: Session): void {
  session.connection.onRequest(
    WORDINGS_REQUEST,
    async ({ uri, profile, newDrafts }: WordingsParams): Promise<readonly WordingOffer[]> => {
      const result = uri === undefined ? undefined : (await session.checked(uri))?.result;
      const settings = await session.settings.of(uri ?? '');
      const { knowledge } = session.engineOf(uri ?? '');
      const offers = wordingsFor(knowledge, profile ?? result?.profile ?? settings.profile, result?.checklist);
      if (newDrafts !== true) return offers;
      return offers
        .filter(({ draft }) => draft !== undefined)
        .map((offer) => ({
          ...offer,
          body: asNewDraft(offer.body, offer.title),
          plain: asNewDraft(offer.plain, offer.title),
        }));
    },
  );
}
