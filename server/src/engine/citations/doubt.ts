import type { Finding, Suggestion } from '../findings/finding';
import type { Edition, Principle, Rule } from '../knowledge/types';
import type { Block } from '../markdown/draft';
import type { ReadSentence } from '../reading/read';
import { overlaps, type Span } from '../text/span';
import type { Citation, CitedNumber } from './citation';
import { codeOf } from './compile';
import { theName, titleWithin, type Desk } from './desk';
import { citationText } from './format';
import { writtenLike } from './numerals';
import { pieces } from './pieces';
import { ranked, rankPrinciples, saidOf, type Said } from './topics';

/** At most so many principles are offered in the place of one. */
const MOST_OFFERED = 2;

/** Numbers that a complete edition does not have. In an edition that is known in part only, a number may well exist. */
export function unknownNumbers(desk: Desk, rule: Rule): Finding[] {
  return ownWords(desk).flatMap((citation) => {
    const edition = desk.editionOf(citation);
    if (!edition?.complete) return [];
    const known = new Set(edition.principles.map(({ number }) => number));
    const byPlace = new Map<number, CitedNumber[]>();
    for (const cited of citation.numbers)
      if (!known.has(cited.number)) byPlace.set(cited.span.start, [...(byPlace.get(cited.span.start) ?? []), cited]);
    return [...byPlace.values()].flatMap((missing) => {
      const { span } = missing[0]!;
      const numbers = missing.map(({ number }) => String(number));
      const last = numbers.pop()!;
      const which = numbers.length > 0 ? `principles ${numbers.join(', ')} and ${last}` : `principle ${last}`;
      const alone = citation.numbers.filter((n) => n.span.start === span.start).length === 1;
      const other = alone ? otherEdition(desk, citation, missing[0]!.number) : undefined;
      return desk.finding(rule, span, {
        message: `There is no ${which} in ${theName(edition)}. It has ${edition.principles.length} principles.`,
        by: `${edition.id}: ${last}`,
        suggestions: alone
          ? [
              ...fitting(desk, citation, edition).map((p) => renumber(desk, span, edition, p)),
              ...naming(desk, citation, other),
            ]
          : [],
        notes: [edition.note],
      });
    });
  });
}

/** Numbers beside a title, or in a sentence, that another principle or another edition has. */
export function wrongNumbers(desk: Desk, rule: Rule): Finding[] {
  return ownWords(desk).flatMap((citation) => {
    const edition = desk.editionOf(citation);
    if (!edition) return [];
    const titled = citation.numbers.filter(({ title }) => title);
    if (titled.length > 0) return titled.flatMap((cited) => againstTitle(desk, rule, citation, edition, cited));
    return againstSentence(desk, rule, citation, edition);
  });
}

/** "#7, privacy": the title is another principle's in this edition. */
function againstTitle(desk: Desk, rule: Rule, citation: Citation, edition: Edition, cited: CitedNumber): Finding[] {
  const { number, title, span } = cited;
  if (!title) return [];
  const here = title.of.filter((o) => o.edition === edition.id).map((o) => o.number);
  const own = edition.principles.find((p) => p.number === number);
  const elsewhere = otherEdition(desk, citation, number, title.of);
  if (here.includes(number) || (!own && (here.length === 0 || edition.complete))) return [];
  if (here.length === 0 && !elsewhere) return [];
  const words = desk.check.draft.source.slice(title.start, title.end).replace(/\s+/g, ' ');
  const right = edition.principles.filter((p) => here.includes(p.number));
  const belongs = right.length > 0 ? ` “${words}” is principle ${right.map((p) => p.number).join(' or ')} there.` : '';
  const other = elsewhere
    ? ` Number ${number} is right for it in ${theName(elsewhere)}. Say which edition you mean.`
    : '';
  return desk.finding(
    rule,
    { start: Math.min(span.start, title.start), end: Math.max(span.end, title.end) },
    {
      message: own
        ? `In ${theName(edition)}, principle ${number} is “${own.title}”.${belongs}${other}`
        : `In ${theName(edition)},${belongs.replace(' there.', '.')}${other}`,
      by: `${edition.id}: ${number}, ${words}`,
      notes: [edition.note],
      suggestions: [...right.map((p) => renumber(desk, span, edition, p)), ...naming(desk, citation, elsewhere)],
    },
  );
}

