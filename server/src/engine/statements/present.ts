import type { FigureRead } from '../checks/figures';
import type { CheckedDraft, Passage } from '../checks/passage';
import { findDuties } from '../duties/find';
import type { Profile, Statement } from '../knowledge/types';
import type { Block, FrontMatterEntry, Located } from '../markdown/draft';
import { findPattern, type PatternHit, type Searchable } from '../prose/pattern';
import { readSentences } from '../prose/sentence';
import type { ReadSentence } from '../reading/read';
import { overlaps, type Span } from '../text/span';
import { holdsUnder, type StatementIndex } from './compile';
import { isDenied, isPast } from './said';
import type { Subject } from './documents';
import { isUnder, spanOfText } from './sections';
import { POST_KEY } from './titles';

/** Where a draft makes a statement: a few places are enough to show. */
const MOST_PLACES = 3;
/** A heading with less than this under it announces the statement, and does not make it. */
const LEAST_WORDS_BELOW = 5;

/** Finds which statements a draft makes, in one walk. Spans are document offsets, in reading order. */
export function readPresence(subject: Where, around: Around): ReadonlyMap<Statement, readonly Span[]> {
  const finder = new Presence(subject, around);
  finder.readFrontMatter();
  finder.readHeadings();
  for (const passage of around.checked.passages) finder.readPassage(passage);
  finder.readFigures();
  return finder.places();
}

/** Headings and blocks that speak of the role, whatever their own words are. */
type Where = Pick<Subject, 'inner' | 'holds'>;

/** What a draft is read with. */
interface Around {
  readonly checked: CheckedDraft;
  readonly figures: readonly FigureRead[];
  readonly index: StatementIndex;
  readonly profile: Profile;
}

class Presence {
  private readonly found = new Map<Statement, Span[]>();
  private readonly limits: readonly Statement[];

  constructor(
    private readonly subject: Where,
    private readonly around: Around,
  ) {
    this.limits = [...around.index.knowledge.statements.values()].filter((s) => s.limits);
  }

  places(): ReadonlyMap<Statement, readonly Span[]> {
    for (const spans of this.found.values()) spans.sort((a, b) => a.start - b.start);
    return this.found;
  }

  /** "reports-to: Senior Peer Specialist" says it as well as a sentence. */
  readFrontMatter(): void {
    for (const entry of this.around.checked.draft.frontMatter)
      if (!isName(entry))
        for (const sentence of readSentences(`${entry.key}: ${entry.value}`, this.around.checked.grammar.trie))
          for (const { statement } of this.hitsIn(sentence)) this.add(statement, entry.valueSpan);
  }

  /** A heading counts with what stands under it; the one that names the role only says what the draft is about. */
  readHeadings(): void {
    const { draft, grammar } = this.around.checked;
    for (const heading of this.subject.inner) {
      const hits = readSentences(heading.text, grammar.trie).flatMap((sentence) =>
        this.hitsIn(sentence).filter(({ hit }) => !isDenied(sentence, hit)),
      );
      if (hits.length === 0 || wordsUnder(draft.blocks, heading) < LEAST_WORDS_BELOW) continue;
      for (const { statement } of hits) this.add(statement, spanOfText(heading));
    }
  }

  readPassage(passage: Passage): void {
    const { block } = passage;
    if (block.context.quoted || isPast(passage.frame.mode)) return;
    const inside = this.subject.holds(block);
    for (const sentence of passage.sentences) {
      const peers = inside || passage.topic !== undefined || sentence.mentions.some((m) => m.kind === 'peer');
      if (!peers) continue;
      for (const { statement, hit } of this.hitsIn(sentence.sentence))
        if (isSaid(sentence, hit)) this.add(statement, placeOf(passage, sentence, hit));
      this.readLimits(passage, sentence);
    }
  }

  /** A limited duty that the sentence keeps from a peer role. */
  private readLimits(passage: Passage, s: ReadSentence): void {
    if (!this.limits.some((statement) => this.needs(statement)) || !mayForbid(passage, s, this.around.checked)) return;
    for (const { hit } of findDuties(s, this.around.index.duties)) {
      const { actor, mode } = s.read(hit.from, hit.to);
      const who = actor?.kind === 'peer' ? actor : (s.named(hit.parts) ?? actor);
      if (mode.mode !== 'forbidden' || who?.kind !== 'peer') continue;
      for (const statement of this.limits) this.add(statement, placeOf(passage, s, hit));
    }
  }

  readFigures(): void {
    const { figures, index, checked } = this.around;
    const numbered = figures.filter((figure) => isNumbered(figure, figures, checked.draft.source));
    for (const statement of index.knowledge.statements.values())
      for (const told of statement.figures) {
        const parts = TOLD[told].map((is) => numbered.filter(is));
        if (parts.every((some) => some.length > 0)) for (const { span } of parts.flat()) this.add(statement, span);
      }
  }

