import type { CliIo } from './io';

const PATIENCE = 500; // milliseconds of work before anything is shown: short work needs no words
const INTERVAL = 100; // milliseconds between two changes of the line

/** One line on a terminal's standard error that says how far long work is; nothing anywhere else. */
export class Progress {
  private readonly since: number;
  private last = -Infinity;
  private shown = false;

  constructor(private readonly io: Pick<CliIo, 'stderr' | 'now'>) {
    this.since = io.now();
  }

  /** `done` of `total` drafts are finished. */
  show(done: number, total: number): void {
    const now = this.io.now();
    if (!this.io.stderr.isTTY || now - this.since < PATIENCE || now - this.last < INTERVAL) return;
    this.last = now;
    this.shown = true;
    this.io.stderr.write(`\r\u001b[KChecking: ${String(done)} of ${String(total)} drafts`);
  }

  /** Takes the line away again. */
  clear(): void {
    if (this.shown) this.io.stderr.write('\r\u001b[K');
    this.shown = false;
  }
}
