export interface HostedVsCode {
  readonly authority: string;
  readonly token: string;
  readonly profile: string;
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

export function startHostedVsCode(options?: {
  askForTrust?: boolean;
  settings?: Record<string, unknown>;
  ownHome?: boolean;
  env?: Record<string, string>;
  install?: readonly string[];
}): Promise<HostedVsCode>;

export function windowAddress(server: HostedVsCode, folder: string, payload?: readonly [string, string][]): string;
export function remoteAddress(server: HostedVsCode, file: string): string;
export function openInWindow(server: HostedVsCode, files: readonly string[]): Promise<void>;
