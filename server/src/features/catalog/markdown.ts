/* Small pieces of Markdown that pages are put together from. */

/** Text on one line, in which nothing is markup. */
export const prose = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_<>[\]|]/g, '\\$&')
    .replace(/^(#{1,6} |[-+] |\d+(?=[.)] ))/, '\\$1');

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** An example on one line; one of several lines (a table, a list) as it is. */
export function example(text: string): string {
  const whole = text.trim();
  if (!whole.includes('\n')) return `- ${prose(whole.replace(/^- /, ''))}`;
  const lines = ['```markdown', ...whole.split('\n'), '```'].map((line) => (line === '' ? '' : `  ${line}`));
  return `- a passage:\n\n${lines.join('\n')}\n`;
}
