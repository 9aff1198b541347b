import type { Token } from '../prose/token';

/** A number as a sentence writes it: in digits, in words, or both ("fifty (50)"). Range of tokens. */
export interface NumberRead {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Dollars: "$14", "fourteen dollars". */
  readonly money: boolean;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function wordValue(word: string): number | undefined {
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.indexOf(word);
  if (ten > 0) return ten * 10;
  const pair = /^(\w+)-(\w+)$/.exec(word);
  if (!pair) return undefined;
  const [tens, ones] = [TENS.indexOf(pair[1]!), UNITS.indexOf(pair[2]!)];
  return tens > 1 && ones > 0 && ones < 10 ? tens * 10 + ones : undefined;
}

/** All numbers of some tokens, left to right. Ordinals, percentages, times and ratios ("1:40") are none. */
export function readNumbers(tokens: readonly Token[]): NumberRead[] {
  const found: NumberRead[] = [];
  for (let i = 0; i < tokens.length;) {
    const read = digitsAt(tokens, i) ?? wordsAt(tokens, i);
    if (!read) {
      i++;
      continue;
    }
    const number = withCents(tokens, withRepeat(tokens, read));
    found.push(number);
    i = number.to;
  }
  return found;
}

function digitsAt(tokens: readonly Token[], at: number): NumberRead | undefined {
  const token = tokens[at]!;
  const match = /^(\$?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/.exec(token.lower);
  if (token.kind !== 'number' || !match) return undefined;
  let value = Number(match[2]!.replaceAll(',', '') + (match[3] ?? ''));
  let to = at + 1;
  if (/^k$/.test(tokens[to]?.lower ?? '') && tokens[to]!.start === token.end) {
    value *= 1000;
    to++;
  }
  const dollars = match[1] === '$' || /^(?:dollars|dollar|usd)$/.test(tokens[to]?.lower ?? '');
  return { from: at, to: match[1] !== '$' && dollars ? to + 1 : to, value, money: dollars };
}

/** "two hundred and five", "a hundred", "twenty-nine thousand", "fourteen and a quarter". */
function wordsAt(tokens: readonly Token[], at: number): NumberRead | undefined {
  let total = 0;
  let part: number | undefined;
  let to = at;
  for (let i = at; i < tokens.length; i++) {
    const word = tokens[i]!.lower;
    const value = wordValue(word);
    if (value !== undefined) {
      if (
        part !== undefined &&
        !(part >= 20 && part % (part >= 100 ? 100 : 10) === 0 && value < (part >= 100 ? 100 : 10))
      )
        break;
      part = (part ?? 0) + value;
    } else if (word === 'hundred') part = (part ?? (isOne(tokens, i) ? 1 : 0)) * 100;
    else if (word === 'thousand') {
      total += (part ?? (isOne(tokens, i) ? 1 : 0)) * 1000;
      part = undefined;
    } else if (
      word === 'and' &&
      part !== undefined &&
      part >= 100 &&
      part % 100 === 0 &&
      wordValue(tokens[i + 1]?.lower ?? '') !== undefined
    )
      continue;
    else break;
    to = i + 1;
  }
  if (to === at) return undefined;
  let value = total + (part ?? 0);
  if (value === 0) return undefined;
  const fraction = fractionAt(tokens, to);
  if (fraction) [value, to] = [value + fraction.value, fraction.to];
  const dollars = /^(?:dollars|dollar)$/.test(tokens[to]?.lower ?? '');
  return { from: at, to: dollars ? to + 1 : to, value, money: dollars };
}

const isOne = (tokens: readonly Token[], at: number): boolean => /^(?:a|one)$/.test(tokens[at - 1]?.lower ?? '');

/** "and a half", "and a quarter". */
function fractionAt(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  const words = tokens.slice(at, at + 3).map((t) => t.lower);
  if (words[0] !== 'and' || !/^(?:a|one)$/.test(words[1] ?? '')) return undefined;
  if (words[2] === 'half') return { value: 0.5, to: at + 3 };
  return words[2] === 'quarter' ? { value: 0.25, to: at + 3 } : undefined;
}

/** "fifty (50)": one number, written twice. */
function withRepeat(tokens: readonly Token[], read: NumberRead): NumberRead {
  if (tokens[read.to]?.lower !== '(' || tokens[read.to + 2]?.lower !== ')') return read;
  const again = digitsAt(tokens, read.to + 1);
  return again?.value === read.value ? { ...read, to: read.to + 3, money: read.money || again.money } : read;
}

/** "thirteen dollars and fifty cents". */
function withCents(tokens: readonly Token[], read: NumberRead): NumberRead {
  if (!read.money) return read;
  const at = tokens[read.to]?.lower === 'and' ? read.to + 1 : read.to;
  const cents = tokens[at] && (digitsAt(tokens, at) ?? wordsAt(tokens, at));
  if (!cents || !/^cents?$/.test(tokens[cents.to]?.lower ?? '')) return read;
  return { ...read, to: cents.to + 1, value: read.value + cents.value / 100 };
}
