import type { Actor } from '../reading/readable';
import type { ReadSentence } from '../reading/read';
import { peerConcerned, stretchesOf, type Range } from './concern';
import type { Check } from './context';
import { mark } from './marked';
import { whoseFigure, type Measure } from './measures';
import type { CheckedDraft, Passage } from './passage';
import { clausesAround, isStated } from './terms';

/** How long a draft gives people in peer roles to be certified. */
export interface TermTold {
  readonly months: number;
  readonly range: Range;
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  readonly actor: Actor;
}

/** Reads a draft for the time it gives until certification. */
export const readTerms = ({ passages }: CheckedDraft): TermTold[] =>
  passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) =>
      stretchesOf(sentence).flatMap((stretch): TermTold[] => {
        const term = termIn(sentence, stretch);
        if (!term) return [];
        const actor = peerConcerned(sentence, stretch, [term.range], true, passage);
        return actor && isStated(sentence, [term.range]) ? [{ ...term, passage, sentence, actor }] : [];
      }),
    ),
  );

/** Finds certification that a peer role may put off for longer than the contract allows. */
export const certificationTerms: Check = (rule, { figures, measures, lens }) => {
  const measure = measures.get('certification-months');
  if (!measure) return [];
  const binding = (lens.profile.rules[rule.id]?.authority ?? rule.authority) === 'contract';
  return figures.terms
    .filter(({ months }) => months > measure.value + 0.1)
    .map(({ months, range, passage, sentence, actor }) => ({
      rule,
      passage,
      sentence,
      whole: clausesAround(sentence, range),
      parts: [range],
      actor,
      by: rule.id,
      notes: [`${monthsText(months)} months; ${comparedWith(measure, binding)}.`, ...remarks(measure, binding)],
    }));
};

const monthsText = (months: number): string => String(Math.round(months * 10) / 10);

function comparedWith(measure: Measure, binding: boolean): string {
  if (measure.from === 'setting') return `your settings ask for ${monthsText(measure.value)}`;
  if (measure.value === 0) return 'certification comes before the work here';
  if (measure.from === 'contract') return `this contract asks for ${monthsText(measure.value)}`;
  return binding
    ? `the contract is reported to ask for ${monthsText(measure.value)}`
    : `ACCS contracts are reported to ask for ${monthsText(measure.value)}`;
}

const remarks = (measure: Measure, binding: boolean): string[] =>
  measure.from === 'setting'
    ? whoseFigure(measure, (n) => `${monthsText(n)} months`)
    : measure.from === 'sources' && binding
      ? ['That they count from hire is our reading; the contract is not known to say.']
      : [];

const BECOMING =
  /\b(?:becom\w+ (?:an? )?(?:cps|certified)|be an? (?:cps|certified)|certif\w+|credential|cps (?:status|exam\w*|certification)|certified|exam|examination)\b/;
/** Certificates of other kinds, certification that is kept or renewed, and what comes after it. */
const OTHER =
  /\b(?:first aid|cpr|map|nursing|driver|license|occupancy|supervisor training|motivational|food|renew\w*|maintain\w*|recertif\w*|keep (?:their )?certification|reciprocity|continuing education|after certification|since certification|certified for|held|hold a current|years of (?:experience|work)|(?:has|have|had) been (?:a|certified)|being a cps|(?:worked|work|served|years) as a|experience)\b/;

/** How long a stretch lets certification take, in months. */
function termIn(s: ReadSentence, stretch: Range): { months: number; range: Range } | undefined {
  const marked = mark(s, stretch);
  const t = marked.text;
  // "Certified" in a title is no certification to come.
  if (
    !BECOMING.test(t.replace(/(?<!becom\w+ (?:an? )?|\bbe an? )\bcertified (?=(?:\S+ ){0,3}?@peer)/g, '')) ||
    OTHER.test(t)
  )
    return undefined;
  const found = TERMS.flatMap(([pattern, months]) =>
    [...t.matchAll(new RegExp(pattern, 'g'))].map((m) => ({ months: months(m), at: m.index, length: m[0].length })),
  );
  // "in six to twelve months", "half by month six and the rest by month fifteen": the longest counts.
  const longest = found.sort((a, b) => b.months - a.months)[0] ?? betweenMonths(t);
  return longest && { months: longest.months, range: marked.tokens(longest.at, longest.at + longest.length) };
}

const UNITS: Readonly<Record<string, number>> = { day: 12 / 365, week: 12 / 52, month: 1, quarter: 3, year: 12 };
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const DEADLINE = String.raw`(?:within|in|by|before|have|has|takes?|taking|up to|under|over|no later than|not later than|later than|after|some|following|at|until|of|give[ns]?|given|the first|their first|max|maximum|:|to|for|(?:pass|complete|obtain|secure)\w*|about|sometime in)`;

