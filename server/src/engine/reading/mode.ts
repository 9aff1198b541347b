import { AUXILIARIES, MODALS, type Clause } from '../prose/clauses';
import { looksPast } from '../prose/inflect';
import { findPattern, type PatternHit } from '../prose/pattern';
import type { Actor, ReadableSentence } from './readable';
import type { Grammar } from './compile';
import { definedTerm } from './document';

/** What a clause does with a duty. */
export type Mode = 'assigned' | 'forbidden' | 'allowed' | 'reported' | 'asked' | 'quoted';

export interface ModeReading {
  readonly mode: Mode;
  /** The words that decided it, for the evidence; empty for `assigned`. */
  readonly cue: string;
}

const ASSIGNED: ModeReading = { mode: 'assigned', cue: '' };

/** What the clause around the tokens `from` to `to` (the words that name a duty) does with it. */
export function modeAt(
  s: ReadableSentence,
  from: number,
  to: number,
  actor: Actor | undefined,
  grammar: Grammar,
): ModeReading {
  const k = Math.max(
    0,
    s.clauses.findIndex((c) => c.from <= from && from < c.to),
  );
  const clause = s.clauses[k]!;
  if (s.sentence.tokens.at(-1)?.lower === '?' || lastWordMark(s) === '?') return { mode: 'asked', cue: '?' };
  if (isQuoted(s, from)) return { mode: 'quoted', cue: '"' };
  if (definedTerm(s.sentence.tokens)) return { mode: 'reported', cue: 'means' };
  const forbidden = forbids(s, clause, k, from, to, grammar);
  if (forbidden) return { mode: 'forbidden', cue: forbidden };
  if (actor?.negated) return { mode: 'forbidden', cue: `no ${actor.text}` };
  const report =
    // What will be done is no report, whatever year it names.
    (willBe(s, clause, from) ? undefined : firstCue(s, grammar, 'report', 0, to)) ??
    firstCue(s, grammar, 'withdrawn', 0, s.sentence.tokens.length) ??
    pastTense(s, clause, from, actor);
  if (report) return { mode: 'reported', cue: report };
  const request =
    permission(s, grammar, 'request', k, from, to, actor) ?? permission(s, grammar, 'presence', k, from, to, actor);
  if (request) return { mode: 'allowed', cue: request };
  return ASSIGNED;
}

const lastWordMark = (s: ReadableSentence): string | undefined => {
  const { tokens } = s.sentence;
  for (let i = tokens.length - 1; i >= 0 && i >= tokens.length - 3; i--)
    if (/^[?!.]$/.test(tokens[i]!.lower)) return tokens[i]!.lower;
  return undefined;
};

const text = (s: ReadableSentence, hit: { from: number; to: number }): string =>
  s.sentence.tokens
    .slice(hit.from, hit.to)
    .map((t) => t.text)
    .join(' ');

function hits(s: ReadableSentence, grammar: Grammar, id: string, lo: number, hi: number): PatternHit[] {
  return grammar.cues(id, s.sentence).flatMap((p) => findPattern(p, s.sentence, lo, hi));
}

const firstCue = (s: ReadableSentence, grammar: Grammar, id: string, lo: number, hi: number): string | undefined => {
  const hit = hits(s, grammar, id, lo, hi)[0];
  return hit && text(s, hit);
};

/** A forbidding cue governs what follows it in its clause, and the clauses joined on without a subject of their own. */
function forbids(
  s: ReadableSentence,
  clause: Clause,
  k: number,
  from: number,
  to: number,
  grammar: Grammar,
): string | undefined {
  const traps = hits(s, grammar, 'not-forbidding', 0, s.sentence.tokens.length);
  const inside = isQuoted(s, from);
  const trapped = (h: PatternHit): boolean =>
    traps.some((t) => t.from <= h.from && h.from < t.to) || (!inside && isQuoted(s, h.from));
  const lo = governedFrom(s, k);
  for (const h of hits(s, grammar, 'forbid-before', lo, clause.to))
    // A word that is the duty itself forbids nothing: "bars entry", "refuses visitors".
    if (h.from < Math.max(to - 1, from + 1) && !trapped(h) && !(h.from === from && h.to === from + 1))
      return text(s, h);
  for (const h of hits(s, grammar, 'forbid-near', clause.from, from))
    if (from - h.to <= 6 && !trapped(h) && !s.sentence.tokens.slice(h.to, from).some((t) => t.lower === ','))
      return text(s, h);
  // "Routine notes: although …, at no time should …": a label stands for what is said of it.
  if (isLabel(s, k))
    for (const h of hits(s, grammar, 'forbid-before', clause.to, s.sentence.tokens.length))
      if (!trapped(h)) return text(s, h);
  const behind = s.clauses[k + 1];
  const hi =
    behind &&
    (behind.joint === ';' ||
      behind.joint === '—' ||
      behind.joint === ',' ||
      behind.joint === 'and' ||
      behind.joint === ':')
      ? behind.to
      : clause.to;
  for (const h of hits(s, grammar, 'forbid-after', to, hi)) if (!trapped(h)) return text(s, h);
  return undefined;
}

/** A short clause without a role or a finite verb, ended by a colon. */
function isLabel(s: ReadableSentence, k: number): boolean {
  const clause = s.clauses[k]!;
  if (clause.from > 3 || clause.to - clause.from > 14) return false;
  return s.sentence.tokens[clause.to - 1]?.lower === ':' && !hasOwnSubject(s, clause);
}

