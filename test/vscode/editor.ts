import * as vscode from 'vscode';

/* What every suite in VS Code does with its window. */

const WAIT = 30_000;

export async function opened(name: string, text: string): Promise<{ document: vscode.TextDocument; uri: vscode.Uri }> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the suite needs a folder to be open');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return { document, uri };
}

export async function replace(document: vscode.TextDocument, old: string, fresh: string): Promise<void> {
  const from = document.getText().indexOf(old);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(from), document.positionAt(from + old.length));
  edit.replace(document.uri, range, fresh);
  holds(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/** Our marks in a file; with `rule`, those of one rule. */
export function marksOf(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, code }) => source === 'Peer Role Check' && (!rule || codeValue(code) === rule));
}

export function codeValue(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('peerRoleCheck').update(name, value, vscode.ConfigurationTarget.Global);
}

/** VS Code cancels requests while its own extensions start; that is no answer, and worth another try. */
export async function canceledIsNothing<T>(request: Thenable<T[]>): Promise<T[]> {
  try {
    return (await request) ?? [];
  } catch (error) {
    if (error instanceof Error && error.message === 'Canceled') return [];
    throw error;
  }
}

/** Asks until the answer is not empty. */
export async function until<T>(what: string, question: () => T[] | Promise<T[]>, limit = WAIT): Promise<T[]> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await question();
    if (answer.length > 0) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(100);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export function holds(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

/** The lightbulb's list at a mark: titles in order, with what each does. */
export async function fixesAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await until('a lightbulb', () =>
    canceledIsNothing(
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
      ),
    ),
  );
  return actions;
}

/** Takes a fix as the editor does when somebody chooses it. */
export async function take(action: vscode.CodeAction | undefined): Promise<void> {
  if (!action?.edit) throw new Error('there is no edit to apply');
  holds(await vscode.workspace.applyEdit(action.edit), 'the fix was refused');
}

/** Takes back what was done last in the editor on a draft. */
export async function undo(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
}

/** Ids of the rules behind our marks that are no hints, sorted. */
export const rulesIn = (uri: vscode.Uri): string[] =>
  marksOf(uri)
    .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
    .map(({ code }) => codeValue(code))
    .sort();
