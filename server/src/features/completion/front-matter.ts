import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { EDITION_KEY } from '../../engine/citations/edition';
import { PROFILE_KEY } from '../../engine/findings/profile';
import type { Knowledge } from '../../engine/knowledge/types';
import type { LineIndex } from '../../engine/text/lines';
import { toRange } from '../convert';
import type { CompletionRequest } from './request';

/** The values that our entries of a front matter can have; none for entries that are not ours. */
export function frontMatterItems(
  { key, span }: Extract<CompletionRequest, { kind: 'value' }>,
  source: string,
  { profiles, editions }: Knowledge,
  lines: LineIndex,
): CompletionItem[] {
  const value = (label: string, text: string, detail: string): CompletionItem => ({
    label,
    detail,
    kind: CompletionItemKind.Value,
    textEdit: { range: toRange(span, lines), newText: text },
  });
  const before = source[span.start - 1] ?? '';
  const gap = before === ':' ? ' ' : '';
  const quote = /["']/.test(before) ? '' : '"';
  if (key === PROFILE_KEY) return [...profiles.values()].map(({ id, title }) => value(id, gap + id, title));
  // Without quotes, YAML reads a year as a number; other tools may then stumble.
  if (key === EDITION_KEY)
    return [...editions.values()].map(({ id, title }) => value(id, `${gap}${quote}${id}${quote}`, title));
  return [];
}
