import type { ReadSentence } from '../reading/read';
import type { Range } from './concern';
import { mark } from './marked';

/** A number as a draft gives it: `low` and `high` differ where it gives a range. */
export interface Amount {
  readonly low: number;
  readonly high: number;
}

/** People served and FTE in peer roles, as one stretch of text gives them; ranges are of tokens. */
export interface Staffing {
  readonly people: Amount;
  readonly fte: Amount;
  /** Where the people are, and the FTE; one range for both where the stretch gives a ratio. */
  readonly peopleAt: Range;
  /** Missing where a single post without figures is meant ("the peer specialist supports 60 people"). */
  readonly fteAt?: Range;
  /** The FTE are counted by heads: a person is at most one. */
  readonly heads?: true;
  /** `ratio`: one figure says both ("1:40"); `each`: so many people for each peer; `total`: for all of them together. */
  readonly how: 'ratio' | 'each' | 'total';
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
  if (ratio)
    return {
      people: ratio.people,
      fte: exactly(ratio.fte),
      peopleAt: tokens(ratio.at, ratio.length),
      how: 'ratio',
    };
  const people = peopleIn(t);
  const fte = people && fteIn(t, people.each);
  if (!people || !fte) return undefined;
  return {
    people: people.value,
    fte: fte.value,
    peopleAt: tokens(people.at, people.length),
    ...(fte.length > 0 && { fteAt: tokens(fte.at, fte.length) }),
    ...(fte.heads && { heads: true }),
    how: people.each ? 'each' : 'total',
  };
}

const exactly = (value: number): Amount => ({ low: value, high: value });
const plus = (a: Amount, b: Amount): Amount => ({ low: a.low + b.low, high: a.high + b.high });
const between = (low: string | undefined, high: string | undefined): Amount => {
  const [a, b] = [Number(low), Number(high ?? low)];
  return { low: Math.min(a, b), high: Math.max(a, b) };
};
/** "25 to 35", where a pattern has read only the last number. `at`: where what it read begins. */
const fromBefore = (t: string, at: number, last: string): Amount =>
  between(/ N(\d+(?:\.\d+)?) (?:to|-|–|or) ?$/.exec(t.slice(0, at))?.[1] ?? last, last);
/** The same, where it has read only the first. */
const fromBehind = (t: string, at: number, first: string): Amount =>
  between(first, /^ (?:to|-|–|or) N(\d+(?:\.\d+)?)(?= )/.exec(t.slice(at))?.[1] ?? first);

interface Place {
  readonly at: number;
  readonly length: number;
}

const placeOf = (m: RegExpExecArray): Place => {
  const lead = /^\s*/.exec(m[0])![0].length;
  return { at: m.index + lead, length: m[0].trim().length };
};

