import assert from 'node:assert/strict';
import {
  CompletionRequest,
  InsertTextFormat,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type TextEdit,
} from 'vscode-languageserver/node';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import { PULL, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';

const builtin = createBuiltinEngine();
const SNIPPETS: ClientCapabilities = {
  ...PULL,
  textDocument: { ...PULL.textDocument, completion: { completionItem: { snippetSupport: true } } },
};
const CURSOR = '¦';

describe('completion', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer(() => builtin)));
  afterEach(() => editor.connection.dispose());

  /** Opens a draft with the cursor at `¦`, and asks. */
  async function offers(marked: string, options: object = {}, capabilities = PULL): Promise<CompletionItem[]> {
    await editor.start(capabilities, { initializationOptions: options });
    const text = marked.replace(CURSOR, '');
    await editor.open(text);
    const before = marked.slice(0, marked.indexOf(CURSOR)).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const answer = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: URI },
      position,
    });
    return (answer as CompletionList | null)?.items ?? [];
  }
  const written = (marked: string, item: CompletionItem | undefined): string => {
    assert.ok(item);
    return applied(marked.replace(CURSOR, ''), [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]);
  };

  describe('of principles', () => {
    it('comes after "coe:", those first that the sentence is about', async () => {
      const draft = 'Peer specialists keep what people tell them private coe:¦';
      const items = await offers(draft);
      assert.equal(items.length, 14);
      assert.equal(items[0]?.label, 'Principle 8: Privacy and confidentiality');
      assert.equal(
        written(draft, items[0]),
        'Peer specialists keep what people tell them private (CPS Code of Ethics 2008, principle 8)',
      );
    });

    it('knows the limits that rest on a principle', async () => {
      const [first] = await offers('- Peer staff do not administer medication coe:¦');
      assert.match(first?.label ?? '', /^Principle 10: /);
      const said = JSON.stringify(first?.documentation);
      assert.match(said, /Giving or handling medication/);
      assert.match(said, /revised in 2013 and 2015/);
    });

    for (const [before, after] of [
      ['Peers keep it private. coe:¦', 'Peers keep it private. (CPS Code of Ethics 2008, principle 1)'],
      ['This is in keeping with coe:¦.', 'This is in keeping with CPS Code of Ethics (2008), principle 1.'],
      ['Peers keep it private (see coe:¦).', 'Peers keep it private (see CPS Code of Ethics 2008, principle 1).'],
      ['- Ethics: coe:¦', '- Ethics: CPS Code of Ethics (2008), principle 1'],
      ['as the CPS Code of Ethics¦ asks', 'as the CPS Code of Ethics (2008), principle 1 asks'],
      ['as the CPS Code of Ethics #¦ asks', 'as the CPS Code of Ethics (2008), principle 1 asks'],
      ['as the CPS Code of Ethics, principle 1¦ asks', 'as the CPS Code of Ethics (2008), principle 1 asks'],
      ['(see the CPS Code of Ethics #¦)', '(see the CPS Code of Ethics 2008, principle 1)'],
      ['The CPS Code of Ethics says so; see principle ¦.', 'The CPS Code of Ethics says so; see principle 1.'],
      ['The CPS Code of Ethics says so (#¦).', 'The CPS Code of Ethics says so (#1).'],
    ] as const) {
      it(`completes "${before}"`, async () => {
        const items = await offers(before);
        const one = items.find(({ label }) => label.startsWith('Principle 1:'));
        assert.equal(written(before, one), after);
      });
    }

    for (const quiet of [
      '# ¦',
      'Ratio: ¦',
      'The principle ¦',
      'In principle #¦',
      'See #¦ in the list.',
      'The cone:¦',
      'We follow a code of conduct. See principle ¦',
      '```\ncode of ethics ¦\n```',
    ]) {
      it(`is silent at "${quiet}"`, async () => assert.deepEqual(await offers(quiet), []));
    }

    it('writes a footnote, with its text at the end and the next free number', async () => {
      const draft = 'Privacy[^1] first. Peers keep things private coe:¦ always.\n\n[^1]: Our policy.\n';
      const items = await offers(draft, { citationStyle: 'footnote' });
      assert.equal(
        written(draft, items[0]),
        'Privacy[^1] first. Peers keep things private [^2] always.\n\n[^1]: Our policy.\n[^2]: CPS Code of Ethics (2008), principle 8.\n',
      );
    });

    it('leaves the cursor behind the mark where the draft ends at it', async () => {
      const [first] = await offers('Peers keep what they hear private coe:¦', { citationStyle: 'footnote' }, SNIPPETS);
      assert.equal(first?.insertTextFormat, InsertTextFormat.Snippet);
      assert.equal((first?.textEdit as TextEdit).newText, '[^1]$0\n\n[^1]: CPS Code of Ethics (2008), principle 8.');
      assert.equal(first?.additionalTextEdits, undefined);
    });

    it('writes a link into the draft itself', async () => {
      const draft = 'Peers keep what they hear private coe:¦ always.\n';
      const items = await offers(draft, { citationStyle: 'link' });
      const after = written(draft, items[0]);
      assert.match(after, /private \[CPS Code of Ethics 2008, principle 8\]\(#principles-cited\) always/);
      assert.match(after, /## Principles cited\n\n- CPS Code of Ethics \(2008\), principle 8/);
    });

    it('offers the edition that the draft names', async () => {
      const items = await offers('---\ncode-of-ethics: "2015"\n---\n\nPrivacy coe:¦');
      assert.deepEqual(
        items.map(({ label }) => label),
        ['Principle 7: Respect for Privacy', 'Principle 10: Dual Roles'],
      );
    });
  });

  describe('in the front matter', () => {
    const values = async (marked: string): Promise<string[]> => (await offers(marked)).map(({ label }) => label);

    it('offers the profiles, and the editions', async () => {
      assert.deepEqual(await values('---\npeer-role-profile: ¦\n---\n'), ['accs', 'cbhc', 'hcbs-ny', 'general'].sort());
      await editor.close();
    });

    it('offers the editions in quotes', async () => {
      const draft = '---\ncode-of-ethics:¦\n---\n';
      const [first] = await offers(draft);
      assert.equal(written(draft, first), '---\ncode-of-ethics: "2008"\n---\n');
    });

    it('has nothing for entries that are not ours, and nothing below', async () => {
      assert.deepEqual(await values('---\ntitle: ¦\n---\n\npeer-role-profile: x'), []);
    });
  });

  describe('of approved wording', () => {
    it('is for clients that have none of their own', async () => {
      assert.deepEqual(await offers('peer-¦'), []);
    });

    it('offers what suits the contract, first what fits the heading', async () => {
      const draft = '---\npeer-role-profile: cbhc\n---\n\n# Peer team\n\n## Supervision\n\npeer-¦';
      const items = await offers(draft, { offerWording: true }, SNIPPETS);
      assert.match(items[0]?.label ?? '', /supervis/);
      assert.ok(items.some(({ label }) => label === 'peer-cbhc-role-limits'));
      assert.equal(
        items.some(({ label }) => label === 'peer-accs-peer-roles-section'),
        false,
      );
      assert.equal(items[0]?.insertTextFormat, InsertTextFormat.Snippet);
    });

    it('fills the tab stops in for clients that know none', async () => {
      const draft = '# Peer team\n\npeer-¦';
      const items = await offers(draft, { offerWording: true });
      const pay = items.find(({ label }) => label === 'peer-ratio-and-pay');
      assert.match(written(draft, pay), /supports 180 people and has 6\.0 FTE/);
      assert.equal(pay?.insertTextFormat, InsertTextFormat.PlainText);
    });
  });
});

function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, all.at(-1)! + line.length + 1], [0]);
  const at = ({ line, character }: TextEdit['range']['start']): number => starts[line]! + character;
  return [...edits]
    .sort((a, b) => at(b.range.start) - at(a.range.start))
    .reduce((t, { range, newText }) => t.slice(0, at(range.start)) + newText + t.slice(at(range.end)), text);
}
