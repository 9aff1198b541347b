import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { LONGEST_WAIT, PAUSE, PushSchedule } from '../../server/src/protocol/push-schedule';
import { PULL, PUSH, pause, until, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';

const BREACH = '# Peer Specialist\n\n- Administer medication.\n';

describe('diagnostics that are sent unasked', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = editorWithServer();
    await editor.start(PUSH);
  });
  afterEach(() => editor.connection.dispose());
  const last = () => editor.published.at(-1);

  it('come after opening and after a change, with the version they belong to', async () => {
    await editor.open(BREACH, URI, 5);
    await until('the first', () => last()?.version === 5);
    assert.equal(last()?.diagnostics.length, 1);
    await editor.change(6, [{ text: '# Peer Specialist\n' }]);
    await until('the second', () => last()?.version === 6);
    assert.deepEqual(last()?.diagnostics, []);
  });

  it('wait for a pause, and are never of an old text', async () => {
    await editor.open('');
    for (let version = 2; version <= 12; version++) {
      await editor.change(version, [{ text: BREACH.repeat(version) }]);
    }
    await until('the newest', () => last()?.version === 12);
    // On a busy machine there may be pauses in between, but a version never comes with the marks of another.
    assert.ok(editor.published.length < 6, `sent ${editor.published.length} times`);
    for (const { version, diagnostics } of editor.published) {
      assert.equal(diagnostics.length, version === 1 ? 0 : version);
    }
  });

  it('are taken away when the draft is closed, and do not come back', async () => {
    await editor.open(BREACH);
    await editor.change(2, [{ text: BREACH.repeat(2) }]);
    await editor.close();
    await until('the clearing', () => last()?.diagnostics.length === 0);
    await pause(PAUSE * 2);
    assert.equal(editor.published.length, 1);
  });

  it('are of each draft for itself', async () => {
    await editor.open(BREACH, 'file:///a.md');
    await editor.open('', 'file:///b.md');
    await until('both', () => editor.published.length === 2);
    const counts = Object.fromEntries(editor.published.map((p) => [p.uri, p.diagnostics.length]));
    assert.deepEqual(counts, { 'file:///a.md': 1, 'file:///b.md': 0 });
  });
});

describe('diagnostics that are asked for', () => {
  it('are never sent as well', async () => {
    const editor = editorWithServer();
    await editor.start({ ...PULL, textDocument: { ...PULL.textDocument, ...PUSH.textDocument } });
    await editor.open(BREACH);
    await editor.change(2, [{ text: BREACH.repeat(2) }]);
    await editor.configure({ enable: true });
    assert.equal((await editor.marks()).length, 2);
    await editor.close();
    await pause(PAUSE * 2);
    assert.deepEqual(editor.published, []);
    editor.connection.dispose();
  });
});

describe('the schedule', () => {
  let sent: number[];
  let schedule: PushSchedule;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    sent = [];
    schedule = new PushSchedule(() => sent.push(Date.now()));
  });
  afterEach(() => mock.timers.reset());

  it('waits for a pause', () => {
    schedule.afterPause(URI);
    mock.timers.tick(PAUSE - 1);
    schedule.afterPause(URI);
    mock.timers.tick(PAUSE - 1);
    assert.deepEqual(sent, []);
    mock.timers.tick(1);
    assert.equal(sent.length, 1);
    mock.timers.tick(LONGEST_WAIT);
    assert.equal(sent.length, 1);
  });

  it('does not let someone who never pauses wait for ever', () => {
    for (let time = 0; time < LONGEST_WAIT; time += PAUSE / 3) {
      assert.deepEqual(sent, []);
      schedule.afterPause(URI);
      mock.timers.tick(PAUSE / 3);
    }
    assert.deepEqual(sent, [LONGEST_WAIT]);
  });

  it('forgets what it is told to drop', () => {
    schedule.now(URI);
    schedule.afterPause(URI);
    schedule.drop(URI);
    schedule.drop(URI);
    mock.timers.tick(LONGEST_WAIT);
    assert.deepEqual(sent, []);
  });
});
