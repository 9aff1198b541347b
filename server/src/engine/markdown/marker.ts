/**
 * What a line of pasted text begins with: a bullet, or a label such as "(a)", "iv." or "4.2". `sure` markers never begin
 * a line of running text; others need company to count.
 */
export interface Marker {
  readonly kind: 'bullet' | 'label' | 'clause';
  /** The ways to read it, likeliest first: "(i)" is the ninth letter or the first Roman numeral. One for most markers. */
  readonly readings: readonly Reading[];
  /** Without brackets and dots: "a", "iv", "3.1"; undefined for bullets. */
  readonly label?: string;
  readonly sure: boolean;
  /** Offset of the first prose character after the marker. */
  readonly end: number;
}

/** Markers of one list share a style; values count from 1 (several numbers for "4.2"). Bullets have no value. */
export interface Reading {
  readonly style: string;
  readonly value: readonly number[];
}

const SURE_BULLET =
  /[\u2022\u2023\u2043\u25a0\u25a1\u25aa\u25ab\u25b6\u25ba\u25c6\u25c7\u25cb\u25cf\u25e6\u2610-\u2612\u2713\u2714\u2756\u2794\u27a2\u27a4\uf076\uf0a7\uf0b7\uf0d8\uf0fc]/y;
const WEAK_BULLET = /(?:-{1,2}|[\u2013\u2014\u2192\u00b7\u2219*+o])(?=[ \n])|[-*](?=\p{L})/uy;
const LABEL = /(\(?) ?(\p{Lu}{1,2}|\p{Ll}{1,2}|[ivxl]{1,6}|[IVXL]{1,6}|\d{1,3}) ?([).])(?=[ \n])/uy;
const CLAUSE =
  /(?:§{1,2} ?([0-9A-Z][0-9A-Za-z]{0,9}(?:[.-][0-9A-Za-z]{1,9}){0,5})|((?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){1,5}|[A-Z]\.\d{1,3}|\.\d{2}|\d{1,3}(?=\()))((?:\([0-9A-Za-z]{1,4}\)){0,4})[.):]?(?=[ \n])/y;
const ROMAN = /^(?=.)(?:xl|x{0,3})(?:ix|iv|v?i{0,3})$/;
/** A number before one of these is an amount: "1.0 FTE peer specialist". */
const UNIT = /(?:FTEs?|WTEs?|EFT|GPA|MB|GB|AM|PM)\b/y;
const OPENS_CLAUSE = /[\p{Lu}\p{Lo}\p{Ps}\d"']/u;

/** The marker at `from` in masked text, if something follows it before `to`. `from` is no space. */
export function readMarker(text: string, from: number, to: number): Marker | undefined {
  const marker = readBullet(text, from) ?? readLabel(text, from) ?? readClause(text, from);
  if (!marker) return undefined;
  let end = marker.end;
  while (end < to && isSpace(text.charCodeAt(end))) end++;
  return end < to ? { ...marker, end } : undefined;
}

/** The sign of a real Markdown list ("-", "3.") as a marker, so that real and pasted lists number alike. */
export function listMarker(sign: string, end: number): Marker {
  const label = /^\d+/.exec(sign)?.[0];
  if (label === undefined) return { kind: 'bullet', readings: [{ style: sign, value: [] }], sure: true, end };
  const reading = { style: '1' + sign.slice(label.length), value: [Number(label)] };
  return { kind: 'label', readings: [reading], label, sure: true, end };
}

function readBullet(text: string, from: number): Marker | undefined {
  const sure = match(SURE_BULLET, text, from);
  const weak = sure ? undefined : match(WEAK_BULLET, text, from);
  const found = sure ?? weak;
  if (!found) return undefined;
  return {
    kind: 'bullet',
    readings: [{ style: found[0], value: [] }],
    sure: sure !== undefined,
    end: from + found[0].length,
  };
}

function readLabel(text: string, from: number): Marker | undefined {
  const found = match(LABEL, text, from);
  if (!found) return undefined;
  const [whole, open = '', label = '', close = ''] = found;
  if (open === '(' && close !== ')') return undefined;
  const form = open + close;
  const readings = valuesOf(label).map(({ numerals, value }) => ({ style: numerals + form, value: [value] }));
  if (readings.length === 0) return undefined;
  return { kind: 'label', readings, label, sure: false, end: from + whole.length };
}

function readClause(text: string, from: number): Marker | undefined {
  const found = match(CLAUSE, text, from);
  if (!found) return undefined;
  const [whole, section, number = '', points = ''] = found;
  const name = section ?? number;
  let end = from + whole.length;
  while (isSpace(text.charCodeAt(end))) end++;
  if (!OPENS_CLAUSE.test(text.charAt(end)) || match(UNIT, text, end)) return undefined;
  const value = (name + points)
    .split(/[.()-]+/)
    .filter(Boolean)
    .map(partValue);
  const style = (section === undefined ? 'clause' : '§') + value.length;
  return { kind: 'clause', readings: [{ style, value }], label: name.replace(/^\./, '') + points, sure: false, end };
}

function partValue(part: string): number {
  return /^\d+$/.test(part) ? Number(part) : part.toLowerCase().charCodeAt(0) - 96;
}

interface Numeral {
  readonly numerals: string;
  readonly value: number;
}

/** "i" → 9 as a letter, 1 as a Roman numeral; "aa" → 27; words have none. */
function valuesOf(label: string): readonly Numeral[] {
  if (/^\d/.test(label)) return [{ numerals: '1', value: Number(label) }];
  const lower = label.toLowerCase();
  const upper = label !== lower;
  const found: Numeral[] = [];
  if (/^([a-z])\1?$/.test(lower)) {
    found.push({ numerals: upper ? 'A' : 'a', value: lower.charCodeAt(0) - 96 + (lower.length - 1) * 26 });
  }
  if (ROMAN.test(lower)) found.push({ numerals: upper ? 'I' : 'i', value: romanValue(lower) });
  return found;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanValue(roman: string): number {
  let sum = 0;
  let last = 0;
  for (const digit of [...roman].reverse()) {
    const value = ROMAN_DIGITS[digit] ?? 0;
    sum += value < last ? -value : value;
    last = value;
  }
  return sum;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const isSpace = (code: number): boolean => code === 32 || code === 10;

/** Whether `next` directly follows `value` in a numbering: c after b, 4.3 after 4.2, 5.1 after 4.9, 4.2.1 after 4.2. */
export function follows(value: readonly number[], next: readonly number[]): boolean {
  const at = next.length - 1;
  if (next.length === value.length + 1) return next[at] === 1 && value.every((part, i) => part === next[i]);
  for (let i = 0; i <= at; i++) {
    if (next[i] === value[i]) continue;
    return next[i] === (value[i] ?? 0) + 1 && next.slice(i + 1).every((part) => part <= 1);
  }
  return false;
}

export const isFirst = (value: readonly number[]): boolean => value.every((part) => part === 1);
