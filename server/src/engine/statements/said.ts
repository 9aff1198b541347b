import type { PatternHit, Searchable } from '../prose/pattern';
import type { ModeReading } from '../reading/mode';

/*
 * Whether a draft really says what some of its words say. Stricter readings belong to the duties, where a wrong finding
 * accuses somebody; here it is a statement overlooked that makes a wrong finding, so only what is plain counts against it.
 */

const NEGATIVE = /^(?:no|not|never|none|nobody|nor|neither|without|cannot|lack|lacks|lacking|.+n't)$/;
const BREAKS = /^(?:and|but|or|,|;|:|only|—|–)$/;
/** How far a "no" reaches, in words. */
const REACH = 5;

/** "We do not have peer supervisors", "Peer supervision is not offered". "Nobody works without …" denies nothing. */
export function isDenied({ tokens }: Searchable, hit: PatternHit): boolean {
  const isOwn = (i: number): boolean => hit.parts.some((p) => p.from <= i && i < p.to);
  const isNo = (i: number): boolean => NEGATIVE.test(tokens[i]!.lower) && tokens[i + 1]?.lower !== 'only';
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - REACH); i--) {
    if (BREAKS.test(tokens[i]!.lower)) break;
    if (!isNo(i) || isOwn(i)) continue;
    const twice = tokens.slice(0, i).some((_, k) => isNo(k) && i - k <= 2 * REACH);
    if (!twice) return true;
    break;
  }
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - 3); i--)
    if (/^(?:rather|instead)$/.test(tokens[i]!.lower) && /^(?:than|of)$/.test(tokens[i + 1]?.lower ?? '')) return true;
  const behind = tokens
    .slice(hit.to, hit.to + REACH)
    .map((t) => t.lower)
    .join(' ');
  return /^(?:\S+ )?(?:is|are|was|were|will|does|do|has|have|can) (?:not|n't)(?: (?:yet|be|been))? (?:available|planned|offered|provided|given|included|part|exist|possible|in place|foreseen|budgeted|funded|paid|required|needed|asked|expected|necessary)\b|^(?:: )?(?:none|n\/a|no|tbd)(?: |$)/.test(
    behind,
  );
}

const PAST =
  /^(?:was|were|did)$|^had\b|\bused to\b|\b(?:formerly|previously|historically|years ago|until recently|at one time|back then)\b|^in (?:19|20)\d\d$|\b(?:previous|prior|earlier|former|old|expired|past|rejected|struck|deleted|crossed|myths?|misconceptions?)\b|\b(?:voted|withdrawn|dropped|declined|turned|denied|defeated|removed|ended|stopped|discontinued|abandoned|failed)\b|^not \w+$/i;

/** What was, what was given up, and what somebody is warned of. */
export const isPast = (mode: ModeReading | undefined): boolean =>
  mode?.mode === 'reported' && PAST.test(mode.cue.toLowerCase());
