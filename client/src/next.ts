import { commands, Selection, window, type Diagnostic, type TextEditor } from 'vscode';
import { EXTENSION_NAME } from './names';
import { findingsOf } from './status';

/** Until the window has come to rest, in milliseconds. */
const SETTLED = 400;

/**
 * Puts the cursor on the next finding behind it, on the first one after the last, and opens the list of fixes there. Works
 * from a list or a page beside the draft too: then the draft that is shown is meant.
 */
export async function fixNext(): Promise<void> {
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find((shown) => findingsIn(shown).length > 0);
  const next = editor && nextFinding(editor);
  if (editor === undefined || next === undefined) {
    window.setStatusBarMessage(`${EXTENSION_NAME}: nothing to review in this draft.`, 5000);
    return;
  }
  const show = (): Thenable<TextEditor> => window.showTextDocument(editor.document, editor.viewColumn);
  const shown = await show();
  shown.selection = new Selection(next.range.start, next.range.start);
  shown.revealRange(next.range);
  // The page of the walkthrough takes the focus back when it marks its step as done, and the list of fixes would close.
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  await show();
  await commands.executeCommand('editor.action.quickFix');
}

function nextFinding(editor: TextEditor): Diagnostic | undefined {
  const all = findingsIn(editor);
  return all.find(({ range }) => range.start.isAfter(editor.selection.active)) ?? all[0];
}

const findingsIn = ({ document }: TextEditor): Diagnostic[] =>
  findingsOf(document.uri).sort((a, b) => a.range.start.compareTo(b.range.start));
