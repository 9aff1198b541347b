import { escapeMarkdown } from '../engine/text/escape-markdown';
import { barText, type Block, type Line, type Run, type Table } from './memo/blocks';
import { memoOf } from './memo/memo';
import { printable } from './printable';
import type { Review } from './review';

/** Keeps the checker from reading the memo, which quotes what is wrong in drafts, as a draft. */
const NO_DRAFT = '<!-- peer-role-check: not a draft, but a memo about drafts -->';

/** The memo as Markdown, as GitHub and VS Code show it. Nothing that is quoted from a draft is ever read as markup. */
export const memoMarkdown = (review: Review): string =>
  `${[NO_DRAFT, ...memoOf(review).map(blockText)].join('\n\n')}\n`;

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(printable(block.text))}`;
    case 'paragraph':
      return block.lead === true ? `**${lineText(block.line)}**` : lineText(block.line);
    case 'quotation':
      return `> ${escapeMarkdown(printable(block.text))}`;
    case 'list':
      return block.items.map((item) => `- ${lineText(item)}`).join('\n');
    case 'table':
      return tableText(block);
  }
}

function tableText({ head, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(head.map((text) => lineText([text]))),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(({ line }) => lineText(line)))),
  ].join('\n');
}

const lineText = (line: Line): string => line.map(runText).join('').trim();

function runText(run: Run): string {
  if (typeof run === 'string') return escapeMarkdown(oneLine(run));
  if ('bar' in run) return barText(run);
  const text = escapeMarkdown(printable(run.strong));
  // Marks count only where they touch the words.
  return /\s$/.test(run.strong) ? `**${text}** ` : `**${text}**`;
}

/** As `printable`, with the spaces at the ends kept: what stands before and behind is on the same line. */
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
