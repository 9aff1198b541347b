import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import { escapeMarkdown } from '../engine/text/escape-markdown';

/** A piece of a line. Its text is plain: nothing in it is ever read as markup. */
export type Run =
  | string
  | { readonly text: string; readonly style: 'strong' | 'emphasis' }
  | { readonly text: string; readonly style: 'link'; readonly href: string };

/** A paragraph or a list item, each of which stands alone; `rule` is a line between two parts. */
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'item'; readonly runs: readonly Run[] }
  | { readonly kind: 'rule' };

export const strong = (text: string): Run => ({ text, style: 'strong' });
export const emphasis = (text: string): Run => ({ text, style: 'emphasis' });
/** A link where the client shows pages; the words alone where it does not. */
export const link = (text: string, href: string | undefined): Run =>
  href === undefined ? text : { text, style: 'link', href };
export const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs });
export const item = (...runs: readonly Run[]): Block => ({ kind: 'item', runs });
export const rule: Block = { kind: 'rule' };

/** The blocks as the client wants them: Markdown, or the same words without any marks. */
export function render(blocks: readonly Block[], kind: MarkupKind): MarkupContent {
  const asMarkdown = kind === MarkupKind.Markdown;
  const parts = blocks.map((block) => {
    if (block.kind === 'rule') return asMarkdown ? '---' : '';
    const line = block.runs.map((run) => (asMarkdown ? markdownRun(run) : plainRun(run))).join('');
    return block.kind === 'item' ? `- ${line}` : line;
  });
  let value = '';
  parts.forEach((part, i) => {
    const listGoesOn = blocks[i]?.kind === 'item' && blocks[i - 1]?.kind === 'item';
    value += i === 0 ? part : (listGoesOn ? '\n' : '\n\n') + part;
  });
  return { kind, value };
}

const plainRun = (run: Run): string => oneLine(typeof run === 'string' ? run : run.text);

function markdownRun(run: Run): string {
  if (typeof run === 'string') return escapeMarkdown(oneLine(run));
  // Marks only count where they touch the words.
  const text = escapeMarkdown(oneLine(run.text).trim());
  if (run.style === 'link')
    return text === '' ? '' : `[${text}](${run.href.replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))})`;
  const mark = run.style === 'strong' ? '**' : '*';
  return text === '' ? '' : mark + text + mark;
}

/** What is quoted from a draft may be wrapped over lines; a line break would end our paragraph. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
