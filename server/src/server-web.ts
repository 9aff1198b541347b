import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createBuiltinEngine } from './host/create-checker';
import { startServer } from './server';

/* The server as a browser's worker: `globalThis` is the worker's own scope, and its message port. */

startServer(
  createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)),
  createBuiltinEngine,
);
