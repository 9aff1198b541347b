import assert from 'node:assert/strict';
import { DocumentLinkRequest, type DocumentLink } from 'vscode-languageserver/node';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import { hoverText, PULL, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';

const builtin = createBuiltinEngine();
const TEXT = `# Peer roles

Peer specialists keep what people say to themselves (CPS Code of Ethics #8).
Dual roles are avoided: principles 10 and 13 of the Code. See also ACCS RFR 7.5(a).
`;
const OPEN = { openPageCommand: 'show' };

describe('citations in a draft', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer(() => builtin)));
  afterEach(() => editor.connection.dispose());

  const said = async (word: string, text = TEXT): Promise<string> => {
    await editor.open(text);
    const lines = text.slice(0, text.indexOf(word)).split('\n');
    return hoverText(await editor.hover(lines.length - 1, lines.at(-1)!.length + 1));
  };

  it('tell what the principle asks, and which limits rest on it', async () => {
    await editor.start(PULL);
    const hover = await said('#8');
    assert.match(hover, /CPS Code of Ethics \(2008\), principle 8: Privacy/);
    assert.match(hover, /Writing notes about people \(our own reading\)/);
    assert.match(hover, /Revised since/);
    assert.equal(hover.includes('principle 10'), false);
  });

  it('tell of each number, and of all of them on the words between', async () => {
    await editor.start(PULL);
    assert.match(await said('13 of'), /principle 13/);
    const all = await said('principles 10');
    assert.match(all, /principle 10:[\s\S]*principle 13:/);
  });

  it('tell what a place in a contract says, and that our account is second-hand', async () => {
    await editor.start(PULL);
    assert.match(await said('ACCS RFR'), /Medication Administration Program[\s\S]*second-hand, items a to c only/);
  });

  it('say where an edition has no such principle, or where it is not known', async () => {
    await editor.start(PULL);
    const none = await said('#17', 'See the CPS Code of Ethics (2015), #12, and #17.\n');
    assert.match(none, /not known here|no principle 17/);
  });

  it('link to the pages of the catalog, where the editor shows them', async () => {
    await editor.start(PULL, { initializationOptions: OPEN });
    await editor.open(TEXT);
    const links = (await editor.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri: URI },
    })) as DocumentLink[];
    assert.deepEqual(
      links.map(({ target }) => decodeURIComponent(target ?? '')),
      [
        'command:show?["code-of-ethics/2008/8.md"]',
        'command:show?["code-of-ethics/2008/10.md"]',
        'command:show?["code-of-ethics/2008/13.md"]',
        'command:show?["contracts/accs-rfr-7.5-a.md"]',
      ],
    );
  });

  it('are no links in other editors', async () => {
    const { capabilities } = await editor.start(PULL);
    assert.equal(capabilities.documentLinkProvider, undefined);
  });
});
