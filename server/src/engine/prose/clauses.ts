import type { Searchable } from './pattern';
import type { Token } from './token';

/** A half-open range of token indices of one sentence. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** The word that joins it to the clause before ("while", "but", ";"); empty for the first. */
  readonly joint: string;
}

/** A stretch of tokens that can be the subject of a clause: a role, a person or a pronoun. */
export interface SubjectLike {
  readonly from: number;
  readonly to: number;
}

const SUBORDINATORS = new Set(
  'while whereas although though because since unless until if when where whenever wherever once as so'.split(' '),
);
const COORDINATORS = new Set(['and', 'or', 'nor', 'so', 'yet', 'then', 'plus']);
const ADVERSATIVES = new Set(['but', 'while', 'whereas', 'although', 'though', 'yet', 'however', 'except', 'unlike']);
const DETERMINERS = new Set(
  'the a an this that these those each every any some no all both its their our his her your my one another neither either'.split(
    ' ',
  ),
);
const PRONOUNS = new Set('he she they it we you i there who nobody everyone someone anyone somebody'.split(' '));

export const MODALS = new Set(
  "will shall must may can could should would might cannot can't won't shan't mustn't needn't couldn't shouldn't wouldn't 'll".split(
    ' ',
  ),
);
export const AUXILIARIES = new Set(
  "is are was were be been being am has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't".split(
    ' ',
  ),
);

const isVerbish = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  (MODALS.has(token.lower) ||
    AUXILIARIES.has(token.lower) ||
    (/[a-z]{2}s$/.test(token.lower) && !/(?:ss|us|is)$/.test(token.lower)) ||
    /[a-z]{2}ed$/.test(token.lower) ||
    /^(?:give|take|keep|help|make|run|sit|meet|write|go|get|have|do|hold|read|work|lead|share|offer|bring|serve|hand|put|play|never|also|not|only|then)$/.test(
      token.lower,
    ));

/**
 * Cuts a sentence into clauses, coarsely: at semicolons and spaced dashes, at "but" and other contrasts, before a
 * subordinate clause with a subject of its own, after an introductory one, and where "and"/"or"/a comma is followed by a new
 * subject and its verb. Lists of duties under one subject stay together, because one subject and one negation govern them.
 */
export function clauses(sentence: Searchable, subjects: readonly SubjectLike[]): Clause[] {
  const { tokens } = sentence;
  const subjectAt = new Map(subjects.map((s) => [s.from, s.to]));
  const cuts: { at: number; joint: string }[] = [];
  let introductory = isIntroductory(tokens, 0);
  for (let i = 1; i < tokens.length; i++) {
    const joint = jointAt(tokens, i, subjectAt, introductory);
    if (joint === undefined) continue;
    // "Nurses, clinicians and peers share …": without a verb so far, "and peers share" continues the subject.
    // Nor does "Everyone on shift but the peers carries" hold two clauses.
    if (COORDINATORS.has(joint) || joint === ',' || joint === 'but')
      if (!hasVerb(sentence, subjects, cuts.at(-1)?.at ?? 0, i)) continue;
    cuts.push({ at: i, joint });
    introductory = isIntroductory(tokens, i);
  }
  const bounds = [{ at: 0, joint: '' }, ...cuts, { at: tokens.length, joint: '' }];
  return bounds
    .slice(0, -1)
    .map((b, k) => ({ from: b.at, to: bounds[k + 1]!.at, joint: b.joint }))
    .filter((c) => c.to > c.from);
}

function hasVerb(
  { tokens, lexicons }: Searchable,
  subjects: readonly SubjectLike[],
  from: number,
  to: number,
): boolean {
  // "… proposes that the peer and the nurse share": what "that" joins on has a subject and a verb of its own.
  const that = tokens.findLastIndex((t, i) => i >= from && i < to && t.lower === 'that');
  const start = that >= 0 && subjects.some((m) => m.from > that && m.from <= that + 2) ? that + 1 : from;
  for (let i = start; i < to; i++) {
    // "the peer lead" holds no verb.
    if (subjects.some((m) => m.from <= i && i < m.to)) continue;
    const word = tokens[i]!.lower;
    if (
      MODALS.has(word) ||
      AUXILIARIES.has(word) ||
      lexicons.get('verb')?.has(i) ||
      lexicons.get('verb-or-noun')?.has(i)
    )
      return true;
  }
  return false;
}

