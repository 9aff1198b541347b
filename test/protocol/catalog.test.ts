import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { allPages, catalogPage, principlePage, rulePage, START_PAGE } from '../../server/src/features/catalog/pages';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import { hoverText, PULL, type Editor } from './editor';
import { editorWithServer } from './in-process';
import { knowledge as sample } from './sample';

const { knowledge } = createBuiltinEngine().engine;

describe('the catalog', () => {
  it('has a page for every rule, principle and contract reference', () => {
    const pages = allPages(knowledge);
    for (const id of knowledge.rules.keys()) assert.ok(pages.includes(rulePage(id)), id);
    assert.equal(pages.filter((page) => page.startsWith('code-of-ethics/2008/')).length, 14);
    assert.equal(pages.filter((page) => page.startsWith('contracts/')).length, knowledge.references.size);
  });

  it('has no link that leads nowhere', () => {
    const pages = new Set(allPages(knowledge));
    for (const page of pages) {
      const text = catalogPage(page, knowledge);
      assert.ok(text !== undefined && text.startsWith('# '), page);
      const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => posix.join(posix.dirname(page), to!));
      assert.ok(links.length > 0, `${page} is a dead end`);
      for (const to of links) assert.ok(pages.has(to), `${page} links to ${to}`);
    }
  });

  it('tells of a principle what it asks, which limits rest on it, and what to know before citing it', () => {
    const page = catalogPage(principlePage('2008', 8), knowledge) ?? '';
    assert.match(page, /^# Principle 8: Privacy/);
    assert.match(page, /rules\/routine-notes\.md\): our own reading/);
    assert.match(page, /Revised since/);
    assert.match(catalogPage(principlePage('2015', 10), knowledge) ?? '', /as the source says/);
  });

  it('says of the ACCS contract that our account is second-hand', () => {
    assert.match(catalogPage('contracts/accs-rfr-7.5.md', knowledge) ?? '', /second-hand/);
  });

  it('shows the words of an edition that an organization holds', () => {
    const [edition] = knowledge.editions.values();
    const own = { ...edition!, id: 'ours', principles: [{ ...edition!.principles[0]!, text: 'Word for *word*.' }] };
    const page = catalogPage('code-of-ethics/ours/1.md', { ...knowledge, editions: new Map([['ours', own]]) });
    assert.ok(page?.includes('> Word for \\*word\\*.'));
  });

  for (const path of ['', 'rules/none.md', 'code-of-ethics/2008/15.md', 'code-of-ethics/1999.md', '../package.json']) {
    it(`has no page "${path}"`, () => assert.equal(catalogPage(path, knowledge), undefined));
  }
});

describe('pages in an editor', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer()));
  afterEach(() => editor.connection.dispose());
  const ask = (params: unknown) => editor.connection.sendRequest('peerRoleCheck/page', params);
  const RULE = [...sample.rules.keys()][0]!;
  const LINK = `command:show.page?${encodeURIComponent(JSON.stringify([rulePage(RULE)]))}`;

  it('are handed out, and null for what there is not', async () => {
    await editor.start(PULL);
    assert.match(((await ask({ path: START_PAGE })) as { text: string }).text, /^# What Peer Role Check knows/);
    for (const odd of [{ path: 'x.md' }, { path: 7 }, {}]) assert.equal(await ask(odd), null);
  });

  it('are linked from a message’s code and from its hover, where the editor has a command for it', async () => {
    await editor.start(PULL, { initializationOptions: { openPageCommand: 'show.page' } });
    await editor.open('Administer medication');
    const [mark] = await editor.marks();
    assert.deepEqual(mark?.codeDescription, { href: LINK });
    assert.ok(hoverText(await editor.hover(0, 2)).endsWith(`[More about this limit](${LINK})`));
  });

  it('are not linked in other editors', async () => {
    await editor.start(PULL);
    await editor.open('Administer medication');
    const [mark] = await editor.marks();
    assert.equal(mark?.codeDescription, undefined);
    assert.equal(hoverText(await editor.hover(0, 2)).includes('More about'), false);
  });
});
