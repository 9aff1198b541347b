import { MODALS, type Clause } from '../prose/clauses';
import type { Token } from '../prose/token';
import { isAdverb, isFinite, isVerbAs, verbAt } from './forms';
import { isPlural, NOBODY, phraseOf, phraseStart, type Place, type Range } from './place';
import type { Active } from './shape';
import type { Form, VerbBook } from './verbs';

/** Joints of clauses that hang on the one before. */
export const HANGING = /^(?:where|when|whenever|wherever|if|because|since|unless|until|once|as|so that|so|:)$/;
/** Words that begin a condition. */
const CONDITION = /^(?:if|when|whenever|where|once|unless|until|because|since|as|should|in)$/;
const CLOSING = /^(?:[.,;:!?—–]|and|or|but|while|whereas)$/;

/** Whether the duty stands in a condition ("Whenever a peer notices …, the nurse is told"). */
export const opensWithCondition = ({ s, tokens, clause: k }: Place): boolean =>
  k === 0 && s.clauses[1]?.joint === ',' && CONDITION.test(tokens[0]!.lower);

/** The duty's clause without its joint and its full stop, and the clauses that hang on it. */
export function unitOf(place: Place, verbs: VerbBook): Range {
  const { s, tokens, clause: k } = place;
  const clause = s.clauses[k]!;
  let from = clause.from;
  if (clause.joint !== '' && tokens[from]!.lower === clause.joint.split(' ')[0]) from++;
  while (from < clause.to - 1 && /^[,;:—–"]$/.test(tokens[from]!.lower)) from++;
  const label = labelEnd(tokens, from, clause.to, verbs);
  let last = k;
  while (s.clauses[last + 1] && hangs(place, s.clauses[last + 1]!, verbs)) last++;
  return { from: label, to: closed(tokens, from, s.clauses[last]!.to) };
}

/** A clause that another one introduces, or words without a verb that were cut off ("guardians | and trustees of …"). */
function hangs({ s, tokens }: Place, { from, to, joint }: Clause, verbs: VerbBook): boolean {
  const first = tokens[from]?.lower === joint ? from + 1 : from;
  const next = tokens[first]?.lower ?? '';
  if (
    HANGING.test(joint) ||
    (joint === 'while' && (tokens[from - 1]?.lower !== ',' || /^(?:they|he|she|you)$/.test(next)))
  )
    return true;
  if (joint === 'or' && /^(?:he|she)$/.test(next) && /^(?:he|she)$/.test(tokens[from - 1]?.lower ?? '')) return true;
  if (!/^(?:and|or|,)$/.test(joint)) return false;
  // "…, people who have been here before": no clause, but what the words before are about.
  if (
    joint === ',' &&
    (/^(?:whether|which|who|where)$/.test(next) || s.mentions.some((m) => m.kind === 'person' && m.from === first))
  )
    return true;
  return !tokens
    .slice(from, to)
    .some((t) => isFinite(t.lower) || /^(?:base|third)$/.test(verbs.get(t.lower)?.form ?? ''));
}

/** Behind "KPI 4:". */
function labelEnd(tokens: readonly Token[], from: number, to: number, verbs: VerbBook): number {
  const colon = tokens.findIndex((t, i) => i > from && i < Math.min(from + 6, to - 1) && t.lower === ':');
  if (colon < 0 || from > 0 || verbs.get(tokens[0]!.lower)?.form === 'third') return from;
  return tokens.slice(from, colon).some((t) => isFinite(t.lower)) ? from : colon + 1;
}

/** The sentence without its full stop. */
export const sentenceOf = ({ tokens }: Place): Range => ({ from: 0, to: closed(tokens, 0, tokens.length) });

function closed(tokens: readonly Token[], from: number, end: number): number {
  let to = end;
  while (to > from + 1 && CLOSING.test(tokens[to - 1]!.lower)) to--;
  return to;
}

/** The token of "you", "they", "she" as the subject before the duty. */
export function pronounBefore({ tokens, duty }: Place, unit: Range, verbs: VerbBook): number | undefined {
  const nests = (at: number): boolean =>
    /^(?:how|whether|what|which|who|that|why|where|if|when)$/.test(tokens[at]!.lower);
  for (let i = Math.min(duty.from, unit.to) - 1; i >= unit.from && !nests(i); i--) {
    if (!/^(?:you|they|he|she)(?:'ll)?$/.test(tokens[i]!.lower)) continue;
    const prev = tokens[i - 1]?.lower ?? '';
    const opens =
      !/^(?:to|for|with|by|from|of|in|on|at|than|as)$/.test(prev) &&
      !/^(?:base|third|gerund)$/.test(verbs.get(prev)?.form ?? '');
    let before = i - 1;
    while (before >= Math.max(0, i - 6) && !nests(before) && tokens[before]!.kind === 'word') before--;
    return opens && !(before >= 0 && nests(before)) ? i : undefined;
  }
  return undefined;
}

/** The clause as subject and predicate, where its verb is found behind who acts. */
export function activeOf(place: Place, unit: Range, who: Range, verbs: VerbBook): Active | undefined {
  const { tokens, duty, s, clause } = place;
  // A clause that hangs on another ("…, where they count the pills") is not said anew by itself.
  if (clause > 0 && HANGING.test(s.clauses[clause]!.joint)) return undefined;
  const head = phraseOf(place, who);
  // "This peer role requires …": a role does not help anybody.
  if (head === NOBODY) return undefined;
  const own = phraseStart(tokens, who.from);
  // "Our house manager, a peer, …": the phrase is part of a longer subject.
  const isAside = tokens[own - 1]?.lower === ',' && tokens[who.to]?.lower === ',';
  const headFrom = isAside ? unit.from : own;
  const active = (to: number, from: number, form: Form): Active => ({
    is: 'active',
    head,
    range: { from: introOf(place) ?? unit.from, to: unit.to },
    subject: { from: headFrom, to },
    predicate: { from, to: unit.to },
    form,
  });
  const start = isAside ? who.to + 1 : behindAside(place, who.to);
  if (start === undefined) return undefined;
  const first = verbAt(tokens, start);
  const isJoined = tokens[own - 1]?.lower === 'and';
  const number: Form = isPlural(head) || isJoined ? 'plural' : 'third';
  const limit = Math.max(duty.from, first);
  for (let at = start; at <= limit && at < unit.to; at++) {
    const { lower, kind } = tokens[at]!;
    // "the peer who …", "the job of the peer is to …": no plain subject and predicate.
    if (/^(?:who|which|that|whose|to|")$/.test(lower)) return undefined;
    // A denial that is none ("will not hesitate to") goes with the duty.
    const denied =
      /n't$|^cannot$/.test(lower) ||
      (/^(?:not|never)$/.test(tokens[at + 1]?.lower ?? '') && !/^(?:only|just)$/.test(tokens[at + 2]?.lower ?? ''));
    if (MODALS.has(lower) && !denied) return { ...active(at, verbAt(tokens, at + 1), 'base'), modal: at };
    if (isFinite(lower)) return active(at, at, number);
    if (isAdverb(lower)) continue;
    const firm = at === first || at === duty.from || verbs.get(lower)?.perhapsNoun === false;
    const wanted: Form = /'ll$/.test(tokens[who.to - 1]!.lower) ? 'base' : number;
    const form = firm && isVerbAs(wanted, tokens, at, verbs) ? wanted : undefined;
    const also = tokens[start]!.lower === 'also' && start < at ? start + 1 : start;
    // Words between the subject and its verb ("on the evening shift") stay with the subject; adverbs go with the duty.
    if (form) return active(at === first ? also : at, at, form);
    if (
      at === first &&
      kind === 'word' &&
      number === 'third' &&
      /[^s]s$/.test(lower) &&
      tokens[who.to - 1]!.lower !== 'peer'
    )
      return active(also, at, 'third');
  }
  return undefined;
}

/** Behind a remark that follows the subject in brackets, or between commas with "who"; nothing where it does not end. */
function behindAside({ tokens, duty }: Place, at: number): number | undefined {
  const open = tokens[at]?.lower;
  const relative = open === ',' && /^(?:who|which|whose)$/.test(tokens[at + 1]?.lower ?? '');
  if (open !== '(' && !relative) return at;
  const close = tokens.findIndex((t, i) => i > at + 1 && t.lower === (relative ? ',' : ')'));
  return close > 0 && close < duty.from ? close + 1 : undefined;
}

/** Where a condition or other words before the clause begin ("When the nurse is out, …"): they go, because they were the duty's. */
export function introOf({ s, tokens, clause: k }: Place): number | undefined {
  if (k !== 1 || s.clauses[1]!.joint !== ',') return undefined;
  const end = s.clauses[1]!.from;
  const isClause =
    tokens.slice(0, end).some((t) => isFinite(t.lower)) || s.mentions.some((m) => m.to <= end && !m.governed);
  return CONDITION.test(tokens[0]!.lower) || !isClause ? 0 : undefined;
}