const isIntroductory = (tokens: readonly Token[], at: number): boolean => {
  const i = tokens[at]?.kind === 'mark' ? at + 1 : at;
  const word = tokens[i]?.lower ?? '';
  return (
    SUBORDINATORS.has(word) ||
    (word === 'in' &&
      /^(?:the|that)$/.test(tokens[i + 1]?.lower ?? '') &&
      /^(?:event|case)$/.test(tokens[i + 2]?.lower ?? '')) ||
    (word === 'should' && i === 0)
  );
};

/** Verbs whose "if", "when" and "where" open their object: "decides when someone is ready". */
const ASKING =
  /^(?:decid|determin|judg|tell|told|see|saw|know|knew|say|said|ask|check|find|found|learn|assess|evaluat|rule|rul|vot|consider|discuss|record|report|not|show|choos|monitor|track|gaug|rat|verif|confirm|report)(?:e|es|ed|s|ing|n)?$/;

function jointAt(
  tokens: readonly Token[],
  i: number,
  subjectAt: ReadonlyMap<number, number>,
  introductory: boolean,
): string | undefined {
  const before = tokens[i - 1]!;
  const here = tokens[i]!;
  if (before.lower === ';' || before.lower === '—' || (before.lower === '–' && spaced(tokens, i - 1)))
    return before.lower;
  if (before.lower === ':' && startsWithSubject(tokens, i, subjectAt)) return ':';
  const afterComma = before.lower === ',';
  if (here.lower === 'but' && tokens[i + 1]?.lower !== 'also') return 'but';
  if (ADVERSATIVES.has(here.lower) && afterComma) return here.lower;
  if (/^(?:if|when|where)$/.test(here.lower) && ASKING.test(before.lower)) return undefined;
  if (
    SUBORDINATORS.has(here.lower) &&
    here.lower !== 'as' &&
    here.lower !== 'so' &&
    startsWithSubject(tokens, i + 1, subjectAt)
  )
    return here.lower;
  if ((here.lower === 'as' || here.lower === 'so') && afterComma && startsWithSubject(tokens, i + 1, subjectAt))
    return here.lower;
  if (here.lower === 'so' && tokens[i + 1]?.lower === 'that' && startsWithSubject(tokens, i + 2, subjectAt))
    return 'so that';
  if (COORDINATORS.has(here.lower) && startsWithSubject(tokens, i + 1, subjectAt)) return here.lower;
  if (
    afterComma &&
    COORDINATORS.has(here.lower) &&
    DETERMINERS.has(tokens[i + 1]?.lower ?? '') &&
    nominalSubject(tokens, i + 1)
  )
    return here.lower;
  if (afterComma && introductory)
    return startsWithSubject(tokens, i, subjectAt) || nominalSubject(tokens, i) ? ',' : undefined;
  if (afterComma && startsWithSubject(tokens, i, subjectAt)) return ',';
  return undefined;
}

const spaced = (tokens: readonly Token[], at: number): boolean => {
  const mark = tokens[at]!;
  return (
    tokens[at - 1] !== undefined &&
    tokens[at - 1]!.end < mark.start &&
    tokens[at + 1] !== undefined &&
    mark.end < tokens[at + 1]!.start
  );
};

/** A subject and, within a few tokens (an aside in brackets or commas skipped), something that looks like its verb. */
function startsWithSubject(tokens: readonly Token[], at: number, subjectAt: ReadonlyMap<number, number>): boolean {
  let i = at;
  while (
    DETERMINERS.has(tokens[i]?.lower ?? '') ||
    /^(?:two|three|four|then|later|also|only)$/.test(tokens[i]?.lower ?? '')
  )
    i++;
  if (PRONOUNS.has(tokens[i]?.lower ?? '') && tokens[i]!.lower !== 'who')
    return isVerbish(tokens[i + 1]) || isVerbish(tokens[i + 2]);
  const end = subjectAt.get(i) ?? subjectAt.get(at);
  if (end === undefined) return false;
  for (let k = end; k < Math.min(end + 4, tokens.length); k++) {
    if (isVerbish(tokens[k])) return true;
    if (/^(?:,|and|or|\()$/.test(tokens[k]!.lower))
      return /^(?:and|or)$/.test(tokens[k]!.lower) && startsWithSubject(tokens, k + 1, subjectAt);
  }
  return false;
}

/** "the door is …", "the closet key goes …": a noun phrase that is no role, with an auxiliary or modal close behind it. */
function nominalSubject(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < Math.min(at + 7, tokens.length); k++) {
    const word = tokens[k]!;
    if (word.kind === 'mark' && word.lower !== "'s") return false;
    if (MODALS.has(word.lower) || AUXILIARIES.has(word.lower)) return true;
  }
  return false;
}
