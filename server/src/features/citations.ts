import type { DocumentLink, Hover } from 'vscode-languageserver';
import type { Citation, ContractMention, NamedCode } from '../engine/citations/citation';
import type { Edition, Knowledge, Principle } from '../engine/knowledge/types';
import type { LineIndex } from '../engine/text/lines';
import type { Span } from '../engine/text/span';
import { editionPage, principlePage, referencePage, rulePage } from './catalog/pages';
import { toRange } from './convert';
import type { HoverContext } from './hover';
import { emphasis, item, link, paragraph, render, rule as line, strong, type Block } from './rich-text';

/** What a draft cites: principles of a Code of Ethics, and places in contracts. */
export interface Cited {
  readonly citations: readonly Citation[];
  readonly mentions: readonly ContractMention[];
  readonly named: readonly NamedCode[];
}

/** What a citation under the cursor says: the principle, in our words, and the limits that rest on it. */
export function citationHoverAt(
  { citations, mentions, named }: Cited,
  offset: number,
  context: HoverContext,
): Hover | null {
  const citation = citations.find(({ span }) => covers(span, offset));
  if (citation !== undefined) return citationHover(citation, offset, context);
  const code = named.find(({ span }) => covers(span, offset));
  if (code !== undefined) return namedHover(code, context);
  const mention = mentions.find(({ span }) => covers(span, offset));
  const reference = mention && context.knowledge.references.get(mention.reference);
  if (mention === undefined || reference === undefined) return null;
  const page = context.linkTo?.(referencePage(reference.id));
  const blocks: Block[] = [
    paragraph(strong(`${mention.text}: ${reference.title}`)),
    paragraph(reference.summary),
    ...(reference.note === undefined ? [] : [paragraph(emphasis(reference.note))]),
    ...(page === undefined ? [] : [paragraph(link('More about this reference', page))]),
  ];
  return { contents: render(blocks, context.format), range: toRange(mention.span, context.lines) };
}

/** Links from what a draft cites to the pages of the catalog. */
export function citationLinks(
  { citations, mentions }: Pick<Cited, 'citations' | 'mentions'>,
  knowledge: Knowledge,
  lines: LineIndex,
  linkTo: (path: string) => string,
): DocumentLink[] {
  const to = (span: Span, path: string, tooltip: string): DocumentLink => ({
    range: toRange(span, lines),
    target: linkTo(path),
    tooltip,
  });
  const principles = citations.flatMap((citation) => {
    const edition = knowledge.editions.get(citation.edition);
    if (edition === undefined) return [];
    // A range ("7-10") is one place with several numbers: it leads to the list.
    const places = new Map<number, number[]>();
    for (const { number, span } of citation.numbers)
      places.set(span.start, [...(places.get(span.start) ?? []), number]);
    const numbered = citation.numbers.filter(({ span }, i, all) => all[i - 1]?.span.start !== span.start);
    if (numbered.length === 0) return [to(citation.span, editionPage(edition.id), `Show the ${edition.title}`)];
    return numbered.map(({ number, span }) => {
      const principle = principleOf(edition, number);
      return places.get(span.start)?.length === 1 && principle !== undefined
        ? to(span, principlePage(edition.id, number), `Show principle ${number}, ${principle.title}`)
        : to(span, editionPage(edition.id), `Show the ${edition.title}`);
    });
  });
  const contracts = mentions
    .filter(({ reference }) => knowledge.references.has(reference))
    .map(({ span, reference }) => to(span, referencePage(reference), 'Show what it says, in our account'));
  return [...principles, ...contracts];
}

function citationHover(citation: Citation, offset: number, context: HoverContext): Hover | null {
  const { knowledge, lines, format } = context;
  const edition = knowledge.editions.get(citation.edition);
  if (edition === undefined) return null;
  // On a number, that one; on the words around it, all of them.
  const pointed = citation.numbers.filter(({ span }) => covers(span, offset));
  const numbers = (pointed.length > 0 ? pointed : citation.numbers).map(({ number }) => number);
  const parts = [...new Set(numbers)].map((number) => principleBlocks(edition, number, context));
  const blocks = parts.flatMap((part, i) => (i === 0 ? part : [line, ...part]));
  if (edition.note !== undefined) blocks.push(paragraph(emphasis(edition.note)));
  return { contents: render(blocks, format), range: toRange(citation.span, lines) };
}

/** Which edition a Code without a number is read in, how much of it is known here, and the way to its page. */
function namedHover({ edition: id, namesEdition, span }: NamedCode, context: HoverContext): Hover {
  const { knowledge, lines, format, linkTo } = context;
  const edition = knowledge.editions.get(id);
  const blocks = edition === undefined ? unknownEdition(id, knowledge) : editionBlocks(edition, namesEdition, linkTo);
  return { contents: render(blocks, format), range: toRange(span, lines) };
}

function unknownEdition(id: string, { editions }: Knowledge): Block[] {
  const known = [...editions.values()].map(({ title }) => title).join('; ');
  return [paragraph(`The edition of ${id} is not known here.`), paragraph(`Known here: ${known}.`)];
}

function editionBlocks(edition: Edition, isNamed: boolean, linkTo: HoverContext['linkTo']): Block[] {
  const { principles, complete, note } = edition;
  const numbers = principles.map(({ number }) => String(number)).join(', ');
  const page = linkTo?.(editionPage(edition.id));
  return [
    paragraph(strong(edition.title)),
    ...(isNamed ? [] : [paragraph('The draft names no edition at this place. This is the one it is read with.')]),
    paragraph(
      complete
        ? `All of its ${String(principles.length)} principles are known here.`
        : `It is known here only in part: ${principles.length === 1 ? 'principle' : 'principles'} ${numbers}.`,
    ),
    ...(note === undefined ? [] : [paragraph(emphasis(note))]),
    ...(page === undefined ? [] : [paragraph(link('Show its principles', page))]),
  ];
}

function principleBlocks(edition: Edition, number: number, { knowledge, linkTo }: HoverContext): Block[] {
  const principle = principleOf(edition, number);
  if (principle === undefined) {
    const what = edition.complete
      ? `It has no principle ${number}.`
      : `Principle ${number} is not known here: only some of this edition's principles are.`;
    return [paragraph(strong(edition.title)), paragraph(what)];
  }
  const page = linkTo?.(principlePage(edition.id, number));
  const limits = principle.limits.map(({ rule, mapping }) =>
    item(
      link(knowledge.rules.get(rule)?.title ?? rule, linkTo?.(rulePage(rule))),
      mapping === 'ours' ? ' (our own reading)' : '',
    ),
  );
  return [
    paragraph(strong(`${edition.title}, principle ${number}: ${principle.title}`)),
    paragraph(principle.summary),
    ...(limits.length > 0 ? [paragraph(strong('Limits that rest on it:')), ...limits] : []),
    ...(page === undefined ? [] : [paragraph(link('More about this principle', page))]),
  ];
}

const principleOf = (edition: Edition, number: number): Principle | undefined =>
  edition.principles.find((principle) => principle.number === number);

const covers = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;
