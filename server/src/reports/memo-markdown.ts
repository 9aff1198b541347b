import { escapeMarkdown, escapeWithin } from '../engine/text/escape-markdown';
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
      return `${'#'.repeat(block.level)} ${escapeWithin(printable(block.text))}`;
    case 'paragraph':
      return block.lead === true ? `**${within(block.line)}**` : startOfLine(block.line);
    case 'quotation':
      return `> ${escapeMarkdown(printable(block.text))}`;
    case 'list':
      return block.items.map((item) => `- ${startOfLine(item)}`).join('\n');
    case 'table':
      return tableText(block);
  }
}

function tableText({ head, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(head.map((text) => within([text]))),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(({ line }) => within(line)))),
  ].join('\n');
}

const within = (line: Line): string =>
  line
    .map((run) => runText(run, escapeWithin))
    .join('')
    .trim();

const startOfLine = (line: Line): string =>
  line
    .map((run, i) => runText(run, i === 0 ? escapeMarkdown : escapeWithin))
    .join('')
    .trim();

function runText(run: Run, escape: (text: string) => string): string {
  if (typeof run === 'string') return escape(oneLine(run));
  if ('bar' in run) return barText(run);
  const [words, mark] = 'strong' in run ? [run.strong, '**'] : [run.title, '*'];
  // Marks count only where they touch the words.
  return `${mark}${escapeWithin(printable(words))}${mark}${/\s$/.test(words) ? ' ' : ''}`;
}

/** As `printable`, with the spaces at the ends kept: what stands before and behind is on the same line. */
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
