import assert from 'node:assert/strict';
import type { TextEdit } from '../../server/src/engine/findings/finding';
import { setEntry } from '../../server/src/engine/markdown/set-entry';
import type { DraftState, FrontMatterEdit } from '../../server/src/protocol/serve-draft';
import { PULL, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';

const applied = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduce((t, { span, text: fresh }) => t.slice(0, span.start) + fresh + t.slice(span.end), text);
const set = (text: string, value = 'cbhc', key = 'peer-role-profile'): string =>
  applied(text, setEntry(text, key, { value }));

describe('writing into a front matter', () => {
  const cases: Record<string, [string, string]> = {
    'makes one where there is none': ['# Title\n', '---\npeer-role-profile: cbhc\n---\n\n# Title\n'],
    'makes one in an empty draft': ['', '---\npeer-role-profile: cbhc\n---\n'],
    'keeps a byte order mark first': ['\uFEFFText\n', '\uFEFF---\npeer-role-profile: cbhc\n---\n\nText\n'],
    'keeps the line endings': ['A\r\nB', '---\r\npeer-role-profile: cbhc\r\n---\r\n\r\nA\r\nB'],
    'adds to one that is there': ['---\ntitle: A\n---\nB\n', '---\ntitle: A\npeer-role-profile: cbhc\n---\nB\n'],
    'fills an empty one': ['---\n---\nB\n', '---\npeer-role-profile: cbhc\n---\nB\n'],
    'replaces what it said': ['---\npeer-role-profile: accs # why\n---\n', '---\npeer-role-profile: cbhc # why\n---\n'],
    'replaces within quotes': ['---\npeer-role-profile: "accs"\n---\n', '---\npeer-role-profile: "cbhc"\n---\n'],
    'fills in where nothing stood': ['---\npeer-role-profile:\n---\n', '---\npeer-role-profile: cbhc\n---\n'],
  };
  for (const [what, [before, after]] of Object.entries(cases)) it(what, () => assert.equal(set(before), after));

  it('puts quotes around what would be read as a number', () => {
    assert.equal(set('', '2008', 'code-of-ethics'), '---\ncode-of-ethics: "2008"\n---\n');
  });

  const more = (text: string): string => applied(text, setEntry(text, 'allow', { item: 'x because: "y"' }));
  const QUOTED = '"x because: \\"y\\""';
  it('adds to a list, and makes one of a single value', () => {
    assert.equal(more('A\n'), `---\nallow:\n  - ${QUOTED}\n---\n\nA\n`);
    assert.equal(more('---\nallow:\n  - a\nb: c\n---\n'), `---\nallow:\n  - a\n  - ${QUOTED}\nb: c\n---\n`);
    assert.equal(more('---\nallow: a thing\n---\n'), `---\nallow:\n  - a thing\n  - ${QUOTED}\n---\n`);
    assert.equal(more('---\nallow:\n---\n'), `---\nallow:\n  - ${QUOTED}\n---\n`);
  });

  it('changes nothing where the draft says so already', () => {
    assert.deepEqual(setEntry('---\npeer-role-profile: cbhc\n---\n', 'peer-role-profile', { value: 'cbhc' }), []);
  });
});

describe('how a draft is read, for an editor’s own parts', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer()));
  afterEach(() => editor.connection.dispose());

  it('names the contract, and the others there are', async () => {
    await editor.start(PULL);
    await editor.open('Hello');
    const state = await editor.connection.sendRequest<DraftState>('peerRoleCheck/draft', { uri: URI });
    assert.equal(state.profile.id, 'accs');
    assert.deepEqual(
      state.profiles.map(({ id }) => id),
      ['accs', 'second'],
    );
  });

  it('is unknown for a draft that is not open, or not checked', async () => {
    await editor.start(PULL, { initializationOptions: { enable: false } });
    assert.equal(await editor.connection.sendRequest('peerRoleCheck/draft', { uri: URI }), null);
    await editor.open('Hello');
    assert.equal(await editor.connection.sendRequest('peerRoleCheck/draft', { uri: URI }), null);
  });

  it('can be written into it', async () => {
    await editor.start(PULL);
    await editor.open('Hello', URI, 3);
    const params = { uri: URI, key: 'peer-role-profile', value: 'second' };
    const { version, edits } = await editor.connection.sendRequest<FrontMatterEdit>(
      'peerRoleCheck/frontMatter',
      params,
    );
    assert.equal(version, 3);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['---\npeer-role-profile: second\n---\n\n'],
    );
    const unknown = { ...params, uri: 'file:///not/open.md' };
    assert.equal(await editor.connection.sendRequest('peerRoleCheck/frontMatter', unknown), null);
  });
});
