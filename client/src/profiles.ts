import {
  ConfigurationTarget,
  window,
  workspace,
  WorkspaceEdit,
  type QuickPickItem,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { Checker } from './checker';
import { toVsCodeRange, type LspTextEdit } from './edits';
import { CLIENT_ID, EXTENSION_NAME, PROFILE_KEY } from './names';
import { isDraftEditor } from './status';

/* See `serve-draft.ts` of the server. */
const DRAFT_REQUEST = 'peerRoleCheck/draft';
const FRONT_MATTER_REQUEST = 'peerRoleCheck/frontMatter';

interface Profile {
  readonly id: string;
  readonly title: string;
  readonly answers: string;
}

export interface DraftState {
  readonly profile: Profile;
  readonly profiles: readonly Profile[];
}

interface FrontMatterEdit {
  readonly version: number;
  readonly edits: readonly LspTextEdit[];
}

/** How the checker reads an open draft; undefined where it is not checked. */
export const draftState = (checker: Checker, uri: Uri): Promise<DraftState | undefined> =>
  checker.ask<DraftState>(DRAFT_REQUEST, { uri: uri.toString() });

/** Asks which contract a draft answers, and whether to write that into the draft or into the workspace's settings. */
export async function chooseProfile(checker: Checker): Promise<void> {
  const editor = window.activeTextEditor;
  if (!isDraftEditor(editor)) {
    void window.showInformationMessage('Open a Markdown draft first, then choose the contract that it answers.');
    return;
  }
  const { document } = editor;
  const state = await draftState(checker, document.uri);
  if (state === undefined) {
    void window.showInformationMessage(
      `${EXTENSION_NAME} is not checking this draft, so there is no contract to choose.`,
    );
    return;
  }
  // "Any other contract" stands behind those that have a name.
  const isOther = ({ id }: Profile): number => (id === 'general' ? 1 : 0);
  const picked = await window.showQuickPick(
    [...state.profiles]
      .sort((a, b) => isOther(a) - isOther(b))
      .map((profile) => ({
        label: profile.title,
        ...(profile.id === state.profile.id && { description: 'now' }),
        detail: `Answers ${profile.answers}`,
        profile,
      })),
    { title: 'Which contract does this draft answer?', matchOnDetail: true },
  );
  if (picked === undefined) return;
  const inDraft: QuickPickItem = {
    label: 'This draft',
    detail: `Writes "${PROFILE_KEY}: ${picked.profile.id}" at its start, so that everyone reads it the same way`,
  };
  const inWorkspace: QuickPickItem = {
    label: 'All drafts of this workspace that name none',
    detail: 'Writes it into the workspace’s settings',
  };
  const places = workspace.workspaceFolders === undefined ? [inDraft] : [inDraft, inWorkspace];
  const place = places.length === 1 ? inDraft : await window.showQuickPick(places, { title: 'For which drafts?' });
  if (place === inDraft) await writeFrontMatter(checker, document, PROFILE_KEY, picked.profile.id);
  if (place === inWorkspace) {
    const settings = workspace.getConfiguration(CLIENT_ID, document.uri);
    await settings.update('profile', picked.profile.id, ConfigurationTarget.Workspace);
  }
}

/** Writes an entry into a draft's front matter, as one step that can be undone. */
export async function writeFrontMatter(
  checker: Checker,
  document: TextDocument,
  key: string,
  value: string,
): Promise<void> {
  const answer = await checker.ask<FrontMatterEdit>(FRONT_MATTER_REQUEST, { uri: document.uri.toString(), key, value });
  if (answer === undefined || answer.version !== document.version) {
    void window.showInformationMessage('The draft changed in the meantime. Please try again.');
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) edit.replace(document.uri, toVsCodeRange(range), newText);
  await workspace.applyEdit(edit);
}
