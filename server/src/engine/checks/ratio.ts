import type { Knowledge, Rule } from '../knowledge/types';
import type { Actor } from '../reading/readable';
import type { ReadSentence } from '../reading/read';
import { peerConcerned, stretchesOf, type Range } from './concern';
import { mark } from './marked';
import type { CheckedDraft, Passage } from './passage';
import { ratioAcrossDraft, ratioInRows } from './ratio-tables';
import { clausesAround, isStated, type TermHit } from './terms';

/** People served and FTE in peer roles, as one stretch of text gives them; ranges are of tokens. */
export interface Staffing {
  readonly people: number;
  readonly fte: number;
  readonly parts: readonly Range[];
}

/** Finds where the figures of a draft give fewer FTE in peer roles than the recommended ratio; silent where they are ambiguous. */
export function peerRatio(rule: Rule, checked: CheckedDraft, { figures }: Knowledge): TermHit[] {
  const most = figures.get('people-per-fte')?.value;
  if (most === undefined) return [];
  let stated = false;
  const hits = checked.passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) =>
      labelledOrStretches(sentence).flatMap((stretch): TermHit[] => {
        const staffing = staffingIn(sentence, stretch);
        const actor = staffing && concerned(sentence, stretch, staffing, passage);
        if (!staffing || !actor) return [];
        stated = true;
        if (staffing.people / staffing.fte <= most || !isSaid(sentence, staffing.parts)) return [];
        const from = Math.min(...staffing.parts.map((p) => p.from));
        const to = Math.max(...staffing.parts.map((p) => p.to));
        const whole = clausesAround(sentence, { from, to });
        return [
          {
            rule,
            passage,
            sentence,
            whole,
            parts: staffing.parts,
            actor,
            by: rule.id,
            notes: [arithmetic(staffing, most)],
          },
        ];
      }),
    ),
  );
  const rows = checked.draft.tables.flatMap((table, index) => ratioInRows(rule, checked, table, index, most));
  return [...hits, ...rows, ...(stated || rows.length > 0 ? [] : ratioAcrossDraft(rule, checked, most))];
}

/** "2.0 FTE for 120 people is 1 to 60; 1 to 30 needs 4.0." */
export function arithmetic({ people, fte }: Pick<Staffing, 'people' | 'fte'>, most: number): string {
  const share = (n: number): string => (Math.round(n * 10) / 10).toFixed(1);
  const each = String(Math.round((people / fte) * 10) / 10);
  return `${share(fte)} FTE for ${String(people)} people is 1 to ${each}; 1 to ${String(most)} needs ${share(people / most)}.`;
}

/** "Peer mentors: 1.5 FTE; people supported: 90": entries of one line belong together. */
function labelledOrStretches(s: ReadSentence): Range[] {
  const { tokens } = s.sentence;
  const labels = tokens.filter((t) => t.lower === ':').length;
  return labels >= 2 && tokens.some((t) => t.lower === ';') ? [{ from: 0, to: tokens.length }] : stretchesOf(s);
}

/** A peer role that is named in the stretch, in words like "peer staffing", or around it. */
function concerned(s: ReadSentence, stretch: Range, { parts }: Staffing, passage: Passage): Actor | undefined {
  const text = mark(s, stretch).text;
  if (text.includes('@peer')) return peerConcerned(s, stretch, parts, true, passage);
  if (/\bpeers?\b/.test(text))
    return { kind: 'peer', text: 'peer', span: spanOfWord(s, stretch), origin: 'subject', negated: false };
  return text.includes('@other') ? undefined : peerConcerned(s, stretch, parts, false, passage);
}

function spanOfWord(s: ReadSentence, { from, to }: Range): Actor['span'] {
  const token = s.sentence.tokens.slice(from, to).find((t) => t.lower.startsWith('peer'))!;
  return { start: s.offset + token.start, end: s.offset + token.end };
}

/** A limit that is too high is as good as a figure: "shall not exceed 55". */
function isSaid(s: ReadSentence, parts: readonly Range[]): boolean {
  if (isStated(s, parts)) return true;
  const text = s.sentence.tokens.map((t) => t.lower).join(' ');
  return (
    /\b(?:not|never) (?:\w+ )?(?:exceed|go (?:above|over|beyond)|rise above|be (?:more|greater|higher) than)\b|\bno (?:more|fewer|less) than\b/.test(
      text,
    ) && s.read(parts[0]!.from, parts[0]!.to).mode.mode === 'forbidden'
  );
}

