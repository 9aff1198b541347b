import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_ID, EXTENSION_NAME } from './names';
import { activateWith, type Api } from './shared';

/* The extension where it has only a browser: the server runs in a web worker beside it. */

export { deactivate } from './shared';

export function activate(context: ExtensionContext): Api {
  const program = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js');
  return activateWith(context, async (options) => {
    const url = await workerAddress(program);
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

/**
 * The address that a worker can be made of. An extension that is installed on the machine behind a remote window, and runs
 * in the browser all the same, lies at one that VS Code makes no worker of: its program is read, and held in memory.
 */
async function workerAddress(program: Uri): Promise<string> {
  if (program.scheme !== 'vscode-remote') return program.toString(true);
  const text = await workspace.fs.readFile(program);
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** Writes errors to the log only. What people need to know is said once, in our words (`Checker`). */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
