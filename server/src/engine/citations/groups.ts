import type { CitedNumber } from './citation';
import type { CompiledCitations } from './compile';
import { cardinal, ordinal } from './numerals';
import type { Piece } from './pieces';

/** Numbers that may be those of principles: "principles 7 and 8", "#10, Dual Roles". Piece range `from` to `to`. */
export interface NumberGroup {
  readonly from: number;
  readonly to: number;
  /** `principle` says it itself; `sign` is "#"; `section` may be of anything; `ordinal` is "eighth principle"; `none`: a mere number. */
  readonly unit: 'principle' | 'sign' | 'section' | 'ordinal' | 'none';
  readonly numbers: readonly CitedNumber[];
}

const UNITS: Readonly<Record<string, NumberGroup['unit']>> = {
  principle: 'principle',
  principles: 'principle',
  '#': 'sign',
  no: 'sign',
  nos: 'sign',
  number: 'sign',
  numbers: 'sign',
  '§': 'section',
  section: 'section',
  sections: 'section',
  sec: 'section',
  secs: 'section',
  item: 'section',
  items: 'section',
  point: 'section',
  points: 'section',
  article: 'section',
  articles: 'section',
  standard: 'section',
  standards: 'section',
  provision: 'section',
  provisions: 'section',
  tenet: 'section',
  tenets: 'section',
};
const PLURAL = /^(?:principles|nos|numbers|sections|secs|items|points|articles|standards|provisions|tenets)$/;
/** What may follow a number that ends a list; any other word makes "and 3" something else ("and 3 staff"). */
const GOES_ON =
  /^(?:of|in|under|from|and|or|are|is|apply|applies|say|says|require|requires|both|which|that|as|to|code|cps)$/;
/** A range longer than this is none of principles. */
const LONGEST_RANGE = 40;

/** The group that begins at a piece, if one does. */
export function groupAt(
  list: readonly Piece[],
  at: number,
  titles: CompiledCitations['titles'],
): NumberGroup | undefined {
  return new GroupReader(list, titles).read(at);
}

/** A number without a unit, right behind a name: "COE 8", "Code of Ethics: 8". */
export function bareAt(
  list: readonly Piece[],
  at: number,
  titles: CompiledCitations['titles'],
): NumberGroup | undefined {
  return new GroupReader(list, titles).bare(at);
}

class GroupReader {
  constructor(
    private readonly list: readonly Piece[],
    private readonly titles: CompiledCitations['titles'],
  ) {}

  read(at: number): NumberGroup | undefined {
    const piece = this.list[at]!;
    const unit = UNITS[piece.lower];
    if (unit !== undefined) return this.listed(at, this.pastUnit(at), unit);
    return ordinal(piece.text) === undefined ? undefined : this.ordinals(at);
  }

  bare(at: number): NumberGroup | undefined {
    const { kind, text } = this.list[at] ?? {};
    if (kind !== 'number' || cardinal(text ?? '') === undefined) return undefined;
    const next = this.list[at + 1];
    if (next?.kind === 'word' && !GOES_ON.test(next.lower) && !this.titleAt(at + 1)) return undefined;
    return this.listed(at, at, 'none');
  }

