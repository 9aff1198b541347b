import { Uri, ViewColumn, window, workspace } from 'vscode';

/** Comes with the extension; `.vscodeignore` lets it in. */
const EXAMPLE = ['examples', 'job-description.md'];

/**
 * Opens a copy of an example draft as a new file that is not saved yet, so that people can change what they like.
 *
 * @param extension the folder of the extension; in the browser it is at an address, not on a disk
 * @param place `beside` opens it beside what is shown now: the walkthrough says so, to stay in view
 */
export async function openExample(extension: Uri, place: unknown): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, ...EXAMPLE));
  const content = new TextDecoder().decode(bytes);
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document, place === 'beside' ? ViewColumn.Beside : ViewColumn.Active);
}
