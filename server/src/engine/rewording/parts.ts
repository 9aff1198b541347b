import type { Token } from '../prose/token';
import { isVerbAs, verbAt } from './forms';
import type { Range } from './place';
import type { Form, VerbBook } from './verbs';

const SEPARATOR = /^(?:,|;|and|or|but|&|\/|plus)$/;
const AND = /^(?:,|;|and|&|plus)$/;

/**
 * The predicates that a list of them holds ("leads groups, writes notes and fills pillboxes"): `from` and `to` without the
 * words between them. One range where there is no list.
 */
export const predicatesIn = (tokens: readonly Token[], range: Range, form: Form, verbs: VerbBook): Range[] =>
  split(tokens, range, SEPARATOR, (next) => {
    const at = verbAt(tokens, next);
    const wanted = form === 'imperative' ? 'base' : form;
    return at < range.to && isVerbAs(wanted, tokens, at, verbs) && !isPerhapsNoun(tokens, at, form, verbs);
  });

/** What follows a verb rather than a noun ("and state the rules", but "agency policy and state regulation"). */
const AFTER_VERB =
  /^(?:the|an?|their|his|her|its|our|your|any|all|each|every|some|this|that|these|those|with|for|to|on|at|up|out|in|down|over|people|them|him|it|new|other|together|alongside|about|into|through|off|back|around|after|before|[a-z]+[^s]s)$/;

const isPerhapsNoun = (tokens: readonly Token[], at: number, form: Form, verbs: VerbBook): boolean =>
  form !== 'third' &&
  form !== 'gerund' &&
  verbs.get(tokens[at]!.lower)?.perhapsNoun === true &&
  !AFTER_VERB.test(tokens[at + 1]?.lower ?? '');

/** The things that a list of them holds ("rides, medication reminders and company"). */
export const itemsIn = (tokens: readonly Token[], range: Range): Range[] => split(tokens, range, AND, () => true);

function split(
  tokens: readonly Token[],
  { from, to }: Range,
  separator: RegExp,
  begins: (next: number) => boolean,
): Range[] {
  const found: Range[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const word = tokens[i]!.lower;
    if (word === '(') depth++;
    if (word === ')') depth--;
    if (depth > 0 || i === start || !separator.test(word)) continue;
    let next = i + 1;
    while (next < to && separator.test(tokens[next]!.lower)) next++;
    if (next >= to || !begins(next)) continue;
    found.push({ from: start, to: i });
    start = next;
    i = next - 1;
  }
  found.push({ from: start, to });
  return found;
}

/** Words that point back to what stood before them. */
const POINTS_BACK =
  /^(?:them|it|its|this|that|these|those|afterwards|afterward|then|there|thereafter|accordingly|any|same|such|each|both|results?|findings?)$/;
/** What people in peer roles do of their own; anything else beside a duty is mostly the next step of it ("and sets the date"). */
const OWN_WORK =
  /^(?:lead|host|facilitate|co-facilitate|co-lead|welcome|greet|listen|accompany|share|support|offer|meet|sit|visit|walk|invite|join|organize|advocate|connect|spend|attend|mentor|coach|talk|introduce|play|eat|celebrate|provide|learn|stay|befriend|cook|garden|empower|inspire)$/;

/** Whether a predicate beside the one that goes can stand without it. */
export function standsAlone(tokens: readonly Token[], { from, to }: Range, verbs: VerbBook): boolean {
  const words = tokens.slice(from, to).map((t) => t.lower);
  const verb = words[verbAt(tokens, from) - from] ?? '';
  return words.length > 1 && !words.some((w) => POINTS_BACK.test(w)) && OWN_WORK.test(verbs.get(verb)?.base ?? verb);
}
