import type { ReadPassage } from '../checks/passage';
import { findDuties, type DutyHit } from '../duties/find';
import type { Finding, SourceRef } from '../findings/finding';
import type { Edition, Principle, Profile, Rule } from '../knowledge/types';
import { weightOf } from '../knowledge/weight';
import type { Block, Draft } from '../markdown/draft';
import type { ReadSentence } from '../reading/read';
import type { Span } from '../text/span';
import type { Citation, CitationStyle } from './citation';
import type { CompiledCitations } from './compile';
import type { EditionChoice } from './edition';
import type { FoundCitations } from './find';
import { pieces } from './pieces';
import { sentencesOf } from './place';
import { saidOf, type Said } from './topics';

/** Everything that the checks of citations look at. */
export interface CitationCheck {
  readonly draft: Draft;
  /** All blocks but headings, in reading order. */
  readonly read: readonly ReadPassage[];
  /** Whether "staff" and the like take in people in peer roles in this draft. */
  readonly collectives: boolean;
  readonly found: FoundCitations;
  readonly choice: EditionChoice;
  readonly profile: Profile;
  readonly style: CitationStyle;
  /** What other rules have found. */
  readonly findings: readonly Finding[];
}

/** What the text around a citation speaks of. */
export interface Around {
  /** Ids of the limits that are named, whoever has the duty. */
  readonly rules: ReadonlySet<string>;
  said(edition: Edition): ReadonlyMap<number, Said>;
}

/** A check with what its parts share. */
export class Desk {
  private readonly around = new Map<Block, Around>();
  private readonly starts: readonly number[];
  private readonly passages: ReadonlyMap<Block, readonly ReadSentence[]>;

  constructor(
    readonly check: CitationCheck,
    readonly compiled: CompiledCitations,
  ) {
    this.starts = check.draft.blocks.map(({ start }) => start);
    this.passages = new Map(check.read.map(({ block, sentences }) => [block, sentences]));
  }

  /** Whether the draft names peers or CPSs at all. */
  get aboutPeers(): boolean {
    return this.check.draft.blocks.some(({ text }) => /\b(?:peers?|cpss?)\b/i.test(text));
  }

  sentencesIn(block: Block): readonly ReadSentence[] {
    return this.passages.get(block) ?? [];
  }

  /** The limited duties that a sentence names, whoever has them. */
  dutiesOf(s: ReadSentence): readonly DutyHit[] {
    return findDuties(s, this.compiled.reader.duties);
  }

  /** What a block, with the headings and lead-ins above it, speaks of. */
  aroundOf(block: Block): Around {
    const known = this.around.get(block);
    if (known) return known;
    const { headings, leadIns } = block.context;
    const words = [...headings.slice(-2), ...leadIns, block].flatMap(({ text, start }) => pieces(text, start));
    const rules = new Set(this.sentencesIn(block).flatMap((s) => this.dutiesOf(s).map(({ rule }) => rule.id)));
    const said = new Map<Edition, ReadonlyMap<number, Said>>();
    const around: Around = {
      rules,
      said: (edition) => {
        const one = said.get(edition) ?? saidOf(words, edition);
        said.set(edition, one);
        return one;
      },
    };
    this.around.set(block, around);
    return around;
  }

  /** Index of the block that an offset stands in, or behind; -1 before the first. */
  blockAt(offset: number): number {
    let low = -1;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The places at which a citation counts: where it stands, or where its footnote's marks do. */
  placesOf({ span, marks }: Citation): readonly Span[] {
    return marks ?? [span];
  }

  /** The citations that touch a stretch of the draft. */
  citationsIn(start: number, end: number): readonly Citation[] {
    const { citations } = this.check.found;
    // They stand in order and do not overlap: the first that is not before is found by halves.
    let low = 0;
    for (let high = citations.length; low < high;) {
      const middle = (low + high) >> 1;
      if (citations[middle]!.span.end <= start) low = middle + 1;
      else high = middle;
    }
    let to = low;
    while (to < citations.length && citations[to]!.span.start < end) to++;
    return citations.slice(low, to);
  }

  /** The sentence of a block that an offset stands in or behind, relative to the block. */
  sentenceAt(block: Block, offset: number): Span | undefined {
    return sentencesOf(block).findLast(({ start }) => block.start + start <= offset);
  }

  editionOf({ edition }: Citation): Edition | undefined {
    return this.compiled.knowledge.editions.get(edition);
  }

  /** A finding of a citation rule; nothing where the profile turns the rule off. */
  finding(
    rule: Rule,
    span: Span,
    told: Pick<Finding, 'message'> &
      Pick<Finding['evidence'], 'by'> &
      Partial<Pick<Finding, 'suggestions' | 'sources'>> & {
        readonly notes?: readonly (string | undefined)[];
      },
  ): Finding[] {
    const weight = weightOf(rule, this.check.profile);
    if (!weight) return [];
    const text = this.check.draft.source.slice(span.start, span.end);
    const notes = (told.notes ?? []).filter((note) => note !== undefined);
    return [
      {
        rule: rule.id,
        family: rule.family,
        span,
        text,
        severity: weight.severity,
        authority: weight.authority,
        certainty: 'breach',
        message: told.message,
        evidence: { duty: [{ text, span }], by: told.by, ...(notes.length > 0 && { notes }) },
        allowed: rule.allowed,
        sources: told.sources ?? weight.sources,
        ...(told.suggestions && told.suggestions.length > 0 && { suggestions: told.suggestions }),
      },
    ];
  }
}

/** The place in an edition's source that a principle stands at. */
export const sourceOf = ({ source: { key, section } }: Edition, { number }: Principle): SourceRef => ({
  key,
  section: `${section === undefined ? '' : `${section}, `}principle ${number}`,
});

/** A principle's title within a sentence: "no coercion", but "Respect for Privacy" where a source has it so. */
export const titleWithin = ({ title }: Principle): string =>
  /^\p{Lu}{2}| \p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);

/** "the CPS Code of Ethics (2008)", for the middle of a sentence. */
export const theName = ({ title }: Edition): string => (/^(?:the|our)\b/i.test(title) ? title : `the ${title}`);