/** Each way of giving a term, with its length in months. */
const TERMS: readonly (readonly [RegExp, (m: RegExpMatchArray) => number])[] = [
  [
    new RegExp(
      String.raw`\b${DEADLINE}(?: (?:the|their|its|a|an|first|full|more than|up to|some|next|following|max|:))* N(\d+(?:\.\d+)?)(?: (?:to|-|–|or) N(\d+))? ?-? ?(day|week|month|quarter|year)s?\b(?! (?:of )?experience)`,
    ),
    (m) => Number(m[2] ?? m[1]) * UNITS[m[3]!]!,
  ],
  [/\( N(\d+) (day|week|month|year)s? \)/, (m) => Number(m[1]) * UNITS[m[2]!]!],
  [
    /\bN(\d+)[ -](day|week|month|year)s? (?:deadline|period|window|term|limit|grace|allowance)/,
    (m) => Number(m[1]) * UNITS[m[2]!]!,
  ],
  [/\b(?:a|one|N1) (?:full )?year and a half\b|\bN1\.5 years?\b/, () => 18],
  [/\bN(\d+) years? and a half\b/, (m) => (Number(m[1]) + 0.5) * 12],
  [
    /\b(?:within|in|by|have|has|given|up to|over|takes?|after|about|give \S+|allow\w* \S+(?: \S+)?) (?:a|the first|their first|the|the next|the following|one full) (?:calendar |full |contract )?year\b(?! and)/,
    () => 12,
  ],
  [
    /\b(?:end|close|completion|anniversary|course) of (?:\S+ ){0,5}?(first|second|third|fourth|fifth)(?: contract| full)? year\b/,
    (m) => ORDINALS.indexOf(m[1]!) * 12,
  ],
  [
    /\b(?:in|during|before|by|within) (?:the|their|his|her|its|a)? ?(second|third|fourth|fifth)(?: contract| full)? year\b/,
    (m) => ORDINALS.indexOf(m[1]!) * 12,
  ],
  [/\bbecome certified in the (second|third)\b/, (m) => ORDINALS.indexOf(m[1]!) * 12],
  [/\b(?:first|second|third) anniversary\b/, (m) => ORDINALS.indexOf(m[0].split(' ')[0]!) * 12],
  [/\bend of (?:the )?(?:first )?(?:contract|calendar|fiscal) year\b/, () => 12],
  [/\b(?:end|life|term|duration) of the (?:\S+ )?contract\b|\bat any time during the contract\b/, () => 36],
  [/\bby (?:the end of )?month (?:N(\d+))/, (m) => Number(m[1])],
  [/\bend of (?:the|their) N?(\d+)(?:th|st|nd|rd)? month\b/, (m) => Number(m[1])],
  [/\b(?:next|following) (?:calendar |fiscal )?year\b/, () => 12],
  [/\bN(\d+) months ' time\b/, (m) => Number(m[1])],
  [/\b(?:in|by|during|until) (?:the end of )?year N(\d)\b/, (m) => Number(m[1]) * 12],
  [
    /\b(one|two|three|four|five)-year (?:probation\w*|period|term|window|deadline|limit|grace)/,
    (m) => WORDS.indexOf(m[1]!) * 12,
  ],
  [/\b(\w+)-month (?:probation\w*|period|term|window|deadline|grace)/, (m) => Math.max(0, WORDS.indexOf(m[1]!))],
  [
    /\b(seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth) month\b/,
    (m) => LATE.indexOf(m[1]!) + 7,
  ],
  [/\bextend\w* to N(\d+)\b(?! (?:days|weeks))/, (m) => Number(m[1])],
  [
    /\b(?:after|complete|completing|completed|worked|wait) (?:\S+ )?(?:a|one|N1) (?:full )?year(?: of service)?\b/,
    () => 12,
  ],
];

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split(
    ' ',
  );
const LATE =
  'seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth'.split(
    ' ',
  );
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** "hired in January will be certified by the following December". */
function betweenMonths(t: string): { months: number; at: number; length: number } | undefined {
  const named = [
    ...t.matchAll(
      /\b(january|february|march|april|may(?= [\dN,.]|$| of| \.)|june|july|august|september|october|november|december)\b/g,
    ),
  ];
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last || first === last || !/\b(?:hired|start\w*|join\w*|begin\w*|began)\b/.test(t)) return undefined;
  const months = (MONTHS.indexOf(last[1]!) - MONTHS.indexOf(first[1]!) + 12) % 12;
  return { months, at: last.index, length: last[0].length };
}
