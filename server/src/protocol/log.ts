import type { CheckResult } from '../engine/engine';
import { failureText } from '../engine/result';

/** Lines for the log that people open when something is odd. Never shown uninvited. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Says in the log which parts of a check are missing from its result, and why. */
export function logFailures({ failures }: Pick<CheckResult, 'failures'>, uri: string, log: Log): void {
  for (const failure of failures) log.error(`${failureText(failure)} ${uri}\n${describe(failure.error)}`);
}

/** What went wrong, with its trace: for the log, not for a message box. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
