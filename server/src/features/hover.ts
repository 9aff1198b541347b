import type { Hover, MarkupKind } from 'vscode-languageserver';
import type { Finding, SourceRef } from '../engine/findings/finding';
import type { Knowledge } from '../engine/knowledge/types';
import type { LineIndex } from '../engine/text/lines';
import { rulePage } from './catalog/pages';
import { lineNumber, toRange } from './convert';
import { byWeight } from './ranking';
import { emphasis, item, link, paragraph, render, rule as line, strong, type Block, type Run } from './rich-text';
import { AUTHORITY_WORDS, originWords, RULE_WORDS } from './wording';

export interface HoverContext {
  readonly lines: LineIndex;
  readonly knowledge: Knowledge;
  readonly format: MarkupKind;
  /** The link to a page of the catalog, for clients that show them. */
  readonly linkTo?: ((path: string) => string) | undefined;
}

/**
 * What was read at a place and why, what the rule says, what is right instead, and who says so.
 *
 * @param findings of the whole draft
 * @param offset the place, in document offsets
 * @returns null where nothing was found
 */
export function hoverAt(findings: readonly Finding[], offset: number, context: HoverContext): Hover | null {
  const here = findings.filter(({ span }) => covers(span.start, span.end, offset)).sort(byWeight);
  const first = here[0];
  if (first === undefined) return null;
  const blocks = here.flatMap((finding, i) => [...(i === 0 ? [] : [line]), ...explain(finding, context)]);
  return { contents: render(blocks, context.format), range: toRange(first.span, context.lines) };
}

/** An empty span (something is missing here) is met at its own place only. */
const covers = (start: number, end: number, offset: number): boolean =>
  start === end ? offset === start : start <= offset && offset < end;

function explain(finding: Finding, { lines, knowledge, linkTo }: HoverContext): Block[] {
  const rule = knowledge.rules.get(finding.rule);
  const words = RULE_WORDS[finding.family];
  const blocks: Block[] = [paragraph(strong(rule?.title ?? finding.message))];
  const read = whatWasRead(finding, lines);
  if (read.length > 0) blocks.push(paragraph(strong('Read here:'), ' ', ...read));
  for (const note of finding.evidence.notes ?? []) blocks.push(paragraph(note));
  if (finding.certainty === 'open') blocks.push(paragraph(words.open));
  // An editor shows the finding's message beside the hover, but not every editor, and for an open case it is a question.
  if (rule !== undefined) blocks.push(paragraph(strong(words.says), ' ', finding.limit ?? rule.message, ' ', rule.why));
  if (finding.allowed !== '') blocks.push(paragraph(strong(words.instead), ' ', finding.allowed));
  blocks.push(paragraph(strong('Who says so:'), ' ', AUTHORITY_WORDS[finding.authority]));
  blocks.push(...finding.sources.map((ref) => item(...sourceRuns(ref, knowledge))));
  const page = rule && linkTo?.(rulePage(rule.id));
  if (page !== undefined) blocks.push(paragraph(link(words.more, page)));
  return blocks;
}

/** "*peer specialist*, from the heading on line 12: *reminds* … *medication*". */
function whatWasRead({ evidence }: Finding, lines: LineIndex): Run[] {
  const runs: Run[] = [];
  const { actor, duty } = evidence;
  if (actor !== undefined) {
    runs.push(emphasis(actor.text));
    if (actor.collective) runs.push(' (which includes people in peer roles)');
    runs.push(', ', originWords(actor.origin, lineNumber(actor.span.start, lines)));
  }
  duty.forEach((part, i) => {
    if (i > 0) runs.push(' … ');
    else if (runs.length > 0) runs.push(': ');
    runs.push(emphasis(part.text));
  });
  return runs;
}

function sourceRuns(ref: SourceRef, knowledge: Knowledge): Run[] {
  const title = emphasis(knowledge.sources.get(ref.key)?.title ?? ref.key);
  return ref.section === undefined ? [title] : [title, `, ${ref.section}`];
}