/** The sentence clearly speaks of another principle, and nothing around it of those that are cited. */
function againstSentence(desk: Desk, rule: Rule, citation: Citation, edition: Edition): Finding[] {
  const cited = citation.numbers.map(({ number }) => edition.principles.find((p) => p.number === number));
  if (cited.some((p) => p === undefined)) return [];
  const first = citation.numbers[0]!;
  // A range stands for much at once.
  if (citation.numbers.some((n, i) => i > 0 && n.span.start === first.span.start)) return [];
  const places = desk.placesOf(citation);
  const doubts = places.map((place) => doubtAt(desk, place, edition, cited as readonly Principle[]));
  const doubt = doubts[0];
  // One place that the number fits is enough.
  if (!doubt || doubts.some((d) => d === undefined)) return [];
  const { right, about } = doubt;
  const principle = cited[0]!;
  const numbers = citation.numbers.map(({ number }) => number);
  const elsewhere = citation.numbers.length === 1 ? fitsElsewhere(desk, citation, first.number, doubt) : undefined;
  const is =
    numbers.length === 1
      ? `principle ${numbers[0]} is “${principle.title}”`
      : `principles ${numbers.join(' and ')} are about something else`;
  const one = citation.numbers.length === 1;
  return desk.finding(rule, first.span, {
    message:
      `In ${theName(edition)}, ${is}. ` +
      `The sentence speaks of ${about} principle ${right.map((p) => p.number).join(' or ')} there.` +
      (elsewhere ? ` Number ${first.number} is right in ${theName(elsewhere)}. Say which edition you mean.` : ''),
    by: `${edition.id}: ${numbers.join(', ')}`,
    notes: [edition.note],
    suggestions: one
      ? [...right.map((p) => renumber(desk, first.span, edition, p)), ...naming(desk, citation, elsewhere)]
      : [],
  });
}

interface Doubt {
  /** The principles that the sentence speaks of, the best first. */
  readonly right: readonly Principle[];
  /** What it speaks of, in words that go on with the principle: "privacy, which is", "… on". */
  readonly about: string;
  readonly said: string;
  readonly rules: ReadonlySet<string>;
}

function doubtAt(desk: Desk, place: Span, edition: Edition, cited: readonly Principle[]): Doubt | undefined {
  const block = desk.check.draft.blocks[desk.blockAt(place.start)];
  if (!block || block.kind === 'heading' || block.kind === 'footnote') return undefined;
  const around = desk.aroundOf(block);
  const wide = around.said(edition);
  if (cited.some(({ number }) => wide.has(number))) return undefined;
  const own = ownSentence(desk, block, place);
  if (!own) return undefined;
  const all = desk.sentencesIn(block);
  if (cited.some(({ limits }) => limits.some(({ rule }) => around.rules.has(rule)))) return undefined;
  const said = saidOf(pieces(own.text), edition);
  const clear = new Map([...said].filter(([, one]) => isClear(one)));
  const s = all.find(({ sentence }) => sentence.start === own.start);
  const limits = s && !cited.some(({ broad }) => broad) ? forbiddenTo(desk, s) : [];
  const rules = new Set(limits.map(({ id }) => id));
  const right = ranked(edition, clear, rules)
    .filter(({ score }) => score > 0)
    .map(({ principle }) => principle);
  if (right.length === 0) return undefined;
  const best = right[0]!;
  const limit = limits.find(({ id }) => best.limits.some(({ rule }) => rule === id));
  const ours = best.limits.some(({ rule, mapping }) => rule === limit?.id && mapping === 'ours');
  const about = clear.has(best.number)
    ? `${titleWithin(best)}, which is`
    : `${lowerFirst(limit?.title ?? '')}, which rests${ours ? ', as we read it,' : ''} on`;
  return { right: right.slice(0, MOST_OFFERED), about, said: own.text, rules };
}

/** Two topics of a principle, or one that is also its name. A single word may be there by the way. */
const isClear = ({ hits }: Said): boolean =>
  hits.some(({ kind, states }) => states && kind === 'title') ||
  new Set(hits.filter(({ states }) => states).map(({ from }) => from)).size > 1;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The limits that a sentence states: duties that it forbids to a peer role. */
export function forbiddenTo(desk: Desk, s: ReadSentence): Rule[] {
  const { collectives } = desk.check;
  const limits = desk.dutiesOf(s).filter(({ hit }) => {
    const { actor, mode } = s.read(hit.from, hit.to);
    return mode.mode === 'forbidden' && (actor?.kind === 'peer' || (actor?.kind === 'collective' && collectives));
  });
  return [...new Set(limits.map(({ rule }) => rule))];
}

