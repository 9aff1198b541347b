import type { TextEdit } from '../findings/finding';
import type { Edition } from '../knowledge/types';
import type { Draft } from '../markdown/draft';
import type { Span } from '../text/span';
import type { CitationStyle } from './citation';
import { citationPlace } from './place';

/** What is to be cited, and how. */
export interface CiteRequest {
  readonly edition: Edition;
  /** Numbers of principles of the edition, at least one. */
  readonly principles: readonly number[];
  readonly style: CitationStyle;
}

/** The heading under which the style `link` lists what it links to. */
export const LINK_SECTION = 'Principles cited';
const LINK_TARGET = '#principles-cited';

/** "CPS Code of Ethics (2008), principle 8", "…, principles 7, 8 and 10". Always names the edition. */
export const citationText = ({ title }: Edition, principles: number | readonly number[]): string =>
  `${title}, ${counted([principles].flat())}`;

/** The same to stand within brackets: "CPS Code of Ethics 2008, principle 8". */
export const bracketed = ({ title }: Edition, principles: readonly number[]): string =>
  `${title.replace(/[()]/g, '')}, ${counted(principles)}`;

function counted(principles: readonly number[]): string {
  const last = principles.at(-1);
  const before = principles.slice(0, -1).join(', ');
  return before === '' ? `principle ${last}` : `principles ${before} and ${last}`;
}

/**
 * The edits that put a citation at the end of the sentence in which `where` ends: before its full stop, behind the words
 * of an item or a cell, never within a link or emphasis.
 *
 * - `inline`: in brackets, in the sentence.
 * - `footnote`: a mark behind the full stop, with the next free number, and its text at the end of the draft. A footnote
 *   that says the same already is used again.
 * - `link`: in brackets, as a link to the draft's own list of the principles that it cites. A link into our catalog would
 *   lead nowhere for whoever receives the draft, so the target is in the draft: a section "Principles cited" at its end,
 *   made if it is missing, with one entry for each principle.
 *
 * @returns insertions in document offsets, by place; no two at the same one
 */
export const citeEdits = (draft: Draft, where: Span, { principles, ...how }: CiteRequest): TextEdit[] =>
  citeManyEdits(draft, [{ where, principles }], how);

/** The same for several places at once: footnotes are numbered on, and what two places share is put in once. */
export function citeManyEdits(
  draft: Draft,
  places: readonly { readonly where: Span; readonly principles: readonly number[] }[],
  { edition, style }: Omit<CiteRequest, 'principles'>,
): TextEdit[] {
  const citer = new Citer(draft, edition, style);
  const marks = places.map(({ where, principles }) => {
    const place = citationPlace(draft, where);
    const text = citer.cite(principles);
    if (style === 'footnote') return insertion(place.mark, text);
    return insertion(place.words, place.closed ? ` (${text}.)` : ` (${text})`);
  });
  return merged([...marks, ...citer.edits()]);
}

/**
 * A citation as it stands at a place where a person writes it (text only, without brackets), and what else it needs in
 * the draft: a footnote's text, an entry in the list of principles.
 */
export function citationAt(
  draft: Draft,
  { edition, principles, style }: CiteRequest,
): { readonly text: string; readonly edits: readonly TextEdit[] } {
  const citer = new Citer(draft, edition, style);
  return { text: citer.cite(principles), edits: citer.edits() };
}

/** Writes citations for one draft, and collects what they need at its end. */
class Citer {
  private readonly notes = new Map<string, string>();
  private readonly entries = new Set<string>();
  private next: number;

  constructor(
    private readonly draft: Draft,
    private readonly edition: Edition,
    private readonly style: CitationStyle,
  ) {
    const { marks, definitions } = draft.footnotes;
    const taken = [...marks, ...definitions].map(({ label }) => (/^\d{1,9}$/.test(label) ? Number(label) : 0));
    this.next = taken.reduce((most, n) => Math.max(most, n), 0) + 1;
  }

