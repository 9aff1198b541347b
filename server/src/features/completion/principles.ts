import { CompletionItemKind, InsertTextFormat, type CompletionItem, type MarkupKind } from 'vscode-languageserver';
import type { CitationStyle } from '../../engine/citations/citation';
import { citationAt, citationText } from '../../engine/citations/format';
import type { RankedPrinciple } from '../../engine/citations/topics';
import type { TextEdit } from '../../engine/findings/finding';
import type { Edition, Knowledge } from '../../engine/knowledge/types';
import type { Draft } from '../../engine/markdown/draft';
import type { LineIndex } from '../../engine/text/lines';
import type { Span } from '../../engine/text/span';
import { toRange } from '../convert';
import { item, paragraph, render, strong, type Block } from '../rich-text';
import type { CompletionRequest } from './request';

export interface PrinciplesContext {
  readonly draft: Draft;
  readonly lines: LineIndex;
  readonly knowledge: Knowledge;
  readonly edition: Edition;
  readonly style: CitationStyle;
  readonly format: MarkupKind;
  /** Whether the client takes snippets: needed to leave the cursor before what is put behind it. */
  readonly snippets: boolean;
}

type Asked = Extract<CompletionRequest, { kind: 'short' | 'mention' | 'number' }>;

/** The principles of the draft's edition, as citations in the chosen style; those first that fit the words around. */
export function principleItems(
  asked: Asked,
  ranked: readonly RankedPrinciple[],
  context: PrinciplesContext,
): CompletionItem[] {
  const { draft, lines, edition } = context;
  const typed = draft.source.slice(asked.span.start, asked.span.end);
  return ranked.map(({ principle, score }, i) => {
    const { number, title, summary } = principle;
    const { text, edits } = written(asked, typed, number, context);
    const { newText, snippet, others } = withoutTouching(text, edits, asked.span, context.snippets);
    const completion: CompletionItem = {
      label: `Principle ${number}: ${title}`,
      labelDetails: { description: edition.title },
      kind: CompletionItemKind.Reference,
      documentation: render(
        about(
          number,
          summary,
          principle.limits.map(({ rule }) => rule),
          context,
        ),
        context.format,
      ),
      // What is typed counts as a match for each of them; the order is ours.
      filterText: typed,
      sortText: String(i).padStart(2, '0'),
      textEdit: { range: toRange(asked.span, lines), newText },
      ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
      ...(i === 0 && score > 0 && { preselect: true }),
    };
    if (others.length > 0) {
      completion.additionalTextEdits = others.map((edit) => ({ range: toRange(edit.span, lines), newText: edit.text }));
    }
    return completion;
  });
}

function about(
  number: number,
  summary: string,
  rules: readonly string[],
  { edition, knowledge }: PrinciplesContext,
): Block[] {
  const limits = rules.map((rule) => item(knowledge.rules.get(rule)?.title ?? rule));
  return [
    paragraph(strong(`${edition.title}, principle ${number}`)),
    paragraph(summary),
    ...(limits.length > 0 ? [paragraph('Where it applies:'), ...limits] : []),
    paragraph('The Code was revised in 2013 and 2015. Check the edition in force before you cite it.'),
  ];
}

/** What takes the place of the words that were typed, and what else the draft needs. */
function written(
  asked: Asked,
  typed: string,
  number: number,
  { draft, edition, style }: PrinciplesContext,
): { readonly text: string; readonly edits: readonly TextEdit[] } {
  // The mention stands already; only its number is missing.
  if (asked.kind === 'number') return { text: /^#/.test(typed) ? `#${number}` : `principle ${number}`, edits: [] };
  const cited = citationAt(draft, { edition, principles: [number], style });
  if (style === 'footnote') {
    // A mark in the place of the Code's name would leave a hole in the sentence.
    const kept = asked.kind === 'mention' ? edition.title.replace(/\s*\(.*\)$/, '') : '';
    return { text: kept + cited.text, edits: cited.edits };
  }
  if (style === 'link') return cited;
  const at = asked.span.start;
  if (inBrackets(draft.source, at)) return { text: cited.text, edits: [] };
  const apart = asked.kind === 'short' && !isLinked(draft.source.slice(Math.max(0, at - 40), at));
  return { text: apart ? `(${cited.text})` : citationText(edition, number), edits: [] };
}

/** Whether the words before make the citation a part of the sentence: "in keeping with coe:", and not "… stays private. coe:". */
const isLinked = (before: string): boolean =>
  /(?:^|\n|[:,;–—]|\b(?:with|of|to|in|by|under|from|see|and|or|the|our|as|per|on|than|that|cites?|citing|follows?|following|meets?|says?)) *$/i.test(
    before,
  );

/** Whether a bracket is open on the line: within it, the edition's own brackets would be brackets in brackets. */
function inBrackets(text: string, offset: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 400), offset);
  return line.lastIndexOf('(') > line.lastIndexOf(')');
}

/**
 * An edit at the very place where the typed words end must not stand beside the one that replaces them: which comes
 * first is the editor's choice. It becomes part of it, with the cursor left in between.
 */
function withoutTouching(
  text: string,
  edits: readonly TextEdit[],
  replaced: Span,
  snippets: boolean,
): { readonly newText: string; readonly snippet: boolean; readonly others: readonly TextEdit[] } {
  const behind = edits.filter(({ span }) => span.start <= replaced.end && span.end >= replaced.end);
  const others = edits.filter((edit) => !behind.includes(edit));
  const tail = behind.map((edit) => edit.text).join('');
  if (tail === '') return { newText: text, snippet: false, others };
  if (!snippets) return { newText: text + tail, snippet: false, others };
  const escaped = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  return { newText: `${escaped(text)}$0${escaped(tail)}`, snippet: true, others };
}
