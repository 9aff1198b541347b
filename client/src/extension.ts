import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, EXTENSION_NAME } from './names';
import { activateWith, type Api } from './shared';

/* The extension where it has node: the desktop, and the machine behind a remote window. */

export { deactivate } from './shared';

export function activate(context: ExtensionContext): Api {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return activateWith(context, (options) => ({
    client: new QuietClient(CLIENT_ID, EXTENSION_NAME, { module, transport: TransportKind.ipc }, options),
  }));
}

/** Writes errors to the log only. What people need to know is said once, in our words (`Checker`). */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
