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

  it('say of the Code without a number which edition is in use, and how much of it is known', async () => {
    await editor.start(PULL, { initializationOptions: OPEN });
    const named = '# Peer roles\n\nPeer specialists keep to the CPS Code of Ethics.\n';
    const hover = await said('CPS Code', named);
    assert.match(hover, /\*\*CPS Code of Ethics \(2008\)\*\*/);
    assert.match(hover, /names no edition at this place/);
    assert.match(hover, /All of its 14 principles are known here\./);
    assert.match(hover, /Revised since/);
    const link = /\[Show its principles\]\(command:show\?([^)]*)\)/.exec(hover)?.[1] ?? '';
    assert.equal(decodeURIComponent(link), '["code-of-ethics/2008.md"]');
  });

  it('say so of the edition that the front matter or the words themselves name, and of one that is not known', async () => {
    await editor.start(PULL);
    const chosen = '---\ncode-of-ethics: "2015"\n---\n\n# Peer roles\n\nAll keep to the Code of Ethics.\n';
    assert.match(await said('Code of', chosen), /2015, as cited in 2017[\s\S]*only in part: principles 7, 10\./);
    editor.connection.dispose();
    editor = editorWithServer(() => builtin);
    await editor.start(PULL);
    const two = '# Peer roles\n\nThe CPS Code of Ethics (2008) is kept, and not the CPS Code of Ethics (2013).\n';
    const first = await said('CPS Code of Ethics (2008)', two);
    assert.match(first, /All of its 14 principles/);
    assert.doesNotMatch(first, /names no edition/);
    const second = hoverText(await editor.hover(2, two.split('\n')[2]!.indexOf('(2013)') - 3));
    assert.match(second, /edition of 2013 is not known here\.[\s\S]*Known here: CPS Code of Ethics \(2008\)/);
  });

  it('say nothing of another body’s code, of the Code where New York’s is meant, or beside a number', async () => {
    await editor.start(PULL);
    const foreign = '# Peer roles\n\nSocial workers keep to the NASW Code of Ethics.\n';
    await editor.open(foreign);
    assert.equal(await editor.hover(2, 30), null);
    await editor.change(2, [
      { text: '---\npeer-role-profile: hcbs-ny\n---\n\n# Peer roles\n\nPeers keep to the Code of Ethics.\n' },
    ]);
    assert.equal(await editor.hover(6, 22), null);
    await editor.change(3, [{ text: 'Peers keep to the CPS Code of Ethics #8.\n' }]);
    assert.match(hoverText(await editor.hover(0, 22)), /principle 8: Privacy/);
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
