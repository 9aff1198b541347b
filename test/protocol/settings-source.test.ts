import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver';
import { PULL, PUSH, pause, until, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';

const BREACH = '# Peer Specialist\n\n- Administer medication. PROFILE.\n';
const ASKED: ClientCapabilities['workspace'] = {
  configuration: true,
  didChangeConfiguration: { dynamicRegistration: true },
};
const PULL_ASKED: ClientCapabilities = { ...PULL, workspace: { ...PULL.workspace, ...ASKED } };

describe('settings of an editor', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer()));
  afterEach(() => editor.connection.dispose());
  const profileRead = async (uri = URI) => (await editor.marks(uri)).at(-1)?.message;

  describe('that can be asked', () => {
    it('are asked for by draft, once', async () => {
      editor.configuration = { peerRoleCheck: { profile: 'second' } };
      await editor.start(PULL_ASKED);
      await editor.open(BREACH);
      await editor.open(BREACH, 'file:///b.md');
      await Promise.all([editor.marks(), editor.marks(), editor.hover(0, 0), editor.marks('file:///b.md')]);
      assert.deepEqual(editor.asked, [
        { scopeUri: URI, section: 'peerRoleCheck' },
        { scopeUri: 'file:///b.md', section: 'peerRoleCheck' },
      ]);
      assert.equal(await profileRead(), 'second');
    });

    it('count as soon as they change, and the editor is told to ask again', async () => {
      await editor.start(PULL_ASKED);
      await until('the registration', () => editor.registered.includes('workspace/didChangeConfiguration'));
      await editor.open(BREACH);
      const { resultId } = await editor.pull();
      editor.configuration = { peerRoleCheck: { enable: false } };
      await editor.configure(null);
      await until('the refresh', () => editor.refreshes === 1);
      const report = await editor.pull(resultId);
      assert.ok(report.kind === 'full' && report.items.length === 0);
      assert.equal(await editor.hover(2, 4), null);
      editor.configuration = {};
      await editor.configure(null);
      await until('the refresh', () => editor.refreshes === 2);
      assert.equal((await editor.marks()).length, 2);
    });

    it('are "unchanged" after a change that does not matter', async () => {
      await editor.start(PULL_ASKED);
      await editor.open(BREACH);
      const { resultId } = await editor.pull();
      await editor.configure(null);
      assert.equal((await editor.pull(resultId)).kind, 'unchanged');
    });

    it('are reported once where the profile is unknown, and the default is used', async () => {
      editor.configuration = { peerRoleCheck: { profile: 'cbch' } };
      await editor.start(PULL_ASKED);
      await editor.open(BREACH);
      await editor.open(BREACH, 'file:///b.md');
      assert.equal(await profileRead(), 'accs');
      assert.equal(await profileRead('file:///b.md'), 'accs');
      const lines = editor.logged.filter((line) => line.includes('"cbch"'));
      assert.equal(lines.length, 1, editor.logged.join('\n'));
      assert.match(lines[0] ?? '', /"accs" is used/);
    });

    it('are the defaults where the editor fails to answer', async () => {
      await editor.start(PULL_ASKED);
      editor.connection.onRequest('workspace/configuration', () => {
        throw new Error('not today');
      });
      await editor.open(BREACH);
      assert.equal(await profileRead(), 'accs');
      assert.ok(
        editor.logged.some((line) => line.includes('not today')),
        editor.logged.join('\n'),
      );
    });

    it('are sent anew to editors that are sent their diagnostics', async () => {
      await editor.start({ ...PUSH, workspace: ASKED });
      await editor.open(BREACH);
      await until('the marks', () => editor.published.at(-1)?.diagnostics.length === 2);
      editor.configuration = { peerRoleCheck: { enable: false } };
      await editor.configure(null);
      await until('the marks to go', () => editor.published.at(-1)?.diagnostics.length === 0);
    });
  });

  describe('that cannot be asked', () => {
    it('come with its start', async () => {
      await editor.start(PULL, { initializationOptions: { profile: 'second' } });
      await editor.open(BREACH);
      assert.equal(await profileRead(), 'second');
      assert.deepEqual(editor.asked, []);
      assert.deepEqual(editor.registered, []);
    });

    it('come with a change', async () => {
      await editor.start(PULL, { initializationOptions: { peerRoleCheck: { profile: 'second' } } });
      await editor.open(BREACH);
      await editor.configure({ peerRoleCheck: { enable: false } });
      assert.deepEqual(await editor.marks(), []);
      await editor.configure({ peerRoleCheck: {} });
      assert.equal(await profileRead(), 'accs');
    });

    it('do not make it ask again if it cannot', async () => {
      await editor.start({ textDocument: PULL.textDocument! });
      await editor.configure({ enable: false });
      await pause(50);
      assert.equal(editor.refreshes, 0);
    });
  });
});
