import type { Grammar } from './compile';
import { cueHits, wordsOf } from './cues';
import { governedFrom } from './polarity';
import type { Actor, ReadableSentence } from './readable';

// Request and presence: what peers may do because the person asked for it, or with the person.

/** The words that allow the duty, in its own clause or in one that hangs on it ("if asked", "when a member wants to"). */
export function permissionAt(
  s: ReadableSentence,
  k: number,
  from: number,
  to: number,
  actor: Actor | undefined,
  grammar: Grammar,
): string | undefined {
  return find(s, grammar, 'request', k, from, to, actor) ?? find(s, grammar, 'presence', k, from, to, actor);
}

function find(
  s: ReadableSentence,
  grammar: Grammar,
  id: string,
  k: number,
  from: number,
  to: number,
  actor: Actor | undefined,
): string | undefined {
  const { tokens } = s.sentence;
  const shared = governedFrom(s, k);
  const introduced = s.clauses.findIndex((c) => c.from === shared);
  const lo = s.clauses[neighbour(s, introduced, -1)]!.from;
  const hi = s.clauses[neighbour(s, k, 1)]!.to;
  const own = s.clauses[k]!.from;
  for (const hit of cueHits(s, grammar, id, lo, hi)) {
    const commas = (a: number, b: number): number => tokens.slice(a, b).filter((t) => t.lower === ',').length;
    // Behind the duty and several items of a list away, the wish belongs to another item.
    if (hit.from >= to && commas(to, hit.from) > 1) continue;
    if (hit.to <= from && hit.from > lo + 1 && commas(hit.to, from) > 2) continue;
    // What opens a list with semicolons governs all of it; a wish inside of an earlier item belongs to that item alone.
    const opens = hit.from <= lo + 2 || tokens.slice(hit.to, own).some((t) => t.lower === ':');
    if (introduced < k && hit.to <= own && !opens) continue;
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
    return wordsOf(s, hit);
  }
  return undefined;
}

const JOINS = new Set('if when where whenever , unless once as until because since whether and or so'.split(' ')).add(
  'so that',
);

function neighbour(s: ReadableSentence, k: number, step: 1 | -1): number {
  let at = k;
  for (;;) {
    const joint = step > 0 ? s.clauses[at + 1]?.joint : s.clauses[at]!.joint;
    if (joint === undefined || at + step < 0 || !JOINS.has(joint)) return at;
    at += step;
    if (at === 0 || at === s.clauses.length - 1) return at;
  }
}
