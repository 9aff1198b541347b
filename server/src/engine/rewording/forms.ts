import { AUXILIARIES, MODALS } from '../prose/clauses';
import type { Token } from '../prose/token';
import type { Form, VerbBook } from './verbs';

/** Words that say how or when, and may stand before a verb. */
export const isAdverb = (word: string): boolean =>
  /^(?:also|then|always|often|sometimes|usually|not|only|just|later|even|again|either|both|never)$/.test(word) ||
  (/ly$/.test(word) && !NO_ADVERB.test(word));

const NO_ADVERB =
  /^(?:family|daily|weekly|monthly|early|elderly|supply|apply|comply|rely|assembly|only|nightly|hourly|quarterly|timely|friendly|yearly|bodily|fly|reply|multiply|imply|ally|costly|likely|lonely)$/;

export const isFinite = (word: string): boolean => MODALS.has(word) || AUXILIARIES.has(word);

/** What follows a noun rather than a verb that has the same form ("checks and", "record of"). */
const AFTER_NOUN =
  /^(?:and|or|of|,|;|\.|:|&|\/|\)|every|each|per|is|are|was|were|will|shall|must|may|can|during|at|'s|')$/;
/** What follows a verb that no list knows ("Sponsors residents"), rather than a noun. */
const OBJECT_CANNOT_BE =
  /^(?:and|or|of|,|;|\.|:|&|\/|\)|\(|-|–|—|for|in|on|at|to|with|by|from|per|every|is|are|was|were|will|shall|must|may|can|during|as|who|that|which|twice|once|'s|')$/;

/** Whether the word at `at` is a verb in the form that the place asks for. */
export function isVerbAs(form: Form, tokens: readonly Token[], at: number, verbs: VerbBook): boolean {
  const token = tokens[at];
  // "the ACT team" does not act.
  if (token?.kind !== 'word' || /^\p{Lu}{2,}$/u.test(token.text)) return false;
  if (form === 'third' && /^(?:is|has|does)$/.test(token.lower)) return true;
  if (form === 'plural' && /^(?:are|have|do)$/.test(token.lower)) return true;
  if (form === 'base' && /^(?:be|have|do)$/.test(token.lower)) return true;
  const verb = verbs.get(token.lower);
  if (!verb) return form === 'third' && isUnknownThird(tokens, at);
  const wanted = form === 'third' || form === 'gerund' ? form : 'base';
  if (verb.form !== wanted) return false;
  if (!verb.perhapsNoun) return true;
  const next = tokens[at + 1]?.lower ?? '.';
  // "Witnesses and countersigns entries", "Checks every room".
  if (/^(?:and|or|,)$/.test(next)) return verbs.get(tokens[at + 2]?.lower ?? '')?.form === wanted;
  return !AFTER_NOUN.test(next) || (form === 'third' && /^(?:every|each|at|during)$/.test(next));
}

/** "Sponsors residents in …": a word in -s at the head of a fragment with its object behind it. */
const isUnknownThird = (tokens: readonly Token[], at: number): boolean =>
  (at === 0 || tokens[at - 1]!.lower === ':') &&
  /[a-z]{2}[^s]s$/.test(tokens[at]!.lower) &&
  tokens[at + 1]?.kind === 'word' &&
  !OBJECT_CANNOT_BE.test(tokens[at + 1]!.lower);

/** "Sponsoring participants": the same, in -ing. */
const isUnknownGerund = (tokens: readonly Token[], at: number, verbs: VerbBook): boolean =>
  !verbs.has(tokens[at]!.lower) &&
  /[a-z]{3}ing$/.test(tokens[at]!.lower) &&
  tokens[at + 1]?.kind === 'word' &&
  !OBJECT_CANNOT_BE.test(tokens[at + 1]!.lower);

/** Where the verb is that adverbs may stand before. */
export function verbAt(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at] && isAdverb(tokens[at]!.lower)) at++;
  return at;
}

/** The form of the verb that words without a subject begin with, if they begin with one. */
export function formAt(tokens: readonly Token[], from: number, verbs: VerbBook): Form | undefined {
  const at = verbAt(tokens, from);
  const word = tokens[at]?.lower ?? '';
  if (verbs.get(word)?.form === 'gerund' || (tokens[at] && isUnknownGerund(tokens, at, verbs))) return 'gerund';
  if (isVerbAs('third', tokens, at, verbs)) return 'third';
  if (isVerbAs('base', tokens, at, verbs)) return 'imperative';
  return undefined;
}
