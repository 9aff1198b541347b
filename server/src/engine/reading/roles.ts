import { AUXILIARIES, MODALS } from '../prose/clauses';
import { findPattern } from '../prose/pattern';
import type { Sentence } from '../prose/sentence';
import type { Grammar, RoleKind } from './compile';

/** A role named in a sentence: token range `from` (included) to `to` (excluded). */
export interface Mention {
  readonly kind: RoleKind;
  readonly from: number;
  readonly to: number;
  /** Behind a preposition or a verb: not the subject of its clause. */
  readonly governed: boolean;
  /** "the peer's …" */
  readonly possessive: boolean;
  /** "no peer specialist", "neither peers nor …" */
  readonly negated: boolean;
}

/** Names that a draft itself gives to roles ("Bridgers", "Peer Personnel", "Maria, our peer specialist"). */
export type Aliases = ReadonlyMap<string, RoleKind>;

const DETERMINERS = new Set(
  "the a an this that these those each every any some no all both our your their its his her one two three four five another neither either more most many several such 's only same other assigned own on-duty whichever whatever".split(
    ' ',
  ),
);
const PREPOSITIONS = new Set(
  'to for with by from of between than like about against toward towards via per beside alongside under among around including excluding versus on in at upon as into through onto without near behind'.split(
    ' ',
  ),
);
const OPENERS = new Set(
  'and or but while whereas when if where because although though that which who whether unless until so since then why how what , ; : ( — – . " once whenever only both either neither nor also today here'.split(
    ' ',
  ),
);

/** Roles named in a sentence, left to right, the longest reading of each. */
export function findMentions(sentence: Sentence, grammar: Grammar, aliases: Aliases): Mention[] {
  const { tokens } = sentence;
  const found: { kind: RoleKind | 'none'; from: number; to: number; named?: boolean }[] = [];
  for (const { value: kind, pattern } of grammar.roles.candidates(sentence))
    for (const hit of findPattern(pattern, sentence, 0, tokens.length))
      found.push({ kind, from: hit.from, to: hit.to });
  tokens.forEach((t, i) => {
    const alias = aliases.get(t.lower);
    if (alias && isAliasUse(t.text, tokens[i - 1]?.lower)) found.push({ kind: alias, from: i, to: i + 1, named: true });
    const pair = tokens[i + 1] && aliases.get(`${t.lower} ${tokens[i + 1]!.lower}`);
    if (pair) found.push({ kind: pair, from: i, to: i + 2, named: true });
  });
  // "Kept by peer support": as an agent, the department is its people.
  for (const f of found)
    if (f.kind === 'none' && tokens[f.from - 1]?.lower === 'by' && /^peer support$/i.test(wordsOf(tokens, f)))
      f.kind = 'peer';
  const order: Record<RoleKind | 'none', number> = { none: 0, peer: 1, other: 2, collective: 3, person: 4 };
  // The longest reading wins; of equal ones the draft's own name for a role.
  found.sort(
    (a, b) =>
      b.to - b.from - (a.to - a.from) ||
      Number(b.named ?? false) - Number(a.named ?? false) ||
      order[a.kind] - order[b.kind],
  );
  const taken: typeof found = [];
  for (const f of found) if (!taken.some((t) => f.from < t.to && t.from < f.to)) taken.push(f);
  taken.sort((a, b) => a.from - b.from);
  return (
    taken
      // "Integrated Team clinicians": the team only says which clinicians.
      .filter(
        (f, i) =>
          !(
            f.kind === 'collective' &&
            ((taken[i + 1]?.from === f.to && taken[i + 1]!.kind !== 'none') || isName(sentence, f.from, f.to))
          ),
      )
      .filter((f): f is typeof f & { kind: RoleKind } => f.kind !== 'none' && !isCompound(sentence, f))
      .map((f) => describe(sentence, f))
      .reduce<Mention[]>((all, m) => [...all, coordinate(sentence, all.at(-1), m)], [])
  );
}

const wordsOf = (tokens: Sentence['tokens'], { from, to }: { readonly from: number; readonly to: number }): string =>
  tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');

/** A one-word alias counts where it is capitalized or has a determiner before it. */
const isAliasUse = (text: string, before: string | undefined): boolean =>
  /^\p{Lu}/u.test(text) || before === undefined || DETERMINERS.has(before) || OPENERS.has(before) || /s$/.test(text);

/** "the Team Functions", "Staff Handbook": a capitalized word that goes on as a name. */
function isName({ tokens }: Sentence, from: number, to: number): boolean {
  const capital = (i: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '');
  return from > 0 && capital(to - 1) && capital(to) && tokens[to]!.kind === 'word';
}

