import type { DutyIndex } from '../duties/compile';
import { findDuties } from '../duties/find';
import type { Finding } from '../findings/finding';
import { weightOf } from '../findings/weight';
import type { Profile, Rule } from '../knowledge/types';
import type { Actor } from '../reading/actor';
import type { ReadSentence } from '../reading/read';
import { cover } from '../text/span';
import { peerConcerned, stretchesOf, type Range } from './concern';
import type { Passage } from './passage';

/** What a check has found: where, whose terms, and by what. Ranges are of tokens. */
export interface TermHit {
  readonly rule: Rule;
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  /** What is underlined. */
  readonly whole: Range;
  /** The words that tell. */
  readonly parts: readonly Range[];
  readonly actor: Actor | undefined;
  readonly open?: boolean;
  readonly by: string;
  readonly notes?: readonly string[];
  readonly related?: Finding['related'];
}

/** Rules whose patterns name what others do to or with people in peer roles: naming a peer role is enough. */
const BY_NAME: ReadonlySet<string> = new Set([
  'supervision-without-peers',
  'isolated-peer-role',
  'interchangeable-roles',
  'certification-terms',
  'required-disclosure',
  'treated-as-patient',
  'catch-all-duties',
]);

/** A second look at what the patterns of a rule have found. */
export type Refine = (hit: TermHit) => boolean;

/** What the patterns of structure rules find in a passage. */
export function termsIn(passage: Passage, index: DutyIndex, refine: ReadonlyMap<string, Refine>): TermHit[] {
  return passage.sentences.flatMap((sentence) => {
    const stretches = stretchesOf(sentence);
    return findDuties(sentence, index, stretches).flatMap(({ rule, hit, open }): TermHit[] => {
      const stretch = stretches.find((r) => r.from <= hit.from && hit.from < r.to)!;
      if (!isStated(sentence, hit.parts)) return [];
      const actor = peerConcerned(sentence, stretch, hit.parts, BY_NAME.has(rule.id), passage.frame);
      if (!actor) return [];
      const found: TermHit = { rule, passage, sentence, whole: clausesAround(sentence, hit), parts: hit.parts, actor, open, by: hit.pattern.source };
      return refine.get(rule.check ?? '')?.(found) === false ? [] : [found];
    });
  });
}

/** Whether a sentence states what some of its words say: neither denied, told, asked nor quoted. */
export function isStated(s: ReadSentence, parts: readonly Range[]): boolean {
  const from = Math.min(...parts.map((p) => p.from));
  const to = Math.max(...parts.map((p) => p.to));
  const { mode, cue } = s.read(from, to).mode;
  if (mode === 'assigned' || mode === 'allowed') return true;
  if (mode !== 'forbidden') return false;
  // A "no" or "without" that the pattern itself matched is what it is about.
  const own = new Set(parts.flatMap((p) => s.sentence.tokens.slice(p.from, p.to).map((t) => t.lower)));
  return cue.toLowerCase().split(' ').every((word) => own.has(word));
}

/** The clauses from the first to the last of the words. */
export function clausesAround(s: ReadSentence, { from, to }: Range): Range {
  const first = s.clauses.find((c) => c.from <= from && from < c.to);
  const last = s.clauses.find((c) => c.from < to && to <= c.to);
  return { from: first?.from ?? from, to: last?.to ?? to };
}

/** A hit as a finding, or nothing where the profile turns its rule off. */
export function findingOf(hit: TermHit, source: string, profile: Profile): Finding | undefined {
  const { rule, passage, actor, open = false } = hit;
  const weight = weightOf(rule, profile, open ? 1 : 0);
  if (!weight) return undefined;
  const { tokens } = hit.sentence.sentence;
  const { offset } = hit.sentence;
  const spanOf = ({ from, to }: Range): Finding['span'] => passage.place({ start: offset + tokens[from]!.start, end: offset + tokens[to - 1]!.end });
  const span = cover([spanOf(hit.whole)])!;
  const duty = hit.parts.map((part) => {
    const at = spanOf(part);
    return { text: source.slice(at.start, at.end), span: at };
  });
  return {
    rule: rule.id,
    family: rule.family,
    span,
    text: source.slice(span.start, span.end),
    severity: weight.severity,
    authority: weight.authority,
    certainty: open ? 'open' : 'breach',
    message: open ? (rule.question ?? rule.message) : rule.message,
    evidence: {
      ...(actor ? { actor: { text: actor.text, span: passage.place(actor.span), origin: actor.origin, collective: actor.kind === 'collective' } } : {}),
      duty,
      by: hit.by,
      ...(hit.notes ? { notes: hit.notes } : {}),
    },
    allowed: rule.allowed,
    sources: weight.sources,
    ...(hit.related ? { related: hit.related } : {}),
  };
}
