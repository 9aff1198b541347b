import type { DutyIndex } from '../duties/compile';
import { findDuties } from '../duties/find';
import type { Finding } from '../findings/finding';
import type { ProfileLens } from '../duties/lens';
import type { Rule } from '../knowledge/types';
import type { Actor } from '../reading/readable';
import { MODALS } from '../prose/clauses';
import type { ReadSentence } from '../reading/read';
import { peerConcerned, stretchesOf, type Range } from './concern';
import { spanIn, type Passage } from './passage';

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
  /** Said instead of what the rule says, where figures make the difference. */
  readonly message?: string;
  readonly allowed?: string;
  /** Cited before the rule's sources. */
  readonly sources?: Finding['sources'];
}

/** Rules whose patterns name what others do to or with people in peer roles: naming a peer role is enough. */
const BY_NAME: ReadonlySet<string> = new Set([
  'supervision-without-peers',
  'isolated-peer-role',
  'interchangeable-roles',
  'certification-terms',
  'required-disclosure',
  'treated-as-patient',
]);

/** Rules whose patterns reach from one half of a sentence into the other ("they took the course; we list them as certified"). */
export const ACROSS: ReadonlySet<string> = new Set([
  'isolated-peer-role',
  'interchangeable-roles',
  'certification-terms',
]);

/** What the patterns of structure rules find in a passage; `across` holds those of the rules in `ACROSS` alone. */
export function termsIn(passage: Passage, index: DutyIndex, across: DutyIndex): TermHit[] {
  return passage.sentences.flatMap((sentence) => {
    const stretches = stretchesOf(sentence);
    const all = { from: 0, to: sentence.sentence.tokens.length };
    const named = withPeersNamed(sentence);
    const whole = stretches.length > 1 ? findDuties(named, across, [all]) : [];
    return [...findDuties(named, index, stretches), ...whole].flatMap(({ rule, hit, open }): TermHit[] => {
      const stretch = stretches.find((r) => r.from <= hit.from && hit.to <= r.to) ?? all;
      if (!isStated(sentence, hit.parts)) return [];
      const actor = peerConcerned(sentence, stretch, hit.parts, BY_NAME.has(rule.id), passage);
      if (!actor) return [];
      return [
        {
          rule,
          passage,
          sentence,
          whole: clausesAround(sentence, hit),
          parts: hit.parts,
          actor,
          open,
          by: hit.pattern.source,
        },
      ];
    });
  });
}

/** The word list by which the rules speak of a peer role. */
const PEER_LIST = 'term-peer';

/**
 * The sentence with every peer role that it names as an entry of that list, whatever the draft calls it: "the navigator"
 * where the title says who that is.
 */
function withPeersNamed(s: ReadSentence): ReadSentence {
  const peers = s.mentions.filter((m) => m.kind === 'peer');
  if (peers.length === 0) return s;
  const list = new Map(s.sentence.lexicons.get(PEER_LIST));
  for (const { from, to } of peers) {
    const known = list.get(from) ?? [];
    if (!known.includes(to))
      list.set(
        from,
        [...known, to].sort((a, b) => b - a),
      );
  }
  const lexicons = new Map(s.sentence.lexicons).set(PEER_LIST, list);
  return { ...s, sentence: { ...s.sentence, lexicons, keys: new Set(s.sentence.keys).add(`{${PEER_LIST}}`) } };
}

/** Whether a sentence states what some of its words say: neither denied, told, asked nor quoted. */
export function isStated(s: ReadSentence, parts: readonly Range[]): boolean {
  const from = Math.min(...parts.map((p) => p.from));
  const to = Math.max(...parts.map((p) => p.to));
  const { mode, cue } = s.read(from, to).mode;
  const { tokens } = s.sentence;
  // "Every peer hired under this contract will have …": a participle, not the verb.
  const participle =
    mode === 'reported' &&
    /^\w+ed$/.test(cue) &&
    tokens
      .slice(tokens.findIndex((t) => t.text === cue) + 1, to)
      .some((t) => MODALS.has(t.lower) || /^(?:is|are)$/.test(t.lower));
  const own = new Set(parts.flatMap((p) => tokens.slice(p.from, p.to).map((t) => t.lower)));
  const words = cue.toLowerCase().split(' ');
  // "get used to work": the cue is one of the words that tell.
  // "Not hospitalized in the past three years": a stretch of time, not the past.
  if (mode === 'reported' && cue.toLowerCase() === 'in the past' && PERIOD.test(tokens.map((t) => t.lower).join(' ')))
    return true;
  if (mode === 'reported' && words.every((word) => own.has(word))) return !isDistanced(s, parts);
  // "Our peers took the class, so we list them …": the past is what the present rests on.
  if (
    mode === 'reported' &&
    parts.length > 1 &&
    /^(?:took|attended|completed|finished|graduated|sat|trained|went|joined|enrolled)$/.test(cue.toLowerCase())
  )
    return true;
  // "They took the class, and so we list them as certified": what counts is the end.
  const last = parts.at(-1)!;
  if (
    mode === 'reported' &&
    s.clauses.findIndex((c) => c.to > from) !== s.clauses.findIndex((c) => c.to > last.from) &&
    parts.length > 1
  )
    return isStated(s, [last]);
  if (!participle && mode !== 'assigned' && mode !== 'allowed' && mode !== 'forbidden') return false;
  if (isDistanced(s, parts)) return false;
  if (mode !== 'forbidden') return true;
  const said = cue.toLowerCase();
  // "a coach with no experience of … can act as": the "no" reaches no further than its noun.
  if (/^(?:with no|without)$/.test(said))
    return !tokens.slice(Math.max(0, from - 4), from).some((t) => /^(?:no|without)$/.test(t.lower));
  // "Of alcohol rather than mental health, the coach will …": it ends at the comma.
  if (said === 'rather than')
    return tokens
      .slice(
        tokens.findIndex((t) => t.lower === 'than'),
        from,
      )
      .some((t) => t.lower === ',');
  // A "no" or "without" that the pattern itself matched is what it is about.
  // "As there are no senior peers, the director …": said of somebody in another clause.
  if (words[0] === 'no' && words.length > 1 && isElsewhere(s, from)) return true;
  const telling = words.filter((word) => NEGATIVE.test(word));
  return (telling.length > 0 ? telling : words).every((word) => own.has(word));
}

