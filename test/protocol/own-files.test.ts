import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KnowledgeFile } from '../../server/src/engine/knowledge/types';
import { nearestOwnFiles, ownFilesOfWorkspace } from '../../server/src/host/own-files';
import type { LoadedEngine } from '../../server/src/protocol/engines';
import { OWN_FILES } from '../../server/src/protocol/serve-own-files';
import { PULL, until, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';
import { finding, sampleEngine } from './sample';

/* Finds "OWN" where it has files of its own; takes a file with "bad" in it for a mistake on line 2. */
const load = (own: readonly KnowledgeFile[] = []): LoadedEngine => ({
  engine: {
    ...sampleEngine,
    check: (text, options) => ({
      ...sampleEngine.check('', options),
      findings: own.length > 0 && text.includes('OWN') ? [finding(0, 3, { message: own[0]!.text })] : [],
    }),
  },
  errors: own.filter(({ text }) => text === 'bad').map(({ path }) => ({ path, line: 2, message: 'Not like this.' })),
});

const FOLDER = 'file:///drafts';
const pack = (text: string, folder = FOLDER) => ({ packs: [{ folder, files: [{ path: 'our file.yml', text }] }] });

describe('an organization’s own files', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer(load)));
  afterEach(() => editor.connection.dispose());
  const said = async (uri = URI) => (await editor.marks(uri)).map(({ message }) => message);

  it('are used for drafts in their folder, and for no others', async () => {
    await editor.start(PULL, { initializationOptions: { ownFiles: pack('ours') } });
    await editor.open('OWN');
    await editor.open('OWN', 'file:///elsewhere/a.md');
    await editor.open('OWN', 'file:///drafts-2/a.md');
    assert.deepEqual(await said(), ['ours']);
    assert.deepEqual(await said('file:///elsewhere/a.md'), []);
    assert.deepEqual(await said('file:///drafts-2/a.md'), []);
  });

  it('of the innermost folder count', async () => {
    const packs = [...pack('outer', 'file:///').packs, ...pack('inner').packs];
    await editor.start(PULL, { initializationOptions: { ownFiles: { packs } } });
    await editor.open('OWN');
    assert.deepEqual(await said(), ['inner']);
  });

  it('count anew when they change, and the editor is told to ask again', async () => {
    await editor.start(PULL, { initializationOptions: { ownFiles: { packs: [] } } });
    await editor.open('OWN');
    assert.deepEqual(await said(), []);
    const refreshes = editor.refreshes;
    await editor.connection.sendNotification(OWN_FILES, pack('new'));
    await until('the refresh', () => editor.refreshes > refreshes);
    assert.deepEqual(await said(), ['new']);
  });

  it('with mistakes are marked at their line, until they are mended', async () => {
    await editor.start(PULL, { initializationOptions: { ownFiles: pack('bad') } });
    const uri = 'file:///drafts/.peer-role-check/our%20file.yml';
    const { diagnostics } = await until('the mark', () => editor.published.find((p) => p.uri === uri));
    assert.deepEqual(
      diagnostics.map(({ message, range }) => [message, range.start.line]),
      [['Not like this.', 1]],
    );
    await editor.connection.sendNotification(OWN_FILES, pack('mended'));
    await until('no mark', () => editor.published.some((p) => p.uri === uri && p.diagnostics.length === 0));
  });

  for (const odd of [7, { packs: 'x' }, { packs: [{ folder: 1 }, { folder: FOLDER, files: [{ path: 1 }] }] }]) {
    it(`of an odd shape are passed over: ${JSON.stringify(odd)}`, async () => {
      await editor.start(PULL, { initializationOptions: { ownFiles: odd } });
      await editor.open('OWN');
      assert.deepEqual(await said(), []);
    });
  }
});

describe('an organization’s own files on a disk', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'own-'));
    mkdirSync(join(root, '.peer-role-check', 'folder.yml'), { recursive: true });
    mkdirSync(join(root, 'a', 'b'), { recursive: true });
    writeFileSync(join(root, '.peer-role-check', 'z.yml'), 'z: 1');
    writeFileSync(join(root, '.peer-role-check', 'a.yaml'), 'a: 1');
    writeFileSync(join(root, '.peer-role-check', 'notes.txt'), '');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const FILES = [
    { path: 'a.yaml', text: 'a: 1' },
    { path: 'z.yml', text: 'z: 1' },
  ];

  it('are found from a folder below', () => {
    assert.deepEqual(nearestOwnFiles(join(root, 'a', 'b')), { root, files: FILES });
    assert.deepEqual(nearestOwnFiles(root), { root, files: FILES });
  });

  it('are read for a workspace folder, and not for one that is elsewhere', () => {
    assert.deepEqual(ownFilesOfWorkspace(pathToFileURL(root).href), FILES);
    assert.deepEqual(ownFilesOfWorkspace(pathToFileURL(join(root, 'a')).href), []);
    assert.deepEqual(ownFilesOfWorkspace('vscode-vfs://github/a/b'), []);
  });

  it('are read by a server whose client does not hand them over, and again when they change', async () => {
    const editor = editorWithServer(load, ownFilesOfWorkspace);
    try {
      const workspaceFolders = [{ uri: pathToFileURL(root).href, name: 'drafts' }];
      await editor.start(
        { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } }, ...PULL },
        { workspaceFolders },
      );
      const uri = pathToFileURL(join(root, 'a', 'x.md')).href;
      await editor.open('OWN', uri);
      assert.deepEqual((await editor.marks(uri))[0]?.message, 'a: 1');
      writeFileSync(join(root, '.peer-role-check', 'a.yaml'), 'a: 2');
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
      assert.deepEqual((await editor.marks(uri))[0]?.message, 'a: 2');
    } finally {
      editor.connection.dispose();
    }
  });
});
