import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { Engine } from '../../server/src/engine/engine';
import { PULL, PUSH, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';
import { finding, sampleEngine } from './sample';

/* Offers to replace "Administer medication", and to cite behind "LIMIT", once and in numbered footnotes. */
const engine: Engine = {
  ...sampleEngine,
  check(text, options = {}) {
    const result = sampleEngine.check(text, options);
    const replaced = result.findings.map((f) => ({
      ...f,
      suggestions: [
        { kind: 'permitted' as const, title: 'Replace with: “Listen”', edits: [{ span: f.span, text: 'Listen' }] },
        { kind: 'other-role' as const, title: 'Move to the nurse', edits: [{ span: f.span, text: '' }] },
      ],
    }));
    const next = [...text.matchAll(/^\[\^\d+\]:/gm)].length + 1;
    const cited = [...text.matchAll(/LIMIT(?!\[)/g)].map((match) => {
      const end = match.index + match[0].length;
      return finding(match.index, end, {
        rule: 'citation-suggested',
        severity: 'hint',
        suggestions: [
          {
            kind: 'citation',
            title: 'Cite',
            edits: [
              { span: { start: end, end }, text: `[^${next}]` },
              { span: { start: text.length, end: text.length }, text: `[^${next}]: Code.\n` },
            ],
          },
        ],
      });
    });
    return { ...result, findings: [...replaced, ...cited] };
  },
};

const RESOLVING: ClientCapabilities = {
  ...PULL,
  textDocument: { ...PULL.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: { ...PULL.workspace, workspaceEdit: { documentChanges: true } },
};

describe('quick fixes', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer(() => ({ engine, errors: [] }))));
  afterEach(() => editor.connection.dispose());

  const ask = async (diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> => {
    const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { diagnostics, ...(only && { only }) };
    const answer = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range,
      context,
    });
    return answer as CodeAction[];
  };

  it('offer what the finding suggests, the first as the one to prefer', async () => {
    await editor.start(RESOLVING);
    await editor.open('- Administer medication\n');
    const actions = await ask(await editor.marks());
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
      [
        ['Replace with: “Listen”', 'quickfix', true],
        ['Move to the nurse', 'quickfix', undefined],
      ],
    );
    assert.deepEqual(actions[0]?.edit?.documentChanges, [
      {
        textDocument: { uri: URI, version: 1 },
        edits: [{ range: { start: { line: 0, character: 2 }, end: { line: 0, character: 23 } }, newText: 'Listen' }],
      },
    ]);
  });

  it('come as plain changes for clients that take no others, and without data too', async () => {
    await editor.start(PUSH);
    await editor.open('- Administer medication\n');
    const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 23 } };
    const mark: Diagnostic = { range, message: '', source: 'Peer Role Check', code: 'medication-administration' };
    const [first] = await ask([mark]);
    assert.deepEqual(first?.edit, { changes: { [URI]: [{ range, newText: 'Listen' }] } });
    assert.deepEqual(await ask([{ ...mark, code: 'another' }]), []);
  });

  it('are silent about a draft that has gone on, about others’ messages, and where other kinds are wanted', async () => {
    await editor.start(RESOLVING);
    await editor.open('- Administer medication\n');
    const marks = await editor.marks();
    assert.deepEqual(await ask(marks, ['refactor']), []);
    assert.deepEqual(await ask([{ ...marks[0]!, source: 'spelling' }]), []);
    await editor.change(2, [{ text: 'Well, - Administer medication\n' }]);
    assert.deepEqual(await ask(marks), []);
  });

  it('add all citations at once, numbered in order, with the rest of the draft as it was', async () => {
    await editor.start(RESOLVING);
    const text = 'LIMIT one.\n\nLIMIT two. LIMIT three.\n';
    await editor.open(text);
    const actions = await ask((await editor.marks()).slice(0, 1));
    const all = actions.at(-1)!;
    assert.equal(all.title, 'Add all 3 suggested citations');
    const resolved = await editor.connection.sendRequest(CodeActionResolveRequest.type, all);
    const change = resolved.edit?.documentChanges?.[0];
    assert.ok(change && 'edits' in change);
    assert.equal(
      applied(text, change.edits as TextEdit[]),
      'LIMIT[^1] one.\n\nLIMIT[^2] two. LIMIT[^3] three.\n[^1]: Code.\n[^2]: Code.\n[^3]: Code.\n',
    );
  });

  it('offer all citations only where there are several, and to clients that ask for the edits later', async () => {
    await editor.start(RESOLVING);
    await editor.open('LIMIT one.\n');
    assert.deepEqual(
      (await ask(await editor.marks())).map(({ title }) => title),
      ['Cite'],
    );
  });

  it('refuse to add citations to a draft that has gone on', async () => {
    await editor.start(RESOLVING);
    await editor.open('LIMIT one. LIMIT two.\n');
    const all = (await ask(await editor.marks())).at(-1)!;
    await editor.change(2, [{ text: 'LIMIT one.\n' }]);
    await assert.rejects(editor.connection.sendRequest(CodeActionResolveRequest.type, all), /changed in the meantime/);
  });
});

/** Applies insertions as an editor does: of those at one place, in the order given. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, all.at(-1)! + line.length + 1], [0]);
  const at = ({ line, character }: TextEdit['range']['start']): number => starts[line]! + character;
  const placed = edits
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => at(b.edit.range.start) - at(a.edit.range.start) || b.i - a.i);
  return placed.reduce(
    (t, { edit }) => t.slice(0, at(edit.range.start)) + edit.newText + t.slice(at(edit.range.end)),
    text,
  );
}