  private hitsIn(where: Searchable): { readonly statement: Statement; readonly hit: PatternHit }[] {
    return this.around.index.cues
      .candidates(where)
      .flatMap(({ pattern, value }) =>
        this.needs(value.statement) && holdsUnder(value, this.around.profile)
          ? findPattern(pattern, where, 0, where.tokens.length).map((hit) => ({ statement: value.statement, hit }))
          : [],
      );
  }

  private needs(statement: Statement): boolean {
    return (this.found.get(statement)?.length ?? 0) < MOST_PLACES;
  }

  private add(statement: Statement, span: Span): void {
    const spans = this.found.get(statement);
    if (!spans) this.found.set(statement, [span]);
    else if (this.needs(statement) && !spans.some((other) => overlaps(other, span))) spans.push(span);
  }
}

/** For each word of `figures` in `statements.yml`: the figures that have to be there, one of each. */
const TOLD: Readonly<Record<Statement['figures'][number], readonly ((figure: FigureRead) => boolean)[]>> = {
  ratio: [({ kind }) => kind === 'ratio'],
  caseload: [({ kind }) => kind === 'caseload'],
  'fte & people': [({ kind }) => kind === 'fte' || kind === 'team-size', ({ kind }) => kind === 'people'],
  pay: [({ kind }) => kind === 'pay'],
  'supervision by a peer': [({ kind, byPeer }) => kind === 'supervision' && byPeer === true],
};

/** Words that name one peer and give no number. */
const UNNUMBERED = /^(?:an?|the|its|our|their|every|each|another|only|sole|single)\b\D*$/i;
/** Words between one peer and the people who are supported: "A peer specialist usually supports up to 15 people." */
const MOST_BETWEEN = 2;

/** The FTE of "a peer specialist" is counted as one, and promises nothing unless the same breath says for how many people. */
const isNumbered = (figure: FigureRead, all: readonly FigureRead[], source: string): boolean =>
  (figure.kind !== 'fte' && figure.kind !== 'team-size') ||
  !UNNUMBERED.test(figure.text) ||
  all.some(({ kind, span }) => {
    if (kind !== 'people' || span.start < figure.span.end) return false;
    const between = source.slice(figure.span.end, span.start);
    return !/[.!?;]/.test(between) && between.split(/\s+/).filter((word) => word !== '').length <= MOST_BETWEEN;
  });

const isName = ({ key }: FrontMatterEntry): boolean => key.toLowerCase() === 'title' || POST_KEY.test(key);

const PLACEHOLDER = /^(?:tbd|tba|to (?:be|come|follow)|n\/a|none|not applicable)\b/i;

const wordsUnder = (blocks: readonly Block[], heading: Located): number =>
  blocks
    .filter((b) => b.kind !== 'heading' && !b.context.quoted && !PLACEHOLDER.test(b.text) && isUnder(b, heading))
    .reduce((n, { text }) => n + text.split(/\s+/).length, 0);

/** The sentence says it of people in peer roles: nobody is quoted, it is not denied, and not said of another role alone. */
function isSaid(s: ReadSentence, hit: PatternHit): boolean {
  const { mode } = s.read(hit.from, hit.to);
  if (mode.mode === 'quoted' || mode.mode === 'asked' || isPast(mode) || isDenied(s.sentence, hit)) return false;
  // "Nurses have a training budget": said of somebody else. What an organization or a director does for peers counts.
  const word = (at: number): string => s.sentence.tokens[at]!.lower;
  const others = s.mentions.filter(
    (m) => m.kind === 'other' && !m.governed && m.to <= hit.from && !EMPLOYS.test(word(m.to - 1)),
  );
  return others.length === 0 || s.mentions.some((m) => m.kind === 'peer');
}

const EMPLOYS =
  /^(?:agency|agencies|provider|board|union|county|state|department|program|court|hospital|plan|insurer|resources|hr|finance|office|center|director|directors|manager|managers|supervisor|supervisors|coordinator|chief|officer|services|recovery)$/;

function placeOf(passage: Passage, s: ReadSentence, { from, to }: PatternHit): Span {
  const { tokens } = s.sentence;
  return passage.place({ start: s.offset + tokens[from]!.start, end: s.offset + tokens[to - 1]!.end });
}

/** A cheap look before the duties are read: something in or around the sentence forbids. */
const mayForbid = ({ frame }: Passage, s: ReadSentence, { grammar }: CheckedDraft): boolean =>
  frame.mode?.mode === 'forbidden' ||
  s.mentions.some((m) => m.negated) ||
  ['forbid-before', 'forbid-near', 'forbid-after'].some((id) => grammar.cues(id, s.sentence).length > 0);
