import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding, Suggestion, TextEdit } from '../engine/findings/finding';
import type { LineIndex } from '../engine/text/lines';
import type { Span } from '../engine/text/span';
import { toRange } from './convert';
import { findingOf, HELD_BACK, SOURCE } from './diagnostics';

/** The rule whose suggestions can all be taken at once: citations add to a draft and change nothing that it says. */
const CITATIONS = 'citation-suggested';

export interface CodeActionsContext {
  readonly uri: string;
  /** The version of the document that `lines` are of. Diagnostics of another one are passed over. */
  readonly version: number;
  readonly lines: LineIndex;
  /** All findings of the draft, for clients that do not give a diagnostic's `data` back, and for counting. */
  readonly findings: readonly Finding[];
  /** Whether the client takes edits of a document at a version (`documentChanges`). */
  readonly versionedEdits: boolean;
  /** Whether the client asks for an action's edits once it is chosen. */
  readonly resolves: boolean;
  /** The client's command that asks for a reason and leaves a finding out; undefined for clients that have none. */
  readonly allowCommand: string | undefined;
  /** The name of a rule, for people. */
  readonly titleOf: (rule: string) => string;
}

/** What the client's `allowCommand` is called with. */
export interface AllowArguments {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  /** The rule's name, for people. */
  readonly title: string;
  /** The words that were found, document offsets. */
  readonly span: Span;
  readonly scope: AllowScope;
}

/** For this sentence, this draft, or all drafts of the workspace. */
export type AllowScope = 'here' | 'draft' | 'workspace';

/** What an action carries from the offer to its choice. */
export interface CiteAllData {
  readonly uri: string;
  readonly version: number;
}

/** What can be done about the underlined words that a client asks about, the best first. */
export function codeActionsFor(diagnostics: readonly Diagnostic[], context: CodeActionsContext): CodeAction[] {
  const ours = diagnostics.filter(({ source, code }) => source === SOURCE && code !== HELD_BACK);
  const offered = ours.flatMap((diagnostic) => {
    const finding = currentFinding(diagnostic, context);
    return (finding?.suggestions ?? []).map((suggestion, i) => actionFor(suggestion, diagnostic, i === 0, context));
  });
  const actions = once(offered);
  const several = new Set(ours.map(({ code }) => code)).size > 1;
  actions.push(...ours.flatMap((diagnostic) => allowActions(diagnostic, several, context)));
  const cited = ours.filter(({ code }) => code === CITATIONS);
  const all = context.findings.filter(({ rule }) => rule === CITATIONS).length;
  if (cited.length > 0 && all > 1 && context.resolves) actions.push(citeAll(all, cited, context));
  return actions;
}

/** One action for findings that are put right by the same one, such as several statements that one wording makes. */
function once(actions: readonly CodeAction[]): CodeAction[] {
  const kept = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const same = kept.get(key);
    if (same === undefined) kept.set(key, action);
    else {
      const isPreferred = same.isPreferred === true || action.isPreferred === true;
      const diagnostics = [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])];
      kept.set(key, { ...same, diagnostics, ...(isPreferred && { isPreferred }) });
    }
  }
  return [...kept.values()];
}

/** The finding as the diagnostic carries it; its offsets are good for the version that it was made of only. */
function currentFinding(diagnostic: Diagnostic, context: CodeActionsContext): Finding | undefined {
  if (diagnostic.data !== undefined && diagnostic.data !== null) {
    const data = findingOf(diagnostic);
    return data?.version === context.version ? data.finding : undefined;
  }
  const { start, end } = diagnostic.range;
  return context.findings.find(({ rule, span }) => {
    const range = toRange(span, context.lines);
    return (
      rule === diagnostic.code &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character
    );
  });
}

function actionFor(
  { title, edits, kind }: Suggestion,
  diagnostic: Diagnostic,
  first: boolean,
  context: CodeActionsContext,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    // The one that "Fix" takes without asking: never wording that changes what the draft says of somebody else.
    ...(first && kind !== 'other-role' && { isPreferred: true }),
    edit: workspaceEdit(edits, context),
  };
}

/** `several`: whether other findings are offered beside it, so that "this" would not say which. */
const SCOPES: readonly (readonly [scope: AllowScope, title: (rule: string, several: boolean) => string])[] = [
  ['here', (rule, several) => `Leave ${several ? `“${rule}” here` : 'this'} as it is, with a reason…`],
  ['draft', (rule) => `Leave out “${rule}” in this draft, with a reason…`],
  ['workspace', (rule) => `Leave out “${rule}” in this workspace, with a reason…`],
];

function allowActions(diagnostic: Diagnostic, several: boolean, context: CodeActionsContext): CodeAction[] {
  const { allowCommand, uri, version } = context;
  const finding = currentFinding(diagnostic, context);
  if (finding === undefined || allowCommand === undefined || finding.family === 'document') return [];
  const { rule, span } = finding;
  const name = context.titleOf(rule);
  return SCOPES.map(([scope, titleOf]) => {
    const title = titleOf(name, several);
    const argument: AllowArguments = { uri, version, rule, title: name, span, scope };
    const command = { title, command: allowCommand, arguments: [argument] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command };
  });
}

const citeAll = (count: number, diagnostics: Diagnostic[], { uri, version }: CodeActionsContext): CodeAction => ({
  title: `Add all ${count} suggested citations`,
  kind: CodeActionKind.QuickFix,
  diagnostics,
  data: { uri, version } satisfies CiteAllData,
});

/** Edits of one document in the shape that the client takes. */
export function workspaceEdit(
  edits: readonly TextEdit[],
  { uri, version, lines, versionedEdits }: Pick<CodeActionsContext, 'uri' | 'version' | 'lines' | 'versionedEdits'>,
): WorkspaceEdit {
  const changes = edits.map(({ span, text }) => ({ range: toRange(span, lines), newText: text }));
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
