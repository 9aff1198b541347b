import { AUXILIARIES, MODALS, type Clause } from '../prose/clauses';
import type { Sentence } from '../prose/sentence';
import { isSetAside } from './company';
import type { Grammar } from './compile';
import { cueHits } from './cues';
import { THIRD } from './pronoun';
import type { ReadableSentence } from './readable';
import type { Mention } from './roles';

// Roles before the duty that act in it: subjects, and those that something hands the duty to.

/** The nearest role before the duty that is a subject, or that something hands the duty to ("asks the peer to …"). */
export function subjectBefore(s: ReadableSentence, clause: Clause, at: number, grammar: Grammar): Mention | undefined {
  const before = s.mentions.filter((m) => m.from >= clause.from && m.to <= at);
  for (let i = before.length - 1; i >= 0; i--) {
    const m = before[i]!;
    if (isSubject(s, m, at, clause, grammar))
      return coordinated(
        s,
        before.filter((x) => x === m || !isSetAside(s, clause, x, grammar)),
        m,
      );
  }
  return undefined;
}

function isSubject(s: ReadableSentence, m: Mention, at: number, clause: Clause, grammar: Grammar): boolean {
  const { tokens } = s.sentence;
  if (isSetAside(s, clause, m, grammar)) return false;
  const aside = asideEnd(tokens, m.to);
  const comma = tokens[aside]?.lower === ',';
  const next = tokens[aside + (comma ? 1 : 0)]?.lower ?? '';
  // "the nurse, who gives …", "a member who wants …": the role acts in its relative clause.
  if (next === 'whose' && tokens.slice(m.to, at).some((t) => THIRD.has(t.lower))) return false;
  if (/^(?:who|that|which|whose)$/.test(next))
    return !m.governed || comma || isCleft(tokens, clause) || relativeReaches(tokens, m.to, at);
  if (!m.governed) return !(m.kind === 'person' && (isPossessiveOf(s, m) || disagrees(s, m, at)));
  if (m.kind === 'person')
    return (
      (next === 'to' && handedOver(s, m, at, clause, grammar)) ||
      (next === 'from' && behindCue(s, m, clause, grammar, 'kept-from'))
    );
  // "It is the peer's job to …", "on the peers' calendar"; not "close the peers' accounts".
  if (
    m.possessive &&
    m.kind === 'peer' &&
    cueHits(s, grammar, 'own-work', m.to + 1, clause.to).some((h) => h.from <= m.to + 3)
  )
    return true;
  if (handedOver(s, m, at, clause, grammar)) return true;
  if (/^(?:from|of)$|ing$/.test(next) && behindCue(s, m, clause, grammar, 'kept-from')) return true;
  return next === 'to' && /^(?:for|of|to|on|with)$/.test(governor(s, m)) && infinitiveReaches(tokens, m.to, at);
}

