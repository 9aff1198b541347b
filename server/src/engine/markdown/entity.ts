import { SOFT_HYPHEN } from '../text/normal';

const APOSTROPHE = /^&(?:rsquo|lsquo|apos|#39|#x27|#821[67]|#x201[89]);$/i;
const DASH = /^&(?:[nm]dash|#821[12]|#x201[34]);$/i;
const INVISIBLE = /^&(?:shy|zwnj|zwj|#173|#xad|#820[345]|#x200[bcd]);$/i;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * What stands for the character reference at [from, to) of `text`: nothing (spaces) for most. An apostrophe inside of a
 * word must stay, or "don&rsquo;t" would lose its negation; a dash must, since it parts clauses.
 */
export function entityText(text: string, from: number, to: number): { readonly fill?: string } {
  const source = text.slice(from, to);
  if (DASH.test(source)) return { fill: /n|#8211|2013/i.test(source) ? '\u2013' : '\u2014' };
  const inWord = LETTER.test(text.charAt(from - 1)) && LETTER.test(text.charAt(to));
  if (!inWord) return {};
  if (INVISIBLE.test(source)) return { fill: SOFT_HYPHEN.repeat(to - from) };
  return APOSTROPHE.test(source) ? { fill: "'".padEnd(to - from, SOFT_HYPHEN) } : {};
}
