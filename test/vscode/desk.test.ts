import * as vscode from 'vscode';
import { fixesAt, holds, marksOf, opened, pause, setting, until } from './editor';

const HEAD = '# Peer Specialist\n\nThe peer specialist will:\n\n';
const TEXT = `${HEAD}- Write progress notes.\n`;

describe('the writer’s desk in VS Code', function () {
  this.timeout(120_000);
  afterEach(async () => {
    await setting('profile', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('puts approved wording in at the cursor, chosen from a list', async () => {
    const { document } = await opened('wording.md', '# Peer team\n\nWho we are.\n');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(2, 3, 2, 3);
    await choose('peerRoleCheck.insertWording', 1);
    await until('the wording', () => (document.getText().length > 200 ? [true] : []));
    holds(document.getText().startsWith('# Peer team\n\nWho we are.\n\n'), document.getText().slice(0, 80));
  });

  it('opens a new draft that names its contract and has a title', async () => {
    await choose('peerRoleCheck.newDraft', 2);
    const [text] = await until('the new draft', () => {
      const { document } = vscode.window.activeTextEditor ?? {};
      return document?.isUntitled === true && document.getText().length > 200 ? [document.getText()] : [];
    });
    holds(/^---\npeer-role-profile: accs\n---\n\n# \S/.test(text!), text!.slice(0, 120));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('reads the draft for the contract that it names', async () => {
    const { uri } = await opened(
      'cbhc.md',
      `---\npeer-role-profile: cbhc\n---\n\n${HEAD}- Document every contact with the member.\n- Administer medication.\n`,
    );
    await until('the mark on the medication', () => marksOf(uri, 'medication-administration'));
    holds(marksOf(uri, 'routine-notes').length === 0, 'the contact record that the contract asks for is marked');
  });

  it('goes from finding to finding, and back to the first', async () => {
    const { uri } = await opened('next.md', `${TEXT}- Walk with people.\n- Administer medication.\n`);
    await until('the marks', () => (marksOf(uri).length >= 2 ? marksOf(uri) : []));
    const lines: number[] = [];
    for (let i = 0; i < 3; i++) {
      await vscode.commands.executeCommand('peerRoleCheck.fixNext');
      lines.push(vscode.window.activeTextEditor!.selection.active.line);
    }
    holds(lines.join() === '4,6,4', lines.join());
  });

  it('leads from a message to the page of its rule', async () => {
    const { uri } = await opened('page.md', TEXT);
    const [mark] = await until('the mark', () => marksOf(uri, 'routine-notes'));
    const { code } = mark!;
    holds(typeof code === 'object' && code.target.scheme === 'command', 'the code is no link');
    const page = vscode.Uri.from({ scheme: 'peer-role-check', path: '/rules/routine-notes.md' });
    const document = await vscode.workspace.openTextDocument(page);
    holds(document.getText().startsWith('# Writing notes about people'), document.getText().slice(0, 80));
    await vscode.commands.executeCommand('peerRoleCheck.openPage', 'rules/routine-notes.md');
    await until('the preview', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.includes('routine-notes')),
    );
    holds(marksOf(page).length === 0, 'a page of the catalog is checked like a draft');
  });

  it('links a citation to its principle', async () => {
    const { uri } = await opened(
      'links.md',
      '# Peer roles\n\nPrivacy is kept (CPS Code of Ethics (2008), principle 8).\n',
    );
    const links = await until('the link', async () =>
      (await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri)).filter(
        ({ target }) => target?.scheme === 'command',
      ),
    );
    holds(decodeURIComponent(links[0]!.target!.query).includes('code-of-ethics/2008/8.md'), String(links[0]!.target));
  });

  it('leaves a finding out with a reason, and takes it back', async () => {
    const { document, uri } = await opened('allow.md', TEXT);
    const [mark] = await until('the mark', () => marksOf(uri, 'routine-notes'));
    const offered = (await fixesAt(uri, mark!.range)).map(({ title }) => title);
    holds(
      offered.some((title) => title.startsWith('Leave this as it is')),
      offered.join(' | '),
    );
    const edit = new vscode.WorkspaceEdit();
    const comment = ' <!-- peer-role-check: allow routine-notes because the contract asks for it -->';
    edit.insert(uri, document.lineAt(4).range.end, comment);
    await vscode.workspace.applyEdit(edit);
    await until('the mark to go', () => (marksOf(uri, 'routine-notes').length === 0 ? [true] : []));
  });

  it('uses an organization’s own files, as soon as they are there', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const own = vscode.Uri.joinPath(folder, '.peer-role-check', 'suppressions.yml');
    const { uri } = await opened('own.md', TEXT);
    await until('the mark', () => marksOf(uri, 'routine-notes'));
    try {
      const text = 'suppressions:\n  - rule: routine-notes\n    because: we answer another contract\n';
      await vscode.workspace.fs.writeFile(own, new TextEncoder().encode(text));
      await until('the mark to go', () => (marksOf(uri, 'routine-notes').length === 0 ? [true] : []));
      await vscode.workspace.fs.writeFile(
        own,
        new TextEncoder().encode('suppressions:\n  - rule: routine-note\n    because: x\n'),
      );
      const [mistake] = await until('the mistake to be marked', () => marksOf(own));
      holds(mistake!.range.start.line === 1, `marked at line ${mistake!.range.start.line}`);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.peer-role-check'), { recursive: true });
    }
    await until('the mark to come back', () => marksOf(uri, 'routine-notes'));
  });
});

/** Runs a command that asks, and takes the first answer each time, as somebody does who presses Enter. */
async function choose(command: string, answers: number): Promise<void> {
  const done = vscode.commands.executeCommand(command);
  for (let i = 0; i < answers; i++) {
    await pause(1500);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await done;
}
