import type { ActorOrigin } from '../findings/finding';
import { AUXILIARIES, MODALS, type Clause } from '../prose/clauses';
import { findPattern } from '../prose/pattern';
import type { Sentence } from '../prose/sentence';
import type { Grammar } from './compile';
import { ownSubject } from './own-subject';
import type { Actor, ReadableSentence, Surroundings } from './readable';
import type { Mention } from './roles';

const clauseOf = (s: ReadableSentence, at: number): number => {
  const k = s.clauses.findIndex((c) => c.from <= at && at < c.to);
  return k < 0 ? 0 : k;
};

/** Who does what the token at `at` speaks of, in a sentence. */
export function actorAt(s: ReadableSentence, at: number, around: Surroundings, grammar: Grammar): Actor | undefined {
  return actorInClause(s, clauseOf(s, at), at, around, grammar);
}

function actorInClause(
  s: ReadableSentence,
  k: number,
  at: number,
  around: Surroundings,
  grammar: Grammar,
): Actor | undefined {
  const clause = s.clauses[k]!;
  const named = subjectBefore(s, clause, at, grammar);
  const agent = isActive(s, clause, at) ? undefined : agentAfter(s, clause, at, grammar);
  const giver = named?.kind === 'person' ? giverAfter(s, clause, named, at, grammar) : undefined;
  if (giver) return asActor(s, giver, 'agent');
  // "Finds out whether people are taking …": what the person does is the object of the worker's own verb.
  const opener = named?.kind === 'person' && !named.governed ? complementBefore(s, clause, named) : undefined;
  if (opener !== undefined) {
    const governing = actorInClause(s, k, opener, around, grammar);
    if (governing && governing.kind !== 'person') return governing;
  }
  if (named && !(named.kind === 'person' && agent)) return asActor(s, named, 'subject');
  if (agent) return asActor(s, agent, 'agent');
  if (!named && strangerAfter(s, clause, at)) return undefined;
  const pronoun = pronounBefore(s, clause, at);
  if (pronoun === 'addressee') {
    const self = s.mentions.find((m) => m.kind !== 'person' && governor(s, m) === 'as');
    return self ? asActor(s, self, 'subject') : around.addressee;
  }
  // "We" is the organization, unless a peer writes of their own work.
  if (pronoun === 'we') return undefined;
  if (pronoun) return pronounActor(s, k, around);
  const own = ownSubject(s, clause, at);
  if (own === 'none' && k > 0) {
    const earlier = actorInClause(s, k - 1, s.clauses[k - 1]!.to, around, grammar);
    if (earlier) return earlier;
  }
  if (own !== 'none') {
    const topic = topicOf(s, clause, at);
    if (topic) return asActor(s, topic, 'subject');
    // A thing that something is done to ("The closet is opened …"): whoever the text around it speaks of. Anybody else acts alone.
    if (own === 'actor') return undefined;
    const receiver = receiverAfter(s, clause, at);
    if (receiver) return asActor(s, receiver, 'agent');
    return (
      around.inherited ??
      (around.previous?.kind === 'peer' || around.previous?.kind === 'collective' ? around.previous : undefined)
    );
  }
  const topic = topicOf(s, clause, at);
  if (topic) return asActor(s, topic, 'subject');
  return around.inherited ?? around.previous;
}

/** "Services can be accessed by members": those who receive them do it themselves. */
function receiverAfter(s: ReadableSentence, clause: Clause, at: number): Mention | undefined {
  const { tokens } = s.sentence;
  return s.mentions.find(
    (m) =>
      m.kind === 'person' &&
      m.from > at &&
      m.to <= clause.to &&
      (tokens[at + 1]?.lower === 'by' ? m.from <= at + 3 : tokens[at + 2]?.lower === 'by' && m.from <= at + 4) &&
      tokens[m.from - 1]!.kind === 'word',
  );
}

