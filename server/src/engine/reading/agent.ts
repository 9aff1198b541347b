import { AUXILIARIES, MODALS, type Clause } from '../prose/clauses';
import { findPattern } from '../prose/pattern';
import type { Grammar } from './compile';
import { asActor, type Actor, type ReadableSentence } from './readable';
import type { Mention } from './roles';

// Roles behind the duty that act in it.

/** "… by the peer", "… falls to the peer", "… is the responsibility of the peer team". */
export function agentAfter(s: ReadableSentence, clause: Clause, at: number, grammar: Grammar): Mention | undefined {
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

const joined = (s: ReadableSentence, a: Mention, b: Mention): boolean => {
  const between = s.sentence.tokens.slice(a.to, b.from);
  return (
    between.length > 0 &&
    between.length <= 3 &&
    between.every((t) => /^(?:and|or|,|the|a|an|both|one|two|three|our|its)$/.test(t.lower))
  );
};

/** "Members receive … from the peer": with a person as subject, whoever gives acts. */
export function giverAfter(
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

/** "… is by the central office": an agent that is no role known to us. */
export function strangerAfter(s: ReadableSentence, clause: Clause, at: number): boolean {
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

/** A verb at the head of a fragment, or behind a modal: its subject is not behind "by". */
export function isActive(s: ReadableSentence, clause: Clause, at: number): boolean {
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

/** "Services can be accessed by members": those who receive them do it themselves. */
export function receiverAfter(s: ReadableSentence, clause: Clause, at: number): Mention | undefined {
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

/** Roles on each side; a longer row of them is no sentence that anybody wrote. */
const MOST_JOINED = 6;

/** The other roles of a coordination that an actor stands in: for the peer of "nurses, aides and peers", the first two. */
export function joinedTo(s: ReadableSentence, actor: Actor): Actor[] {
  const at = s.mentions.findIndex((m) => s.offset + s.sentence.tokens[m.from]!.start === actor.span.start);
  if (at < 0) return [];
  const own = s.mentions[at]!;
  const step = (i: number, by: 1 | -1): Mention[] => {
    const m = Math.abs(i + by - at) > MOST_JOINED ? undefined : s.mentions[i + by];
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