/** The words of the sentence that a citation at `place` is of, without citations. `start` is relative to the block. */
function ownSentence(
  desk: Desk,
  block: Block,
  place: Span,
): { readonly text: string; readonly start: number } | undefined {
  const without = (span: Span): string => {
    let text = block.text.slice(span.start, span.end);
    const offset = block.start + span.start;
    for (const cited of desk.citationsIn(offset, block.start + span.end)) {
      const from = Math.max(0, cited.span.start - offset);
      const to = Math.min(text.length, cited.span.end - offset);
      text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
    }
    return text;
  };
  const sentence = desk.sentenceAt(block, place.start);
  if (!sentence) return undefined;
  const text = without(sentence);
  if ((text.match(/\p{L}{2,}/gu) ?? []).length > 2) return { text, start: sentence.start };
  // "(CPS Code of Ethics #10.)" is about the sentence before.
  const before = desk.sentenceAt(block, block.start + sentence.start - 1);
  return before && { text: without(before), start: before.start };
}

/** Principles that the sentence of a citation speaks of, the best first. */
function fitting(desk: Desk, citation: Citation, edition: Edition): Principle[] {
  const place = desk.placesOf(citation)[0];
  const block = place && desk.check.draft.blocks[desk.blockAt(place.start)];
  const own = block && ownSentence(desk, block, place);
  const title = citation.numbers.length === 1 ? citation.numbers[0]!.title : undefined;
  const titled = title?.of.filter((o) => o.edition === edition.id).map((o) => o.number) ?? [];
  const named = edition.principles.filter(({ number }) => titled.includes(number));
  if (named.length > 0 || !own) return named.slice(0, MOST_OFFERED);
  return rankPrinciples(own.text, edition, desk.compiled)
    .filter(({ score }) => score > 0)
    .slice(0, MOST_OFFERED)
    .map(({ principle }) => principle);
}

/** Another edition of the same code that has the number, under one of `titles` where there are any. */
function otherEdition(
  desk: Desk,
  citation: Citation,
  number: number,
  titles?: readonly { readonly edition: string; readonly number: number }[],
): Edition | undefined {
  return codeOf(citation.edition, desk.compiled)?.editions.find(
    ({ id, principles }) =>
      id !== citation.edition &&
      (titles
        ? titles.some((t) => t.edition === id && t.number === number)
        : principles.some((p) => p.number === number)),
  );
}

/** Another edition in which the number is what the sentence speaks of. */
function fitsElsewhere(desk: Desk, citation: Citation, number: number, { said, rules }: Doubt): Edition | undefined {
  return codeOf(citation.edition, desk.compiled)?.editions.find((edition) => {
    if (edition.id === citation.edition) return false;
    const principle = edition.principles.find((p) => p.number === number);
    const one = saidOf(pieces(said), edition).get(number);
    return (
      principle !== undefined &&
      ((one !== undefined && isClear(one)) || principle.limits.some((l) => rules.has(l.rule)))
    );
  });
}

/**
 * Citations in the writer's own words: what is quoted is not the writer's to change. Where nobody in a peer role is spoken
 * of, "Code of Ethics" may be anybody's.
 */
const ownWords = (desk: Desk): readonly Citation[] =>
  (desk.aboutPeers ? desk.check.found.citations : []).filter(
    ({ span }) => desk.check.draft.blocks[desk.blockAt(span.start)]?.context.quoted !== true,
  );

function renumber(desk: Desk, span: Span, edition: Edition, principle: Principle): Suggestion {
  const like = desk.check.draft.source.slice(span.start, span.end);
  return {
    kind: 'correction',
    title: `Cite principle ${principle.number} instead: ${titleWithin(principle)} (${edition.title})`,
    edits: [{ span, text: writtenLike(like, principle.number) }],
  };
}

/** The citation with the edition in which its number is right. */
function naming(desk: Desk, citation: Citation, edition: Edition | undefined): Suggestion[] {
  const { span, numbers } = citation;
  const { wraps, source } = desk.check.draft;
  const cuts = wraps.some((w) => overlaps(w, span) && !(w.start <= span.start && span.end <= w.end));
  const [cited] = numbers;
  if (!edition || numbers.length !== 1 || !cited || cuts) return [];
  const title = cited.title ? `, ${source.slice(cited.title.start, cited.title.end)}` : '';
  const text = `${citationText(edition, cited.number)}${title}`;
  return [{ kind: 'correction', title: `Name the other edition: ${text}`, edits: [{ span, text }] }];
}