/** "Duties of the recovery peer include …", "one hour a day per peer": the role that the clause's subject is about. */
function topicOf(s: ReadableSentence, clause: Clause, at: number): Mention | undefined {
  const topics = s.mentions.filter(
    (m) =>
      m.kind === 'peer' &&
      m.from >= clause.from &&
      m.to <= clause.to &&
      /^(?:for|of|per|by|in|to)$/.test(governor(s, m)),
  );
  return topics.filter((m) => m.to <= at).at(-1) ?? topics[0];
}

/** A verb at the head of a fragment, or behind a modal: its subject is not behind "by". */
function isActive(s: ReadableSentence, clause: Clause, at: number): boolean {
  const { tokens } = s.sentence;
  if (at >= tokens.length) return false;
  const verb =
    s.sentence.lexicons.get('verb')?.has(at) === true || s.sentence.lexicons.get('verb-or-noun')?.has(at) === true;
  if (!verb || /(?:ed|en)$/.test(tokens[at]!.lower)) return false;
  const before = tokens[at - 1]?.lower ?? '';
  return (
    at === clause.from || (at === clause.from + 1 && before === clause.joint) || MODALS.has(before) || before === 'to'
  );
}

/** The token of "that", "whether", "how" … that opens a clause whose subject is this person, if a verb stands before it. */
function complementBefore(s: ReadableSentence, clause: Clause, person: Mention): number | undefined {
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

/** "Members receive … from the peer": with a person as subject, whoever gives acts. */
function giverAfter(
  s: ReadableSentence,
  clause: Clause,
  person: Mention,
  at: number,
  grammar: Grammar,
): Mention | undefined {
  for (const m of s.mentions) {
    if (m.kind === 'person' || m.from < person.to || m.to > clause.to) continue;
    for (const pattern of grammar.cues('giver', s.sentence))
      for (const hit of findPattern(pattern, s.sentence, person.to, m.from))
        if (
          at >= hit.from &&
          m.from - hit.to <= 4 &&
          !s.sentence.tokens.slice(hit.to, m.from).some((t) => t.kind === 'mark')
        )
          return m;
  }
  return undefined;
}

/** The nearest role before the duty that is a subject, or that something hands the duty to ("asks the peer to …"). */
function subjectBefore(s: ReadableSentence, clause: Clause, at: number, grammar: Grammar): Mention | undefined {
  const before = s.mentions.filter((m) => m.from >= clause.from && m.to <= at);
  for (let i = before.length - 1; i >= 0; i--) {
    const m = before[i]!;
    if (isSubject(s, m, at, clause, grammar)) return coordinated(s, before, i);
  }
  return undefined;
}

function isSubject(s: ReadableSentence, m: Mention, at: number, clause: Clause, grammar: Grammar): boolean {
  const { tokens } = s.sentence;
  const aside = asideEnd(tokens, m.to);
  const comma = tokens[aside]?.lower === ',';
  const next = tokens[aside + (comma ? 1 : 0)]?.lower ?? '';
  // "the nurse, who gives …", "a member who wants …": the role acts in its relative clause.
  if (next === 'whose' && tokens.slice(m.to, at).some((t) => THIRD.has(t.lower))) return false;
  if (/^(?:who|that|which|whose)$/.test(next))
    return !m.governed || comma || isCleft(tokens, clause) || relativeReaches(tokens, m.to, at);
  if (!m.governed) return !(m.kind === 'person' && (isPossessiveOf(s, m) || disagrees(s, m, at)));
  if (m.kind === 'person') return next === 'to' && handedOver(s, m, at, clause, grammar);
  if (m.possessive && m.kind === 'peer') return true;
  if (handedOver(s, m, at, clause, grammar)) return true;
  return next === 'to' && /^(?:for|of|to|on|with)$/.test(governor(s, m)) && infinitiveReaches(tokens, m.to, at);
}

/** "It is the peer who …" */
const isCleft = (tokens: Sentence['tokens'], clause: Clause): boolean =>
  /^(?:it|it's)$/.test(tokens[clause.from]!.lower) &&
  tokens.slice(clause.from, clause.from + 3).some((t) => /^(?:is|it's)$/.test(t.lower));

/** Behind a remark in brackets: "Mental Health Worker (4118), which …". */
function asideEnd(tokens: Sentence['tokens'], at: number): number {
  if (tokens[at]?.lower !== '(') return at;
  const close = tokens.findIndex((t, i) => i > at && t.lower === ')');
  return close < 0 ? at : close + 1;
}

/** The word before the role's noun phrase. */
function governor(s: ReadableSentence, m: Mention): string {
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
function handedOver(s: ReadableSentence, m: Mention, at: number, clause: Clause, grammar: Grammar): boolean {
  for (const pattern of grammar.cues('hand-over', s.sentence))
    for (const hit of findPattern(pattern, s.sentence, Math.max(clause.from, m.from - 8), m.from)) {
      const between = s.sentence.tokens.slice(hit.to, m.from);
      if (between.length <= 4 && !between.some((t) => t.kind === 'mark' && t.lower !== '-'))
        return m.kind === 'peer' || !commaAfter(s, m, at);
    }
  return false;
}

/** "nurses and peer specialists": one subject; a peer in it makes it a peer's. */
function coordinated(s: ReadableSentence, mentions: readonly Mention[], i: number): Mention {
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

/** "… by the peer", "… falls to the peer", "… is the responsibility of the peer team". */
function agentAfter(s: ReadableSentence, clause: Clause, at: number, grammar: Grammar): Mention | undefined {
  const { tokens } = s.sentence;
  const after = s.mentions.filter(
    (m) => m.kind !== 'person' && m.from >= Math.max(at, clause.from) && m.to <= clause.to,
  );
  for (let i = 0; i < after.length; i++) {
    const m = after[i]!;
    if (m.possessive) continue;
    for (const pattern of grammar.cues('agent', s.sentence))
      for (const hit of findPattern(pattern, s.sentence, Math.max(clause.from, Math.min(at, m.from - 8)), m.from)) {
        const between = tokens.slice(hit.to, m.from);
        if (between.length > 4 || between.some((t) => t.kind === 'mark' || /^(?:of|by|to|with|for|in)$/.test(t.lower)))
          continue;
        const by = tokens[hit.from]!.lower === 'by' && hit.to === hit.from + 1;
        // "sent over by the hospital": that is who sends, not who does the duty.
        if (
          by &&
          (hit.from < at ||
            (/^(?:delegated|approved|directed|ordered|prescribed|requested|sent|written|provided|supplied|way|required|signed|issued|authorized|taught|followed|led|run)$/.test(
              tokens[hit.from - 1]?.lower ?? '',
            ) &&
              hit.from - 1 > at + 1 &&
              !AUXILIARIES.has(tokens[hit.from - 2]?.lower ?? '')))
        )
          continue;
        const group = after.slice(i).filter((g, j, all) => j === 0 || joined(s, all[j - 1]!, g));
        return group.find((g) => g.kind === 'peer') ?? m;
      }
  }
  return undefined;
}

/** "… is by the central office": an agent that is no role known to us. */
function strangerAfter(s: ReadableSentence, clause: Clause, at: number): boolean {
  const { tokens } = s.sentence;
  for (let i = at; i < Math.min(clause.to, at + 10) - 2; i++) {
    if (tokens[i]!.lower !== 'by' || !/^(?:the|our|an?)$/.test(tokens[i + 1]!.lower)) continue;
    if (
      !/^(?:end|close|time|next|following|first|last|fifth|tenth|hour|week|day|month|person|member|way|date|deadline|\d.*)$/.test(
        tokens[i + 2]!.lower,
      ) &&
      !isActive(s, clause, at)
    )
      return true;
  }
  return false;
}

const joined = (s: ReadableSentence, a: Mention, b: Mention): boolean => {
  const between = s.sentence.tokens.slice(a.to, b.from);
  return (
    between.length > 0 &&
    between.length <= 3 &&
    between.every((t) => /^(?:and|or|,|the|a|an|both|one|two|three|our|its)$/.test(t.lower))
  );
};

/** The other roles of a coordination that an actor stands in: for the peer of "nurses, aides and peers", the first two. */
export function joinedTo(s: ReadableSentence, actor: Actor): Actor[] {
  const at = s.mentions.findIndex((m) => s.offset + s.sentence.tokens[m.from]!.start === actor.span.start);
  if (at < 0) return [];
  const own = s.mentions[at]!;
  const step = (i: number, by: 1 | -1): Mention[] => {
    const m = s.mentions[i + by];
    if (!m || m.kind === 'person' || m.governed !== own.governed || m.negated !== own.negated) return [];
    return joined(s, s.mentions[Math.min(i, i + by)]!, s.mentions[Math.max(i, i + by)]!)
      ? [m, ...step(i + by, by)]
      : [];
  };
  const group = [...step(at, -1).reverse(), own, ...step(at, 1)];
  // Commas alone join nothing: "With the nurse, the peer …".
  const between = s.sentence.tokens.slice(group[0]!.to, group.at(-1)!.from);
  if (!between.some((t) => /^(?:and|or|nor|&|\/)$/.test(t.lower))) return [];
  return group.filter((m) => m !== own).map((m) => asActor(s, m, actor.origin));
}

const ADDRESSEE = new Set(['you', "you'll", "you're", "you've", "you'd"]);
const THIRD = new Set(['they', 'he', 'she', "they'll", "they're", "he'll", "she'll", "they've", 's']);
const FIRST = new Set(['we', "we'll", "we've", "we're", 'i', "i'll"]);

function pronounBefore(s: ReadableSentence, clause: Clause, at: number): 'addressee' | 'we' | 'third' | undefined {
  for (let i = Math.min(at, clause.to) - 1; i >= clause.from; i--) {
    const word = s.sentence.tokens[i]!.lower;
    const before = s.sentence.tokens[i - 1]?.lower ?? '';
    if (/^(?:to|for|with|by|from|of|help|helps|helping|ask|asks|tell|tells|support|supports|give|gives)$/.test(before))
      continue;
    if (ADDRESSEE.has(word)) return 'addressee';
    if (THIRD.has(word)) return 'third';
    if (FIRST.has(word)) return 'we';
  }
  return undefined;
}

/** They, he, she: the subject of the clause before, else of the sentence before. */
function pronounActor(s: ReadableSentence, k: number, around: Surroundings): Actor | undefined {
  // "… as case managers, where they write notes": those just named.
  const here = s.clauses[k]!;
  const place = here.joint === 'where' ? s.mentions.find((m) => m.to <= here.from && m.to >= here.from - 2) : undefined;
  if (place) return { ...asActor(s, place, 'pronoun'), negated: false };
  for (let j = k - 1; j >= 0; j--) {
    const clause = s.clauses[j]!;
    const subjects = s.mentions.filter((m) => m.from >= clause.from && m.to <= clause.to && !m.governed);
    const handed = s.mentions.filter((m) => m.from >= clause.from && m.to <= clause.to && m.kind !== 'person');
    const m = subjects.find((x) => x.kind === 'peer') ?? subjects[0] ?? handed.find((x) => x.kind === 'peer');
    if (m) return { ...asActor(s, m, 'pronoun'), negated: false };
  }
  const { previous } = around;
  if (previous) return { ...previous, origin: 'pronoun', negated: false };
  return around.inherited;
}

/** A mention as the actor of a duty; its span in document offsets. */
export function asActor(s: Pick<ReadableSentence, 'sentence' | 'offset'>, m: Mention, origin: ActorOrigin): Actor {
  const { tokens } = s.sentence;
  const start = tokens[m.from]!.start;
  const end = tokens[m.to - 1]!.end;
  return {
    kind: m.kind,
    text: tokens
      .slice(m.from, m.to)
      .map((t) => t.text)
      .join(' '),
    span: { start: s.offset + start, end: s.offset + end },
    origin,
    negated: m.negated,
  };
}
