import * as vscode from 'vscode';
import { canceledIsNothing, holds, marksOf, opened, pause, replace, setting, until } from './editor';

const BREACH = '# Peer Specialist\n\nThe peer specialist will:\n\n- Administer medication to residents.\n';
const DUTY = '- Administer medication to residents.';
const SOUND = '- Sit with residents who want company.';
const RULE = 'medication-administration';
/** For the first mark: VS Code itself, the extension and its checker have to start. */
const START = 90_000;
/** Long enough for a check that would find something to have found it. */
const SETTLED = 2_500;

describe('Peer Role Check in VS Code', function () {
  this.timeout(120_000);

  before(async () => {
    const { uri } = await opened('first.md', BREACH);
    await until('the first mark of all', () => marksOf(uri), START);
  });
  afterEach(async () => {
    await setting('enable', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('marks a duty that a peer role must not have, and takes the mark away when the duty is gone', async () => {
    const { document, uri } = await opened('duty.md', BREACH);
    const [mark] = await until('the mark', () => marksOf(uri, RULE));
    holds(document.getText(mark!.range).includes('edication'), `marked: "${document.getText(mark!.range)}"`);

    await replace(document, DUTY, SOUND);
    await until('the mark to go', () => (marksOf(uri, RULE).length === 0 ? [true] : []));
  });

  it('marks a duty while it is being written', async () => {
    const { document, uri } = await opened('writing.md', BREACH.replace(DUTY, SOUND));
    await pause(SETTLED);
    holds(marksOf(uri, RULE).length === 0, 'a sound duty is marked');

    await replace(document, SOUND, DUTY);
    await until('the mark', () => marksOf(uri, RULE));
  });

  it('says in the hover what the limit is about and where it is written', async () => {
    const { uri } = await opened('hover.md', BREACH);
    const [mark] = await until('the mark', () => marksOf(uri, RULE));
    const text = await until('a hover', async () => {
      const hovers = await canceledIsNothing(
        vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, mark!.range.start),
      );
      return hovers.flatMap((hover) => hover.contents.map((part) => (typeof part === 'string' ? part : part.value)));
    });
    const said = text.join('\n');
    holds(/medication/i.test(said), `the hover does not name medication: ${said}`);
    holds(/ACCS|RFI|DMH|MassHealth|transformation|contract/i.test(said), `the hover names no source: ${said}`);
  });

  it('leaves files alone that are not Markdown', async () => {
    const { uri } = await opened('duty.txt', BREACH);
    const markdown = await opened('beside.md', BREACH);
    await until('the mark in the Markdown file', () => marksOf(markdown.uri, RULE));
    await pause(SETTLED);
    holds(marksOf(uri).length === 0, 'the text file has a mark');
  });

  it('takes its marks away when it is switched off, and puts them back', async () => {
    const { uri } = await opened('switch.md', BREACH);
    await until('the mark', () => marksOf(uri, RULE));
    await setting('enable', false);
    await until('the marks to go', () => (marksOf(uri).length === 0 ? [true] : []));
    await setting('enable', undefined);
    await until('the mark to come back', () => marksOf(uri, RULE));
  });
});
