import { barText, type Block, type Cell, type Line, type Run, type Table } from './memo/blocks';
import { memoOf, memoTitle } from './memo/memo';
import { STYLE } from './memo/style';
import { printable } from './printable';
import type { Review } from './review';

/**
 * The memo as one HTML file that needs nothing else: no scripts, no pictures, no fonts from elsewhere. It is made to be
 * read aloud and printed. Nothing that is quoted from a draft is ever read as markup.
 */
export function memoHtml(review: Review): string {
  const blocks = memoOf(review);
  const headings = blocks.filter((block) => block.kind === 'heading');
  const ids = new Map<Block, string>(headings.map((block, i) => [block, `part-${String(i)}`]));
  const contents = headings.filter(({ level }) => level === 2);
  const [title, ...rest] = blocks.map((block) => blockHtml(block, ids.get(block)));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(memoTitle(review))}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
${title ?? ''}
<nav aria-label="Contents">
<ul>
${contents.map((block) => `<li><a href="#${ids.get(block) ?? ''}">${escapeHtml(printable(block.text))}</a></li>`).join('\n')}
</ul>
</nav>
${rest.join('\n')}
</main>
</body>
</html>
`;
}

function blockHtml(block: Block, id: string | undefined): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${String(block.level)}`;
      return `<${tag}${id === undefined ? '' : ` id="${id}"`}>${escapeHtml(printable(block.text))}</${tag}>`;
    }
    case 'paragraph':
      return `<p${block.lead === true ? ' class="lead"' : ''}>${lineHtml(block.line)}</p>`;
    case 'quotation':
      return `<blockquote><p>${escapeHtml(printable(block.text))}</p></blockquote>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${lineHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableHtml(block);
  }
}

/** A wide table scrolls by itself, also with the keyboard, so that the page does not have to. */
function tableHtml({ caption, head, rows }: Table): string {
  const name = escapeHtml(caption);
  return [
    `<div class="table" role="region" aria-label="${name}" tabindex="0">`,
    '<table>',
    `<caption>${name}</caption>`,
    `<thead><tr>${head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(([first, ...others]) => `<tr>${first ? rowHead(first) : ''}${others.map(cellHtml).join('')}</tr>`),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');
}

const rowHead = ({ line }: Cell): string => `<th scope="row">${lineHtml(line)}</th>`;

const cellHtml = ({ line, tone }: Cell): string =>
  `<td${tone === undefined ? '' : ` class="${tone}"`}>${lineHtml(line)}</td>`;

const lineHtml = (line: Line): string => line.map(runHtml).join('').trim();

function runHtml(run: Run): string {
  if (typeof run === 'string') return escapeHtml(oneLine(run));
  // The number beside a bar says the same.
  if ('bar' in run) return `<span class="bar" aria-hidden="true">${barText(run)}</span>`;
  if ('title' in run) return `<cite>${escapeHtml(oneLine(run.title))}</cite>`;
  return `<strong>${escapeHtml(oneLine(run.strong))}</strong>`;
}

const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
