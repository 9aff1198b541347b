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

  it('come once where one puts several findings right', async () => {
    await editor.start(RESOLVING);
    await editor.open('- Administer medication\n');
    const [mark] = await editor.marks();
    const actions = await ask([mark!, { ...mark!, message: 'Another finding at the same words.' }]);
    assert.deepEqual(
      actions.map(({ title, isPreferred, diagnostics }) => [title, isPreferred, diagnostics?.length]),
      [
        ['Replace with: “Listen”', true, 2],
        ['Move to the nurse', undefined, 2],
      ],
    );
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

describe('leaving a finding out', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer(() => ({ engine, errors: [] }))));
  afterEach(() => editor.connection.dispose());
  const TEXT = '- Administer medication.\n';
  const span = { start: 2, end: 23 };
  const params = { uri: URI, version: 1, rule: 'medication-administration', span, reason: 'we were asked' };
  const allow = (more: object) =>
    editor.connection.sendRequest<{ edits: TextEdit[]; file?: string } | null>('peerRoleCheck/allow', {
      ...params,
      ...more,
    });

  it('is offered for the sentence, the draft and the workspace, where the editor can ask for a reason', async () => {
    await editor.start(RESOLVING, { initializationOptions: { allowCommand: 'our.allow' } });
    await editor.open(TEXT);
    const diagnostics = await editor.marks();
    const asked = { textDocument: { uri: URI }, range: diagnostics[0]!.range, context: { diagnostics } };
    const actions = (await editor.connection.sendRequest(CodeActionRequest.type, asked)) as CodeAction[];
    const offered = actions.filter(({ command }) => command !== undefined);
    assert.deepEqual(
      offered.map(({ title }) => title),
      [
        'Leave this as it is, with a reason…',
        'Leave out “Giving medication” in this draft, with a reason…',
        'Leave out “Giving medication” in this workspace, with a reason…',
      ],
    );
    const { command, arguments: given } = offered[0]!.command!;
    assert.equal(command, 'our.allow');
    assert.deepEqual(given, [
      { uri: URI, version: 1, rule: 'medication-administration', title: 'Giving medication', span, scope: 'here' },
    ]);
  });

  it('says which finding is meant where several are at the cursor', async () => {
    await editor.start(RESOLVING, { initializationOptions: { allowCommand: 'our.allow' } });
    await editor.open('- Administer medication. LIMIT\n');
    const diagnostics = await editor.marks();
    const asked = { textDocument: { uri: URI }, range: diagnostics[0]!.range, context: { diagnostics } };
    const actions = (await editor.connection.sendRequest(CodeActionRequest.type, asked)) as CodeAction[];
    assert.deepEqual(
      actions.flatMap(({ title }) => (title.endsWith('as it is, with a reason…') ? [title] : [])),
      [
        'Leave “Giving medication” here as it is, with a reason…',
        'Leave “citation-suggested” here as it is, with a reason…',
      ],
    );
  });

  it('is written behind the sentence, or into the front matter', async () => {
    await editor.start(RESOLVING);
    await editor.open(TEXT);
    const comment = '<!-- peer-role-check: allow medication-administration because we were asked -->';
    assert.equal(applied(TEXT, (await allow({ scope: 'here' }))!.edits), `- Administer medication. ${comment}\n`);
    assert.match(
      applied(TEXT, (await allow({ scope: 'draft' }))!.edits),
      /^---\npeer-role-allow:\n {2}- .*we were asked/,
    );
  });

  it('is written into the text of the workspace’s own file', async () => {
    await editor.start(RESOLVING);
    const answer = await allow({ scope: 'workspace', file: '# Ours\nsuppressions:\n' });
    assert.deepEqual(answer, {
      edits: [],
      file: '# Ours\nsuppressions:\n  - rule: medication-administration\n    because: "we were asked"\n',
    });
  });

  it('is refused for a draft that has gone on', async () => {
    await editor.start(RESOLVING);
    await editor.open(TEXT, URI, 2);
    assert.equal(await allow({ scope: 'here' }), null);
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
