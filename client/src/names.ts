/* Names that the manifest (`package.json`) repeats, and a test compares. No `vscode` in here: the test runs without. */

export const EXTENSION_NAME = 'Peer Role Check';

/** Also the section of our settings: the language client reads `peerRoleCheck.trace.server` by it. */
export const CLIENT_ID = 'peerRoleCheck';

export const COMMANDS = {
  showFindings: 'peerRoleCheck.showFindings',
  restart: 'peerRoleCheck.restart',
  showLog: 'peerRoleCheck.showLog',
} as const;

export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/**
 * Markdown that nobody writes as a draft: older versions of a file, comment boxes, what extensions print. Every other
 * place counts, so that drafts on a server, in a repository's web view or not yet saved are read like files.
 */
export const NOT_DRAFTS: ReadonlySet<string> = new Set([
  'chat-editing-snapshot-text-model',
  'chat-editing-text-model',
  'comment',
  'git',
  'gitfs',
  'gitlens',
  'output',
  'pr',
  'review',
  'vscode-chat-code-block',
  'vscode-local-history',
  'vscode-notebook-cell',
  'vscode-scm',
]);