const N = String.raw`N(\d+(?:\.\d+)?)`;
/** Words that may stand between a number and what it counts: no other number, role or stop. */
const words = (most: number): string => String.raw`(?: (?![N@M]\S)[^ ;.]+){0,${String(most)}}?`;
const SHARES: Readonly<Record<string, number>> = { full: 1, whole: 1, 'three-quarter': 0.75, half: 0.5, quarter: 0.25 };
const SERVED = String.raw`(?:@person|@staff (?=who receive)|lives|beds|slots|persons|individuals|veterans)`;

/** The figures that a stretch gives, if it gives both and no more than one of each. */
export function staffingIn(s: ReadSentence, stretch: Range): Staffing | undefined {
  const marked = mark(s, stretch);
  const t = ` ${marked.text} `.replace(/\b(full|half|quarter|whole|three-quarter) time\b/g, '$1-time');
  if (!/\d/.test(t)) return undefined;
  // Positions in `t` and in the marked text differ by the leading space only ("full time" keeps its length).
  const tokens = (at: number, length: number): Range => marked.tokens(at - 1, at - 1 + length);
  const ratio = ratioIn(t);
  if (ratio) return { people: ratio.people, fte: ratio.fte, parts: [tokens(ratio.at, ratio.length)] };
  const people = peopleIn(t);
  const fte = people && fteIn(t, people.each);
  if (!people || !fte) return undefined;
  const parts = [tokens(people.at, people.length), ...(fte.length > 0 ? [tokens(fte.at, fte.length)] : [])];
  return { people: people.value, fte: fte.value, parts };
}

interface Place {
  readonly at: number;
  readonly length: number;
}

const placeOf = (m: RegExpExecArray): Place => {
  const lead = /^\s*/.exec(m[0])![0].length;
  return { at: m.index + lead, length: m[0].trim().length };
};

