import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import type { CheckedFiles, ReviewParams, ReviewText } from '../../server/src/protocol/serve-review';
import { hoverText, PULL, type Editor } from './editor';
import { editorWithServer } from './in-process';

const builtin = createBuiltinEngine();
const BREACH = '# Peer Specialist\n\nThe peer specialist will:\n\n- Administer medication to residents.\n';
const files = [
  { uri: 'file:///response/a%20b.md', text: BREACH },
  { uri: 'file:///response/staff/c.md', text: '# Nurse\n\nThe nurse administers medication.\n' },
];

describe('the review of a folder', function () {
  this.timeout(30_000);
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer(() => builtin)));
  afterEach(() => editor.connection.dispose());

  it('finds in drafts that are not open what it finds in open ones', async () => {
    await editor.start(PULL);
    const { files: checked } = await editor.connection.sendRequest<CheckedFiles>('peerRoleCheck/checkFiles', { files });
    await editor.open(BREACH);
    const marks = await editor.marks();
    assert.deepEqual(
      checked[0]?.diagnostics.map(({ message, range }) => [message, range]),
      marks.map(({ message, range }) => [message, range]),
    );
    assert.equal(checked[1]?.uri, files[1]?.uri);
    assert.equal(
      checked[1]?.diagnostics.some(({ code }) => code === 'medication-administration'),
      false,
    );
  });

  it('counts the settings of each draft', async () => {
    await editor.start(PULL, { initializationOptions: { profile: 'hcbs-ny' } });
    const { files: checked } = await editor.connection.sendRequest<CheckedFiles>('peerRoleCheck/checkFiles', { files });
    const mark = checked[0]?.diagnostics.find(({ code }) => code === 'medication-administration');
    assert.equal(mark?.severity, 3);
  });

  it('writes a memo, as Markdown that is no draft itself, and as a page', async () => {
    await editor.start(PULL);
    const ask = (format: string) =>
      editor.connection.sendRequest<{ text: string }>('peerRoleCheck/review', {
        folder: 'file:///response',
        files,
        format,
      });
    const { text } = await ask('md');
    assert.match(text, /a b\.md/);
    assert.match(text, /Administer medication/);
    await editor.open(text);
    assert.deepEqual(await editor.marks(), []);
    assert.equal(hoverText(await editor.hover(0, 0)), '');
    assert.match((await ask('html')).text, /^<!doctype html>/i);
    const saved = [...files, { uri: 'file:///response/review-memo.md', text }];
    const { files: checked } = await editor.connection.sendRequest<CheckedFiles>('peerRoleCheck/checkFiles', {
      files: saved,
    });
    assert.deepEqual(
      checked.map(({ uri }) => uri),
      files.map(({ uri }) => uri),
    );
  });

  it('answers while drafts are being read', async () => {
    await editor.start(PULL);
    await editor.open('Hello.');
    const many = Array.from({ length: 20 }, (_, i) => ({ uri: `file:///response/${i}.md`, text: BREACH.repeat(5) }));
    let done = false;
    const all = editor.connection.sendRequest('peerRoleCheck/checkFiles', { files: many }).then(() => (done = true));
    await editor.marks();
    assert.equal(done, false, 'the open draft had to wait for all the others');
    await all;
  });

  it('has nothing to say on drafts for which checking is turned off', async () => {
    await editor.start(PULL, { initializationOptions: { enable: false } });
    const { files: checked } = await editor.connection.sendRequest<CheckedFiles>('peerRoleCheck/checkFiles', { files });
    assert.deepEqual(
      checked.map(({ diagnostics }) => diagnostics),
      [[], []],
    );
    const params: ReviewParams = { files, format: 'md' };
    const { text } = await editor.connection.sendRequest<ReviewText>('peerRoleCheck/review', params);
    assert.match(text, /There was no draft to read\./);
  });

  it('names drafts as they stand below the folder, and the day that it is given', async () => {
    await editor.start(PULL);
    const params: ReviewParams = { folder: 'file:///response/', files, format: 'md', date: '2026-02-03' };
    const { text } = await editor.connection.sendRequest<ReviewText>('peerRoleCheck/review', params);
    assert.match(text, /^3 February 2026\./m);
    assert.match(text, /^\| staff\/c\.md \|/m);
    const elsewhere = { ...params, folder: 'file:///other' };
    assert.match(
      (await editor.connection.sendRequest<ReviewText>('peerRoleCheck/review', elsewhere)).text,
      /^\| c\.md \|/m,
    );
  });

  it('stops when it is told to', async () => {
    await editor.start(PULL);
    const many = Array.from({ length: 20 }, (_, i) => ({ uri: `file:///response/${i}.md`, text: BREACH.repeat(5) }));
    for (const request of ['peerRoleCheck/checkFiles', 'peerRoleCheck/review']) {
      const source = new CancellationTokenSource();
      const answer = editor.connection.sendRequest(request, { files: many, format: 'md' }, source.token);
      source.cancel();
      await assert.rejects(answer, /Stopped/);
    }
  });
});

describe('the review of a folder, with drafts that the checker cannot digest', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer()));
  afterEach(() => editor.connection.dispose());
  const files = [
    { uri: 'file:///response/a.md', text: 'CHOKE' },
    { uri: 'file:///response/b.md', text: 'Administer medication' },
  ];

  it('reads the others, and says which it could not read', async () => {
    await editor.start(PULL);
    const { files: checked } = await editor.connection.sendRequest<CheckedFiles>('peerRoleCheck/checkFiles', { files });
    assert.deepEqual(
      checked.map(({ uri, diagnostics }) => [uri, diagnostics.length]),
      [
        ['file:///response/a.md', 0],
        ['file:///response/b.md', 1],
      ],
    );
    const params: ReviewParams = { folder: 'file:///response', files, format: 'md' };
    const { text } = await editor.connection.sendRequest<ReviewText>('peerRoleCheck/review', params);
    assert.match(text, /\(1 more file could not be read\)/);
    assert.match(text, /\*\*Not read:\*\* a\.md\. /);
    assert.ok(editor.logged.some((line) => line.includes('choked')));
  });
});
