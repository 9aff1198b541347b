import {
  LanguageStatusSeverity,
  languages,
  StatusBarAlignment,
  window,
  DiagnosticSeverity,
  type Diagnostic,
  type Disposable,
  type TextEditor,
  type Uri,
} from 'vscode';
import type { Checker } from './checker';
import { COMMANDS, EXTENSION_NAME, NOT_DRAFTS } from './names';
import { draftState } from './profiles';

/** How long a pause in typing is waited for before the status is asked for anew, in milliseconds. */
const PAUSE = 300;

/** What VS Code shows of the open draft beside its underlines: the contract it is read for, and how much is to review. */
export class Status implements Disposable {
  private readonly item = languages.createLanguageStatusItem('peerRoleCheck.status', { language: 'markdown' });
  private readonly count = window.createStatusBarItem('peerRoleCheck.count', StatusBarAlignment.Right, 90);
  private readonly disposables: Disposable[];
  private ignoresOwnFiles = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly checker: Checker) {
    this.item.name = EXTENSION_NAME;
    this.count.name = EXTENSION_NAME;
    this.count.command = COMMANDS.showFindings;
    const soon = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.show(), PAUSE);
    };
    this.disposables = [
      this.item,
      this.count,
      window.onDidChangeActiveTextEditor(soon),
      languages.onDidChangeDiagnostics(soon),
      checker.onDidStart(soon),
    ];
    soon();
  }

  /** @param ignored whether the organization's own files are not used, because the workspace is not trusted */
  ownFilesIgnored(ignored: boolean): void {
    this.ignoresOwnFiles = ignored;
    void this.show();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async show(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!isDraftEditor(editor)) {
      this.count.hide();
      return;
    }
    this.showCount(editor);
    const state = await draftState(this.checker, editor.document.uri);
    const { item } = this;
    if (!this.checker.isRunning) {
      item.text = `${EXTENSION_NAME}: not running`;
      item.detail = 'Drafts are not being checked';
      item.severity = LanguageStatusSeverity.Error;
      item.command = { command: COMMANDS.restart, title: 'Restart' };
      return;
    }
    item.text = state === undefined ? `${EXTENSION_NAME}: off` : state.profile.title;
    item.detail = this.ignoresOwnFiles
      ? 'In Restricted Mode, your organization’s own rules are not used.'
      : `${EXTENSION_NAME} reads this draft for this contract`;
    item.severity = this.ignoresOwnFiles ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.command = { command: COMMANDS.chooseProfile, title: 'Choose the Contract' };
  }

  private showCount({ document }: TextEditor): void {
    const count = findingsOf(document.uri).filter(({ severity }) => severity !== DiagnosticSeverity.Hint).length;
    this.count.text = count === 0 ? '$(check) Nothing to review' : `$(checklist) ${count} to review`;
    this.count.tooltip = `${EXTENSION_NAME}: show the findings`;
    this.count.accessibilityInformation = {
      label: `${EXTENSION_NAME}: ${count === 0 ? 'nothing' : count} to review. Show the findings.`,
    };
    this.count.show();
  }
}

/** What is underlined in a draft now. */
export const findingsOf = (uri: Uri): Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === EXTENSION_NAME);

export const isDraftEditor = (editor: TextEditor | undefined): editor is TextEditor =>
  editor !== undefined && editor.document.languageId === 'markdown' && !NOT_DRAFTS.has(editor.document.uri.scheme);
