import { Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Checker } from './checker';
import { toVsCodeRange, type LspTextEdit } from './edits';
import { OWN_FOLDER } from './names';

/** See `serve-allow.ts` of the server. */
const ALLOW_REQUEST = 'peerRoleCheck/allow';

/** What the lightbulb calls the command with: `AllowArguments` of the server. */
interface AllowArguments {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  readonly title: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly scope: 'here' | 'draft' | 'workspace';
}

interface AllowEdit {
  readonly edits: readonly LspTextEdit[];
  readonly file?: string;
}

const WHERE: Readonly<Record<AllowArguments['scope'], string>> = {
  here: 'this sentence',
  draft: 'this draft',
  workspace: 'all drafts of this workspace',
};

/** Asks why a finding is to be left out, and writes that down where everybody can read it. */
export async function allow(checker: Checker, argument: unknown): Promise<void> {
  if (!isAllowArguments(argument)) return;
  const { scope, title } = argument;
  const reason = await window.showInputBox({
    title: `Leave out “${title}” in ${WHERE[scope]}`,
    prompt: 'Why is it right here? The reason is kept with the draft, and shown in every report.',
    placeHolder: 'for example: the contract asks for contact records',
    validateInput: (value) =>
      value.trim() === '' ? 'Write a few words, or press Escape to leave it underlined.' : undefined,
  });
  if (reason === undefined) return;
  if (scope === 'workspace') await inWorkspace(checker, argument, reason);
  else await inDraft(checker, argument, reason);
}

async function inDraft(checker: Checker, argument: AllowArguments, reason: string): Promise<void> {
  const answer = await checker.ask<AllowEdit>(ALLOW_REQUEST, { ...argument, reason });
  if (answer === undefined) {
    void window.showInformationMessage('The draft changed in the meantime. Please try again.');
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) edit.replace(Uri.parse(argument.uri), toVsCodeRange(range), newText);
  await workspace.applyEdit(edit);
}

async function inWorkspace(checker: Checker, argument: AllowArguments, reason: string): Promise<void> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(argument.uri));
  if (folder === undefined) {
    void window.showInformationMessage('This draft is in no folder of the workspace. Open its folder first.');
    return;
  }
  const place = Uri.joinPath(folder.uri, OWN_FOLDER, 'suppressions.yml');
  const file = await Promise.resolve(workspace.fs.readFile(place)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined, // there is none yet
  );
  const answer = await checker.ask<AllowEdit>(ALLOW_REQUEST, { ...argument, reason, file });
  if (answer?.file === undefined) return;
  await workspace.fs.writeFile(place, new TextEncoder().encode(answer.file));
  window.setStatusBarMessage(`Written to ${OWN_FOLDER}/suppressions.yml`, 5000);
}

function isAllowArguments(value: unknown): value is AllowArguments {
  return typeof value === 'object' && value !== null && 'rule' in value && 'scope' in value && 'uri' in value;
}
