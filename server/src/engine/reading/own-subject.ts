import { AUXILIARIES, MODALS, type Clause } from '../prose/clauses';
import { isVerbAt } from './cues';
import type { ReadableSentence } from './readable';

// Subjects that are no role: things, and people and bodies that the knowledge does not list.

/**
 * Whether the clause has a subject of its own that is no role: `thing` where something is done to it ("the door is opened"),
 * `actor` where it does something itself, `none` where there is no subject ("and locks …").
 */
export function ownSubject(s: ReadableSentence, clause: Clause, at: number): 'none' | 'thing' | 'actor' {
  const { tokens } = s.sentence;
  const start = tokens[clause.from]!.lower === clause.joint ? clause.from + 1 : clause.from;
  if (actsItself(s, start, at) || isNamed(s, start, at)) return 'actor';
  for (let i = start + 1; i < at; i++) {
    const word = tokens[i]!.lower;
    if (tokens[i]!.kind === 'mark' && word !== "'s" && word !== '"' && word !== '-') return 'none';
    if (!MODALS.has(word) && !AUXILIARIES.has(word)) continue;
    const subject = tokens
      .slice(start, i)
      .filter(
        (t) => t.kind === 'word' && !/^(?:and|or|but|then|also|not|never|who|that|which|to|it|there)$/.test(t.lower),
      );
    if (subject.length === 0 || /^(?:to|who|that|which|what)$/.test(tokens[i - 1]!.lower)) return 'none';
    const rest = tokens.slice(i, Math.min(i + 4, tokens.length)).map((t) => t.lower);
    const passive =
      rest.some((w) => /^(?:be|is|are|been|was|were)$/.test(w)) &&
      rest.slice(1).some((w) => /(?:ed|en|wn|pt|ld|ht|de|put|read|set|sent|made|kept|held|done|drawn)$/.test(w));
    return passive ? 'thing' : 'actor';
  }
  return opensWithThing(s, start, at) ? 'actor' : 'none';
}

/** "The dispatcher takes the call": a noun phrase that is no role, and a verb of its own, before the duty. */
function opensWithThing(s: ReadableSentence, start: number, at: number): boolean {
  const { tokens, lexicons } = s.sentence;
  const opener = tokens[start]?.lower ?? '';
  const several = /^(?:such|these|those)$/.test(opener);
  if ((!several && !/^(?:the|a|an|our|this|that|each|every|its|another)$/.test(opener)) || at - start < 2) return false;
  if (s.mentions.some((m) => m.from >= start && m.from < Math.min(at, start + 4))) return false;
  for (let i = start + 2; i <= Math.min(at, start + 5, tokens.length - 1); i++) {
    if (tokens[i]!.kind !== 'word') return false;
    const verb = lexicons.get('verb')?.has(i) === true || lexicons.get('verb-or-noun')?.has(i) === true;
    if (
      verb &&
      /s$/.test(tokens[i]!.lower) !== several &&
      /s$/.test(tokens[i - 1]!.lower) === several &&
      !/^(?:of|for|in|on|and|or|to|the|a)$/.test(tokens[i - 1]!.lower)
    )
      return true;
  }
  return false;
}

/** "Second Wind runs a crew", "Denny will show you": a name that the draft gives to no role, and its verb, before the duty. */
function isNamed(s: ReadableSentence, start: number, at: number): boolean {
  const { tokens } = s.sentence;
  let i = start;
  while (
    i < Math.min(at, start + 4) &&
    /^\p{Lu}\p{Ll}/u.test(tokens[i]!.text) &&
    !isVerbAt(s, i) &&
    !NO_SUBJECT.test(tokens[i]!.lower) &&
    !s.mentions.some((m) => m.from <= i && i < m.to)
  )
    i++;
  const verb = tokens[i];
  if (i === start || i > at || verb === undefined || /(?:ly|ing|ed)$/.test(tokens[start]!.lower)) return false;
  // "Medication is given", "Notes will be written": what something is done to.
  if (MODALS.has(verb.lower)) return !tokens.slice(i + 1, i + 4).some(({ lower }) => lower === 'be');
  // "Orientation includes reading …", "Small loans from …": a noun that begins the sentence is capitalized, too.
  const single = i === start + 1;
  if (single && (NOUN.test(tokens[start]!.lower) || /^(?:includes|involves|covers|means|requires)$/.test(verb.lower)))
    return false;
  return s.sentence.lexicons.get('verb')?.has(i) === true && !AUXILIARIES.has(verb.lower) && /[^s]s$/.test(verb.lower);
}

