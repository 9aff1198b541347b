/** Lines for the log that people open when something is odd. Never shown uninvited. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What went wrong, with its trace: for the log, not for a message box. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
