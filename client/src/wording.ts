import {
  Position,
  QuickPickItemKind,
  SnippetString,
  ThemeIcon,
  Uri,
  ViewColumn,
  commands,
  window,
  workspace,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import type { Checker } from './checker';
import { CLIENT_ID, PAGE_SCHEME, PROFILE_KEY } from './names';
import { isDraftEditor } from './status';

/** See `serve-wordings.ts` of the server. */
const WORDINGS_REQUEST = 'peerRoleCheck/wordings';

interface Wording {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly body: string;
  readonly draft?: DraftKind;
  readonly missing: boolean;
}

type DraftKind = 'job-description' | 'rfr-section' | 'contract-clause' | 'policy';

const KINDS: Readonly<Record<DraftKind, { readonly label: string; readonly icon: string }>> = {
  'job-description': { label: 'Job description', icon: 'person' },
  'rfr-section': { label: 'Section of an RFR response', icon: 'book' },
  'contract-clause': { label: 'Contract clause', icon: 'law' },
  policy: { label: 'Policy', icon: 'shield' },
};

interface WordingItem extends QuickPickItem {
  readonly wording?: Wording;
}

const PREVIEW = { iconPath: new ThemeIcon('open-preview'), tooltip: 'Show it beside the draft' };

/** Offers approved wording, searchable and in groups, and puts the chosen one in at the cursor, with its tab stops. */
export async function insertWording(checker: Checker): Promise<void> {
  const editor = window.activeTextEditor;
  if (!isDraftEditor(editor)) {
    void window.showInformationMessage('Open a Markdown draft first, and put the cursor where the wording should go.');
    return;
  }
  const uri = editor.document.uri.toString();
  const wordings = await checker.ask<readonly Wording[]>(WORDINGS_REQUEST, { uri });
  if (wordings === undefined) return;
  const wording = await pick('Insert approved wording', inGroups(wordings));
  if (wording !== undefined) await insert(editor, wording.body);
}

/** Asks for the kind of draft, and opens a new one with approved wording in it. */
export async function newDraft(checker: Checker): Promise<void> {
  const profile = workspace.getConfiguration(CLIENT_ID).get<string>('profile');
  const wordings = await checker.ask<readonly Wording[]>(WORDINGS_REQUEST, { profile, newDrafts: true });
  if (wordings === undefined) return;
  const kinds = (Object.keys(KINDS) as DraftKind[]).filter((kind) => wordings.some(({ draft }) => draft === kind));
  const kind = await window.showQuickPick(
    kinds.map((id) => ({ label: `$(${KINDS[id].icon}) ${KINDS[id].label}`, id })),
    { title: 'New draft: what should it be?' },
  );
  if (kind === undefined) return;
  const fitting = wordings.filter(({ draft }) => draft === kind.id);
  const wording = await pick(
    `New draft: ${KINDS[kind.id].label.toLowerCase()}`,
    fitting.map((w) => asItem(w)),
  );
  if (wording === undefined) return;
  const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await window.showTextDocument(document);
  // The contract is part of the draft: whoever opens it later reads it the same way.
  const front = profile === undefined ? '' : `---\n${PROFILE_KEY}: ${profile}\n---\n\n`;
  await editor.insertSnippet(new SnippetString(front + wording.body));
}

function inGroups(wordings: readonly Wording[]): WordingItem[] {
  const heading = (label: string): WordingItem => ({ label, kind: QuickPickItemKind.Separator });
  const missing = wordings.filter((wording) => wording.missing);
  const groups = [...new Set(wordings.map(({ group }) => group))];
  return [
    ...(missing.length > 0 ? [heading('Not in this draft yet'), ...missing.map((w) => asItem(w))] : []),
    ...groups.flatMap((group) => {
      const members = wordings.filter((w) => w.group === group && !w.missing);
      return members.length > 0 ? [heading(group), ...members.map((w) => asItem(w))] : [];
    }),
  ];
}

const asItem = (wording: Wording): WordingItem => ({
  label: wording.title,
  detail: wording.description,
  buttons: [PREVIEW],
  wording,
});

/** Lets people choose; the button beside each shows its page and leaves the list open. */
function pick(title: string, items: readonly WordingItem[]): Promise<Wording | undefined> {
  const list = window.createQuickPick<WordingItem>();
  list.title = title;
  list.placeholder = 'Type to search, for example "supervision"';
  list.matchOnDetail = true;
  list.items = items;
  // A page beside it (the walkthrough, a preview) may take the focus, and people look at their draft while they choose.
  list.ignoreFocusOut = true;
  return new Promise((resolve) => {
    list.onDidTriggerItemButton(({ item: { wording } }) => {
      if (wording === undefined) return;
      const page = Uri.from({ scheme: PAGE_SCHEME, path: `/wording/${wording.id}.md` });
      void commands.executeCommand('markdown.showPreviewToSide', page);
    });
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.wording);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** At the cursor where its line is empty, else below its line, with an empty line on either side. */
async function insert(editor: TextEditor, body: string): Promise<void> {
  const { document, selection } = editor;
  const line = document.lineAt(selection.active.line);
  const text = (number: number): string =>
    number >= 0 && number < document.lineCount ? document.lineAt(number).text.trim() : '';
  const before = line.isEmptyOrWhitespace ? (text(line.lineNumber - 1) === '' ? '' : '\n') : '\n\n';
  const after = text(line.lineNumber + 1) === '' ? '' : '\n';
  await window.showTextDocument(document, editor.viewColumn ?? ViewColumn.Active);
  await editor.insertSnippet(
    new SnippetString(before + body.trimEnd() + after),
    new Position(line.lineNumber, line.text.length),
  );
}
