/** Where output goes. */
export interface CliOutput {
  write(text: string): void;
  /** A terminal, where a person reads along. */
  readonly isTTY: boolean;
}

/** Everything that the command line takes from the process it runs in, so that tests can stand in for it. */
export interface CliIo {
  readonly stdout: CliOutput;
  readonly stderr: CliOutput;
  readonly stdin: {
    /** All of standard input. */
    read(): Promise<Uint8Array>;
    readonly isTTY: boolean;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; paths on the command line are relative to it. */
  readonly cwd: string;
  /** Milliseconds, from any start. */
  now(): number;
  /** The day on this computer's calendar: "2026-11-22". */
  today(): string;
}
