import type { Block, Draft } from '../markdown/draft';
import type { Span } from '../text/span';
import type { Citation, ContractMention, NamedCode } from './citation';
import { codeOf, editionOfYear, type Code, type CompiledCitations } from './compile';
import { findContracts } from './contracts';
import { bareAt, groupAt, type NumberGroup } from './groups';
import { findMentions, shut, yearBehind, type CodeMention } from './mentions';
import { pieces, type Piece } from './pieces';

export { compileCitations, type CompiledCitations } from './compile';

/** What a draft cites, in reading order. */
export interface FoundCitations {
  readonly citations: readonly Citation[];
  readonly mentions: readonly ContractMention[];
  /** The Code where it is named and no principle of it is cited. */
  readonly named: readonly NamedCode[];
}

/**
 * The citations of a Code of Ethics and the mentions of contracts in a draft. Code blocks and addresses are no prose and
 * are left out; codes of other bodies are passed over, unless the knowledge has an edition of that name. Time grows with
 * the length of the draft.
 *
 * @param edition id of the edition in which citations are read that name none
 */
export function findCitations(draft: Draft, compiled: CompiledCitations, edition: string): FoundCitations {
  const own = codeOf(edition, compiled) ?? compiled.codes[0];
  const read = draft.blocks.map((block) => readBlock(block, compiled));
  const finder = own && new Finder(draft, compiled, { edition, code: own }, read);
  const citations = finder?.find() ?? [];
  const named = finder?.named() ?? [];
  const mentions = read.flatMap(({ list }) => findContracts(list, compiled.contracts, draft.source));
  return { citations, mentions, named };
}

/** The editions that a draft names outside of citations of single principles, as in "All roles follow the CPS Code of Ethics (2008)". */
export function declaredEditions(draft: Draft, compiled: CompiledCitations): ReadonlySet<string> {
  const named = draft.blocks.flatMap((block) => {
    const { mentions, groups } = readBlock(block, compiled);
    return groups.length > 0
      ? []
      : mentions.flatMap((m) => (m.kind === 'ours' && m.edition !== undefined ? [m.edition] : []));
  });
  return new Set(named.filter((id) => compiled.knowledge.editions.has(id)));
}

interface ReadBlock {
  readonly block: Block;
  readonly list: readonly Piece[];
  readonly mentions: readonly CodeMention[];
  readonly groups: readonly NumberGroup[];
}