/** "nurse-led", "Individual counseling", "Payee services": the word only says which, or whose. */
function isCompound(sentence: Sentence, { kind, from, to }: { kind: string; from: number; to: number }): boolean {
  const { tokens } = sentence;
  const next = tokens[to];
  // A dash with spaces around it begins something else: "Recovery Coach - Emergency Department".
  if (next?.lower === '-') return next.start === tokens[to - 1]!.end;
  // "Payee services", "Security rounds"; not "Security rounds the corner".
  if (kind === 'other' && from === 0 && to - from === 1 && WORK.test(next?.lower ?? ''))
    return !DETERMINERS.has(tokens[to + 1]?.lower ?? '');
  if (
    kind !== 'person' ||
    to - from !== 1 ||
    next?.kind !== 'word' ||
    /s$|^(?:people|folks)$/.test(tokens[from]!.lower)
  )
    return false;
  // A single person without "the" or "a" is nobody in particular.
  const before = tokens[from - 1];
  const bare = before === undefined || OPENERS.has(before.lower) || isVerb(sentence, from - 1);
  // Only a verb that agrees with it can follow: "Member attends", not "Member intake".
  const agrees = /(?:[^s]s|ed)$/.test(next.lower) && followedByVerb(sentence, to);
  return bare && !isFunctionWord(next.lower) && !isAdverb(next.lower) && !agrees;
}

const WORK =
  /^(?:service|services|duty|duties|run|runs|rounds|coverage|cover|tasks|calls|checks|intake|intakes|work|notes|reports|forms|support|training|accounts|account|relief|shifts|visits|referrals|log|logs|inventory|counts)$/;

const isFunctionWord = (word: string): boolean =>
  PREPOSITIONS.has(word) || OPENERS.has(word) || DETERMINERS.has(word) || MODALS.has(word) || AUXILIARIES.has(word);

function describe(sentence: Sentence, found: { kind: RoleKind; from: number; to: number }): Mention {
  const { tokens } = sentence;
  const start = nounPhraseStart(sentence, found.from, found.to - 1);
  const inside = tokens.slice(start, found.from).map((t) => t.lower);
  const before = tokens[start - 1]?.lower;
  const negated =
    inside.some((w) => w === 'no' || w === 'neither') ||
    before === 'nor' ||
    before === 'neither' ||
    /^(?:nobody|no)$/.test(tokens[found.from]!.lower);
  return {
    ...found,
    governed: isGoverned(sentence, start, found.to),
    negated,
    possessive: /^'s?$|^s'$/.test(tokens[found.to]?.lower ?? ''),
  };
}

/** "with RNs, OTs and medical staff": what is joined to an object is an object too, unless a verb follows it. */
function coordinate(sentence: Sentence, before: Mention | undefined, m: Mention): Mention {
  if (!before?.governed || m.governed || followedByVerb(sentence, m.to)) return m;
  const between = sentence.tokens.slice(before.to, m.from);
  // "helps the pharmacy technician": of two titles side by side, the second is no subject either.
  const joined =
    between.length <= 4 && between.every((t) => /^(?:and|or|,|\/|&)$/.test(t.lower) || DETERMINERS.has(t.lower));
  return joined ? { ...m, governed: true } : m;
}

/** Walks back over determiners, possessives ("the Contractor's") and adjectives that the role's own pattern does not know. */
function nounPhraseStart(sentence: Sentence, from: number, head: number): number {
  const { tokens } = sentence;
  if (DETERMINERS.has(tokens[from]!.lower)) return from;
  let i = from - 1;
  let unknown = 0;
  while (i >= 0) {
    const { lower, kind } = tokens[i]!;
    if (lower === "'s" || lower === "'") {
      // The owner in front of it belongs to the phrase.
      i -= 2;
      continue;
    }
    // "agreed that peers will", "tablets that the peer counts": no determiner, but what joins a clause on.
    if (lower === 'that' && (/[^s]s$/.test(tokens[head]!.lower) || i < from - 1)) break;
    if (DETERMINERS.has(lower) || kind === 'number') {
      // A determiner opens the phrase; only another one ("all our", "no two") may stand before it.
      i--;
      while (i >= 0 && tokens[i]!.lower !== 'that' && (DETERMINERS.has(tokens[i]!.lower) || tokens[i]!.lower === "'s"))
        i -= tokens[i]!.lower === "'s" ? 2 : 1;
      break;
    }
    if (kind !== 'word' || OPENERS.has(lower) || PREPOSITIONS.has(lower) || isVerb(sentence, i) || isAdverb(lower))
      break;
    if (++unknown > 2 || (i === 0 && !/ed$/.test(lower) && (isVerbOrNoun(sentence, 0) || /(?:[^s]s|ing)$/.test(lower))))
      break;
    i--;
  }
  return Math.max(0, i + 1);
}

