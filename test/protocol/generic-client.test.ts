import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CompletionRequest,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type InitializeParams,
  type TextEdit,
} from 'vscode-languageserver/node';
import { hoverText, until, type Editor } from './editor';
import { ServerProcess } from './server-process';

/* The built server as an editor of any make sees it, which sends no options of ours and knows no request of ours. */

const RULE = 'medication-administration';
const DRAFT = '# Peer Specialist\n\nThe peer specialist will:\n\n- Administer medication to residents.\n';

/** What the protocol's version of 2018 had: nothing that a small client would not have. */
const PLAIN: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, hover: { contentFormat: ['plaintext'] }, codeAction: {}, completion: {} },
  workspace: {},
};

/** For the first answer of a process that has just been started, on a machine that does much else, in milliseconds. */
const LIMIT = 30_000;

describe('the built server, to an editor that is not VS Code', function () {
  this.timeout(60_000);
  let folder: string;
  let server: ServerProcess;
  let editor: Editor;
  let uri: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'generic-'));
    uri = pathToFileURL(path.join(folder, 'job.md')).href;
    server = ServerProcess.spawn('--stdio');
    editor = server.editorOnStdio();
  });
  afterEach(() => {
    editor.connection.dispose();
    server.child.kill();
    rmSync(folder, { recursive: true });
  });

  const start = (more: Partial<InitializeParams> = {}, capabilities = PLAIN) =>
    editor.start(capabilities, { rootUri: pathToFileURL(folder).href, ...more });
  const marks = (version: number): Promise<readonly Diagnostic[]> =>
    until(
      'the marks',
      () => editor.published.find((sent) => sent.uri === uri && sent.version === version)?.diagnostics,
    );
  const actionsFor = async (diagnostic: Diagnostic): Promise<CodeAction[]> => {
    const context = { diagnostics: [diagnostic] };
    const answer = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostic.range,
      context,
    });
    return (answer ?? []) as CodeAction[];
  };
  const completions = async (line: number, character: number): Promise<CompletionItem[]> => {
    const answer = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line, character },
    });
    return (answer as CompletionList | null)?.items ?? [];
  };

  it('says what it can do, in the terms of the protocol', async () => {
    const { capabilities, serverInfo } = await start();
    assert.equal(serverInfo?.name, 'Peer Role Check');
    assert.equal(capabilities.hoverProvider, true);
    assert.ok(capabilities.codeActionProvider);
    assert.ok(capabilities.completionProvider);
    assert.equal(capabilities.positionEncoding, 'utf-16');
    // It sends its marks: an editor that does not say it asks for them would wait for ever.
    assert.equal(capabilities.diagnosticProvider, undefined);
    // Nothing is behind a link to a page that this editor cannot open.
    assert.equal(capabilities.documentLinkProvider, undefined);
  });

  it('sends marks, explains them in plain text, and offers fixes that it understands', async () => {
    await start();
    await editor.open(DRAFT, uri);
    const [mark] = await marks(1);
    assert.ok(mark);
    assert.equal(mark.code, RULE);
    assert.equal(mark.codeDescription, undefined);
    assert.deepEqual([mark.range.start.line, mark.range.end.line], [4, 4]);

    const said = hoverText(await editor.hover(4, 6, uri));
    assert.match(said, /^Giving or handling medication/);
    assert.match(said, /Who says so: The contract itself says so\./);
    assert.doesNotMatch(said, /\*\*|command:/);

    const actions = await actionsFor(mark);
    assert.ok(actions.length > 0);
    for (const { title, edit, command } of actions) {
      assert.equal(command, undefined, `"${title}" needs a command that this editor does not have`);
      assert.equal(edit?.documentChanges, undefined, title);
      assert.deepEqual(Object.keys(edit?.changes ?? {}), [uri], title);
    }
    const fixed = applied(DRAFT, actions[0]?.edit?.changes?.[uri]);
    await editor.change(2, [{ text: fixed }], uri);
    assert.deepEqual(
      (await marks(2)).map(({ code }) => code),
      [],
      fixed,
    );
  });

  it('offers principles as plain text, and wording only where the editor asks for it', async () => {
    const text = `${DRAFT}\nWhat people say stays private coe:\n\npeer-\n`;
    await start();
    await editor.open(text, uri);
    const [principle] = await completions(6, text.split('\n')[6]!.length);
    assert.match((principle?.textEdit as TextEdit).newText, /^\(CPS Code of Ethics 2008, principle \d+\)$/);
    assert.equal((await completions(8, 5)).length, 0);
  });

  it('offers approved wording, filled in, to an editor that asks for it', async () => {
    await start({ initializationOptions: { offerWording: true } });
    await editor.open(`${DRAFT}\npeer-\n`, uri);
    const items = await completions(6, 5);
    assert.ok(items.length > 10, `${items.length} wordings`);
    for (const { label, textEdit } of items) {
      assert.match(label, /^peer-/);
      assert.doesNotMatch((textEdit as TextEdit).newText, /\$\{/, `${label} has tab stops`);
    }
  });

  it('reads an organization’s own files from the folder', async () => {
    mkdirSync(path.join(folder, '.peer-role-check'));
    const own = 'suppressions:\n  - rule: medication-administration\n    because: this is a test\n';
    writeFileSync(path.join(folder, '.peer-role-check/suppressions.yml'), own);
    await start();
    await editor.open(DRAFT, uri);
    assert.deepEqual(await marks(1), []);
  });

  it('takes its settings with the start, or as they change', async () => {
    await start({ initializationOptions: { peerRoleCheck: { profile: 'general' } } });
    await editor.open(DRAFT, uri);
    const [mild] = await marks(1);
    assert.equal(mild?.severity, 2);
    await editor.configure({ peerRoleCheck: { profile: 'accs' } });
    await until('the mark of the contract', () => editor.published.at(-1)?.diagnostics[0]?.severity === 1, LIMIT);
  });
});

/** A text with edits of one document, which do not touch each other. */
function applied(text: string, edits: readonly TextEdit[] = []): string {
  const lines = text.split('\n');
  const offset = (line: number, character: number): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character);
  return [...edits]
    .map(({ range: { start, end }, newText }) => ({
      start: offset(start.line, start.character),
      end: offset(end.line, end.character),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
