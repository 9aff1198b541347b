import { createConnection } from 'vscode-languageserver/node';
import { createBuiltinEngine } from './host/create-checker';
import { ownFilesOfWorkspace } from './host/own-files';
import { describe } from './protocol/log';
import { startServer } from './server';

/* The server as a process: `--stdio` for any editor, `--node-ipc` for VS Code. */

const USAGE = `Peer Role Check, language server. Editors start it; it speaks the Language Server Protocol.

  peer-role-check-language-server --stdio

To check files from a terminal, use "peer-role-check check PATH".
`;

const TRANSPORTS = /^--(stdio|node-ipc|(socket|pipe)(=.+)?)$/;

if (process.argv.slice(2).some((argument) => TRANSPORTS.test(argument))) {
  const connection = createConnection();
  // A promise that nobody looked after must not end the server in the middle of someone's work.
  process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected: ${describe(reason)}`));
  startServer(connection, createBuiltinEngine, ownFilesOfWorkspace);
} else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
