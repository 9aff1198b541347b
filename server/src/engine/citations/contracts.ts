import type { Knowledge } from '../knowledge/types';
import type { ContractMention } from './citation';
import { Phrases, wordsOf, type Piece } from './pieces';

/** The forms of all contract references, by their words without "section" and marks. */
export interface ContractForms {
  readonly forms: Phrases<string>;
  /** By a reference that has items, and by each of these: the items' letters and their references. */
  readonly items: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Words that a reference may have or lack. */
const FILLING = new Set(['section', 'sections', 'sec', 'sect', 'the', 'item', 'items', 'subsection', 'paragraph']);
/** Marks that may stand within a reference; a full stop only where nothing stands around it ("7.5.a"). */
const WITHIN = new Set(['(', ')', ',', '§', ':', '[', ']', "'s", '-', '–']);

const keyOf = (form: string): string[] => wordsOf(form).filter((word) => !FILLING.has(word));
const isLetter = (word: string | undefined): word is string => word !== undefined && /^[a-z]$/.test(word);

export function compileContracts({ references }: Knowledge): ContractForms {
  const forms = new Phrases<string>();
  const items = new Map<string, Map<string, string>>();
  const keys = [...references.values()].flatMap(({ id, forms }) => forms.map((form) => ({ id, key: keyOf(form) })));
  const wholes = new Map(keys.map(({ id, key }) => [key.join(' '), id]));
  for (const { id, key } of keys) {
    forms.add(key, id);
    const letter = key.at(-1);
    const whole = isLetter(letter) ? wholes.get(key.slice(0, -1).join(' ')) : undefined;
    if (!isLetter(letter) || whole === undefined || whole === id) continue;
    const letters = items.get(whole) ?? new Map<string, string>();
    letters.set(letter, id);
    items.set(whole, letters).set(id, letters);
  }
  return { forms, items };
}

/** Mentions of places in contracts, in reading order. `list` is a block's; `source` the draft's. */
export const findContracts = (list: readonly Piece[], forms: ContractForms, source: string): ContractMention[] =>
  new Finder(list, forms, source).find();

class Finder {
  private readonly found: ContractMention[] = [];

  constructor(
    private readonly list: readonly Piece[],
    private readonly contracts: ContractForms,
    private readonly source: string,
  ) {}

  find(): ContractMention[] {
    const { list } = this;
    for (let i = 0; i < list.length;) {
      const first = list[i]!.kind === 'mark' || FILLING.has(list[i]!.lower) ? undefined : this.hitAt(i);
      if (!first) {
        i++;
        continue;
      }
      const letters = this.contracts.items.get(first.value);
      const from = this.opening(i);
      this.before(from, letters);
      const to = this.closing(i, first.to);
      this.add(first.value, from, to);
      i = letters ? this.behind(to, letters) : to;
    }
    return this.found.sort((a, b) => a.span.start - b.span.start);
  }

  private hitAt(at: number): { readonly value: string; readonly to: number } | undefined {
    const skips = (i: number): boolean => this.isFilling(i);
    const hit = this.contracts.forms.longestAt(this.list, at, skips);
    // "Under RFR 7.5 a peer may …": the letter is an article.
    return hit && this.isArticle(hit.to - 1) ? this.contracts.forms.longestAt(this.list, at, skips, hit.to - 1) : hit;
  }

  private isFilling(i: number): boolean {
    const { lower, glued } = this.list[i]!;
    if (FILLING.has(lower) || WITHIN.has(lower)) return true;
    if (lower !== '.' || !glued) return false;
    return this.list[i + 1]?.glued === true || /^(?:secs?|sect)$/.test(this.list[i - 1]!.lower);
  }

  private isArticle(at: number): boolean {
    const { lower, glued } = this.list[at]!;
    const next = this.list[at + 1];
    return (
      lower === 'a' &&
      !glued &&
      next?.kind === 'word' &&
      !/^(?:and|or|of|to|through|in|is|on|says|rules)$/.test(next.lower)
    );
  }

  /** Where a mention begins that was recognized at `at`: "§" and "Section" before it belong to it. */
  private opening(at: number): number {
    let from = at;
    while (
      from > 0 &&
      (this.list[from - 1]!.lower === '§' ||
        (this.list[from - 1]!.lower !== 'the' && FILLING.has(this.list[from - 1]!.lower)))
    )
      from--;
    // "sec. 7.5": the full stop of the abbreviation.
    if (this.list[from - 1]?.lower === '.' && /^(?:secs?|sect)$/.test(this.list[from - 2]?.lower ?? '')) from -= 2;
    return from;
  }

  /** The end with the bracket that a mention has opened. */
  private closing(from: number, to: number): number {
    const open = this.list.slice(from, to).filter(({ lower }) => lower === '(' || lower === '[').length;
    const shut = this.list.slice(from, to).filter(({ lower }) => lower === ')' || lower === ']').length;
    return open > shut && /^[)\]]$/.test(this.list[to]?.lower ?? '') ? to + 1 : to;
  }

  /** "items a and b of RFR 7.5": the letters before. */
  private before(from: number, letters: ReadonlyMap<string, string> | undefined): void {
    let at = from;
    while (/^(?:and|or|,|&|\)|\()$/.test(this.list[at - 1]?.lower ?? '') && at > from - 12) {
      at--;
      const letter = this.list[at - 1];
      const reference = isLetter(letter?.lower) ? letters?.get(letter.lower) : undefined;
      if (reference === undefined) continue;
      at--;
      this.add(reference, at, at + 1);
    }
  }

  /** "7.5(a) and (b)", "7.5, items a to c": the letters behind. Returns where the search goes on. */
  private behind(to: number, letters: ReadonlyMap<string, string>): number {
    let end = to;
    for (let i = to; i < this.list.length && i < end + 5; i++) {
      const { lower } = this.list[i]!;
      if (!isLetter(lower)) {
        if (/^(?:and|or|to|through|[,&()–-]|items?|both)$/.test(lower)) continue;
        break;
      }
      const reference = letters.get(lower);
      if (reference === undefined || this.isArticle(i)) break;
      const bracketed = this.list[i - 1]?.lower === '(' && this.list[i + 1]?.lower === ')';
      const from = bracketed ? i - 1 : i;
      const past = bracketed ? i + 2 : i + 1;
      for (const left of this.leftOut(end, i, letters)) this.add(left, from, past);
      this.add(reference, from, past);
      end = past;
      i = end - 1;
    }
    return end;
  }

  /** What "a to c" leaves out. */
  private leftOut(from: number, to: number, letters: ReadonlyMap<string, string>): string[] {
    if (!this.list.slice(from, to).some(({ lower }) => /^(?:to|through|-|–)$/.test(lower))) return [];
    const near = this.list.slice(Math.max(0, from - 3), from).reverse();
    const first = near.find(({ lower }) => isLetter(lower))?.lower;
    const last = this.list[to]!.lower;
    if (first === undefined) return [];
    return [...letters].filter(([letter]) => first < letter && letter < last).map(([, reference]) => reference);
  }

  private add(reference: string, from: number, to: number): void {
    const span = { start: this.list[from]!.start, end: this.list[to - 1]!.end };
    this.found.push({ span, text: this.source.slice(span.start, span.end), reference });
  }
}
