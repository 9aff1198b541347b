import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { LoadEngine } from '../../server/src/protocol/engines';
import type { ReadOwnFiles } from '../../server/src/protocol/serve-own-files';
import { startServer } from '../../server/src/server';
import { Editor } from './editor';
import { sampleEngine } from './sample';

const sample: LoadEngine = () => ({ engine: sampleEngine, errors: [] });

/** A server in this process and an editor at its other end. Never send `exit`: it would end the tests. */
export function editorWithServer(loadEngine: LoadEngine = sample, readOwnFiles?: ReadOwnFiles): Editor {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)),
    loadEngine,
    readOwnFiles,
  );
  return new Editor(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
}
