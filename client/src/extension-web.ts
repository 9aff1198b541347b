import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, EXTENSION_NAME } from './names';
import { activateWith, type Api } from './shared';

/* The extension where it has only a browser: the server runs in a web worker beside it. */

export { deactivate } from './shared';

export function activate(context: ExtensionContext): Api {
  const url = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  return activateWith(context, (options) => {
    // Not a function that makes the worker: the client then tests it with `instanceof Worker`, which VS Code's own
    // stand-in for `Worker` fails.
    const worker = new Worker(url, { name: EXTENSION_NAME });
    return {
      client: new QuietClient(CLIENT_ID, EXTENSION_NAME, worker, options),
      // A worker does not end when the server in it has been told to exit.
      end: () => worker.terminate(),
    };
  });
}

/** Writes errors to the log only. What people need to know is said once, in our words (`Checker`). */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