  cite(principles: readonly number[]): string {
    if (this.style === 'footnote') return `[^${this.labelOf(citationText(this.edition, principles))}]`;
    const text = bracketed(this.edition, principles);
    if (this.style === 'inline') return text;
    // Numbers only: the titles are ours, and whoever receives the draft would take them for the Code's.
    for (const number of principles) this.entries.add(citationText(this.edition, number));
    return `[${text}](${LINK_TARGET})`;
  }

  /** What the citations so far need at the end of the draft. */
  edits(): TextEdit[] {
    return [...this.definitions(), ...listed(this.draft, [...this.entries])];
  }

  private labelOf(text: string): string {
    const says = ({ span }: { readonly span: Span }): string =>
      plain(this.draft.source.slice(span.start, span.end).replace(/^[^\]]*\]:/, ''));
    const there = this.draft.footnotes.definitions.find((definition) => says(definition) === plain(text));
    const label = there?.label ?? this.notes.get(text) ?? String(this.next++);
    if (!there) this.notes.set(text, label);
    return label;
  }

  private definitions(): TextEdit[] {
    if (this.notes.size === 0) return [];
    const { end, footnotes } = this.draft;
    const line = lineBreak(this.draft);
    const follows = footnotes.definitions.some(({ span }) => span.start < end && span.end >= end);
    const added = [...this.notes].map(([text, label]) => `[^${label}]: ${text}.`).join(line);
    return [insertion(end, `${line}${follows ? '' : line}${added}${gapBehind(this.draft)}`)];
  }
}

const insertion = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });

/** Insertions at the same place made one, in the order given. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const byPlace = new Map<number, string>();
  for (const { span, text } of edits) byPlace.set(span.start, (byPlace.get(span.start) ?? '') + text);
  return [...byPlace].sort(([a], [b]) => a - b).map(([at, text]) => insertion(at, text));
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();

const lineBreak = ({ source }: Draft): string => /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';

/** What keeps an addition at the end apart from code that is left open behind it: the blank line, where there is none yet. */
function gapBehind(draft: Draft): string {
  const rest = draft.source.slice(draft.end);
  if (rest.trim() === '') return '';
  const breaks = /^\s*/.exec(rest)![0].match(/\r\n|\n|\r/g)?.length ?? 0;
  return lineBreak(draft).repeat(Math.max(0, 2 - breaks));
}

/** The entries that the draft's list of principles lacks, put at its end; with its heading where there is none. */
function listed(draft: Draft, entries: readonly string[]): TextEdit[] {
  if (entries.length === 0) return [];
  const { blocks, source } = draft;
  const line = lineBreak(draft);
  const heading = blocks.findLast(
    ({ kind, text }) => kind === 'heading' && text.toLowerCase() === LINK_SECTION.toLowerCase(),
  );
  if (!heading) {
    const list = entries.map((entry) => `- ${entry}`).join(line);
    return [insertion(draft.end, `${line}${line}## ${LINK_SECTION}${line}${line}${list}${gapBehind(draft)}`)];
  }
  const own = blocks.filter(
    ({ kind, context }) => kind === 'list-item' && context.headings.at(-1)?.start === heading.start,
  );
  const missing = entries.filter((entry) => !own.some(({ text }) => plain(text) === plain(entry)));
  if (missing.length === 0) return [];
  const last = own.at(-1);
  const at = last
    ? endOfLine(source, last.start + last.text.length)
    : endOfHeading(source, heading.start + heading.text.length);
  const added = missing.map((entry) => `- ${entry}`).join(line);
  return [insertion(at, `${line}${last ? '' : line}${added}`)];
}

function endOfLine(source: string, from: number): number {
  const length = source.slice(from).search(/[\r\n]/);
  return length < 0 ? source.length : from + length;
}

/** Behind the underline of a heading that has one. */
function endOfHeading(source: string, from: number): number {
  const end = endOfLine(source, from);
  const underline = /^(?:\r\n|\r|\n)[ \t]*(?:=+|-+)[ \t]*(?=[\r\n]|$)/.exec(source.slice(end, end + 200));
  return end + (underline?.[0].length ?? 0);
}
