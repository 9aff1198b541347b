import {
  commands,
  EventEmitter,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextDocumentContentProvider,
} from 'vscode';
import type { Checker } from './checker';
import { MEMO_SCHEME } from './names';
import { chooseFolder, draftsIn, textsOf, type FolderReview } from './review';

/** See `serve-review.ts` of the server. */
const REVIEW_REQUEST = 'peerRoleCheck/review';

type Format = 'md' | 'html';

/** Writes the review memo of a folder, shows it in VS Code's own preview, and saves it where somebody wants it. */
export class Memo implements TextDocumentContentProvider, Disposable {
  private readonly changedEmitter = new EventEmitter<Uri>();
  readonly onDidChange = this.changedEmitter.event;
  private readonly texts = new Map<string, string>();
  private readonly registration: Disposable;

  constructor(
    private readonly checker: Checker,
    private readonly review: FolderReview,
  ) {
    this.registration = workspace.registerTextDocumentContentProvider(MEMO_SCHEME, this);
  }

  dispose(): void {
    this.registration.dispose();
    this.changedEmitter.dispose();
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** @param given the folder, where the command was chosen on one */
  async write(given: unknown): Promise<void> {
    const folder = given instanceof Uri ? given : (this.review.folder ?? (await chooseFolder()));
    if (folder === undefined) return;
    const text = await this.textFor(folder, 'md');
    if (text === undefined) return;
    const name = folder.path.split('/').filter(Boolean).at(-1) ?? 'drafts';
    const page = Uri.from({ scheme: MEMO_SCHEME, path: `/Review of ${name}.md`, query: folder.toString() });
    this.texts.set(page.toString(), text);
    this.changedEmitter.fire(page);
    // Locked: it would turn into a preview of whatever draft comes to the front next.
    await commands.executeCommand('markdown.showPreview', page, undefined, { locked: true });
    const asMarkdown = 'Save as Markdown…';
    const asPage = 'Save as a Web Page to Print…';
    const chosen = await window.showInformationMessage('The memo is ready.', asMarkdown, asPage);
    if (chosen === asMarkdown) await save(folder, text, 'md');
    const page2 = chosen === asPage ? await this.textFor(folder, 'html') : undefined;
    if (page2 !== undefined) await save(folder, page2, 'html');
  }

  private async textFor(folder: Uri, format: Format): Promise<string | undefined> {
    const files = await textsOf(await draftsIn(folder));
    if (files.length === 0) {
      void window.showInformationMessage('There is no Markdown draft in this folder. Drafts end in .md or .markdown.');
      return undefined;
    }
    const answer = await this.checker.ask<{ readonly text: string }>(REVIEW_REQUEST, {
      folder: folder.toString(),
      files,
      format,
    });
    if (answer === undefined) void window.showInformationMessage('The memo could not be written. The log says why.');
    return answer?.text;
  }
}

async function save(folder: Uri, text: string, format: Format): Promise<void> {
  const place = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `review-memo.${format}`),
    filters: format === 'md' ? { Markdown: ['md'] } : { 'Web page': ['html'] },
  });
  if (place === undefined) return;
  await workspace.fs.writeFile(place, new TextEncoder().encode(text));
  const name = place.path.split('/').at(-1) ?? '';
  const next = format === 'html' ? ' Open it in a browser to read or print it, or in Word.' : '';
  void window.showInformationMessage(`The memo is saved as ${name}.${next}`);
}
