import type { TextEdit } from '../findings/finding';
import type { Mention } from '../reading/roles';
import { within } from './candidates';
import { candidate, type Candidate, type Desk } from './desk';
import { replaceIn } from './edit';
import { verbAt } from './forms';
import { predicatesIn } from './parts';
import { endOf, isPlural, phraseOf, phraseStart, startOf, wordsOf, type Place, type Range } from './place';
import { capital, limited, type Saying } from './say';
import type { Shape } from './shape';
import { conjugate } from './verbs';

/* Duties that a sentence gives to a peer role together with others ("the nurse and the peer worker", "all staff"). They stay
   with the others; what the peer role does instead is said in a sentence of its own. */

/** The mentions that a duty is given to together, where one of them is no peer role. */
export function sharedBy(place: Place): readonly Mention[] | undefined {
  const { s, tokens } = place;
  const { actor } = place.finding.evidence;
  const at = s.mentions.findIndex((m) => s.offset + tokens[m.from]!.start === actor?.span.start);
  if (at < 0) return undefined;
  let from = at;
  let to = at + 1;
  const joined = (a: Mention | undefined, b: Mention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    phraseStart(tokens, b.from) > a.to &&
    tokens.slice(a.to, phraseStart(tokens, b.from)).every((t) => /^(?:and|or|,|&|\/|and\/or|both)$/.test(t.lower));
  while (joined(s.mentions[from - 1], s.mentions[from])) from--;
  while (joined(s.mentions[to - 1], s.mentions[to])) to++;
  const group = s.mentions.slice(from, to);
  // "Our house manager, a peer, …" is one and the same.
  const next = tokens[group.at(-1)!.to]?.lower ?? '';
  if (/^(?:alike|jointly|together|both)$/.test(next)) return [];
  const listed = group.some(
    (m, i) => i > 0 && tokens.slice(group[i - 1]!.to, m.from).some((t) => /^(?:and|or|&|\/)$/.test(t.lower)),
  );
  if (group.length > 1 && !listed) return undefined;
  return actor?.collective || group.some((m) => m.kind === 'other' || m.kind === 'collective') ? group : undefined;
}

/** Leaves a duty with the others; `said` is what is said of the peer role, `citation` stands behind the limit where nothing is said. */
export function leftToOthers(
  desk: Desk,
  shape: Shape,
  group: readonly Mention[],
  said: Saying | undefined,
  citation: string,
): Candidate[] {
  const { place } = desk;
  const collective = place.finding.evidence.actor?.collective === true;
  const peers = group.filter((m) => m.kind === 'peer');
  if (collective && peers.length === 0) return exceptPeers(desk, shape, group, said, citation);
  if (peers.length !== 1 || group.length < 2 || group.some((m) => m.kind === 'collective')) return [];
  const edits = withoutPeer(desk, shape, group, peers[0]!);
  if (!edits || !said) return [];
  const subject = said.isLimit ? limited(phraseOf(place, peers[0]!)) : phraseOf(place, peers[0]!);
  const sentence = sentenceOf(subject, said);
  return sentence ? candidate(sentence, ...edits, after(desk, ` ${sentence}`)) : [];
}

function sentenceOf(subject: string, saying: Saying): string | undefined {
  const words = saying.say(isPlural(subject) ? 'plural' : 'third');
  if (words === undefined) return undefined;
  return saying.opener ? `${capital(saying.opener)}, ${within(subject)} ${words}.` : `${capital(subject)} ${words}.`;
}

/** Puts a sentence behind the duty's. */
function after({ place: { s, block }, source }: Desk, text: string): TextEdit | undefined {
  const end = s.offset + s.sentence.end;
  const closed = /[.!?]["')]*$/.test(block.text.slice(s.sentence.start, s.sentence.end));
  return replaceIn(block, source, { start: end, end }, closed ? text : `.${text}`);
}

/** "All staff" become "all staff who are not in a peer role", "the team" "team members who are not …". */
function exceptPeers(
  desk: Desk,
  shape: Shape,
  group: readonly Mention[],
  said: Saying | undefined,
  citation: string,
): Candidate[] {
  const { place, source } = desk;
  const { tokens } = place;
  const m = group[0]!;
  const start = phraseStart(tokens, m.from);
  // A subject, or behind "by": elsewhere ("in staff discussions", "meetings that staff call") the words are no one's who acts.
  const acts = (shape.is === 'active' && shape.subject.from === start) || tokens[start - 1]?.lower === 'by';
  if (group.length > 1 || !acts || m.possessive) return [];
  // "All personnel of the program": the exception stands behind all of it.
  const end =
    tokens[m.to]?.lower === 'of' && /^(?:the|our|this)$/.test(tokens[m.to + 1]?.lower ?? '') ? m.to + 3 : m.to;
  const subject = end === m.to ? phraseOf(place, m) : wordsOf(place, { from: start, to: end });
  const isTeam = /^(?:team|crew)$/.test(tokens[m.to - 1]!.lower) && !/\bof\b/.test(subject);
  const are = isTeam || isPlural(subject) || /^(?:all|both)\b/i.test(subject) ? 'are' : 'is';
  const named = isTeam ? `${/^\p{Lu}/u.test(subject) ? 'Members' : 'members'} of ${within(subject)}` : subject;
  const exception = `${named} who ${are} not in a peer role`;
  const edits: (TextEdit | undefined)[] = [
    replaceIn(place.block, source, { start: startOf(place, start), end: endOf(place, end) }, exception),
  ];
  if (isTeam && shape.is === 'active' && shape.form === 'third')
    edits.push(...agreeing(desk, shape.predicate, 'third', 'plural'));
  if (said) {
    const sentence = sentenceOf('people in peer roles', said);
    return sentence ? candidate(sentence, ...edits, after(desk, ` ${sentence}`)) : [];
  }
  if (citation) edits.push(beforeStop(place, ` ${citation}`));
  return candidate(`${exception} …`, ...edits);
}

/** Puts words before the full stop of the duty's sentence. */
function beforeStop({ s, tokens }: Place, text: string): TextEdit {
  let to = tokens.length;
  while (to > 1 && /^[.!;]$/.test(tokens[to - 1]!.lower)) to--;
  const at = s.offset + tokens[to - 1]!.end;
  return { span: { start: at, end: at }, text };
}

/** In a list of what all staff do: "(peer staff excepted)". */
export function exceptInItem({ place }: Desk, citation: string): Candidate[] {
  const { actor } = place.finding.evidence;
  if (!actor?.collective || !/^(?:lead-in|heading|title|column|row|front-matter)$/.test(actor.origin)) return [];
  const remark = `(peer staff excepted${citation ? `; ${citation.slice(1, -1)}` : ''})`;
  return candidate(`… ${remark}`, beforeStop(place, ` ${remark}`));
}

/** Takes one of several roles out of the subject, or from behind "by"; the verb follows suit. */
function withoutPeer(
  desk: Desk,
  shape: Shape,
  group: readonly Mention[],
  peer: Mention,
): (TextEdit | undefined)[] | undefined {
  const { place, source } = desk;
  const { tokens } = place;
  const i = group.indexOf(peer);
  const cut = (start: number, end: number, text = ''): TextEdit | undefined =>
    replaceIn(place.block, source, { start, end }, text);
  const edits: (TextEdit | undefined)[] = [];
  const begin = (m: Mention): number => startOf(place, phraseStart(tokens, m.from));
  if (i === 0) {
    const next = begin(group[1]!);
    const upper = /^\p{Lu}/u.test(source.slice(begin(peer)));
    edits.push(upper ? cut(begin(peer), next + 1, source.charAt(next).toUpperCase()) : cut(begin(peer), next));
  } else edits.push(cut(endOf(place, group[i - 1]!.to), endOf(place, peer.to)));
  const last = phraseStart(tokens, group[i - 1]?.from ?? 0) - 1;
  // "interns, clinicians and peers" without the peers: "interns and clinicians".
  if (i === group.length - 1 && i > 0 && tokens[last]?.lower === ',')
    edits.push(cut(endOf(place, last), begin(group[i - 1]!), ' and '));
  const left = group.find((m) => m !== peer)!;
  const isAgent = tokens.slice(Math.max(0, group[0]!.from - 4), group[0]!.from).some((t) => t.lower === 'by');
  const isStillPlural = isPlural(wordsOf(place, { from: phraseStart(tokens, left.from), to: left.to }));
  if (isAgent || group.length > 2 || isStillPlural) return edits;
  if (shape.is !== 'active') return undefined;
  if (shape.form !== 'plural') return edits;
  return [...edits, ...agreeing(desk, shape.predicate, 'plural', 'third')];
}

/** The verbs of a predicate as they follow a singular or a plural; `undefined` for one that is not known. */
function agreeing(
  { place, verbs }: Desk,
  predicate: Range,
  form: 'third' | 'plural',
  wanted: 'third' | 'plural',
): (TextEdit | undefined)[] {
  const { tokens } = place;
  return predicatesIn(tokens, predicate, form, verbs).map(({ from }) => {
    const at = verbAt(tokens, from);
    const word = tokens[at]!.lower;
    const pair = AUXILIARY_PAIRS.find((p) => p[form] === word);
    const verb = verbs.get(word);
    const text = pair?.[wanted] ?? (verb && conjugate(verb.base, wanted));
    return text === undefined ? undefined : { span: { start: startOf(place, at), end: endOf(place, at + 1) }, text };
  });
}

const AUXILIARY_PAIRS = [
  { third: 'is', plural: 'are' },
  { third: 'has', plural: 'have' },
  { third: 'does', plural: 'do' },
];
