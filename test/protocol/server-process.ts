import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Editor } from './editor';

const SERVER = path.join(__dirname, '../../dist/server.js');

/** The built server in a process of its own. */
export class ServerProcess {
  readonly stderr: string[] = [];
  readonly exited: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    child.stderr?.on('data', (data: Buffer) => this.stderr.push(String(data)));
    this.exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  static spawn(...args: string[]): ServerProcess {
    assert.ok(existsSync(SERVER), 'There is no dist/server.js. Run "npm run build" first.');
    return new ServerProcess(spawn(process.execPath, [SERVER, ...args], { stdio: 'pipe' }));
  }

  static fork(): ServerProcess {
    assert.ok(existsSync(SERVER), 'There is no dist/server.js. Run "npm run build" first.');
    return new ServerProcess(fork(SERVER, ['--node-ipc'], { silent: true }));
  }

  get stdin(): NodeJS.WritableStream {
    assert.ok(this.child.stdin);
    return this.child.stdin;
  }

  editorOnStdio(): Editor {
    assert.ok(this.child.stdout);
    return new Editor(new StreamMessageReader(this.child.stdout), new StreamMessageWriter(this.stdin));
  }

  editorOnIpc(): Editor {
    return new Editor(new IPCMessageReader(this.child), new IPCMessageWriter(this.child));
  }
}
