import type { TermHit } from './terms';

const COMPANY =
  /\b(?:all|both) (?:\w+ )?(?:of (?:whom|them)|\w+) (?:meet|meets|gather|gathers|belong|belongs)|\b(?:belongs?|belonging) to (?:a|one|the|our|its) (?:\w+ ){0,3}(?:team|department|group)|\b(?:one|single|central\w*|own|same|county|agency 's|agency's) peer (?:team|department|division)|\bpeer team of\b|\b(?:meet|meets|gather|gathers|together) (?:as (?:one|a) |weekly|monthly|every|each)|\bpaid (?:time|hours|days)\b|\bas one team\b|\bat least (?:two|three|2|3)\b|\bwork in pairs\b/i;
const DENIED = /(?:\bno|\bnot|n't|\bnone|\bwithout|\bnever|\bunpaid|\black\w*)\b[^.;]{0,25}$/i;

/** Whether the sentence of a hit, or the one behind it, gives the peer company after all: a team that meets, or paid time outside. */
export function hasCompany({ sentence, passage }: TermHit): boolean {
  const at = passage.sentences.indexOf(sentence);
  return passage.sentences.slice(at, at + 2).some((s) => {
    const text = s.sentence.tokens.map((t) => t.text).join(' ');
    return [...text.matchAll(new RegExp(COMPANY.source, 'gi'))].some((m) => !DENIED.test(text.slice(0, m.index)));
  });
}