const NOUN = /(?:ion|ment|ance|ence|ity|ness|ship|ry|ure|s)$/;

/** "Pharmacies deliver …", "La trabajadora does …": a noun that is no role, with the duty's verb directly behind it. */
function actsItself(s: ReadableSentence, start: number, at: number): boolean {
  const { tokens, lexicons } = s.sentence;
  const verb = tokens[at];
  if (!verb || at <= start || at - start > 5) return false;
  const isVerb =
    lexicons.get('verb')?.has(at) === true ||
    lexicons.get('verb-or-noun')?.has(at) === true ||
    AUXILIARIES.has(verb.lower);
  if (!isVerb || /(?:ed|en|ing)$/.test(verb.lower)) return false;
  const before = tokens.slice(start, at);
  if (
    before.some((t) => t.kind !== 'word') ||
    lexicons.get('verb')?.has(start) ||
    lexicons.get('verb-or-noun')?.has(start)
  )
    return false;
  if (/(?:ly|ing|ed)$/.test(before[0]!.lower) || NO_SUBJECT.test(before[0]!.lower)) return false;
  const last = before.at(-1)!.lower;
  return (
    !NO_SUBJECT.test(last) &&
    !/(?:ly|self|selves)$/.test(last) &&
    (/s$/.test(last) !== /[^s]s$/.test(verb.lower) || /^(?:does|has)$/.test(verb.lower))
  );
}

const NO_SUBJECT =
  /^(?:to|and|or|but|then|also|not|never|who|that|which|what|it|there|in|on|at|by|for|from|with|as|of|when|if|where|while|may|will|shall|must|can|should|he|she|they|you|we|i|always|often|sometimes|usually|helps?|each|every|daily|weekly|monthly|both|s)$/;

/** Nouns whose relative clause says what the worker does: "work that involves giving …". */
const WORK =
  /^(?:work|job|jobs|role|roles|task|tasks|duty|duties|shift|shifts|post|posts|position|positions|activity|activities|function|functions|thing|things|responsibility|responsibilities|service|services|schedule|one|ones|those|team|teams|group|groups)$/;

/** "Told us that …": no noun, and no relative clause. */
const PRONOUN = /^(?:us|me|them|him|her|you|it|this|so|all|much|everyone|everybody|someone|anyone)$/;

/** "An app that records visits", "a clinic which conducts screens": in a relative clause, what its noun does. */
export function isDoneByThing(s: ReadableSentence, clause: Clause, at: number): boolean {
  const { tokens } = s.sentence;
  for (let i = Math.min(at, clause.to) - 1; i > clause.from + 1; i--) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' && lower !== "'s" && lower !== '-') return false;
    if (!/^(?:that|which)$/.test(lower)) continue;
    const noun = tokens[i - 1]!;
    if (
      noun.kind !== 'word' ||
      WORK.test(noun.lower) ||
      PRONOUN.test(noun.lower) ||
      isVerbAt(s, i - 1) ||
      NO_SUBJECT.test(noun.lower)
    )
      return false;
    if (s.mentions.some((m) => (m.from < i && m.to >= i) || (m.from > i && m.from <= i + 2)) || /ly$/.test(noun.lower))
      return false;
    // Behind "that" stands the verb; "that the peer counts" has another subject.
    const next = tokens.slice(i + 1, at + 1).findIndex((t) => !/(?:ly|^(?:then|also|often|always|now))$/.test(t.lower));
    const verb = i + 1 + next;
    return next >= 0 && (isVerbAt(s, verb) || MODALS.has(tokens[verb]!.lower) || AUXILIARIES.has(tokens[verb]!.lower));
  }
  return false;
}