/** "1:40", "one peer specialist for every 45 members", "60 guests per full-time peer", "55 to 1". */
function ratioIn(t: string): ({ people: Amount; fte: number } & Place) | undefined {
  const pair = / (\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?! (?:am|pm|a\.m|p\.m|o'clock))/.exec(t);
  if (
    pair &&
    /\b(?:ratio|staffing|caseload|peers?|fte|persons|members)\b|@peer/.test(t) &&
    !otherBefore(t, pair.index)
  ) {
    const [a, b] = [Number(pair[1]), Number(pair[2])];
    if (Math.min(a, b) >= 0.5 && Math.min(a, b) <= 3 && Math.max(a, b) > 5)
      return { people: exactly(Math.max(a, b)), fte: Math.min(a, b), ...placeOf(pair) };
  }
  const per = new RegExp(
    String.raw`${N}((?: (?!N\S)[^ ;]+){0,9}?) (?:per|for every|for each|to every|to each|for each additional|to|:(?= N\d+(?: \S+){0,2} @person)) (?:additional |about |some |no more than |up to )?${N}(?! (?:hours?|days?|weeks?|months?|years?)\b)`,
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
    if ((peers || bare || position) && people > fte && fte <= people / 4)
      return { people: fromBehind(t, m.index + m[0].length, m[3]!), fte, ...placeOf(m) };
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
    return { people: fromBefore(t, back.index, back[1]!), fte: 1, ...placeOf(back) };
  const down = new RegExp(String.raw`${N} to N1 `).exec(t);
  if (down && /\bratio\b/.test(t) && /@peer|\bpeers?\b/.test(t))
    return { people: exactly(Number(down[1])), fte: 1, ...placeOf(down) };
  const labelled =
    new RegExp(
      String.raw`(?:people|persons|members|clients|@person) (?:@person )?per (?:\S+ ){0,4}?(?:peer|fte|@peer)(?: \S+){0,3}? : ${N}`,
    ).exec(t) ?? undefined;
  return (
    labelled && {
      people: fromBehind(t, labelled.index + labelled[0].length, labelled[1]!),
      fte: 1,
      ...placeOf(labelled),
    }
  );
}

/** The role named last before a place is not a peer's. */
const otherBefore = (t: string, at: number): boolean =>
  [...t.slice(0, at).matchAll(/@(?:peer|other)/g)].at(-1)?.[0] === '@other';

/** How many people are served; `each`: by each peer, not by all together. */
function peopleIn(t: string): ({ value: Amount; each: boolean } & Place) | undefined {
  const wards = new RegExp(String.raw`${N}${words(2)} of ${N} (?:beds|@person|slots|persons)(?: \S+)? each`).exec(t);
  if (wards) return { value: exactly(Number(wards[1]) * Number(wards[2])), each: false, ...placeOf(wards) };
  const range = String.raw`${N}(?: (?:to|-|–|and|or|and no more than|but no more than|and up to|and not more than) ${N})?`;
  const load = new RegExp(
    String.raw`\b(caseloads?|caseload size|case-load|full-time list|list|roster|panel|census|enrollment|enrolment|membership|population|capacity|serving)(?:(?: (?!N\d|M\d|@other|@person)[^ ;.]+){0,7}? (?:of|:|at|to|is|between|about|from)|(?= N))(?: (?:up to|between|about|around|some|approximately|roughly|no fewer than|at least|the|from|a))* ${range}(\+| \+)?(?! (?:hours?|years?|days?|months?|weeks?|percent|fte|full-time|minutes)\b)`,
  ).exec(t);
  const served = new RegExp(
    String.raw`(?:people|persons|members|clients|@person)(?: (?:served|supported|enrolled))? : ${N}`,
  ).exec(t);
  if (served)
    return { value: fromBehind(t, served.index + served[0].length, served[1]!), each: false, ...placeOf(served) };
  const perPeer = /\b(?:caseload|list|roster|panel)/;
  if (load) {
    const each = perPeer.test(load[1]!) && !/\b(?:combined|total|team 's|joint|entire)\b/.test(t);
    // "rises from 58 to 116": where it ends is what counts.
    const rises = /\b(?:rises?|grows?|increases?|goes|climbs?|expands?|rising|growing)\b(?: \S+){0,3} from\b/.test(
      load[0],
    );
    const value = rises && load[3] !== undefined ? exactly(Number(load[3])) : between(load[2], load[3]);
    return { value, each, ...placeOf(load) };
  }
  const counted = [
    ...t.matchAll(
      new RegExp(
        String.raw`(?<!\S)${range}(?: \+)?(?! (?:hours?|years?|days?|months?|weeks?|fte|full-time)\b)${words(3)} ${SERVED}`,
        'g',
      ),
    ),
  ].filter(
    (m) =>
      !/@peer|@other|\bhours?\b|\bgroup\b|\bpeers?\b/.test(m[0]) &&
      // "240 people …, one for every 30 people": what the first comes to.
      !/ (?:for|to) (?:every|each) $/.test(t.slice(0, m.index)),
  );
  const values = new Set(counted.map((m) => Number(m[2] ?? m[1])));
  if (values.size !== 1) return undefined;
  const found = counted[0]!;
  // "A case manager may have sixty people …": another role's.
  if (otherBefore(t, found.index)) return undefined;
  const before = t.slice(0, found.index);
  const each =
    /\b(?:each|every|per)\b(?: [^ ;,]+){0,4} @peer|\bper\b/.test(t) ||
    // "… for each residence", "each of the 240 people": not of each peer.
    /@peer[^;]*(?<!\b(?:for|in|at|to|on|with|within|by|of|from)) each\b(?! (?:working|works|at|on|for|employed|paid|of)\b)/.test(
      t,
    ) ||
    /\b(?:assigned|responsible for|touch with|support|supports|have|has|contact with)(?: \S+){0,5}$/.test(before);
  return { value: between(found[1], found[2]), each, ...placeOf(found) };
}

const SUPPORTS =
  /\b(?:support\w*|serv\w+|enroll?\w*|caseloads?|assigned|responsible|share\w*|list|census|house|tenants|capacity|cover\w*|for (?:the|our|its|a|all|every|each)? ?N\d+|the N\d+|component|roster|panel|touch with|contact|have|has|guests per|membership)\b/;
const ELSEWHERE =
  /\b(?:picnic|conference|party|classroom|event|trip|bus|buses|van|training|course|open house|audience\w*|survey|interview\w*|applications?|holds N1|gathering|rally|dinner|group of|groups of|group for|callers?)\b/;

const CHANGES = /\b(?:or|to|then|later|from|until|after|becom\w+|ris\w+|grow\w*|increas\w+|instead|down|up)\b/;

/** How many FTE in peer roles serve them; a single peer without figures counts as one, who cannot be more. */
export function fteIn(t: string, each: boolean): ({ value: Amount; heads?: boolean } & Place) | undefined {
  if (/\bbecomes?\b/.test(t) || ELSEWHERE.test(t)) return undefined;
  // "A peer specialist visits each of the 240 people": which one it is differs.
  const distributed = /\beach (?:one )?of (?:\S+ ){0,3}?N\d/.test(t);
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
  if (are && explicit.length > 0) return { value: exactly(Number(are[1])), ...placeOf(are) };
  const inAll = explicit.find(
    (m) =>
      /^(?: \S+){0,4}? (?:in all|in total|altogether|all told)\b/.test(t.slice(m.index + m[0].length)) ||
      / (?:total|totaling|altogether)(?: \S+){0,2} $/.test(t.slice(0, m.index)),
  );
  if (inAll) return { value: fromBefore(t, inAll.index, inAll[1]!), ...placeOf(inAll) };
  if (explicit.length > 0) {
    // "2.0 FTE, rising to 4.0 FTE", "1.0 or 1.5 FTE": which of them is meant is not ours to guess.
    const between = explicit.slice(1).map((m, i) => t.slice(explicit[i]!.index + explicit[i]![0].length, m.index));
    if (between.some((words) => CHANGES.test(words))) return undefined;
    const own = /\b(?:together|shar(?:es?|ing))(?: \S+){0,3}? with N[\d.]+ (?:fte|ftes)\b/.test(t) ? 1 : 0;
    const sum = explicit.map((m) => fromBefore(t, m.index, m[1]!)).reduce(plus, exactly(own));
    return { value: sum, ...placeOf(explicit[0] as RegExpExecArray) };
  }
  if (each && !/ N\d+ (?:[\w-]+ )?(?:other|half-time|full-time|@peer)/.test(t))
    return { value: exactly(share ?? 1), ...nowhere };
  const timed = [
    ...t.matchAll(new RegExp(String.raw`${N}( other)?${words(2)} (full|whole|three-quarter|half|quarter)-time\b`, 'g')),
  ].filter((m) => !otherNear(t, m));
  const of = new RegExp(String.raw`\bN1 of ${N}`).exec(t);
  if (of && timed.length > 0) return { value: exactly(Number(of[1]) * SHARES[timed[0]![3]!]!), ...placeOf(of) };
  if (timed.length > 0)
    return {
      value: timed
        .map((m) => {
          const { low, high } = fromBefore(t, m.index, m[1]!);
          const [other, share] = [m[2] ? 1 : 0, SHARES[m[3]!]!];
          return { low: (low + other) * share, high: (high + other) * share };
        })
        .reduce(plus),
      ...placeOf(timed[0] as RegExpExecArray),
    };
  const count =
    new RegExp(String.raw`(?<!to )${N}( other)?${words(4)} \S+ @peer`).exec(t) ??
    new RegExp(String.raw`@peer (?:, )?(?:of|:|numbering) ${N}(?! @person| \S+ @person)`).exec(t);
  if (count && SUPPORTS.test(t))
    return {
      value: exactly((Number(count[1]) + (count[2] ? 1 : 0)) * (share ?? 1)),
      heads: share === undefined,
      ...placeOf(count),
    };
  const single = /\b(?:a|an|one|the|its|only|sole|single|every|each|another)\b(?: (?![N@M]\S)[^ ;.]+){0,4} @peer/.exec(
    t,
  );
  if (single && !distributed && SUPPORTS.test(t) && !/s @peer/.test(single[0]))
    return { value: exactly(share ?? 1), ...placeOf(single) };
  if (share !== undefined && SUPPORTS.test(t)) return { value: exactly(share), ...nowhere };
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