function readBlock(block: Block, compiled: CompiledCitations): ReadBlock {
  const list = pieces(block.text, block.start);
  const mentions = findMentions(list, compiled);
  const groups: NumberGroup[] = [];
  const behind = new Map(mentions.map((m) => [m.to, m]));
  for (let i = 0, m = 0; i < list.length;) {
    while (m < mentions.length && mentions[m]!.to <= i) m++;
    const inside = mentions[m];
    if (inside && inside.from <= i) {
      i = inside.to;
      continue;
    }
    const at = behind.has(i) && /^[:(,]$/.test(list[i]!.lower) ? i + 1 : i;
    const group =
      groupAt(list, i, compiled.titles) ??
      (behind.has(i) && behind.get(i)!.kind !== 'short' && list[at] ? bareAt(list, at, compiled.titles) : undefined);
    if (group) groups.push(group);
    i = group?.to ?? i + 1;
  }
  return { block, list, mentions, groups };
}

/** What may stand between a name and the numbers behind it, and between numbers and the name behind them. */
const BEHIND = /^(?:[,:;()"–—-]|\[|'s|'|in|under|at|see|the|its|and|of|by|namely|specifically|per|especially)$/;
const BEFORE = /^(?:[,:;()"–—-]|\[|\]|of|in|from|under|the|our|to|this|that|per|its|same|[12]\d{3}|edition)$/;
const MOST_BETWEEN = 6;

class Finder {
  private readonly found: Citation[] = [];
  /** The last name that says whose code it is. */
  private last: CodeMention | undefined;
  private readonly first: CodeMention | undefined;
  private readonly aboutPeers: boolean;

  constructor(
    private readonly draft: Draft,
    private readonly compiled: CompiledCitations,
    private readonly base: { readonly edition: string; readonly code: Code },
    private readonly read: readonly ReadBlock[],
  ) {
    const named = read.flatMap(({ mentions }) => mentions).filter(isNamed);
    this.first = named.find(({ kind }) => kind !== 'foreign') ?? named[0];
    this.aboutPeers = read.some(({ list }) => list.some(({ lower }) => /^(?:peers?|cpss?)$/.test(lower)));
  }

  find(): Citation[] {
    for (const block of this.read) this.readBlock(block);
    return this.found;
  }

  /** The names outside of the citations that were found; to be asked for after `find`. */
  named(): NamedCode[] {
    let next = 0;
    const within = ({ start, end }: Span): boolean => {
      while (this.found[next] && this.found[next]!.span.end <= start) next++;
      return this.found[next] !== undefined && this.found[next]!.span.start < end;
    };
    this.last = undefined;
    return this.read.flatMap(({ list, mentions }) =>
      mentions.flatMap((mention): NamedCode[] => {
        const code = mention.kind === 'short' ? undefined : this.codeOf(mention);
        if (isNamed(mention)) this.last = mention;
        const span = spanOf(list, mention.from, mention.to);
        if (!code || within(span)) return [];
        const edition = this.readIn(code, mention.edition);
        return [{ span, edition, namesEdition: mention.edition !== undefined, saysWhose: mention.kind === 'ours' }];
      }),
    );
  }

  private readBlock({ block, list, mentions, groups }: ReadBlock): void {
    const marks = this.marksOf(block);
    let dated: CodeMention | undefined;
    let next = 0;
    // Names in the block itself: the last before a group, else the first of all.
    let nearest: CodeMention | undefined;
    const later = mentions.find(isName);
    for (let g = 0; g < groups.length;) {
      const group = groups[g]!;
      for (; next < mentions.length && mentions[next]!.from < group.from; next++) {
        const mention = mentions[next]!;
        if (isNamed(mention)) this.last = mention;
        if (isName(mention)) nearest = mention;
        if (mention.edition !== undefined) dated = mention;
      }
      const before = mentions[next - 1];
      const behind = mentions[next];
      const chain = chainOf(list, groups, g);
      g += chain.length;
      const whole = { from: group.from, to: chain.at(-1)!.to };
      const owner = ownerOf(list, whole, before, behind);
      const code = owner ? this.codeOf(owner) : this.around(list, group, nearest ?? later, block);
      if (!code || (!owner && !standsAlone(list, group, whole.to))) continue;
      this.add(
        list,
        chain,
        owner,
        { code, inherited: dated?.code === undefined || dated.code === code ? dated?.edition : undefined },
        marks,
      );
    }
    for (; next < mentions.length; next++) if (isNamed(mentions[next]!)) this.last = mentions[next]!;
  }

  /** The code that a mention means; undefined for another body's. */
  private codeOf(mention: CodeMention): Code | undefined {
    if (mention.kind === 'foreign') return undefined;
    if (mention.kind === 'ours') return mention.code === this.base.code ? this.base.code : mention.code;
    const last = this.last === mention ? undefined : this.last;
    const context = last ?? (this.first === mention ? undefined : this.first);
    if (context?.kind === 'foreign') return undefined;
    if (context?.kind === 'ours') return context.code;
    if (mention.kind === 'bare' || context) return this.base.code;
    return this.aboutPeers ? this.base.code : undefined;
  }

  /** The code that a group without a name of its own may be of: told by a title beside it, or by what the draft names. */
  private around(
    list: readonly Piece[],
    group: NumberGroup,
    inBlock: CodeMention | undefined,
    block: Block,
  ): Code | undefined {
    const title = group.numbers.some((n) => n.title);
    // "§ 4", "item 4" and "the fourth principle" are of anything.
    if (group.unit !== 'principle' && group.unit !== 'sign') return undefined;
    const context = inBlock ?? this.aboveOf(block) ?? this.last ?? this.first;
    if (context?.kind === 'foreign') return undefined;
    if (group.unit === 'sign') {
      const near = inBlock ?? this.aboveOf(block);
      if (!near && !(title && context)) return undefined;
      const before = list[group.from - 1];
      const opens =
        before === undefined ||
        before.kind === 'mark' ||
        /^(?:see|and|with|under|per|by|of|also|or|both|to|principle)$/.test(before.lower);
      if (!title && !opens) return undefined;
    } else if (!title && !context) return undefined;
    return context?.kind === 'ours' ? context.code : this.base.code;
  }

  /** The code that a heading or lead-in above the block names. */
  private aboveOf({ context }: Block): CodeMention | undefined {
    const above = [...context.leadIns].reverse().concat([...context.headings].reverse());
    for (const { text, start } of above) {
      const known = this.above.get(start) ?? findMentions(pieces(text, start), this.compiled).find(isName) ?? null;
      this.above.set(start, known);
      if (known) return known;
    }
    return undefined;
  }
  private readonly above = new Map<number, CodeMention | null>();

  private marksOf({ kind, start }: Block): Citation['marks'] {
    if (kind !== 'footnote') return undefined;
    const { marks, definitions } = this.draft.footnotes;
    const own = definitions.findLast(({ span }) => span.start <= start && start < span.end);
    const label = own?.label.toLowerCase();
    return marks.filter((mark) => mark.label.toLowerCase() === label).map(({ span }) => span);
  }

  private add(
    list: readonly Piece[],
    chain: readonly NumberGroup[],
    owner: CodeMention | undefined,
    { code, inherited }: { readonly code: Code; readonly inherited: string | undefined },
    marks: Citation['marks'],
  ): void {
    let to = chain.at(-1)!.to;
    const behind = editionBehind(list, to);
    if (behind) to = behind.to;
    const named = owner?.edition ?? behind?.year;
    const first = Math.min(chain[0]!.from, owner?.from ?? Infinity);
    const end = Math.max(to, owner?.to ?? 0);
    const span = spanOf(list, first, end);
    const numbers = chain.flatMap((group) => group.numbers);
    this.found.push({
      span,
      text: this.draft.source.slice(span.start, span.end),
      edition: this.readIn(code, named ?? inherited),
      namesEdition: named !== undefined,
      numbers,
      ...(marks && { marks }),
    });
  }

  /** Id of the edition that a code is read in where an edition or a year is named, or none. */
  private readIn(code: Code, named: string | undefined): string {
    const { edition } = this.base;
    if (named === undefined) return code.editions.some(({ id }) => id === edition) ? edition : code.editions[0]!.id;
    return this.compiled.knowledge.editions.has(named) ? named : (editionOfYear(code, named)?.id ?? named);
  }
}

/** Pieces `from` to `to` as a range of the draft, with the bracket that belongs to them. */
const spanOf = (list: readonly Piece[], from: number, to: number): Span => ({
  start: list[from]!.start,
  end: list[shut(list, from, to) - 1]!.end,
});

const isName = ({ kind }: CodeMention): boolean => kind !== 'short';
const isNamed = ({ kind }: CodeMention): boolean => kind === 'ours' || kind === 'foreign';

/** The group and those that go on from it: ", #10", "; principle 8". */
function chainOf(list: readonly Piece[], groups: readonly NumberGroup[], at: number): readonly NumberGroup[] {
  let end = at + 1;
  while (end < groups.length) {
    const between = list.slice(groups[end - 1]!.to, groups[end]!.from);
    if (between.length > 2 || !between.every(({ lower }) => /^(?:,|;|and|&|or|\))$/.test(lower))) break;
    end++;
  }
  return groups.slice(at, end);
}

/** The name that numbers belong to: right before them, or behind them ("principle 8 of the Code"). */
function ownerOf(
  list: readonly Piece[],
  { from, to }: { readonly from: number; readonly to: number },
  before: CodeMention | undefined,
  behind: CodeMention | undefined,
): CodeMention | undefined {
  const after = behind && behind.from >= to ? between(list, to, behind.from, BEFORE) : undefined;
  if (behind && after?.some(({ lower }) => lower === 'of' || lower === 'in' || lower === 'from')) return behind;
  if (before && between(list, before.to, from, BEHIND)) return before;
  return after ? behind : undefined;
}

function between(list: readonly Piece[], from: number, to: number, allowed: RegExp): readonly Piece[] | undefined {
  if (to < from || to - from > MOST_BETWEEN) return undefined;
  const inner = list.slice(from, to);
  return inner.every(({ lower }) => allowed.test(lower)) ? inner : undefined;
}

/** "principle 3 of our quality plan" is of something else. */
function standsAlone(list: readonly Piece[], group: NumberGroup, to: number): boolean {
  const next = list[to];
  if (next?.lower === 'of') return false;
  return (
    !(next?.lower === 'in' && /^(?:our|their|its|a|an|this)$/.test(list[to + 1]?.lower ?? '')) ||
    group.numbers.some((n) => n.title)
  );
}

/** "principle 8 (2008)", "principle 8, 2008 edition": the edition behind the number. */
function editionBehind(list: readonly Piece[], at: number): { readonly year: string; readonly to: number } | undefined {
  const of = /^(?:of|in|from)$/.test(list[at]?.lower ?? '') ? at + 1 : at;
  const from = of > at && list[of]?.lower === 'the' ? of + 1 : of;
  const found = yearBehind(list, from);
  if (!found) return undefined;
  const sure =
    list[from]?.lower === '(' || /^(?:edition|version|revision|ed|\.)$/.test(list[found.to - 1]?.lower ?? '');
  return sure ? found : undefined;
}
