import assert from 'node:assert/strict';
import { hoverText, PULL, PUSH, until, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';
import { knowledge, sampleEngine } from './sample';

const BREACH = '# Peer Specialist\n\n- Administer medication.\n';
const fix = [{ range: { start: { line: 2, character: 2 }, end: { line: 2, character: 12 } }, text: 'Talk about' }];

describe('server', () => {
  let editor: Editor;
  const started = async (...args: Parameters<Editor['start']>) => {
    editor = editorWithServer();
    return editor.start(...args);
  };
  afterEach(() => editor.connection.dispose());

  describe('for editors that ask for diagnostics', () => {
    beforeEach(() => started(PULL));

    it('answers with a result id, then "unchanged" until the text changes', async () => {
      await editor.open(BREACH);
      const first = await editor.pull();
      assert.ok(first.kind === 'full' && first.resultId !== undefined);
      assert.equal(first.items.length, 1);
      assert.deepEqual(await editor.pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await editor.change(2, fix);
      const second = await editor.pull(first.resultId);
      assert.ok(second.kind === 'full' && second.resultId !== first.resultId);
      assert.deepEqual(second.items, []);
    });

    it('never calls a draft unchanged that was closed and opened anew', async () => {
      await editor.open(BREACH);
      const { resultId } = await editor.pull();
      await editor.close();
      await editor.open('# Nothing\n');
      assert.equal((await editor.pull(resultId)).kind, 'full');
    });

    it('says nothing of drafts that are not open', async () => {
      assert.deepEqual(await editor.marks(), []);
      assert.equal(await editor.hover(0, 0), null);
    });

    it('answers for the newest text, however fast it comes', async () => {
      await editor.open(BREACH);
      const answers = [editor.marks()];
      for (let version = 2; version < 20; version++) {
        void editor.change(version, [{ text: BREACH.repeat(version) }]);
        answers.push(editor.marks());
      }
      const counts = (await Promise.all(answers)).map((marks) => marks.length);
      assert.equal(counts.at(-1), 19);
    });

    it('lets go of a request that is taken back', async () => {
      await editor.open(BREACH);
      await assert.rejects(editor.pullAndCancel(), { code: -32800 });
      assert.equal((await editor.marks()).length, 1);
    });

    it('hovers', async () => {
      await editor.open(BREACH);
      assert.match(hoverText(await editor.hover(2, 4)), /\*\*Giving medication\*\*/);
      assert.equal(await editor.hover(0, 4), null);
      await editor.change(2, fix);
      assert.equal(await editor.hover(2, 4), null);
    });

    it('survives an engine that fails, with a line in the log, and reads the next version', async () => {
      await editor.open('CHOKE');
      assert.deepEqual(await editor.marks(), []);
      assert.equal(await editor.hover(0, 0), null);
      const lines = editor.logged.filter((line) => line.includes('choked') && line.includes(URI));
      assert.equal(lines.length, 1, editor.logged.join('\n'));
      await editor.change(2, [{ text: BREACH }]);
      assert.equal((await editor.marks()).length, 1);
    });

    it('shows what was found where a stage has failed, with one line in the log', async () => {
      await editor.open(`${BREACH}\nSTUMBLE\n`);
      assert.equal((await editor.marks()).length, 1);
      assert.notEqual(await editor.hover(2, 4), null);
      const lines = editor.logged.filter((line) => line.includes('stumbled') && line.includes(URI));
      assert.equal(lines.length, 1, editor.logged.join('\n'));
      assert.match(lines[0]!, /A mistake in the checker: .* Everything else was\./);
    });

    it('survives requests that make no sense', async () => {
      await editor.open(BREACH);
      const send = (method: string, params?: object) => editor.connection.sendRequest(method, params);
      await assert.rejects(send('textDocument/hover', {}));
      await assert.rejects(send('textDocument/hover'));
      await assert.rejects(send('textDocument/formatting', { textDocument: { uri: URI } }));
      await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI } });
      await editor.connection.sendNotification('textDocument/didOpen', {});
      await editor.connection.sendNotification('workspace/didChangeConfiguration');
      await editor.connection.sendNotification('unheard/of', { a: 1 });
      assert.equal(await editor.hover(-1, 99), null);
      assert.equal(await editor.hover(99, 99), null);
      assert.equal((await editor.marks()).length, 1);
    });
  });

  describe('by its capabilities', () => {
    it('takes changes piece by piece, hovers, offers quick fixes, and counts in UTF-16', async () => {
      const { capabilities, serverInfo } = await started(PULL);
      assert.equal(serverInfo?.name, 'Peer Role Check');
      assert.deepEqual(capabilities, {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'], resolveProvider: false },
        completionProvider: { triggerCharacters: ['#', ':', ' '] },
        diagnosticProvider: {
          identifier: 'peer-role-check',
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
      });
    });

    it('has no diagnostics to ask for where it sends them', async () => {
      const { capabilities } = await started(PUSH);
      assert.equal(capabilities.diagnosticProvider, undefined);
      await assert.rejects(editor.pull(), { code: -32601 });
    });

    it('gives plain hovers, no data and no places to an editor that declares nothing', async () => {
      await started({});
      await editor.open(BREACH);
      const { diagnostics } = await until('diagnostics', () => editor.published[0]);
      assert.deepEqual(Object.keys(diagnostics[0] ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
      const hover = await editor.hover(2, 4);
      assert.equal(hoverText(hover).includes('**'), false);
    });
  });

  describe('as it starts', () => {
    it('tells the editor why it cannot', async () => {
      editor = editorWithServer(() => {
        throw new Error('no rules');
      });
      await assert.rejects(editor.start(PULL), /could not start: no rules/);
    });

    it('says that rules are missing', async () => {
      const errors = [{ path: 'rules/duty/a.yml', line: 3, message: 'It is empty.' }];
      editor = editorWithServer(() => ({ engine: { ...sampleEngine, knowledge }, errors }));
      await editor.start(PULL);
      await until('a message', () => editor.shown.find((text) => text.includes('without some of its rules')));
      assert.ok(editor.logged.includes('rules/duty/a.yml:3: It is empty.'), editor.logged.join('\n'));
    });
  });
});
