import type { Block } from '../markdown/draft';
import { MODALS } from '../prose/clauses';
import type { Token } from '../prose/token';
import type { Mention } from '../reading/roles';
import { activeOf, HANGING, introOf, opensWithCondition, pronounBefore, sentenceOf, unitOf } from './clause';
import { contextForm } from './context';
import { formAt, isFinite } from './forms';
import { isPlural, phraseOf, phraseStart, wordsOf, type Place, type Range } from './place';
import type { Form, VerbBook } from './verbs';

/** A list item, cell or line without a subject of its own: "- Gives medication", "Medication reminders". */
export interface Fragment {
  readonly is: 'fragment';
  /** All of it, behind its label and before its full stop. */
  readonly range: Range;
  /** The form that a verb has there, or would have. */
  readonly form: Form;
  /** No verb stands there now. */
  readonly nominal: boolean;
  /** "Responsible for", "Ability to", "Will": what stays before the verb. */
  readonly link?: Range;
}

/** A clause with its subject before the verb. */
export interface Active {
  readonly is: 'active';
  /** Who acts, with an article, or the pronoun. */
  readonly head: string;
  /** The clause with the condition before it, and what hangs on it. */
  readonly range: Range;
  /** From who acts to the last word before the verb, the modal left out. */
  readonly subject: Range;
  readonly modal?: number;
  /** From the verb (behind the modal) to the end of what hangs on it. */
  readonly predicate: Range;
  readonly form: Form;
}

/** A clause that has to be said anew: whoever acts stands behind "by", or within a phrase. */
export interface Whole {
  readonly is: 'whole';
  readonly range: Range;
  /** Who acts, with an article: "the peer navigator". */
  readonly subject: string;
  readonly form: 'third' | 'plural';
}

export type Shape = Fragment | Active | Whole;

/** How the sentence of a duty can be said otherwise; the way that keeps most of it first. */
export function shapesOf(place: Place, blocks: readonly Block[], verbs: VerbBook): Shape[] {
  const { s, tokens, duty } = place;
  const { actor } = place.finding.evidence;
  if (!actor) return [];
  const unit = unitOf(place, verbs);
  const named = namedIn(place);
  // "All staff, peers included, …": neither the peers alone nor everybody can do something else.
  const next = named && wordsOf(place, { from: named.to, to: Math.min(named.to + 2, tokens.length) });
  if (/^(?:included\b|alike\b|among them|as well$)/i.test(next ?? '')) return [];
  if (/^(?:including|as)$/.test(tokens[(named?.from ?? 0) - 1]?.lower ?? '')) return [];
  const pronoun = named?.possessive ? undefined : pronounBefore(place, unit, verbs);
  const hangs = (place.clause > 0 && HANGING.test(s.clauses[place.clause]!.joint)) || opensWithCondition(place);
  const range = { from: introOf(place) ?? unit.from, to: unit.to };
  if (pronoun !== undefined && !(named && named.from > pronoun && named.to <= duty.from)) {
    const active = activeOf(place, unit, { from: pronoun, to: pronoun + 1 }, verbs);
    return active ? [active] : [];
  }
  if (!named) {
    const fragment = fragmentOf(place, unit, blocks, verbs);
    // A sentence about something else: whoever acts in it cannot be told.
    const isSentence =
      place.block.kind === 'paragraph' ? hasFinite(place, unit) : fragment.nominal && hasPronoun(place, unit);
    return isSentence ? [] : [fragment];
  }
  if (/^(?:list-item|table-cell)$/.test(place.block.kind) && named.from > unit.from && !hasFinite(place, unit)) {
    // "Gives the peer portion of the report": no subject, whoever is named.
    const fragment = fragmentOf(place, unit, blocks, verbs);
    if (!fragment.nominal) return [fragment];
  }
  if (named.from >= unit.from && named.from <= duty.from && !named.governed && !named.possessive) {
    const active = hangs || isWithPerson(place, named) ? undefined : activeOf(place, unit, named, verbs);
    return [...(active ? [active] : []), wholeOf(place, hangs ? sentenceOf(place) : range, named)];
  }
  if (named.from < unit.from) {
    // "… and, when it is late, locks the door": the predicate goes on with an earlier subject.
    const form = hasFinite(place, unit) ? undefined : formAt(tokens, unit.from, verbs);
    if (form) return [{ is: 'fragment', range: unit, form, nominal: false }];
    return [wholeOf(place, sentenceOf(place), named)];
  }
  return [wholeOf(place, hangs ? sentenceOf(place) : { from: range.from, to: Math.max(range.to, named.to) }, named)];
}

