import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as it matters here. */
export interface ClientTraits {
  /** It asks for diagnostics (`textDocument/diagnostic`). One that does not is sent them. Never both. */
  readonly pullsDiagnostics: boolean;
  /** It can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  /** It shows other places beside a diagnostic. */
  readonly relatedInformation: boolean;
  /** It gives a diagnostic's `data` back. */
  readonly keepsData: boolean;
  /** It can be asked for its settings (`workspace/configuration`). */
  readonly answersConfiguration: boolean;
  /** It tells about changed settings only after the server asked it to. */
  readonly registersConfiguration: boolean;
  readonly hoverFormat: MarkupKind;
  /** Its command that asks for a reason and leaves a finding out: `initializationOptions.allowCommand`. */
  readonly allowCommand: string | undefined;
  /** It takes completions with tab stops. */
  readonly snippets: boolean;
  /** It has no approved wording of its own, and wants it as completions: `initializationOptions.offerWording`. */
  readonly offersWording: boolean;
  /**
   * The link that shows a page of the catalog inside the editor; undefined for clients that show none. A client says so
   * when it starts: `initializationOptions.openPageCommand` is the name of its command, which takes the page's path.
   */
  readonly linkTo: ((path: string) => string) | undefined;
  /** It can be asked to tell when files change. */
  readonly registersWatchedFiles: boolean;
  /** It takes edits of a document at a version (`documentChanges`), and refuses them where it has gone on. */
  readonly versionedEdits: boolean;
  /** It asks for a code action's edits once it is chosen. */
  readonly resolvesCodeActions: boolean;
}

export function traitsOf({ textDocument, workspace }: ClientCapabilities, options: unknown): ClientTraits {
  const pull = textDocument?.diagnostic;
  const push = textDocument?.publishDiagnostics;
  const formats = textDocument?.hover?.contentFormat ?? [];
  return {
    pullsDiagnostics: pull !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    // These two are of 3.18 for clients that pull; older ones declare them for pushed diagnostics only.
    relatedInformation: (pull?.relatedInformation ?? push?.relatedInformation) === true,
    keepsData: (pull?.dataSupport ?? push?.dataSupport) === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    // The list is in the client's order of preference.
    hoverFormat: formats.find((f) => f === MarkupKind.Markdown || f === MarkupKind.PlainText) ?? MarkupKind.PlainText,
    allowCommand: textOption(options, 'allowCommand'),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    offersWording: optionOf(options, 'offerWording') === true,
    linkTo: linkTo(options),
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    resolvesCodeActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
  };
}

function linkTo(options: unknown): ((path: string) => string) | undefined {
  const command = textOption(options, 'openPageCommand');
  if (command === undefined) return undefined;
  return (path) => `command:${command}?${encodeURIComponent(JSON.stringify([path]))}`;
}

const optionOf = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? (options as Readonly<Record<string, unknown>>)[name] : undefined;

function textOption(options: unknown, name: string): string | undefined {
  const value = optionOf(options, name);
  return typeof value === 'string' ? value : undefined;
}
