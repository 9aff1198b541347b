import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer, type LoadedEngine } from '../../server/src/server';
import { Editor } from './editor';
import { sampleEngine } from './sample';

const sample = (): LoadedEngine => ({ engine: sampleEngine, errors: [] });

/** A server in this process and an editor at its other end. Never send `exit`: it would end the tests. */
export function editorWithServer(loadEngine: () => LoadedEngine = sample): Editor {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)), loadEngine);
  return new Editor(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
}
