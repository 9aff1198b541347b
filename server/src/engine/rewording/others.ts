import type { TextEdit } from '../findings/finding';
import type { Mention } from '../reading/roles';
import { within } from './candidates';
import { candidate, type Candidate, type Desk } from './desk';
import { replaceIn } from './edit';
import { predicatesIn } from './parts';
import { endOf, isPlural, phraseOf, phraseStart, startOf, wordsOf, type Place, type Range } from './place';
import { capital, limited, type Saying } from './say';
import type { Shape } from './shape';
import { conjugate, type Form } from './verbs';

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
  return sentence ? candidate(sentence, ...edits, after(place, ` ${sentence}`)) : [];
}

function sentenceOf(subject: string, saying: Saying): string | undefined {
  const words = saying.say(isPlural(subject) ? 'plural' : 'third');
  if (words === undefined) return undefined;
  return saying.opener ? `${capital(saying.opener)}, ${within(subject)} ${words}.` : `${capital(subject)} ${words}.`;
}

/** Puts a sentence behind the duty's. */
function after({ s, block }: Place, text: string): TextEdit {
  const end = s.offset + s.sentence.end;
  const closed = /[.!?]["')]*$/.test(block.text.slice(s.sentence.start, s.sentence.end));
  return { span: { start: end, end }, text: closed ? text : `.${text}` };
}

/** "All staff" become "all staff who are not in a peer role". */
function exceptPeers(
  { place, source }: Desk,
  shape: Shape,
  group: readonly Mention[],
  said: Saying | undefined,
  citation: string,
): Candidate[] {
  const m = group[0]!;
  const { tokens } = place;
  const start = phraseStart(tokens, m.from);
  // A subject, or behind "by": elsewhere ("in staff discussions", "meetings that staff call") the words are no one's who acts.
  const acts = (shape.is === 'active' && shape.subject.from === start) || tokens[start - 1]?.lower === 'by';
  if (group.length > 1 || !acts || m.possessive) return [];
  const subject = phraseOf(place, m);
  const isTeam = /^(?:team|crew)$/.test(tokens[m.to - 1]!.lower);
  const are = isTeam || isPlural(subject) || /^(?:all|both)\b/i.test(subject) ? 'are' : 'is';
  const exception = ` who ${are} not in a peer role`;
  const edits: (TextEdit | undefined)[] = isTeam
    ? [
        replaceIn(
          place.block,
          source,
          { start: startOf(place, start), end: endOf(place, m.to) },
          (/^\p{Lu}/u.test(subject) ? 'Team' : 'team') + ' members' + exception,
        ),
      ]
    : [{ span: { start: endOf(place, m.to), end: endOf(place, m.to) }, text: exception }];
  if (said) {
    const sentence = sentenceOf('people in peer roles', said);
    return sentence ? candidate(sentence, ...edits, after(place, ` ${sentence}`)) : [];
  }
  if (citation) edits.push(beforeStop(place, ` ${citation}`));
  const shown = `${isTeam ? 'Team members' : subject}${exception} …`;
  return candidate(shown, ...edits);
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
  { place, source, verbs }: Desk,
  shape: Shape,
  group: readonly Mention[],
  peer: Mention,
): (TextEdit | undefined)[] | undefined {
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
  if (shape.is !== 'active' || shape.form !== 'plural' || group.length > 2) return edits;
  const left = group.find((m) => m !== peer)!;
  if (isPlural(wordsOf(place, { from: phraseStart(tokens, left.from), to: left.to }))) return edits;
  const changed = singular(place, shape.predicate, shape.form, verbs);
  return changed && [...edits, ...changed];
}

/** The verbs of a predicate as they follow a singular. */
function singular(place: Place, predicate: Range, form: Form, verbs: Desk['verbs']): TextEdit[] | undefined {
  const { tokens } = place;
  const edits = predicatesIn(tokens, predicate, form, verbs).map(({ from }): TextEdit | undefined => {
    const word = tokens[from]!.lower;
    const auxiliary = { are: 'is', have: 'has', do: 'does' }[word];
    const text = auxiliary ?? (verbs.get(word)?.form === 'base' ? conjugate(word, 'third') : undefined);
    return text === undefined
      ? undefined
      : { span: { start: startOf(place, from), end: endOf(place, from + 1) }, text };
  });
  return edits.every((e) => e !== undefined) ? edits : undefined;
}
