import type { Block, Draft, Located } from '../markdown/draft';
import type { Grammar } from '../reading/compile';
import { asActor } from '../reading/actor';
import type { Actor } from '../reading/readable';
import type { DraftRoles } from '../reading/document';
import { frameOf, makeReadable, type BlockFrame } from '../reading/lead';
import { readBlock, type ReadSentence } from '../reading/read';
import { readSentences } from '../prose/sentence';
import type { Span } from '../text/span';

/** A half-open range of token indices. */
interface Tokens {
  readonly from: number;
  readonly to: number;
}

/** A block whose sentences have been read. */
export interface ReadPassage {
  readonly block: Block;
  readonly sentences: readonly ReadSentence[];
}

/** A passage with what stands around it; in a table also the head or row title that says what a cell is about. */
export interface Passage extends ReadPassage {
  readonly frame: BlockFrame;
  /** The peer role that a heading above speaks of. */
  readonly topic: Actor | undefined;
  /** Whether "staff" and the like take in people in peer roles in this draft. */
  readonly collectives: boolean;
  /** A span of the passage's own offsets as it stands in the draft. */
  place(span: Span): Span;
}

/** Everything that a check of the terms of a role may look at. */
export interface CheckedDraft {
  readonly draft: Draft;
  readonly grammar: Grammar;
  readonly roles: DraftRoles;
  readonly passages: readonly Passage[];
}

/** The draft's passages as they stand, and each labelled cell once more with its label before it ("Reports to: Nurse Manager"). */
export function readPassages(
  draft: Draft,
  grammar: Grammar,
  roles: DraftRoles,
  read: readonly ReadPassage[],
): CheckedDraft {
  const topics = new Map<number, Actor | undefined>();
  const topicOf = (heading: Located): Actor | undefined => {
    if (!topics.has(heading.start)) topics.set(heading.start, peerIn(heading, grammar, roles));
    return topics.get(heading.start);
  };
  const title = draft.blocks.find((b) => b.kind === 'heading');
  const ofTitle = (title && topicOf(title)) ?? subjectLine(draft.blocks, (line) => peerIn(line, grammar, roles));
  const passages = read.flatMap((passage): Passage[] => {
    const { block } = passage;
    const read = frameOf(block, grammar, roles);
    const post = postOf(block, draft, (cell) => peerIn(cell, grammar, roles));
    // Under a head like "Supervisor" the cell is still about the post that its row begins with.
    const frame = post ? { ...read, inherited: post } : read;
    const { headings } = block.context;
    const nearest = headings
      .map(topicOf)
      .filter((a) => a !== undefined)
      .at(-1);
    const topic = nearest ?? ofTitle;
    const around = { frame, topic, collectives: roles.hasPeer && !roles.setApart };
    const plain: Passage = { ...passage, ...around, place: (span) => span };
    const label = labelOf(block, draft);
    if (!label) return [plain];
    const lead = `${label.text}: `;
    const start = block.start - lead.length;
    const joined: Block = { ...block, text: lead + block.text, start };
    // Offsets before the cell belong to the label, which stands elsewhere.
    const at = (offset: number): number =>
      offset >= block.start ? offset : label.start + Math.min(offset - start, label.text.length);
    const place = (span: Span): Span =>
      span.end > block.start && span.start < block.start
        ? { start: block.start, end: span.end }
        : { start: at(span.start), end: at(span.end) };
    return [plain, { block: joined, sentences: readBlock(joined, grammar, roles), ...around, place }];
  });
  return { draft, grammar, roles, passages };
}

/** Blocks at the beginning of a draft that may be the lines of a memo's head. */
const HEAD_LINES = 8;
const SUBJECT = /(?:^|\s)(?:re|subject|regarding|position|job title|posting)\s?:\s+/i;

/** The peer role that a memo or posting says it is about: "Re: Peer worker positions". */
function subjectLine(blocks: readonly Block[], peerOf: (line: Located) => Actor | undefined): Actor | undefined {
  for (const { text, start, context } of blocks.slice(0, HEAD_LINES)) {
    const match = context.cell || context.quoted ? null : SUBJECT.exec(text);
    if (!match) continue;
    const from = match.index + match[0].length;
    const [line = ''] = text.slice(from).split(/[,.;(]/);
    const actor = peerOf({ text: line, start: start + from });
    if (actor) return actor;
  }
  return undefined;
}

/** The post that a cell's row is about: in its first cell, or behind a line number. */
function postOf(
  { context: { cell } }: Block,
  draft: Draft,
  peerIn: (cell: Located) => Actor | undefined,
): Actor | undefined {
  const row = cell && draft.tables[cell.table]?.rows[cell.row];
  if (!row || cell.column === 0) return undefined;
  const named = /^\W*\d*\W*$/.test(row[0]?.text ?? '') && cell.column > 1 ? row[1] : row[0];
  return named && peerIn(named);
}

/** The peer role that a heading or cell names, if it names no other role. */
function peerIn(where: Located, grammar: Grammar, roles: DraftRoles): Actor | undefined {
  for (const sentence of readSentences(where.text, grammar.trie)) {
    const s = makeReadable(sentence, where.start, grammar, roles);
    const peer = s.mentions.find((m) => m.kind === 'peer');
    if (peer) return s.mentions.some((m) => m.kind === 'other') ? undefined : asActor(s, peer, 'heading');
  }
  return undefined;
}

/** The tokens of a passage's sentence as a span of the draft. */
export const spanIn = (passage: Passage, { sentence: { tokens }, offset }: ReadSentence, { from, to }: Tokens): Span =>
  passage.place({ start: offset + tokens[from]!.start, end: offset + tokens[to - 1]!.end });

/** What a cell's value is the value of: its row's title in a table of two columns, else its column's head. */
function labelOf(block: Block, draft: Draft): Located | undefined {
  const { cell } = block.context;
  const table = cell && draft.tables[cell.table];
  if (!table || cell.column === 0) return undefined;
  const width = Math.max(table.head.length, ...table.rows.map((row) => row.length));
  const label =
    width === 2
      ? (cell.row < 0 ? table.head : table.rows[cell.row])?.[0]
      : cell.row < 0
        ? undefined
        : table.head[cell.column];
  return label && /\p{L}/u.test(label.text) && label.text.length <= 60 ? label : undefined;
}
