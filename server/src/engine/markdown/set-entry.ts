import type { TextEdit } from '../findings/finding';
import { readFrontMatter } from './frontmatter';

/** What an entry is to say: a value in place of the old one, or one more item of a list. */
export type EntryChange = { readonly value: string } | { readonly item: string };

/**
 * Writes an entry into a draft's front matter: over the old value or behind its list, behind the other entries, or as a
 * front matter of its own at the very start. The draft's own line endings are kept. What YAML would read as something
 * else than a text is put in quotes.
 *
 * @returns one edit, in offsets of `text`; none where the draft already says so
 */
export function setEntry(text: string, key: string, change: EntryChange): TextEdit[] {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const items = (item: string): string => `${newline}  - ${quoted(item)}`;
  const entry = `${key}:${'value' in change ? ` ${quoted(change.value)}` : items(change.item)}`;
  const front = readFrontMatter(text);
  if (front === undefined) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const gap = /^\s*(\r?\n|$)/.test(text.slice(start)) ? '' : newline;
    return [insertion(start, ['---', entry, '---', ''].join(newline) + gap)];
  }
  const there = front.entries.find((candidate) => candidate.key === key);
  if (there === undefined) {
    const lastLine = text.slice(0, front.span.end).search(/[^\r\n]*$/);
    return [insertion(lastLine, `${entry}${newline}`)];
  }
  const { start, end } = there.valueSpan;
  const before = text[start - 1] ?? '';
  const inQuotes = /["']/.test(before) && before === text[end];
  if ('item' in change) {
    // One value so far: it becomes the first item.
    const isList = /^[ \t]*-[ \t]*["']?$/.test(text.slice(text.slice(0, start).search(/[^\r\n]*$/), start));
    const old = text.slice(start, end);
    if (isList) return [insertion(inQuotes ? end + 1 : end, items(change.item))];
    const from = inQuotes ? start - 1 : start;
    const gap = text.slice(0, from).search(/[ \t]*$/);
    const first = old === '' ? '' : items(old);
    return [{ span: { start: gap, end: inQuotes ? end + 1 : end }, text: first + items(change.item) }];
  }
  if (there.value === change.value) return [];
  const written = inQuotes ? change.value : quoted(change.value);
  return [{ span: { start, end }, text: start === end && before === ':' ? ` ${written}` : written }];
}

const insertion = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });

/** A word stays as it is; what else could be read as a number, a list or a comment is put in quotes. */
const quoted = (value: string): string =>
  /^[a-z][\w -]*$/i.test(value) && !/^(true|false|yes|no|on|off|null)$/i.test(value) ? value : JSON.stringify(value);