/** "will", "shall" or "must" before the duty, in its clause. */
const willBe = (s: ReadableSentence, clause: Clause, from: number): boolean =>
  s.sentence.tokens.slice(clause.from, from).some((t) => /^(?:will|shall|must)$/.test(t.lower));

/** Items behind a semicolon, colon or dash without a verb of their own share the negation that introduced them. */
function governedFrom(s: ReadableSentence, k: number): number {
  let at = k;
  while (at > 0 && /^(?:;|:|—|–|,)$/.test(s.clauses[at]!.joint) && !hasOwnSubject(s, s.clauses[at]!)) at--;
  return s.clauses[at]!.from;
}

const hasOwnSubject = (s: ReadableSentence, clause: Clause): boolean =>
  s.mentions.some((m) => m.from >= clause.from && m.to <= clause.to && !m.governed && m.kind !== 'person') ||
  s.sentence.tokens
    .slice(clause.from, clause.to)
    .some((t) => MODALS.has(t.lower) || AUXILIARIES.has(t.lower) || /^(?:they|he|she|it|we|you)$/.test(t.lower));

/** Request and presence: in the duty's own clause, or in one that hangs on it ("if asked", "when a member wants to"). */
function permission(
  s: ReadableSentence,
  grammar: Grammar,
  id: string,
  k: number,
  from: number,
  to: number,
  actor: Actor | undefined,
): string | undefined {
  const { tokens } = s.sentence;
  const lo = s.clauses[neighbour(s, k, -1)]!.from;
  const hi = s.clauses[neighbour(s, k, 1)]!.to;
  for (const hit of hits(s, grammar, id, lo, hi)) {
    // Behind the duty and several items of a list away, the wish belongs to another item.
    if (hit.from >= to && tokens.slice(to, hit.from).filter((t) => t.lower === ',').length > 1) continue;
    if (hit.to <= from && hit.from > lo + 1 && tokens.slice(hit.to, from).filter((t) => t.lower === ',').length > 2)
      continue;
    // "The nurse asks the peer to …": a colleague's wish.
    if (s.mentions.some((m) => m.kind === 'other' && m.to <= hit.from && m.to >= hit.from - 1)) continue;
    // "… on request of the auditor": somebody else's wish.
    if (
      /^(?:of|from|by)$/.test(tokens[hit.to]?.lower ?? '') &&
      s.mentions.some((m) => m.kind === 'other' && m.from > hit.to && m.from <= hit.to + 3)
    )
      continue;
    // "Peers may read the notes if they want": the wish is the worker's own.
    const ownWish = tokens.slice(hit.from, hit.to).some((t) => /^(?:they|she|he)$/.test(t.lower));
    if (ownWish && actor?.origin === 'subject' && !s.mentions.some((m) => m.kind === 'person' && m.to <= hit.from))
      continue;
    return text(s, hit);
  }
  return undefined;
}

const JOINS = new Set([
  'if',
  'when',
  'where',
  'whenever',
  ',',
  'unless',
  'once',
  'as',
  'so that',
  'until',
  'because',
  'since',
  'whether',
  'and',
  'or',
  'so',
]);

function neighbour(s: ReadableSentence, k: number, step: 1 | -1): number {
  let at = k;
  for (;;) {
    const joint = step > 0 ? s.clauses[at + 1]?.joint : s.clauses[at]!.joint;
    if (joint === undefined || at + step < 0 || !JOINS.has(joint)) return at;
    at += step;
    if (at === 0 || at === s.clauses.length - 1) return at;
  }
}

const PRESENT = /^(?:will|shall|must|may|can|should|is|are|be|been|being|has|have|do|does|who|which|that|'ll|gets?)$/;

/** A simple past as the clause's own verb, with no present or future before it: somebody tells what was. */
function pastTense(s: ReadableSentence, clause: Clause, from: number, actor: Actor | undefined): string | undefined {
  if (actor === undefined || clause.from === from) return undefined;
  const { tokens } = s.sentence;
  const subject =
    s.mentions.find((m) => tokens[m.from]!.start + s.offset === actor.span.start && m.to <= from) ??
    s.mentions.find((m) => m.from >= clause.from && m.to <= from);
  const named = actor.origin === 'subject' || actor.origin === 'pronoun';
  for (let i = subject?.to ?? clause.from; i <= from && i < clause.to; i++) {
    const word = tokens[i]!.lower;
    if (/^'s?$|ing$/.test(word)) continue;
    if (PRESENT.test(word) || (tokens[i]!.kind === 'mark' && named)) return undefined;
    if (/^(?:was|were|had|did)$/.test(word)) return tokens[i]!.text;
    if (!named) continue;
    const verb = s.sentence.lexicons.get('verb')?.has(i) || s.sentence.lexicons.get('verb-or-noun')?.has(i);
    if ((!verb && !looksPast(word)) || /^(?:included|excluded)$/.test(word)) continue;
    // Directly behind its subject a form in -ed is the verb; further on it may be a participle ("trained in").
    return looksPast(word) &&
      actor.origin === 'subject' &&
      i > clause.from &&
      subject !== undefined &&
      (verb === true || i === subject.to) &&
      !/^(?:in|by|to|for|with|as|on)$/.test(tokens[i + 1]?.lower ?? '')
      ? tokens[i]!.text
      : undefined;
  }
  return undefined;
}

/** Inside double quotes: somebody else's words. */
function isQuoted(s: ReadableSentence, at: number): boolean {
  const { tokens } = s.sentence;
  const before = tokens.slice(0, at).filter((t) => t.lower === '"').length;
  return before % 2 === 1 && tokens.slice(at).some((t) => t.lower === '"');
}