/** Behind a preposition or a verb. A phrase behind a plain noun begins a clause of its own ("In rural counties a peer may …"). */
function isGoverned(sentence: Sentence, start: number, end: number): boolean {
  const { tokens } = sentence;
  let at = start - 1;
  while (at > 0 && isAdverb(tokens[at]!.lower)) at--;
  // "Peers are not nurses": a predicate, not a subject.
  if (at >= 0 && at < start - 1 && AUXILIARIES.has(tokens[at]!.lower)) return true;
  const before = tokens[start - 1];
  // "May a peer …?", "Had the nurse called …": turned round, the auxiliary stands before its subject.
  if (start === 1 && (MODALS.has(before!.lower) || AUXILIARIES.has(before!.lower))) return false;
  // "…, should the clinician sign": a condition turned round.
  if (/^(?:should|had|were)$/.test(before?.lower ?? '') && OPENERS.has(tokens[start - 2]?.lower ?? '')) return false;
  if (!before && isVerbAfterAll(sentence, start, end)) return true;
  if (isDutyVerb(sentence, start, end)) return true;
  if (!before || OPENERS.has(before.lower) || before.kind !== 'word' || isAdverb(before.lower)) return false;
  if (PREPOSITIONS.has(before.lower)) {
    // "On home visits peers look at …": the phrase walked back over is the preposition's, and the role follows it.
    const opensClause = start - 1 === 0 || OPENERS.has(tokens[start - 2]?.lower ?? '');
    return !(opensClause && start < end - 1 && hasUnknown(sentence, start, end) && followedByVerb(sentence, end));
  }
  // The first word of a fragment is its verb ("Coaches clients through …"), whatever else it may be.
  if (isVerb(sentence, start - 1) || (start - 1 === 0 && !/ed$/.test(before.lower))) return true;
  if (isVerbOrNoun(sentence, start - 1) && /^(?:and|or|,|to|then|also|who)$/.test(tokens[start - 2]?.lower ?? ''))
    return true;
  return !followedByVerb(sentence, end);
}

/** "Guards the door", "Custodian of keys": at the head of a fragment, a role's name is its verb or its object. */
function isVerbAfterAll(sentence: Sentence, start: number, end: number): boolean {
  const next = sentence.tokens[end]?.lower ?? '';
  if (end - start !== 1) return false;
  if (DETERMINERS.has(next)) return true;
  // "Cooks with people; drives the van": up to its stop there is no other verb.
  if (PREPOSITIONS.has(next) && start === 0 && isVerbOrNoun(sentence, 0)) {
    const stop = sentence.tokens.findIndex((t, i) => i > end && /^[;.]$/.test(t.lower));
    const rest = sentence.tokens.slice(0, stop < 0 ? undefined : stop);
    return !rest.some((_, i) => i >= end && (isVerb(sentence, i) || isVerbOrNoun(sentence, i)));
  }
  return next === 'of' && !sentence.tokens.slice(end).some((_, i) => isVerb(sentence, end + i));
}

/** "Monitor people's medication", "… and guard the door": a bare title that has an object is the verb of a duty. */
function isDutyVerb(sentence: Sentence, start: number, end: number): boolean {
  const next = sentence.tokens[end];
  if (end - start !== 1 || next?.kind !== 'word' || sentence.lexicons.get('title-or-verb')?.has(start) !== true)
    return false;
  if (isVerb(sentence, end) || /^(?:of|and|or)$/.test(next.lower)) return false;
  // "Monitors check rooms": of the plural, what can be a verb is one. "Monitor check-ins": no verb agrees with this title.
  const base = !/s$/.test(sentence.tokens[start]!.lower);
  return base || !(isVerbOrNoun(sentence, end) || PREPOSITIONS.has(next.lower));
}

const hasUnknown = ({ tokens }: Sentence, start: number, end: number): boolean =>
  tokens.slice(start, end).some((t) => !DETERMINERS.has(t.lower) && t.kind === 'word') &&
  !DETERMINERS.has(tokens[start]!.lower) &&
  end - start > 2;

const isVerbOrNoun = (sentence: Sentence, at: number): boolean =>
  sentence.lexicons.get('verb-or-noun')?.has(at) === true;

const isVerb = (sentence: Sentence, at: number): boolean =>
  MODALS.has(sentence.tokens[at]!.lower) ||
  AUXILIARIES.has(sentence.tokens[at]!.lower) ||
  sentence.lexicons.get('verb')?.has(at) === true;

function followedByVerb(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (!token) return false;
  const singular = !/s$/.test(sentence.tokens[at - 1]?.lower ?? '');
  return (
    isVerb(sentence, at) ||
    isVerbOrNoun(sentence, at) ||
    (singular && token.kind === 'word' && /[^s]s$/.test(token.lower)) ||
    /^(?:\(|who|never|not|also|usually|often|always)$/.test(token.lower) ||
    (token.lower === ',' && /^(?:who|which|whose|as|like|when|if)$/.test(sentence.tokens[at + 1]?.lower ?? ''))
  );
}

const isAdverb = (word: string): boolean =>
  (/ly$/.test(word) && !/^(?:family|daily|weekly|monthly|early|elderly)$/.test(word)) ||
  /^(?:not|never|usually|often|always|sometimes|here|there|later|meanwhile|otherwise|then|now|also|even|just|still)$/.test(
    word,
  );
