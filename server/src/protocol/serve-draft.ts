import type { DocumentUri, TextEdit } from 'vscode-languageserver';
import { toRange } from '../features/convert';
import { setEntry } from '../engine/markdown/set-entry';
import type { Session } from './session';

/** Asks how an open draft is read: `{ uri }` gives a `DraftState`, or null for one that is not open or not checked. */
export const DRAFT_REQUEST = 'peerRoleCheck/draft';

/** Asks for the edit that writes an entry into a draft's front matter: `{ uri, key, value }` gives `FrontMatterEdit`. */
export const FRONT_MATTER_REQUEST = 'peerRoleCheck/frontMatter';

export interface ProfileChoice {
  readonly id: string;
  readonly title: string;
  /** What a draft under it answers, for people. */
  readonly answers: string;
}

export interface DraftState {
  readonly profile: ProfileChoice;
  readonly profiles: readonly ProfileChoice[];
}

export interface FrontMatterEdit {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** What an editor's own parts want to know of a draft, beside its underlines. */
export function serveDraft(session: Session): void {
  const { connection } = session;
  connection.onRequest(DRAFT_REQUEST, async ({ uri }: { uri: DocumentUri }): Promise<DraftState | null> => {
    const result = (await session.checked(uri))?.result;
    const { profiles } = session.engineOf(uri).knowledge;
    const profile = result && profiles.get(result.profile);
    if (profile === undefined) return null;
    return { profile: choice(profile), profiles: [...profiles.values()].map(choice) };
  });
  connection.onRequest(
    FRONT_MATTER_REQUEST,
    async ({ uri, key, value }: { uri: DocumentUri; key: string; value: string }): Promise<FrontMatterEdit | null> => {
      const checked = await session.checked(uri);
      if (checked === undefined) return null;
      const { text, lines, version } = checked;
      const edits = setEntry(text, key, { value });
      return { version, edits: edits.map((edit) => ({ range: toRange(edit.span, lines), newText: edit.text })) };
    },
  );
}

const choice = ({ id, title, answers }: ProfileChoice): ProfileChoice => ({ id, title, answers });
