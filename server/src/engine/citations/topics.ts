import { findDuties } from '../duties/find';
import type { Edition, Principle } from '../knowledge/types';
import { readSentences } from '../prose/sentence';
import type { CompiledCitations } from './compile';
import { Phrases, pieces, wordsOf, type Piece } from './pieces';

/** A principle and how much a text speaks of it. `score` is 0 where it does not at all. */
export interface RankedPrinciple {
  readonly principle: Principle;
  readonly score: number;
}

/** How much each kind of word says: a title most; a limit that rests on the principle as much as a topic. */
const WEIGHTS = { title: 4, topic: 3, touch: 2 } as const;
const LIMIT = 3;
/** Of several principles that a limit rests on, the one to cite first. */
const FIRST = 1;

/**
 * All principles of an edition, those first that a text speaks of most: by their titles, topics and the limits that rest on
 * them. Those of equal score stay in the order of their numbers.
 *
 * @param compiled with it, the limits that the text's words name count too
 */
export function rankPrinciples(text: string, edition: Edition, compiled?: CompiledCitations): RankedPrinciple[] {
  return ranked(edition, saidOf(pieces(text), edition), compiled ? limitsIn(text, compiled) : new Set());
}

/** The same from what has been read already: what a text says of each principle, and the ids of the limits it names. */
export function ranked(
  { principles }: Edition,
  said: ReadonlyMap<number, Said>,
  rules: ReadonlySet<string>,
): RankedPrinciple[] {
  return principles
    .map((principle) => {
      const limits = principle.limits.filter(({ rule }) => rules.has(rule));
      const resting = limits.reduce((sum, { first }) => sum + LIMIT + (first === true ? FIRST : 0), 0);
      return { principle, score: (said.get(principle.number)?.score ?? 0) + resting };
    })
    .sort((a, b) => b.score - a.score || a.principle.number - b.principle.number);
}

/** Ids of the duty rules whose duties a text names, whoever has them and whatever is said of them. */
export function limitsIn(text: string, { reader }: CompiledCitations): ReadonlySet<string> {
  const found = readSentences(text, reader.trie).flatMap((sentence) =>
    findDuties({ sentence, clauses: [{ from: 0, to: sentence.tokens.length, joint: '' }] }, reader.duties),
  );
  return new Set(found.map(({ rule }) => rule.id));
}

/** Where a text speaks of a principle: `from` and `to` are indices of pieces. */
export interface TopicHit {
  readonly number: number;
  readonly kind: 'title' | 'topic' | 'touch';
  /** One of the topics themselves: whoever writes it speaks of the principle. */
  readonly states: boolean;
  readonly from: number;
  readonly to: number;
}

/** What a text says of each principle. */
export interface Said {
  readonly score: number;
  readonly hits: readonly TopicHit[];
}

export function saidOf(list: readonly Piece[], edition: Edition): ReadonlyMap<number, Said> {
  const said = new Map<number, { score: number; hits: TopicHit[]; words: Set<string> }>();
  for (const hit of topicsIn(list, edition)) {
    const one = said.get(hit.number) ?? { score: 0, hits: [], words: new Set<string>() };
    said.set(hit.number, one);
    one.hits.push(hit);
    const words = list
      .slice(hit.from, hit.to)
      .map(({ lower }) => lower)
      .join(' ');
    if (one.words.has(words)) continue;
    one.words.add(words);
    one.score += WEIGHTS[hit.kind];
  }
  return said;
}

/** The words of a text that are about principles; of overlapping ones of the same principle the longest. */
export function topicsIn(list: readonly Piece[], edition: Edition): TopicHit[] {
  const phrases = phrasesOf(edition);
  const found: TopicHit[] = [];
  const taken = new Map<number, number>();
  for (let from = 0; from < list.length; from++) {
    const hit = phrases.longestAt(list, from, (i) => /^(?:-|'s?)$/.test(list[i]!.lower));
    for (const about of hit?.value ?? []) {
      if ((taken.get(about.number) ?? -1) > from) continue;
      taken.set(about.number, hit!.to);
      found.push({ ...about, from, to: hit!.to });
    }
  }
  return found;
}

type About = readonly Pick<TopicHit, 'number' | 'kind' | 'states'>[];

const phrasesKnown = new WeakMap<Edition, Phrases<About>>();

function phrasesOf(edition: Edition): Phrases<About> {
  const there = phrasesKnown.get(edition);
  if (there) return there;
  const phrases = new Phrases<About>();
  for (const { number, title, aliases, topics, touches } of edition.principles) {
    const stating = new Set(topics.map((topic) => wordsOf(topic).join(' ')));
    const add = (all: readonly string[], kind: TopicHit['kind']): void => {
      for (const words of all.map(wordsOf))
        phrases.add(words, [{ number, kind, states: stating.has(words.join(' ')) }], (about, added) =>
          about.some((a) => a.number === number) ? about : [...about, ...added],
        );
    };
    add([title, ...aliases], 'title');
    add(topics, 'topic');
    add(touches, 'touch');
  }
  phrasesKnown.set(edition, phrases);
  return phrases;
}
