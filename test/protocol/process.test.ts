import assert from 'node:assert/strict';
import { findingOf } from '../../server/src/features/diagnostics';
import { hoverText, PULL, PUSH, until, type Editor } from './editor';
import { ServerProcess } from './server-process';

const RULE = 'medication-administration';
const DUTY = '- Administer medication to residents.';
const SOUND = '- Sit with residents who want company.';
const BREACH = `# Peer Specialist\n\nThe peer specialist will:\n\n${DUTY}\n`;

describe('the built server', function () {
  this.timeout(20_000);
  let server: ServerProcess;
  let editor: Editor;
  const started = async (...args: Parameters<Editor['start']>) => {
    server = ServerProcess.spawn('--stdio');
    editor = server.editorOnStdio();
    await editor.start(...args);
  };
  afterEach(() => {
    editor?.connection.dispose();
    server.child.kill();
  });
  const codes = async () => (await editor.marks()).map(({ code }) => code);

  describe('asked by an editor', () => {
    beforeEach(() => started(PULL));

    it('marks a duty, and no longer when it is gone', async () => {
      await editor.open(BREACH);
      assert.deepEqual(await codes(), [RULE]);
      const line = 4;
      const range = { start: { line, character: 0 }, end: { line, character: DUTY.length } };
      await editor.change(2, [{ range, text: SOUND }]);
      assert.deepEqual(await codes(), []);
      await editor.change(3, [{ text: BREACH }]);
      assert.deepEqual(await codes(), [RULE]);
    });

    it('marks the words themselves, in UTF-16, after an emoji and with CRLF', async () => {
      const text = BREACH.replace('# Peer', '# 🙂 Peer').replace('- Admin', '- 🙂🙂 Admin').replaceAll('\n', '\r\n');
      await editor.open(text);
      const [mark] = await editor.marks();
      assert.equal(mark?.code, RULE);
      assert.deepEqual([mark.range.start.line, mark.range.end.line], [4, 4]);
      const marked = text.split('\r\n')[4]?.slice(mark.range.start.character, mark.range.end.character) ?? '';
      assert.match(marked, /Administer medication/);
      assert.equal(findingOf(mark)?.finding.text, marked);
      assert.match(hoverText(await editor.hover(4, mark.range.end.character - 1)), /medication/);
    });

    it('hovers with what was read and its sources', async () => {
      await editor.open(BREACH);
      const said = hoverText(await editor.hover(4, 5));
      for (const part of ['Read here:', '*Administer*', '*medication*', 'Allowed instead:', 'Who says so:', '7.5 a']) {
        assert.ok(said.includes(part), `${part} is missing:\n${said}`);
      }
    });

    it('warns of an unknown profile in the first lines, there', async () => {
      await editor.open(`---\npeer-role-profile: acs\n---\n\n${BREACH}`);
      const marks = await editor.marks();
      const warning = marks.find(({ range }) => range.start.line === 1);
      assert.equal(warning?.severity, 2, JSON.stringify(marks));
      assert.ok(marks.some(({ code }) => code === RULE));
    });

    it('is silent when it is switched off', async () => {
      await editor.open(BREACH);
      await editor.configure({ peerRoleCheck: { enable: false } });
      assert.deepEqual(await codes(), []);
    });

    it('reads an empty draft, a long line and deep nesting', async () => {
      for (const text of ['', '\ufeff', 'a '.repeat(5_000), '>'.repeat(10_000), `${'> '.repeat(500)}${BREACH}`]) {
        await editor.open(text);
        assert.ok(Array.isArray(await editor.marks()));
        await editor.close();
      }
    });
  });

  it('sends its marks to an editor that does not ask', async () => {
    await started(PUSH);
    await editor.open(BREACH);
    const { version, diagnostics } = await until('the marks', () => editor.published[0]);
    assert.equal(version, 1);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      [RULE],
    );
  });

  it('speaks over node IPC', async () => {
    server = ServerProcess.fork();
    editor = server.editorOnIpc();
    await editor.start(PULL);
    await editor.open(BREACH);
    assert.deepEqual(await codes(), [RULE]);
  });

  describe('as a process', () => {
    it('ends with 0 after shutdown and exit', async () => {
      await started(PULL);
      await editor.connection.sendRequest('shutdown');
      await editor.connection.sendNotification('exit');
      assert.equal(await server.exited, 0);
      assert.deepEqual(server.stderr, []);
    });

    it('ends with 1 after exit alone, as the protocol wants', async () => {
      await started(PULL);
      await editor.connection.sendNotification('exit');
      assert.equal(await server.exited, 1);
    });

    it('ends when the editor has gone', async () => {
      await started(PULL);
      server.child.stdin?.end();
      assert.equal(await server.exited, 1);
    });

    it('says how to start it when it is started without a transport', async () => {
      server = ServerProcess.spawn();
      assert.equal(await server.exited, 2);
      assert.match(server.stderr.join(''), /peer-role-check-language-server --stdio/);
    });

    it('survives a message that is not JSON', async () => {
      await started(PULL);
      for (const body of ['{"jsonrpc": "2.0", "id"', 'null', '[]', '7', '{}']) {
        server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }
      await editor.open(BREACH);
      assert.deepEqual(await codes(), [RULE]);
    });
  });
});
