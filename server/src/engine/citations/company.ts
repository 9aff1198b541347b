import type { Block } from '../markdown/draft';
import type { Desk } from './desk';

/** Blocks that one citation serves: a paragraph, a list with what leads into it, a table. Indices of the draft's blocks. */
export type Company = readonly number[];

/** The draft's paragraphs, lists and tables, in reading order; headings and footnotes are none. */
export function companiesOf(blocks: readonly Block[]): Company[] {
  const companies: number[][] = [];
  let table: number | undefined;
  let list: { readonly members: number[]; readonly starts: Set<number> } | undefined;
  blocks.forEach((block, i) => {
    const { kind, context } = block;
    const last = companies.at(-1);
    if (context.cell) {
      if (last && table === context.cell.table) last.push(i);
      else companies.push([i]);
      table = context.cell.table;
      list = undefined;
      return;
    }
    table = undefined;
    if (kind === 'heading' || kind === 'footnote') {
      list = undefined;
      return;
    }
    const lead = context.leadIns[0]?.start;
    if (kind !== 'list-item' && lead === undefined) {
      companies.push([i]);
      list = undefined;
      return;
    }
    const before = blocks[i - 1];
    if (list && (lead === undefined ? list.starts.has(-1) : list.starts.has(lead))) list.members.push(i);
    else if (last && lead !== undefined && before?.start === lead && last.at(-1) === i - 1) {
      last.push(i);
      list = { members: last, starts: new Set([lead]) };
    } else {
      const members = [i];
      companies.push(members);
      list = { members, starts: new Set([lead ?? -1]) };
    }
    list.starts.add(block.start);
  });
  return companies;
}

/** Words that make a citation stand for more than its own sentence. */
const COVERS =
  /\b(?:below|following|this (?:section|list|table|page)|all (?:of )?(?:these|those|this|the)|each of (?:these|the)|these (?:limits|duties|points|rules)|every limit|all limits|the above|above)\b/i;
/** At most so many words beside a citation: the paragraph is there for it. */
const FEW_WORDS = 3;
const FOR_CITING = /^\W*(?:these|this|all|both|each|see|sources?|basis|cf|authority|references?)\b/i;

/** The companies that something cited is near to: in them, above them, or in a paragraph that is there to cite. */
export function citedCompanies(desk: Desk, companies: readonly Company[]): ReadonlySet<Company> {
  const { draft, found } = desk.check;
  const places = [...found.citations.flatMap((c) => desk.placesOf(c)), ...found.mentions.map(({ span }) => span)];
  const cited = new Set(places.map(({ start }) => desk.blockAt(start)));
  const starts = new Set([...cited].map((i) => draft.blocks[i]?.start));
  const covering = [...cited].flatMap((i) => {
    const block = draft.blocks[i];
    return block && block.kind !== 'heading' && COVERS.test(block.text) ? [sectionOf(block)] : [];
  });
  const sections = new Set(covering);
  const serves = (i: number, beside: Block): boolean => {
    const block = draft.blocks[i];
    return block !== undefined && cited.has(i) && block.kind !== 'heading' && sectionOf(block) === sectionOf(beside);
  };
  const isFor = (company: Company): boolean => {
    const first = draft.blocks[company[0]!]!;
    if (company.some((i) => cited.has(i)) || sections.has(sectionOf(first))) return true;
    const { headings, leadIns } = first.context;
    if ([...headings, ...leadIns].some(({ start }) => starts.has(start))) return true;
    const around = [company[0]! - 1, company.at(-1)! + 1].filter((i) => serves(i, first));
    return around.some((i) => isForCiting(desk, draft.blocks[i]!));
  };
  return new Set(companies.filter(isFor));
}

const sectionOf = ({ context }: Block): number => context.headings.at(-1)?.start ?? -1;

function isForCiting(desk: Desk, { text, start }: Block): boolean {
  const cited = desk.citationsIn(start, start + text.length);
  if (cited.length === 0) return false;
  const count = (words: string): number => words.match(/\p{L}+/gu)?.length ?? 0;
  const own =
    count(text) - cited.reduce((sum, { span }) => sum + count(text.slice(span.start - start, span.end - start)), 0);
  return own <= FEW_WORDS || FOR_CITING.test(text);
}