/** The mention of who acts; of several peer roles ("Jo, Manny and Ruth") all of them. */
function namedIn({ s, tokens, finding }: Place): Mention | undefined {
  const { mentions } = s;
  const at = mentions.findIndex((m) => s.offset + tokens[m.from]!.start === finding.evidence.actor?.span.start);
  const first = mentions[at];
  if (!first) return undefined;
  let last = at;
  const joins = (a: Mention, b: Mention): boolean =>
    b.kind === 'peer' && tokens.slice(a.to, phraseStart(tokens, b.from)).every((t) => /^(?:and|or|,)$/.test(t.lower));
  while (mentions[last + 1] && joins(mentions[last]!, mentions[last + 1]!)) last++;
  const between = tokens.slice(first.to, mentions[last]!.from);
  return between.some((t) => /^(?:and|or)$/.test(t.lower)) ? { ...first, to: mentions[last]!.to } : first;
}

/** "Peers and members may …": what peers do instead is not what members do. */
const isWithPerson = ({ s, tokens }: Place, named: Range): boolean =>
  s.mentions.some(
    (m) =>
      m.kind === 'person' &&
      (m.from > named.from ? tokens.slice(named.to, m.from) : tokens.slice(m.to, named.from)).every((t) =>
        /^(?:and|or|the|an?)$/.test(t.lower),
      ),
  );

const hasPronoun = ({ tokens }: Place, { from, to }: Range): boolean =>
  tokens.slice(from, to).some((t) => /^(?:they|he|she|you|we)$/.test(t.lower));

const hasFinite = ({ tokens }: Place, { from, to }: Range): boolean =>
  tokens.slice(from, to).some((t) => isFinite(t.lower));

function wholeOf(place: Place, range: Range, named: Range): Whole {
  const subject = phraseOf(place, named);
  return { is: 'whole', range, subject, form: isPlural(subject) ? 'plural' : 'third' };
}

function fragmentOf(place: Place, unit: Range, blocks: readonly Block[], verbs: VerbBook): Fragment {
  const { tokens, duty } = place;
  // "Medication: gives …": the duty may be in the label.
  const range = duty.from < unit.from ? { from: 0, to: unit.to } : unit;
  const { from } = range;
  const link = linkOf(tokens, range);
  if (link) return { is: 'fragment', range, form: link.form, nominal: false, link: link.range };
  const own = formAt(tokens, from, verbs);
  const asked = contextForm(place, blocks, verbs);
  // A word that is a noun as often ("Watch for …", "Record review", "Billing documentation") is what its neighbours are.
  const unsure = verbs.get(tokens[from]!.lower)?.perhapsNoun === true && own !== 'third';
  if (own && !(unsure && asked !== undefined && asked !== own && own !== 'imperative'))
    return { is: 'fragment', range, form: own, nominal: own === 'gerund' && unsure };
  return { is: 'fragment', range, form: asked ?? 'gerund', nominal: true };
}

function linkOf(tokens: readonly Token[], { from, to }: Range): { range: Range; form: Form } | undefined {
  const word = (i: number): string => tokens[from + i]?.lower ?? '';
  if (MODALS.has(word(0)) || (word(0) === 'to' && from + 1 < to))
    return { range: { from, to: from + 1 }, form: 'base' };
  if (
    /^(?:ability|able|willing|willingness|readiness|ready|expected|required|available)$/.test(word(0)) &&
    word(1) === 'to'
  )
    return { range: { from, to: from + 2 }, form: 'base' };
  if (/^(?:responsible|responsibility|accountable|accountability)$/.test(word(0)) && word(1) === 'for')
    return { range: { from, to: from + 2 }, form: 'gerund' };
  return undefined;
}