/** "1:40", "one peer specialist for every 45 members", "60 guests per full-time peer", "55 to 1". */
function ratioIn(t: string): ({ people: number; fte: number } & Place) | undefined {
  const pair = / (\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?! (?:am|pm|a\.m|p\.m|o'clock))/.exec(t);
  if (
    pair &&
    /\b(?:ratio|staffing|caseload|peers?|fte|persons|members)\b|@peer/.test(t) &&
    !otherBefore(t, pair.index)
  ) {
    const [a, b] = [Number(pair[1]), Number(pair[2])];
    if (Math.min(a, b) >= 0.5 && Math.min(a, b) <= 3 && Math.max(a, b) > 5)
      return { people: Math.max(a, b), fte: Math.min(a, b), ...placeOf(pair) };
  }
  const per = new RegExp(
    String.raw`${N}((?: (?!N\S)[^ ;]+){0,9}?) (?:per|for every|for each|to every|to each|for each additional|to) (?:additional |about |some )?${N}(?! (?:hours?|days?|weeks?|months?|years?)\b)`,
    'g',
  );
  for (const m of t.matchAll(per)) {
    const between = m[2]!;
    if (/@other|@person|hours?|years?|months?|days?/.test(between)) continue;
    const peers = /@peer|\bpeers?\b|\bcps\b/.test(between);
    const [fte, people] = [Number(m[1]), Number(m[3])];
    const bare =
      /^(?: \( \))?$/.test(between) && fte === 1 && /\bratio\b|\bone to\b/.test(t) && !otherBefore(t, m.index);
    const position = /\b(?:fte|ftes|positions?|full-time|wte)\b/.test(between) && !otherBefore(t, m.index);
    if ((peers || bare || position) && people > fte && fte <= people / 4) return { people, fte, ...placeOf(m) };
  }
  const back = new RegExp(
    String.raw`${N}((?: (?!N\S)[^ ;()]+){0,4}?) (?:per|for each|for every|to each|to every|(?<=(?:people|persons|@person) )to N1)(?: N1| \( 1 \))?((?: (?!N\S)[^ ;]+){0,4})`,
  ).exec(t);
  if (
    back &&
    /@peer|\bpeers?\b|\bfte\b|\bposition\b/.test(back[3]!) &&
    !/@other/.test(back[3]!) &&
    !/hours?|years?|%|@other|days?/.test(back[2]!)
  )
    return { people: Number(back[1]), fte: 1, ...placeOf(back) };
  const down = new RegExp(String.raw`${N} to N1 `).exec(t);
  if (down && /\bratio\b/.test(t) && /@peer|\bpeers?\b/.test(t))
    return { people: Number(down[1]), fte: 1, ...placeOf(down) };
  const labelled = new RegExp(
    String.raw`(?:people|persons|members|clients|@person) (?:@person )?per (?:\S+ ){0,4}?(?:peer|fte|@peer)(?: \S+){0,3}? : ${N}`,
  ).exec(t);
  return labelled ? { people: Number(labelled[1]), fte: 1, ...placeOf(labelled) } : undefined;
}

/** The role named last before a place is not a peer's. */
const otherBefore = (t: string, at: number): boolean =>
  [...t.slice(0, at).matchAll(/@(?:peer|other)/g)].at(-1)?.[0] === '@other';

/** How many people are served; `each`: by each peer, not by all together. */
function peopleIn(t: string): ({ value: number; each: boolean } & Place) | undefined {
  const wards = new RegExp(String.raw`${N}${words(2)} of ${N} (?:beds|@person|slots|persons)(?: \S+)? each`).exec(t);
  if (wards) return { value: Number(wards[1]) * Number(wards[2]), each: false, ...placeOf(wards) };
  const range = String.raw`${N}(?: (?:to|-|–|and|or|and no more than|but no more than|and up to|and not more than) ${N})?`;
  const load = new RegExp(
    String.raw`\b(caseloads?|caseload size|case-load|full-time list|list|roster|panel|census|enrollment|enrolment|membership|population|capacity|serving)(?:(?: (?!N\d|M\d|@other|@person)[^ ;.]+){0,7}? (?:of|:|at|to|is|between|about|from)|(?= N))(?: (?:up to|between|about|around|some|approximately|roughly|no fewer than|at least|the|from|a))* ${range}(\+| \+)?(?! (?:hours?|years?|days?|months?|weeks?|percent|fte|full-time|minutes)\b)`,
  ).exec(t);
  const served = new RegExp(
    String.raw`(?:people|persons|members|clients|@person)(?: (?:served|supported|enrolled))? : ${N}`,
  ).exec(t);
  if (served) return { value: Number(served[1]), each: false, ...placeOf(served) };
  const perPeer = /\b(?:caseload|list|roster|panel)/;
  if (load) {
    const each = perPeer.test(load[1]!) && !/\b(?:combined|total|team 's|joint|entire)\b/.test(t);
    return { value: Number(load[3] ?? load[2]), each, ...placeOf(load) };
  }
  const counted = [
    ...t.matchAll(
      new RegExp(
        String.raw`(?<!\S)${range}(?: \+)?(?! (?:hours?|years?|days?|months?|weeks?|fte|full-time)\b)${words(3)} ${SERVED}`,
        'g',
      ),
    ),
  ].filter((m) => !/@peer|@other|\bhours?\b|\bgroup\b|\bpeers?\b/.test(m[0]));
  const values = new Set(counted.map((m) => Number(m[2] ?? m[1])));
  if (values.size !== 1) return undefined;
  const found = counted[0]!;
  // "A case manager may have sixty people …": another role's.
  if (otherBefore(t, found.index)) return undefined;
  const before = t.slice(0, found.index);
  const each =
    /\b(?:each|every|per)\b(?: [^ ;,]+){0,4} @peer|\bper\b|@peer[^;]* each\b/.test(t) ||
    /\b(?:assigned|responsible for|touch with|support|supports|have|has|contact with)(?: \S+){0,5}$/.test(before);
  return { value: [...values][0]!, each, ...placeOf(found) };
}

const SUPPORTS =
  /\b(?:support\w*|serv\w+|enroll?\w*|caseloads?|assigned|responsible|share\w*|list|census|house|tenants|capacity|cover\w*|for (?:the|our|its|a|all|every|each)? ?N\d|the N\d+|component|roster|panel|touch with|contact|have|has|guests per|membership)\b/;
const ELSEWHERE =
  /\b(?:picnic|conference|party|classroom|event|trip|bus|buses|van|training|course|open house|audience\w*|survey|interview\w*|applications?|holds N1|gathering|rally|dinner|group of|groups of|group for|callers?)\b/;

/** How many FTE in peer roles serve them; a single peer without figures counts as one, who cannot be more. */
export function fteIn(t: string, each: boolean): ({ value: number } & Place) | undefined {
  if (/\bbecomes?\b/.test(t) || ELSEWHERE.test(t)) return undefined;
  const share = shareOf(t);
  const nowhere = { at: 0, length: 0 };
  const explicit = [
    ...t.matchAll(
      new RegExp(
        String.raw`${N}${words(2)} (?:ftes?|wte|w\.t\.e|full-time-equivalents?|whole-time-equivalents?|full-time equivalents?|whole-time equivalents?)\b`,
        'g',
      ),
    ),
    ...t.matchAll(
      new RegExp(String.raw`\b(?:fte|ftes|equivalent peers|full-time equivalent(?:s| peers)?)(?: \S+)? : ${N}`, 'g'),
    ),
  ].filter((m) => !otherNear(t, m));
  const are = new RegExp(String.raw`${N} (?:are|is|will be) (?:\S+ ){0,3}?\S+ @peer`).exec(t);
  if (are && explicit.length > 0) return { value: Number(are[1]), ...placeOf(are) };
  const inAll = explicit.find(
    (m) =>
      /^(?: \S+){0,4}? (?:in all|in total|altogether|all told)\b/.test(t.slice(m.index + m[0].length)) ||
      / (?:total|totaling|altogether)(?: \S+){0,2} $/.test(t.slice(0, m.index)),
  );
  if (inAll) return { value: Number(inAll[1]), ...placeOf(inAll) };
  if (explicit.length > 0) {
    const own = /\b(?:together )?with N[\d.]+ (?:fte|ftes)\b/.test(t) ? 1 : 0;
    return { value: explicit.reduce((sum, m) => sum + Number(m[1]), own), ...placeOf(explicit[0] as RegExpExecArray) };
  }
  if (each && !/ N\d+ (?:[\w-]+ )?(?:other|half-time|full-time|@peer)/.test(t))
    return { value: share ?? 1, ...nowhere };
  const timed = [
    ...t.matchAll(new RegExp(String.raw`${N}( other)?${words(2)} (full|whole|three-quarter|half|quarter)-time\b`, 'g')),
  ].filter((m) => !otherNear(t, m));
  const of = new RegExp(String.raw`\bN1 of ${N}`).exec(t);
  if (of && timed.length > 0) return { value: Number(of[1]) * SHARES[timed[0]![3]!]!, ...placeOf(of) };
  if (timed.length > 0)
    return {
      value: timed.reduce((sum, m) => sum + (Number(m[1]) + (m[2] ? 1 : 0)) * SHARES[m[3]!]!, 0),
      ...placeOf(timed[0] as RegExpExecArray),
    };
  const count =
    new RegExp(String.raw`(?<!to )${N}( other)?${words(4)} \S+ @peer`).exec(t) ??
    new RegExp(String.raw`@peer (?:, )?(?:of|:|numbering) ${N}(?! @person| \S+ @person)`).exec(t);
  if (count && SUPPORTS.test(t))
    return { value: (Number(count[1]) + (count[2] ? 1 : 0)) * (share ?? 1), ...placeOf(count) };
  const single = /\b(?:a|an|one|the|its|only|sole|single|every|each|another)\b(?: (?![N@M]\S)[^ ;.]+){0,4} @peer/.exec(
    t,
  );
  if (single && SUPPORTS.test(t) && !/s @peer/.test(single[0])) return { value: share ?? 1, ...placeOf(single) };
  if (share !== undefined && SUPPORTS.test(t)) return { value: share, ...nowhere };
  return undefined;
}

/** The part of a full-time week that each peer works, where the stretch says so. */
function shareOf(t: string): number | undefined {
  const hours = /N(\d+(?:\.\d+)?)(?: peer)? (?:hours?|hrs?)(?: (?:a|per|each|every|\/))? ?(?:week|weekly)?/.exec(t);
  if (hours && Number(hours[1]) >= 4 && Number(hours[1]) <= 48) return Math.min(1, Number(hours[1]) / 40);
  const time = /\b(full|whole|three-quarter|half|quarter)-time\b/.exec(t);
  return time ? SHARES[time[1]!] : undefined;
}

/** Whether the role that a figure belongs to is not a peer's: the next one close behind it, else the one before. */
function otherNear(t: string, m: RegExpMatchArray): boolean {
  const from = m.index!;
  const behind = /^(?:(?! N\S| ,| ;)\s\S+){0,6}?\s@(peer|other)/.exec(t.slice(from + m[0].length));
  if (behind) return behind[1] === 'other';
  return otherBefore(t, from);
}
