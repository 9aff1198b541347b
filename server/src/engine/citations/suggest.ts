import type { Finding, Suggestion } from '../findings/finding';
import type { Edition, Principle, Rule } from '../knowledge/types';
import type { Block } from '../markdown/draft';
import type { ReadSentence } from '../reading/read';
import { overlaps, type Span } from '../text/span';
import { citedCompanies, companiesOf } from './company';
import { sourceOf, theName, titleWithin, type Desk } from './desk';
import { applies } from './edition';
import { forbiddenTo } from './doubt';
import { citationText, citeEdits, citeManyEdits } from './format';
import { pieces } from './pieces';
import { ranked, saidOf } from './topics';

/** A sentence that states a limit, a duty or a value, and the principles that support it. */
interface Stated {
  readonly span: Span;
  /** The best first, at most two. */
  readonly principles: readonly Principle[];
  /** The limits that it states. */
  readonly rules: readonly Rule[];
}

const MOST_OFFERED = 2;

/**
 * Where a limit, a duty or a value is stated that a principle supports, and nothing cited is near: once for each list,
 * table or paragraph. Nothing beside a duty that breaks the Code: a citation would dress it up.
 */
export function missingCitations(desk: Desk, rule: Rule): Finding[] {
  const { choice, profile, draft, findings } = desk.check;
  const { edition } = choice;
  if (!edition || !applies(choice, profile)) return [];
  const companies = companiesOf(draft.blocks);
  const cited = citedCompanies(desk, companies);
  const breaches = new Set(
    findings.filter(({ family }) => family === 'duty').map(({ span }) => desk.blockAt(span.start)),
  );
  return companies
    .flatMap((company) => {
      if (cited.has(company) || company.some((i) => breaches.has(i))) return [];
      const stated = company.flatMap((i) => {
        const block = draft.blocks[i]!;
        return desk.sentencesIn(block).flatMap((s) => statedIn(desk, edition, block, s));
      });
      return stated.length > 0 ? [findingFor(desk, rule, edition, stated)] : [];
    })
    .flat();
}

function statedIn(desk: Desk, edition: Edition, block: Block, s: ReadSentence): Stated[] {
  if (block.context.quoted) return [];
  const rules = forbiddenTo(desk, s);
  const { start, end } = s.sentence;
  const list = pieces(block.text.slice(start, end), block.start + start);
  const said = saidOf(list, edition);
  const valued = new Set(
    [...said].flatMap(([number, { hits }]) =>
      hits.some((hit) => hit.states && isOfPeers(s, { start: list[hit.from]!.start, end: list[hit.to - 1]!.end }))
        ? [number]
        : [],
    ),
  );
  const limits = new Set(rules.map(({ id }) => id));
  const supports = ({ number, limits: own }: Principle): boolean =>
    valued.has(number) || own.some(({ rule }) => limits.has(rule));
  const principles = ranked(edition, said, limits)
    .map(({ principle }) => principle)
    .filter(supports)
    .slice(0, MOST_OFFERED);
  if (principles.length === 0) return [];
  return [{ span: { start: block.start + start, end: block.start + end }, principles, rules }];
}

/** Whether the words at a place are said of a peer role: as its duty, its value or its limit. */
function isOfPeers(s: ReadSentence, span: Span): boolean {
  const { tokens } = s.sentence;
  const at = (token: { start: number; end: number }): Span => ({
    start: s.offset + token.start,
    end: s.offset + token.end,
  });
  const from = tokens.findIndex((token) => overlaps(at(token), span));
  if (from < 0) return false;
  const to = tokens.findLastIndex((token) => overlaps(at(token), span)) + 1;
  const { actor, mode } = s.read(from, to);
  return actor?.kind === 'peer' && /^(?:assigned|forbidden|allowed)$/.test(mode.mode);
}

function findingFor(desk: Desk, rule: Rule, edition: Edition, stated: readonly Stated[]): Finding[] {
  const { draft, style } = desk.check;
  const [first] = stated;
  const [best] = first!.principles;
  const one = first!.principles.map((principle, i): Suggestion => {
    const caution = i === 0 && edition.caution !== undefined ? ` (${edition.caution})` : '';
    return {
      kind: 'citation',
      title: `Cite ${citationText(edition, principle.number)}: ${titleWithin(principle)}${caution}`,
      edits: citeEdits(draft, first!.span, { edition, principles: [principle.number], style }),
      sources: [sourceOf(edition, principle)],
    };
  });
  const places = stated.map(({ span, principles }) => ({ where: span, principles: [principles[0]!.number] }));
  const each: Suggestion[] =
    stated.length > 1
      ? [
          {
            kind: 'citation',
            title: `Cite a principle of ${theName(edition)} for each of these ${stated.length} statements`,
            edits: citeManyEdits(draft, places, { edition, style }),
          },
        ]
      : [];
  const limit = first!.rules.find(({ id }) => best!.limits.some((l) => l.rule === id));
  return desk.finding(rule, first!.span, {
    message: `${rule.message} Principle ${best!.number} of ${theName(edition)} fits: ${titleWithin(best!)}.`,
    by: `${edition.id}: ${best!.number}`,
    sources: [sourceOf(edition, best!)],
    suggestions: [...one, ...each],
    notes: [limit && restsOn(best!, limit), edition.note],
  });
}

/** Whose reading it is that a limit rests on the principle. */
function restsOn({ number, limits }: Principle, { id, title }: Rule): string | undefined {
  const link = limits.find(({ rule }) => rule === id);
  if (!link) return undefined;
  return link.mapping === 'ours'
    ? `That the limit “${title}” rests on principle ${number} is our own reading. ${link.where}.`
    : `A source says that the limit “${title}” rests on principle ${number}: ${link.where}.`;
}
