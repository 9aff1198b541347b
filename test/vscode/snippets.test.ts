import * as vscode from 'vscode';
import { holds, marksOf, opened, until } from './editor';

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
}

/** What is clean for every contract is in one file; the others are named for their contract. */
const FOR_ALL = 'peer-roles';
/** Once this is underlined, the draft has been read with all that stands before it. */
const LAST = '\n\n## Peer Specialist\n\n- Administer medication.\n';

describe('the snippets in VS Code', function () {
  this.timeout(240_000);
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const file of [FOR_ALL, 'accs', 'cbhc', 'hcbs-ny', 'general'])
    it(`go in clean, and lead from tab stop to tab stop: ${file}`, async () => {
      const profile = file === FOR_ALL ? 'accs' : file;
      const { document, uri } = await opened('snippets.md', '');
      const editor = await vscode.window.showTextDocument(document);
      for (const [name, snippet] of Object.entries(await contributed(file))) {
        await write(editor, `---\npeer-role-profile: ${profile}\n---\n\n`);
        await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
        await until(`"${name}" to be in the draft`, () => (document.getText().length > 60 ? [true] : []));
        await visitStops(editor, name, bodyOf(snippet));
        const body = document.getText();
        await write(editor, body + LAST);
        await until('the draft to be read', () =>
          marksOf(uri, 'medication-administration').filter(({ range }) => document.offsetAt(range.start) > body.length),
        );
        const wrong = marksOf(uri).filter(
          ({ range, severity }) =>
            severity <= vscode.DiagnosticSeverity.Warning && document.offsetAt(range.start) < body.length,
        );
        holds(wrong.length === 0, `${name}: ${wrong.map(({ message }) => message).join(' ')}`);
      }
    });
});

/** Goes through the tab stops as somebody does who presses Tab, and looks at what is chosen at each of them. */
async function visitStops(editor: vscode.TextEditor, name: string, body: string): Promise<void> {
  const stops = stopsOf(body);
  holds(stops.length > 0, `${name} has no tab stop`);
  for (const [i, { number, text }] of stops.entries()) {
    const chosen = editor.document.getText(editor.selection);
    const want = text === undefined ? '' : text;
    holds(chosen === want, `${name}: tab stop ${number} chooses "${chosen}", not "${want}"`);
    if (i < stops.length) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
  }
  holds(editor.selection.isEmpty, `${name}: the last tab stop is no place to go on writing`);
}

/** The tab stops in their order, with the text that each of them chooses at first. */
function stopsOf(body: string): { number: number; text: string | undefined }[] {
  const found = new Map<number, string | undefined>();
  for (const [, plain, braced, choices, text] of body.matchAll(
    /(?<!\\)\$(?:(\d+)|\{(\d+)(?:\|((?:[^|\\]|\\.)*)\||:((?:[^}\\]|\\.)*))?\})/g,
  )) {
    const number = Number(plain ?? braced);
    const chosen = choices?.split(/(?<!\\),/)[0] ?? text;
    if (number !== 0 && (!found.has(number) || chosen !== undefined))
      found.set(number, found.get(number) ?? chosen?.replace(/\\(.)/g, '$1'));
  }
  return [...found].map(([number, text]) => ({ number, text })).sort((a, b) => a.number - b.number);
}

const bodyOf = ({ body }: Snippet): string => (typeof body === 'string' ? body : body.join('\n'));

/** The snippets of a file, as the extension that is installed brings it. */
async function contributed(file: string): Promise<Record<string, Snippet>> {
  const { extensionUri } = vscode.extensions.getExtension('peer-role-check.peer-role-check')!;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'snippets', `${file}.json`));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, Snippet>;
}

/** Puts `text` in place of the whole draft, and the cursor behind it. */
async function write(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  holds(await editor.edit((edit) => edit.replace(all, text)), 'the edit was refused');
  const end = document.positionAt(text.length);
  editor.selection = new vscode.Selection(end, end);
}
