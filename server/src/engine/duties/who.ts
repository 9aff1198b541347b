import type { Finding } from '../findings/finding';
import type { Span } from '../text/span';
import { overlaps } from '../text/span';

/** A limited duty that a draft gives to somebody, whoever that is. */
export interface DutyRead {
  /** Id of the rule whose duty it is. */
  readonly rule: string;
  /** Who has it, in the draft's own words: singular, in small letters ("nurse", "peer specialist", "CPS"). */
  readonly role: string;
  /** `collective`: "staff", "the team" and the like, which may or may not take in people in peer roles. */
  readonly kind: 'peer' | 'other' | 'collective';
  /** The clause, or the cell, that gives it; document offsets. */
  readonly span: Span;
  /** The words under `span`, as they stand in the source. */
  readonly text: string;
  /** The wording leaves it open whether it is this duty. */
  readonly open: boolean;
  /** A finding stands for it: here a limit is crossed, or (see `open`) may be. */
  readonly crossed: boolean;
}

/** In document order, each once: several patterns may have met the same words. */
export function orderDuties(duties: readonly DutyRead[]): DutyRead[] {
  const kept: DutyRead[] = [];
  /** Where in `kept` the last duty of a rule and role is. */
  const last = new Map<string, number>();
  for (const duty of [...duties].sort((a, b) => byPlace(a.span, b.span) || a.rule.localeCompare(b.rule))) {
    const key = `${duty.rule} ${duty.role}`;
    const before = last.get(key);
    if (before === undefined || !overlaps(kept[before]!.span, duty.span)) last.set(key, kept.push(duty) - 1);
    // Of a sure reading and an open one of the same words, the sure one stands.
    else if (kept[before]!.open && !duty.open) kept[before] = duty;
  }
  return kept;
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** Marks the duties that a finding stands for, among those that are left once the draft's own allowances have been read. */
export function markCrossed(duties: readonly DutyRead[], findings: readonly Finding[]): DutyRead[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byRule.get(finding.rule);
    if (same) same.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return duties.map((duty) => {
    const finding = byRule.get(duty.rule)?.find(({ span }) => overlaps(span, duty.span));
    return finding && duty.kind !== 'other' ? { ...duty, crossed: true, open: finding.certainty === 'open' } : duty;
  });
}

const DETERMINER = /^(?:the|an?|our|their|its|all|each|every|any|both)\s+(?!of\b|hands\b)/i;
/** Words behind which a title goes on: its head stands before them ("directors of nursing", "peers on duty"). */
const TAIL = /\s(?:of|in|on|for|who|working|employed)\s/;

/** The words by which a draft names a role, in one form: "the Certified Peer Specialists" is "certified peer specialist". */
export function roleName(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim().replace(DETERMINER, '');
  const lower = plain.split(' ').map(inSmallLetters).join(' ');
  const tail = TAIL.exec(lower);
  const title = tail ? lower.slice(0, tail.index) : lower;
  const head = title.slice(title.lastIndexOf(' ') + 1);
  return lower.slice(0, title.length - head.length) + singular(head) + (tail ? lower.slice(tail.index) : '');
}

/** "RNs" and "cps" are letters that stand for words; "NURSE" is a word that shouts. */
function inSmallLetters(word: string): string {
  const lower = word.toLowerCase();
  const letters = /^([a-z]{2,5}?)(?:'?s)?$/.exec(lower)?.[1] ?? '';
  const isShort = /^[A-Z]{2,5}s?$/.test(word) || /^(?:[^aeiouy]{2,4})s?$/.test(lower);
  return isShort && vowels(lower) <= 1 ? (/S$/.test(word) || lower === 'cps' ? word : letters).toUpperCase() : lower;
}

const vowels = (word: string): number => [...word].filter((letter) => /[aeiou]/.test(letter)).length;

function singular(noun: string): string {
  if (noun !== noun.toLowerCase()) return noun;
  if (/(?:ss|us|is)$/.test(noun)) return noun;
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/(?<=..)s$/, '');
}
