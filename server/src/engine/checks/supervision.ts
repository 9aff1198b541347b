import type { ReadSentence } from '../reading/read';
import type { Range } from './concern';
import type { DraftFigures } from './draft-figures';
import type { FigureRead } from './figures';
import { spanIn, type CheckedDraft, type Passage } from './passage';
import { isStated, type TermHit } from './terms';

/** A line of supervision by somebody who has worked in a peer role. */
export interface SupervisionLine {
  /** The words that name the supervisor. */
  readonly range: Range;
  readonly passage: Passage;
  readonly sentence: ReadSentence;
}

const PEER_BOSS = String.raw`(?:peer|lived experience|recovery)(?:[ -](?:support|services?|specialist|program|team|department|worker|workforce|staff|practice|run))*(?: \w+)?[ -](?:supervisors?|leads?|leaders?|managers?|directors?|coordinators?|heads?|organi[sz]ations?|team leads?|team leaders?)\b|\b(?:senior|lead|experienced|seasoned) (?:\w+ )?(?:cps|cpss|peers?)\b|\b(?:directors?|managers?|heads?|coordinators?|vp|vice president|supervisors?|chief) of (?:peer|recovery|lived experience|consumer)|\bsupervisors? (?:with|who ha(?:s|ve)) (?:lived experience|peer|worked)|\bpeer(?:-specific)? supervision\b(?! :)|\brecovery learning communit|\brlc\b|\bpeer-(?:run|led)\b|\bco-supervision\b|\b(?:former|ex-) ?peer\b|\bwho (?:began|has worked|have worked|is|was|has been|once worked) .{0,30}\bpeer\b|\bherself|\bhimself a (?:peer|cps)`;
const ANY_PEER_BOSS = new RegExp(String.raw`\b(?:${PEER_BOSS})`, 'gi');
const DENIED =
  /(?:\bno|\bnot|n't|\bnone|\bnobody|\bwithout|\bnever|\black\w*|\binstead of|\brather than|\bend\w*|\bdiscontinu\w*|\bother than)\b[^.;]{0,40}$/i;
const ENDED = /^.{0,20}\b(?:discontinued|ended|abolished|vacant)\b/;

/** Words before or behind such a name that make its bearer the one who supervises. */
const SUPERVISED_BY =
  /\b(?:supervis\w+|managed|overseen|led|guided|line-managed|headed)(?: \S+){0,3} (?:by|from|with)(?: (?:an?|the|our|its|their|one of our))?(?: \S+){0,3} $|\b(?:reports?|reporting|answers?|answerable|accountable|responsible)(?: \S+)? to(?: (?:an?|the|our|its|their))?(?: \S+){0,2} $|\bsupervisor : $|\bsupervision (?:comes|is provided|is given)?(?: \S+){0,2}(?:from|by|with)(?: (?:an?|the|our|its|their))?(?: \S+){0,2} $/i;
const SUPERVISES =
  /^(?: \S+){0,4} (?:supervises?|provides? (?:\S+ ){0,3}supervision|gives? (?:\S+ ){0,3}supervision|meets? with (?:\S+ ){0,4}(?:weekly|monthly|every)|holds? (?:\S+ ){0,3}supervision|leads? the peer team)\b/i;
/** What such a person does for others than people in peer roles. */
const UPWARD = /^(?: \S+){0,3} (?:reports?|answers?|is supervised|are supervised|is answerable|is accountable)\b/i;

/** Reads a draft for who supervises people in peer roles, as far as they are peers themselves. */
export const readLines = ({ passages }: CheckedDraft): SupervisionLine[] =>
  passages.flatMap((passage) =>
    passage.block.context.quoted
      ? []
      : passage.sentences.flatMap((sentence) => linesIn(sentence).map((range) => ({ range, passage, sentence }))),
  );

function linesIn(s: ReadSentence): Range[] {
  const { text, tokensAt } = wordsOf(s);
  return [...text.matchAll(ANY_PEER_BOSS)].flatMap((match): Range[] => {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (DENIED.test(before.slice(-50)) || ENDED.test(after.slice(0, 40)) || UPWARD.test(after)) return [];
    if (!SUPERVISED_BY.test(before) && !SUPERVISES.test(after)) return [];
    const range = tokensAt(match.index, match.index + match[0].length);
    return isStated(s, [range]) ? [range] : [];
  });
}

/** A hit with the line that it is about; nothing where a peer supervises too: in the same sentence, or in the same section. */
export function supervisionHit(hit: TermHit, { lines }: DraftFigures): TermHit | undefined {
  if (hasPeerSupervisor(hit)) return undefined;
  return lines.some((line) => isBeside(line.passage, hit.passage) && isForSame(line, hit)) ? undefined : hit;
}

/** In the same row of a table, or under the same heading. */
function isBeside({ block: { context: a } }: Passage, { block: { context: b } }: Passage): boolean {
  if (a.cell || b.cell) return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row;
  return a.headings.at(-1)?.start === b.headings.at(-1)?.start;
}

const ALL_PEERS = /\b(?:staff|team|roles?|positions?|everyone|all|peers|workers|workforce|members?)\b/;

/** False where the line is for a peer role of another name than the one that the hit is about. */
function isForSame({ sentence, range }: SupervisionLine, { actor }: TermHit): boolean {
  const named = sentence.mentions
    .filter((m) => m.kind === 'peer' && (m.to <= range.from || m.from >= range.to))
    .map((m) =>
      sentence.sentence.tokens
        .slice(m.from, m.to)
        .map((t) => t.lower)
        .join(' '),
    );
  const bare = (role: string): string => role.toLowerCase().replace(/s\b/g, '');
  const own = bare(actor?.text ?? '');
  return (
    named.length === 0 ||
    own === '' ||
    named.some((role) => ALL_PEERS.test(role) || own.endsWith(bare(role)) || bare(role).endsWith(own))
  );
}

/** Whether the sentence of a hit also gives the role a supervisor who is a peer: two lines of supervision, or one sound one. */
function hasPeerSupervisor({ sentence, actor }: TermHit): boolean {
  // Those who lead the peer team answer to somebody outside of it.
  if (actor && new RegExp(ANY_PEER_BOSS.source, 'i').test(actor.text)) return true;
  const { text } = wordsOf(sentence);
  return [...text.matchAll(ANY_PEER_BOSS)].some(
    (match) =>
      !DENIED.test(text.slice(Math.max(0, match.index - 50), match.index)) &&
      !ENDED.test(text.slice(match.index + match[0].length, match.index + match[0].length + 40)),
  );
}

/** The words of a sentence with a space between, and the tokens under a range of them. */
function wordsOf(s: ReadSentence): { text: string; tokensAt: (from: number, to: number) => Range } {
  const { tokens } = s.sentence;
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    // "peer - run" is one word here.
    const joined = token.text === '-' || text.endsWith('-');
    if (text !== '' && !joined) text += ' ';
    starts.push(text.length);
    text += token.text;
  }
  const at = (offset: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
  return { text, tokensAt: (from, to) => ({ from: at(from), to: Math.max(at(from), at(to - 1)) + 1 }) };
}

/** The line of supervision that a hit is about, as data. */
export function lineFigure(hit: TermHit, source: string): FigureRead[] {
  if (hit.open) return [];
  const span = spanIn(hit.passage, hit.sentence, hit.parts.at(-1)!);
  const text = source.slice(span.start, span.end);
  const role = hit.actor?.text;
  const about = role === undefined || role === '' ? {} : { role };
  return [{ kind: 'supervision', value: 1, unit: 'line of supervision', text, span, byPeer: false, ...about }];
}
