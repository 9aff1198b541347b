import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver';
import type { LineIndex } from '../../engine/text/lines';
import { toRange } from '../convert';
import type { WordingOffer } from '../wordings';
import type { CompletionRequest } from './request';

/** Approved wording for clients that have no snippets of their own, in the order of the offers. */
export function wordingItems(
  { span }: Extract<CompletionRequest, { kind: 'wording' }>,
  offers: readonly WordingOffer[],
  lines: LineIndex,
  snippets: boolean,
): CompletionItem[] {
  return offers.map(({ id, title, description, group, body, plain, missing }, i) => ({
    label: id.startsWith('peer-') ? id : `peer-${id}`,
    labelDetails: { description: missing ? `${group}, not in this draft yet` : group },
    detail: title,
    kind: CompletionItemKind.Snippet,
    documentation: { kind: MarkupKind.Markdown, value: `${description}\n\n---\n\n${plain}` },
    sortText: String(i).padStart(3, '0'),
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(span, lines), newText: (snippets ? body : plain).trimEnd() },
  }));
}
