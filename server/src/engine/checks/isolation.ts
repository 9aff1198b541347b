import type { Range } from './concern';
import type { Check } from './context';
import type { DraftFigures } from './draft-figures';
import type { Measures } from './measures';
import { clausesAround, type TermHit } from './terms';

const COMPANY =
  /\b(?:all|both) (?:\w+ )?(?:of (?:whom|them)|\w+) (?:meet|meets|gather|gathers|belong|belongs)|\b(?:belongs?|belonging) to (?:a|one|the|our|its) (?:\w+ ){0,3}(?:team|department|group)|\b(?:one|single|central\w*|own|same|county|agency 's|agency's) peer (?:team|department|division)|\bpeer team of\b|\b(?:meet|meets|gather|gathers|together) (?:as (?:one|a) |weekly|monthly|every|each)|\bpaid (?:time|hours|days)\b|\bas one team\b|\bat least (?:two|three|2|3)\b|\bwork in pairs\b|\b(?:team|group|department) to belong to\b|\b(?:nobody|no one|not|never) (?:\w+ ){0,2}works? alone\b/i;
const DENIED = /(?:\bno|\bnot|n't|\bnone|\bwithout|\bnever|\bunpaid|\black\w*)\b[^.;]{0,25}$/i;
/** Words of a clause that speak of time with peers elsewhere, which the sources ask for in small teams. */
const OUTSIDE = /\b(?:network\w*|outside|peer groups?|peer networks?|peer events?|peer organizations?|released?)\b/i;
const ALONE = /\b(?:only|sole|lone|single|solitary|one|alone|1)\b/i;
/** One peer to a team: no peer alone where all of them are a peer team. */
const ONE_TO_A_TEAM = /\b(?:one|a|an|1|single)\b.*\b(?:per|each|every|team|teams|unit|site)\b/i;

/** A hit with what figures say about it; nothing where the peer has company after all. */
export function isolatedHit(hit: TermHit, figures: DraftFigures, measures: Measures): TermHit | undefined {
  if (hasCompany(hit)) return undefined;
  const { tokens } = hit.sentence.sentence;
  const text = ({ from, to }: Range): string[] => tokens.slice(from, to).map((t) => t.text);
  const words = hit.parts.flatMap(text).join(' ');
  if (!ALONE.test(words) && OUTSIDE.test(text(hit.whole).join(' '))) return inSmallTeam(hit, figures, measures);
  const team = figures.teams.find(({ size }) => size > 1);
  return team && ONE_TO_A_TEAM.test(words) ? undefined : hit;
}

/** Finds single peers on teams that are described by counting their roles; silent where they also are a peer team. */
export const singlePeers: Check = (rule, { figures, measures }) =>
  figures.singlePeers.flatMap(({ passage, sentence, range, actor }) => {
    const whole = clausesAround(sentence, range);
    const hit = isolatedHit({ rule, passage, sentence, whole, parts: [range], actor, by: rule.id }, figures, measures);
    return hit && figures.teams.every(({ size }) => size < 2) ? [hit] : [];
  });

/** Paid time outside is asked for where the team is small; a larger one has company of its own. */
function inSmallTeam(hit: TermHit, { all, teams }: DraftFigures, measures: Measures): TermHit | undefined {
  const least = measures.get('small-team-fte')?.value;
  const told = all.filter(({ kind }) => kind === 'fte');
  const [fte] = told;
  if (least === undefined || told.some(({ value }) => value !== fte?.value)) return hit;
  const size = fte?.value ?? (teams.length === 1 ? teams[0]!.size : undefined);
  if (size === undefined) return hit;
  if (size >= least) return undefined;
  if (!fte) return hit;
  const notes = [
    `${fte.value.toFixed(1)} FTE is under ${String(least)}: a team of this size needs paid time with peer groups outside.`,
  ];
  return { ...hit, notes, related: [{ span: fte.span, message: `${fte.value.toFixed(1)} FTE in peer roles` }] };
}

/** Whether the sentence of a hit, or the one behind it, gives the peer company after all: a team that meets, or paid time outside. */
function hasCompany({ sentence, passage }: TermHit): boolean {
  const at = passage.sentences.indexOf(sentence);
  return passage.sentences.slice(at, at + 2).some((s) => {
    const text = s.sentence.tokens.map((t) => t.text).join(' ');
    return [...text.matchAll(new RegExp(COMPANY.source, 'gi'))].some((m) => !DENIED.test(text.slice(0, m.index)));
  });
}
