import type { Block, Draft } from '../markdown/draft';
import { candidate, type Candidate, type Desk } from './desk';
import { asksForBase, contextForm } from './context';
import { breakOf, replaceIn } from './edit';
import { hasItems, isOnlySentence, linesOf, listOf, wholeLines } from './lists';
import { cutOf, cutsOf, without } from './listing';
import { itemsIn, predicatesIn } from './parts';
import { isPlural, type Place } from './place';
import { capital, type Saying } from './say';
import type { Fragment } from './shape';

/**
 * Whether "Does not …" or "Do not …" can stand where a fragment stands: not in a list that "will:" introduces, nor among
 * nouns.
 */
export function fitsInPlace(desk: Desk, { form, nominal, link }: Fragment, blocks: readonly Block[]): boolean {
  const { block } = desk.place;
  if (nominal || link) return false;
  const lead = block.context.leadIns.at(-1)?.text ?? '';
  if (asksForBase(lead)) return false;
  if (form === 'third') return contextForm(desk.place, blocks, desk.verbs) !== 'gerund';
  return form === 'imperative' && lead === '' && block.kind !== 'table-cell';
}

/** The item goes, and a sentence below its list says the limit; where it is the only one, the sentence replaces the list. */
export function belowList(desk: Desk, shape: Fragment, saying: Saying, draft: Draft): Candidate[] {
  const { place, source } = desk;
  const { block } = place;
  if (block.kind !== 'list-item' || block.context.quoted || hasItems(block, draft.blocks)) return [];
  if (/^[a-z]+$|\./i.test(block.context.label ?? '')) return [];
  const list = listOf(block, draft.blocks);
  const said = sentenceFor(place, saying);
  if (!said) return [];
  const eol = breakOf(source);
  if (list.length === 1) return inPlaceOfList(desk, saying, said);
  const last = list.at(-1)!;
  const lines = linesOf(last, source);
  const behind = source.slice(lines.end);
  const closing = /^(?:\r\n|\r|\n)[ \t]*\S/.test(behind) ? eol : '';
  const below = { span: { start: lines.end, end: lines.end }, text: eol + eol + said + closing };
  const found = remains(desk, shape).map((edits) => ({ edits: [...edits, below], shown: said }));
  if (!isOnlySentence(place)) return found;
  if (last !== block) return [...found, ...candidate(said, { span: wholeLines(block, source), text: '' }, below)];
  const gap = /\n[ \t]*\n$/.test(source.slice(0, lines.start).replace(/\r\n?/g, '\n')) ? '' : eol;
  return [...found, ...candidate(said, { span: lines, text: gap + said + closing })];
}

/** Edits that take the duty out of an item that says more than that. */
function remains(desk: Desk, { range, form, nominal }: Fragment): Candidate['edits'][] {
  const { place, source, verbs } = desk;
  const { tokens } = place;
  const all = nominal ? itemsIn(tokens, range) : predicatesIn(tokens, range, form, verbs);
  if (all.length < 2) return isOnlySentence(place) ? [] : sentenceOut(place, source);
  const cuts = nominal ? [cutOf(desk, all)] : cutsOf(desk, all);
  return cuts.flatMap((cut) => without(desk, range, all, cut, () => '', '')).map((c) => c.edits);
}

function sentenceOut(place: Place, source: string): Candidate['edits'][] {
  const { s, block } = place;
  const start = s.offset + s.sentence.start;
  const end = s.offset + s.sentence.end;
  const edit =
    s.sentence.start === 0
      ? replaceIn(block, source, { start, end: end + /^\s*/.exec(source.slice(end))![0].length }, '')
      : replaceIn(block, source, { start: start - /\s*$/.exec(source.slice(0, start))![0].length, end }, '');
  return edit ? [[edit]] : [];
}

/** "The peer specialist will:" and its only item become one sentence. */
function inPlaceOfList({ place, source }: Desk, saying: Saying, said: string): Candidate[] {
  const { block } = place;
  const lead = block.context.leadIns[0];
  const words = saying.say('base');
  if (!lead || block.context.leadIns.length > 1 || !words || !asksForBase(lead.text) || !isOnlySentence(place))
    return [];
  const start = lead.start + lead.text.replace(/\s*[:—–-]$/, '').length;
  const end = linesOf(block, source).end;
  // Only line breaks and the marker may stand between the lead-in and its item.
  if (!/^\s*[:—–-]?\s*(?:[-*+•–]|\d+[.)])\s+$/.test(source.slice(start, block.start))) return [];
  const can = /\bcan$/i.test(lead.text.replace(/\s*[:—–-]$/, ''));
  return candidate(said, { span: { start, end }, text: `${can ? '' : ' '}${words}.` });
}

/** The limit as a sentence about whoever the list is about. */
function sentenceFor(place: Place, saying: Saying): string | undefined {
  const { actor } = place.finding.evidence;
  const lead = place.block.context.leadIns[0]?.text.trim() ?? '';
  const base = saying.say('base');
  const opening = lead
    .slice(lead.search(/[^.!?]*$/))
    .replace(/\s*[:—–-]$/, '')
    .trim();
  if (base && asksForBase(lead) && !/\bto$/i.test(opening) && opening.split(/\s+/).length <= MOST_WORDS)
    return `${opening}${/\bcan$/i.test(opening) ? '' : ' '}${base}.`;
  if (!actor || actor.collective) return undefined;
  const named = /^(?:the|an?|our|each|every|all|people|those|staff)\b/i.test(actor.text) || isPlural(actor.text);
  const subject = named ? capital(actor.text) : `The ${actor.text}`;
  const words = saying.say(isPlural(actor.text) ? 'plural' : 'third');
  return words && `${subject} ${words}.`;
}

/** Longest lead-in that is said once more as the beginning of a sentence. */
const MOST_WORDS = 14;
