/* Names that the manifest (`package.json`) repeats, and a test compares. No `vscode` in here: the test runs without. */

export const EXTENSION_NAME = 'Peer Role Check';

/** Also the section of our settings: the language client reads `peerRoleCheck.trace.server` by it. */
export const CLIENT_ID = 'peerRoleCheck';

export const COMMANDS = {
  chooseProfile: 'peerRoleCheck.chooseProfile',
  insertWording: 'peerRoleCheck.insertWording',
  newDraft: 'peerRoleCheck.newDraft',
  openExample: 'peerRoleCheck.openExample',
  reviewFolder: 'peerRoleCheck.reviewFolder',
  writeMemo: 'peerRoleCheck.writeMemo',
  browseCatalog: 'peerRoleCheck.browseCatalog',
  openPage: 'peerRoleCheck.openPage',
  allow: 'peerRoleCheck.allow',
  showFindings: 'peerRoleCheck.showFindings',
  fixNext: 'peerRoleCheck.fixNext',
  restart: 'peerRoleCheck.restart',
  showLog: 'peerRoleCheck.showLog',
} as const;

export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/** Commands that links and other commands call, and that nobody looks for in the palette. */
export const HIDDEN_COMMANDS: ReadonlySet<CommandId> = new Set([COMMANDS.openPage, COMMANDS.allow]);

/** The entry of a draft's front matter that names its profile. */
export const PROFILE_KEY = 'peer-role-profile';

/** The scheme of the catalog's pages. */
export const PAGE_SCHEME = 'peer-role-check';

/** The scheme of review memos, until somebody saves them. */
export const MEMO_SCHEME = 'peer-role-check-memo';

/** The folder of a workspace that an organization's own files are in. */
export const OWN_FOLDER = '.peer-role-check';

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
  'peer-role-check',
  'peer-role-check-memo',
  'pr',
  'review',
  'vscode-chat-code-block',
  'vscode-local-history',
  'vscode-notebook-cell',
  'vscode-scm',
]);
