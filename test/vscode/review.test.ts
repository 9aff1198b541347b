import * as vscode from 'vscode';
import { holds, marksOf, opened, until } from './editor';

const BREACH = '# Peer Specialist\n\nThe peer specialist will:\n\n- Administer medication to residents.\n';
const SOUND = '# Peer Specialist\n\nThe peer specialist will:\n\n- Sit with residents who want company.\n';
const RULE = 'medication-administration';

describe('the review of a folder in VS Code', function () {
  this.timeout(120_000);
  let folder: vscode.Uri;
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));

  before(async () => {
    folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'response');
    await write('staffing.md', BREACH);
    await write('job.markdown', BREACH);
    await write('sound.md', SOUND);
    await write('notes.txt', BREACH);
  });
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('lists what is in drafts that are not open, and in nothing else', async () => {
    await vscode.commands.executeCommand('peerRoleCheck.reviewFolder', folder);
    for (const name of ['staffing.md', 'job.markdown']) await until(name, () => marksOf(file(name), RULE));
    holds(marksOf(file('sound.md'), RULE).length === 0, 'a sound draft is marked');
    holds(marksOf(file('notes.txt')).length === 0, 'a text file is marked');
  });

  it('keeps the list fresh when a draft changes, and shows nothing twice when it is opened', async () => {
    await write('staffing.md', SOUND);
    await until('the mark to go', () => (marksOf(file('staffing.md'), RULE).length === 0 ? [true] : []));
    const { uri } = await opened('response/job.markdown', BREACH);
    await until('the mark', () => marksOf(uri, RULE));
    await until('one mark alone', () => (marksOf(uri, RULE).length === 1 ? [true] : []));
  });

  it('makes a memo of it, shown in the preview and not checked itself', async () => {
    // The message that offers to save it stays until somebody answers.
    void vscode.commands.executeCommand('peerRoleCheck.writeMemo', folder);
    await until('the preview', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ label }) => label.includes('Review of response')),
    );
    const page = { scheme: 'peer-role-check-memo', path: '/Review of response.md', query: folder.toString() };
    const memo = await vscode.workspace.openTextDocument(vscode.Uri.from(page));
    holds(/Administer medication/.test(memo.getText()), 'the memo does not quote what was found');
    holds(marksOf(memo.uri).length === 0, 'the memo is checked like a draft');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