  /** Behind the unit, and what may stand between it and the number: "no.", "principle #", "principle number". */
  private pastUnit(at: number): number {
    let i = at + 1;
    const unit = this.list[at]!.lower;
    if (this.lower(i) === '.' && /^(?:nos?|secs?)$/.test(unit)) i++;
    if (unit === '§' && this.lower(i) === '§') i++;
    if (UNITS[unit] !== 'sign' && /^(?:#|§|no|nos|number|numbers)$/.test(this.lower(i))) {
      i++;
      if (this.lower(i) === '.' && /^nos?$/.test(this.lower(i - 1))) i++;
    }
    return i;
  }

  private listed(from: number, first: number, unit: NumberGroup['unit']): NumberGroup | undefined {
    const opening = this.list[from]!;
    const digits = unit === 'sign' || unit === 'none' || opening.lower === '§';
    const plural = PLURAL.test(opening.lower) || this.lower(from + 1) === '§';
    const numbers: CitedNumber[] = [];
    let to = first;
    let own = true;
    for (let i = first; i < this.list.length;) {
      const number = this.numberAt(i, digits, opening);
      if (number === undefined || (numbers.length > 0 && !own && !plural && !this.endsList(i + 1))) break;
      const range = this.rangeAt(i, number, plural || own);
      const span = { start: this.list[i]!.start, end: this.list[range?.at ?? i]!.end };
      to = (range?.at ?? i) + 1;
      const title = this.titleAt(to);
      const last = range?.to ?? number;
      for (let n = number; n <= last; n++)
        numbers.push({ number: n, span, ...(title && n === last && n === number && { title: title.title }) });
      if (title) to = title.to;
      const next = this.nextNumber(to);
      if (next === undefined) break;
      i = next.at;
      own = next.own;
    }
    return numbers.length > 0 ? { from, to, unit, numbers } : undefined;
  }

  private numberAt(at: number, digits: boolean, unit: Piece): number | undefined {
    const piece = this.list[at];
    if (!piece || piece.kind === 'mark') return undefined;
    if (piece.kind === 'number' || !digits) {
      // "Principle I", but not "in principle I agree".
      if (piece.text === 'I' && !(/^\p{Lu}/u.test(unit.text) && this.list[at + 1]?.kind !== 'word')) return undefined;
      return cardinal(piece.text);
    }
    return undefined;
  }

  /** "7-10", "7 through 10": the number and the place of the range's end. */
  private rangeAt(at: number, first: number, sure: boolean): { readonly to: number; readonly at: number } | undefined {
    const joint = this.lower(at + 1);
    if (!/^(?:-|–|—|to|through|thru)$/.test(joint)) return undefined;
    let i = at + 2;
    if (/^(?:#|§|principle)$/.test(this.lower(i))) i++;
    const last = cardinal(this.list[i]?.text ?? '');
    if (last === undefined || last <= first || last - first > LONGEST_RANGE) return undefined;
    return sure || this.endsList(i + 1) ? { to: last, at: i } : undefined;
  }

  private endsList(at: number): boolean {
    const next = this.list[at];
    return next === undefined || next.kind === 'mark' || GOES_ON.test(next.lower);
  }

  /** Behind a comma, "and" and the like: where the next number of the list stands, and whether it has a unit of its own. */
  private nextNumber(at: number): { readonly at: number; readonly own: boolean } | undefined {
    let i = at;
    while (i < at + 3 && /^(?:,|;|&|\/|and|or)$/.test(this.lower(i))) i++;
    if (i === at) return undefined;
    const unit = UNITS[this.lower(i)];
    const own = unit === 'sign' || unit === 'principle' || this.lower(i) === '§';
    const number = own ? this.pastUnit(i) : i;
    return cardinal(this.list[number]?.text ?? '') === undefined ? undefined : { at: number, own };
  }

  /** "(Dual Roles)", ", privacy", ": Dual Roles", "Dual Roles" behind a number. */
  private titleAt(at: number): { readonly title: NonNullable<CitedNumber['title']>; readonly to: number } | undefined {
    const joint = this.lower(at);
    const open = joint === '(' || joint === '[' || joint === '"';
    let from = open || /^(?:,|:|-|–|—)$/.test(joint) ? at + 1 : at;
    if (!open && this.lower(from) === '"') from++;
    while (/^(?:on|about|the)$/.test(this.lower(from)) && from < at + 4) from++;
    if (from >= this.list.length) return undefined;
    const hit = this.titles.longestAt(this.list, from, (i) => /^[,'&-]$/.test(this.lower(i)));
    if (!hit) return undefined;
    const next = this.list[hit.to];
    const closed = open && /^[)\]"]$/.test(next?.lower ?? '');
    // "Under principle 10, advocacy is …" goes on as a sentence.
    if (
      !closed &&
      next?.kind === 'word' &&
      !/^(?:and|or|of|in|from|under|cps|code|coe|certified|massachusetts)$/.test(next.lower)
    )
      return undefined;
    const title = { start: this.list[from]!.start, end: this.list[hit.to - 1]!.end, of: hit.value };
    return { title, to: closed || this.lower(hit.to) === '"' ? hit.to + 1 : hit.to };
  }

  /** "eighth principle", "seventh and eighth principles" */
  private ordinals(from: number): NumberGroup | undefined {
    const numbers: CitedNumber[] = [];
    for (let i = from; i < this.list.length && numbers.length < LONGEST_RANGE; i++) {
      const { text, start, end, lower } = this.list[i]!;
      const number = ordinal(text);
      if (number !== undefined) numbers.push({ number, span: { start, end } });
      else if (/^principles?$/.test(lower)) return { from, to: i + 1, unit: 'ordinal', numbers };
      else if (!/^(?:,|and|or|&)$/.test(lower)) break;
    }
    return undefined;
  }

  private lower(at: number): string {
    return this.list[at]?.lower ?? '';
  }
}