/** "It is the peer who …" */
const isCleft = (tokens: Sentence['tokens'], clause: Clause): boolean =>
  /^(?:it|it's)$/.test(tokens[clause.from]!.lower) &&
  tokens.slice(clause.from, clause.from + 3).some((t) => /^(?:is|it's)$/.test(t.lower));

/** Behind a remark in brackets or commas: "Mental Health Worker (4118), which …", "peers, not nurses, who …". */
function asideEnd(tokens: Sentence['tokens'], at: number): number {
  const bracket = tokens[at]?.lower === '(';
  const comma = tokens[at]?.lower === ',' && /^(?:not|rather|instead|unlike)$/.test(tokens[at + 1]?.lower ?? '');
  if (!bracket && !comma) return at;
  const close = tokens.findIndex((t, i) => i > at && t.lower === (bracket ? ')' : ','));
  return close < 0 ? at : bracket ? close + 1 : close;
}

/** The word before the role's noun phrase. */
export function governor(s: ReadableSentence, m: Mention): string {
  const { tokens } = s.sentence;
  for (let i = m.from - 1; i >= Math.max(0, m.from - 5); i--)
    if (/^(?:for|of|per|by|in|to|from|with|as|on|at)$/.test(tokens[i]!.lower)) return tokens[i]!.lower;
  return '';
}

const commaAfter = (s: ReadableSentence, m: Mention, at: number): boolean =>
  s.sentence.tokens.slice(m.to, at).some((t) => t.lower === ',');

/** "Finds out where people are and lets the nurse know": a plural does not "let" in the singular; an earlier verb goes on. */
function disagrees(s: ReadableSentence, m: Mention, at: number): boolean {
  const { tokens, lexicons } = s.sentence;
  const verb = tokens[at];
  if (!verb || !/^(?:and|or|then|,)$/.test(tokens[at - 1]?.lower ?? '')) return false;
  const known = lexicons.get('verb')?.has(at) === true || lexicons.get('verb-or-noun')?.has(at) === true;
  return known && /[^s]s$/.test(verb.lower) && /(?:s|people|folks|children|everyone)$/.test(tokens[m.to - 1]!.lower);
}

const isPossessiveOf = (s: ReadableSentence, m: Mention): boolean =>
  m.possessive && s.sentence.tokens[m.to + 1] !== undefined;

/** From "who" at `from` to `at` there is no comma that ends the relative clause. */
const relativeReaches = (tokens: Sentence['tokens'], from: number, at: number): boolean =>
  !tokens.slice(from + 1, at).some((t) => t.lower === ',');

const infinitiveReaches = (tokens: Sentence['tokens'], from: number, at: number): boolean =>
  tokens[from]?.lower === 'to' ||
  tokens.slice(from, Math.min(from + 4, at + 1)).some((t) => t.lower === 'to' || /ing$/.test(t.lower));

/** "asks / trains / relies on … the peer": the verb before the role hands it what follows. */
const handedOver = (s: ReadableSentence, m: Mention, at: number, clause: Clause, grammar: Grammar): boolean =>
  behindCue(s, m, clause, grammar, 'hand-over') && (m.kind === 'peer' || !commaAfter(s, m, at));

/** A cue of the set `id` stands before the role, with at most a few words between. */
function behindCue(s: ReadableSentence, m: Mention, clause: Clause, grammar: Grammar, id: string): boolean {
  return cueHits(s, grammar, id, Math.max(clause.from, m.from - 8), m.from).some((hit) => {
    const between = s.sentence.tokens.slice(hit.to, m.from);
    return between.length <= 4 && !between.some((t) => t.kind === 'mark' && t.lower !== '-');
  });
}

/** "nurses and peer specialists": one subject; a peer in it makes it a peer's. */
function coordinated(s: ReadableSentence, mentions: readonly Mention[], last: Mention): Mention {
  const i = mentions.indexOf(last);
  const group = [mentions[i]!];
  for (let k = i - 1; k >= 0; k--) {
    const between = s.sentence.tokens.slice(mentions[k]!.to, group[0]!.from);
    if (between.length === 0 || between.length > 5) break;
    if (!between.some((t) => /^(?:and|or|&|,|nor|\/|plus|with)$/.test(t.lower))) break;
    if (
      between.some(
        (t) => MODALS.has(t.lower) || AUXILIARIES.has(t.lower) || /^(?:not|than|but|who|that)$/.test(t.lower),
      )
    )
      break;
    if (
      between.filter(
        (t) =>
          t.kind === 'word' &&
          !/^(?:and|or|nor|the|a|an|both|one|two|three|four|five|its|our|each|every|plus|with|certified)$/.test(
            t.lower,
          ),
      ).length > 0
    )
      break;
    group.unshift(mentions[k]!);
  }
  return group.find((m) => m.kind === 'peer') ?? group.find((m) => m.kind === 'collective') ?? group[0]!;
}

/** "Duties of the recovery peer include …", "one hour a day per peer": the role that the clause's subject is about. */
export function topicOf(s: ReadableSentence, clause: Clause, at: number): Mention | undefined {
  const topics = s.mentions.filter(
    (m) =>
      m.kind === 'peer' &&
      m.from >= clause.from &&
      m.to <= clause.to &&
      /^(?:for|of|per|by|in|to)$/.test(governor(s, m)),
  );
  return topics.filter((m) => m.to <= at).at(-1) ?? topics[0];
}

/** The token of "that", "whether", "how" … that opens a clause whose subject is this person, if a verb stands before it. */
export function complementBefore(s: ReadableSentence, clause: Clause, person: Mention): number | undefined {
  const { tokens, lexicons } = s.sentence;
  for (let i = person.from - 1; i >= Math.max(clause.from, person.from - 3); i--) {
    if (!/^(?:that|whether|how|why|what|if)$/.test(tokens[i]!.lower)) continue;
    const verb = (j: number): boolean =>
      lexicons.get('verb')?.has(j) === true || lexicons.get('verb-or-noun')?.has(j) === true;
    for (let j = i - 1; j >= Math.max(clause.from, i - 4); j--) if (verb(j)) return j;
    return i - 1 >= clause.from && i - 1 <= clause.from + 1 ? clause.from : undefined;
  }
  return undefined;
}