function isElsewhere(s: ReadSentence, from: number): boolean {
  const clause = s.clauses.find((c) => c.from <= from && from < c.to);
  const no = s.sentence.tokens.map((t) => t.lower).lastIndexOf('no', from);
  return clause !== undefined && no >= 0 && no < clause.from && /^(?:,|;|:|so|then|and)$/.test(clause.joint);
}

const FINITE = /^(?:will|shall|must|may|is|are|has|have|can|should|does|do|was|were|had|did)$/;
const PERIOD = /\bin the past (?:\S+ ){1,2}(?:days?|weeks?|months?|years?)\b/;
const NEGATIVE = /^(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|only|.*n't)$/;
/** Words with which a sentence keeps its distance from what it says next. */
const DISTANCE =
  /\b(?:reject(?:s|ed)?|disagrees?|disagreed|myth|misconception|wrongly|mistakenly|opposes?|opposed|objects? to|argues? against|warn(?:s|ed)? against|the idea that|proposals? that|no longer|once|formerly|used to)\b/;

/** Whether a sentence tells of the past, or speaks against what it names. */
function isDistanced(s: ReadSentence, parts: readonly Range[]): boolean {
  const { tokens } = s.sentence;
  const from = Math.min(...parts.map((p) => p.from));
  const to = Math.max(...parts.map((p) => p.to));
  const clause = s.clauses.find((c) => c.from <= from && from < c.to);
  const text = (a: number, b: number): string =>
    tokens
      .slice(a, b)
      .map((t) => t.lower)
      .join(' ');
  if (DISTANCE.test(text(0, from))) return true;
  // The verb that the words hang on: the last finite one before their end that is none of them.
  for (let i = to - 1; i >= (clause?.from ?? 0); i--) {
    const word = tokens[i]!.lower;
    const relative = tokens
      .slice(Math.max(0, i - 4), i)
      .some((t) => /^(?:what|which|that|who|whom|where|when|how)$/.test(t.lower));
    if (relative && i >= from) continue;
    if (!FINITE.test(word) || tokens[i - 1]?.lower === 'to' || parts.some((p) => p.from <= i && i < p.to)) continue;
    return /^(?:was|were|had|did)$/.test(word);
  }
  const before = text(clause?.from ?? 0, from);
  return /\b(?:we|they|it|he|she|agency|program) (?:\w{2,}ed|ran|lost|gave|kept|paid|put)\b/.test(before);
}

/** The clauses from the first to the last of the words. */
export function clausesAround(s: ReadSentence, { from, to }: Range): Range {
  const first = s.clauses.find((c) => c.from <= from && from < c.to);
  const last = s.clauses.find((c) => c.from < to && to <= c.to);
  return { from: first?.from ?? from, to: last?.to ?? to };
}

/** A hit as a finding, or nothing where the contract has none. */
export function findingOf(hit: TermHit, source: string, lens: ProfileLens): Finding | undefined {
  const { rule, passage, sentence, actor, parts } = hit;
  const collective = actor?.kind === 'collective';
  const { message, allowed, open = false } = hit;
  const seen = { sentence: sentence.sentence, parts, open, collective, says: { message, allowed } };
  const verdict = lens.judge(rule, seen);
  if (!verdict) return undefined;
  const span = spanIn(passage, sentence, hit.whole);
  const duty = parts.map((part) => {
    const at = spanIn(passage, sentence, part);
    return { text: source.slice(at.start, at.end), span: at };
  });
  const notes = [...(hit.notes ?? []), ...verdict.notes];
  return {
    rule: rule.id,
    family: rule.family,
    span,
    text: source.slice(span.start, span.end),
    severity: verdict.severity,
    authority: verdict.authority,
    certainty: verdict.open ? 'open' : 'breach',
    message: verdict.message,
    ...(verdict.limit !== undefined && { limit: verdict.limit }),
    evidence: {
      ...(actor && {
        actor: { text: actor.text, span: passage.place(actor.span), origin: actor.origin, collective },
      }),
      duty,
      by: hit.by,
      ...(notes.length > 0 && { notes }),
    },
    allowed: verdict.allowed,
    sources: [...(hit.sources ?? []), ...verdict.sources],
    ...(hit.related && hit.related.length > 0 && { related: hit.related }),
  };
}
