import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main, type CliIo } from '../../server/src/cli';
import type { CreateEngine } from '../../server/src/cli/engines';
import type { CheckOptions } from '../../server/src/engine/engine';
import type { KnowledgeError } from '../../server/src/engine/knowledge/types';
import { fakeEngine } from './fake-engine';

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** The options of each check, in order. */
  readonly asked: readonly CheckOptions[];
}

export interface Circumstances {
  readonly stdin?: string | Uint8Array;
  readonly stdinIsTTY?: boolean;
  readonly tty?: { readonly stdout?: boolean; readonly stderr?: boolean };
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds that pass between two looks at the clock. */
  readonly tick?: number;
  readonly errors?: readonly KnowledgeError[];
  /** In place of the engine that finds words in capitals. */
  readonly create?: CreateEngine;
}

/** A folder of its own for a test, and `main` run in it with an engine that finds words in capitals. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'peer-role-check-'));

  /** Writes files, and the folders that they need. */
  put(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), content);
    }
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async run(args: readonly string[], given: Circumstances = {}): Promise<Run> {
    let out = '';
    let err = '';
    let clock = 0;
    const asked: CheckOptions[] = [];
    const io: CliIo = {
      stdout: { write: (text) => void (out += text), isTTY: given.tty?.stdout ?? false },
      stderr: { write: (text) => void (err += text), isTTY: given.tty?.stderr ?? false },
      stdin: {
        read: () =>
          Promise.resolve(
            typeof given.stdin === 'string' ? Buffer.from(given.stdin) : (given.stdin ?? new Uint8Array()),
          ),
        isTTY: given.stdinIsTTY ?? false,
      },
      env: given.env ?? {},
      cwd: this.folder,
      now: () => (clock += given.tick ?? 0),
      today: () => '2026-11-22',
    };
    const fake: CreateEngine = () => ({ engine: fakeEngine(asked), errors: given.errors ?? [] });
    const status = await main(args, io, given.create ?? fake);
    return { status, out, err, asked };
  }
}

/** The paths in a JSON report. */
export const pathsIn = (run: Run): string[] =>
  (JSON.parse(run.out) as { files: { path: string }[] }).files.map(({ path }) => path);
