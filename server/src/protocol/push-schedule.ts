import type { DocumentUri } from 'vscode-languageserver';

/** How long a pause in typing is waited for, in milliseconds. */
export const PAUSE = 150;

/** Who types without a pause still sees underlines this often, in milliseconds. */
export const LONGEST_WAIT = 1000;

interface Wait {
  readonly timer: ReturnType<typeof setTimeout>;
  /** When the first change came in that has not been answered, in milliseconds. */
  readonly since: number;
}

/** Decides when a changed draft is checked, for clients that are sent their diagnostics. */
export class PushSchedule {
  private readonly waits = new Map<DocumentUri, Wait>();

  constructor(private readonly send: (uri: DocumentUri) => void) {}

  now(uri: DocumentUri): void {
    this.start(uri, 0);
  }

  afterPause(uri: DocumentUri): void {
    const now = Date.now();
    const since = this.waits.get(uri)?.since ?? now;
    this.start(uri, Math.max(0, Math.min(PAUSE, since + LONGEST_WAIT - now)), since);
  }

  drop(uri: DocumentUri): void {
    clearTimeout(this.waits.get(uri)?.timer);
    this.waits.delete(uri);
  }

  private start(uri: DocumentUri, delay: number, since = Date.now()): void {
    this.drop(uri);
    const timer = setTimeout(() => {
      this.waits.delete(uri);
      this.send(uri);
    }, delay);
    this.waits.set(uri, { timer, since });
  }
}
