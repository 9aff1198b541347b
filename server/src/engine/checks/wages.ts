import type { Actor } from '../reading/readable';
import type { ReadSentence } from '../reading/read';
import { asActor } from '../reading/actor';
import { EMPLOYER, mentionsIn, peerConcerned, stretchesOf, type Range } from './concern';
import type { Mention } from '../reading/roles';
import { mark } from './marked';
import type { CheckedDraft, Passage } from './passage';
import { isStated } from './terms';

/** A working year of 40 hours a week. */
const FULL_YEAR = 2080;

/** Pay in a peer role, as dollars an hour. */
export interface WageTold extends Wage {
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  readonly actor: Actor;
}

/** Reads a draft for what it pays in peer roles; what it says of others, of the past or of raises is left out. */
export const readWages = ({ passages }: CheckedDraft): WageTold[] =>
  passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) =>
      stretchesOf(sentence).flatMap((stretch) =>
        wagesIn(sentence, stretch, passage).flatMap((wage): WageTold[] => {
          const actor = whosePay(sentence, stretch, wage.range, passage);
          return actor && isSaid(sentence, wage.range) ? [{ ...wage, passage, sentence, actor }] : [];
        }),
      ),
    ),
  );

interface Wage {
  readonly hourly: number;
  readonly range: Range;
  /** The arithmetic, where there was any. */
  readonly note?: string;
}

const HOUR =
  /^(?: \( gross \)| gross| or (?:less|more))? ?(?:(?:an|per|the|each|every|\/) ?(?:hour|hr)\b|\/ ?(?:hour|hr|h)\b|hourly\b|hr\b)/;
const YEAR =
  /^(?: gross)? ?(?:(?:a|per|each|\/) ?(?:year|yr|annum)\b|\/ ?(?:year|yr)\b|annually\b|annual\b|yearly\b|p\.a)/;
const MONTH = /^(?: gross)? ?(?:(?:a|per|each|\/) ?month\b|\/ ?(?:month|mo)\b|monthly\b)/;
const FORTNIGHT = /^(?: gross)? ?(?:biweekly\b|every two weeks\b|every N2 weeks\b|a fortnight\b|per pay period\b)/;
const WEEK = /^(?: gross)? ?(?:(?:a|per|each|\/) ?week\b|weekly\b)/;
const PAY =
  /\b(?:pay|pays|paid|wages?|salary|salaries|earns?|earned|rate|compensation|hire[sd]?|hired|starts?|starting|begins?|make[s]?|receive[sd]?|gets?|hourly|compensated|employed|remuneration|line|budget|costs?|at)\b/;
const NOT_PAY =
  /\b(?:mileage|per mile|a mile|rent|room hire|hire is|copay|co-pay|parking|ticket|tickets|fee|fees|lunch is|meal|gift|fine|deposit|budget for|grant|funds?|funding|savings|benefit check|allowances? of|people 's money|stamps|training outside|course is)\b/;
/** A sum that comes on top of pay, or that pay is raised by. */
const EXTRA_BEFORE =
  /\b(?:raise|raises|increase|increases|bonus|differential|additional|extra|further|plus|supplement|gains?|rises? by|premium|allowance|reimburse\w*|reimbursement|stipend|worth|job offers at|another)(?: (?![M@]\S)[^ ;,]+){0,3} $/;
const EXTRA_AFTER =
  /^ (?:more|raise|increase|bonus|differential|extra|on top|for each (?:core )?(?:course|training)|per mile|a mile|supplement|sign-on|for (?:training|supplies|outside))\b/;
/** The old figure of a change. */
const FORMER = /\b(?:raised?|moves?|moved|increased?|lifted?|up|brought|gone|goes|went)\b.{0,60}\bfrom $/;
const BELOW = /\b(?:below|under|less than|lower than) $/;

/** The pay that a stretch gives, as dollars an hour. */
function wagesIn(s: ReadSentence, stretch: Range, passage: Passage): Wage[] {
  const marked = mark(s, stretch);
  const t = marked.text.replace(/\b(full|half|quarter|three-quarter) time\b/g, '$1-time');
  const label = passage.block.context.headings.at(-1)?.text.toLowerCase() ?? '';
  if (!/\bM\d/.test(t) || NOT_PAY.test(t)) return [];
  const amounts = [...t.matchAll(/\bM(\d+(?:\.\d+)?)/g)];
  return amounts.flatMap((m, i): Wage[] => {
    const value = Number(m[1]);
    const [before, after] = [t.slice(0, m.index), t.slice(m.index + m[0].length)];
    if (EXTRA_BEFORE.test(before) || EXTRA_AFTER.test(after) || FORMER.test(before) || BELOW.test(before)) return [];
    // The top of a range says nothing about where pay begins.
    if (
      i > 0 &&
      /^ ?(?:-|–|to|and|up to) ?$/.test(t.slice(amounts[i - 1]!.index + amounts[i - 1]![0].length, m.index)) &&
      /-|–|\bto\b|between/.test(t)
    )
      return [];
    const unit = unitOf(t, before, after.replace(/^(?: ?(?:-|–|to|and) ?M[\d.]+)/, ''), value, label, amounts.length);
    if (!unit) return [];
    const range = marked.tokens(m.index, m.index + m[0].length);
    if (unit === 'hour') return [{ hourly: value, range }];
    const hours = unit === 'shift' ? shiftHours(t) : hoursOf(t, unit);
    const share = headcount(t, after);
    if (hours === undefined || hours <= 0) return [];
    const hourly = value / share / hours;
    // A yearly sum this small is no salary, whatever it is.
    if (hourly < (unit === 'year' ? 5 : 0.2) || hourly > 200) return [];
    const note = `$${value.toLocaleString('en-US')}${share > 1 ? ` for ${String(share)}` : ''} at ${hours.toLocaleString('en-US', { maximumFractionDigits: 1 })} hours is $${hourly.toFixed(2)} an hour`;
    return [{ hourly, range, note }];
  });
}

type Unit = 'hour' | 'year' | 'month' | 'fortnight' | 'week' | 'shift';

function unitOf(
  t: string,
  before: string,
  after: string,
  value: number,
  label: string,
  amounts: number,
): Unit | undefined {
  const tail = after.trimStart();
  if (HOUR.test(tail)) return 'hour';
  if (
    /^(?:for (?:a|the|N\d+) (?:\S+-)?(?:hour )?(?:night|shift|day)|(?:per|a|an|each|every) (?:N\d+-hour |\S+-hour )?(?:night|shift|day)\b)/.test(
      tail,
    )
  )
    return 'shift';
  if (YEAR.test(tail)) return 'year';
  if (MONTH.test(tail)) return 'month';
  if (FORTNIGHT.test(tail)) return 'fortnight';
  if (WEEK.test(tail)) return 'week';
  const context = `${label} ${t}`;
  if (!PAY.test(context)) return undefined;
  if (value >= 8_000 && value <= 250_000) return 'year';
  if (/\b(?:weekly|week)\b/.test(before) && value >= 40 && value < 3000) return 'week';
  if (/\b(?:monthly|month)\b/.test(before) && value >= 80 && value < 6000) return 'month';
  if (/\bbiweekly\b/.test(before)) return 'fortnight';
  // A bare sum of the size of a wage: "Rate: $13.50", "starts at $19".
  const wage =
    /\b(?:pay|paid|wages?|hourly|rate|earns?|starts?|starting|begins?|hour|compensation|hired at|wage of|salary)\b/.test(
      context,
    );
  return value >= 1 &&
    value < 60 &&
    wage &&
    (amounts > 1 ||
      /\b(?:wages?|pay|hourly|rate|starts?|starting|begins?|earns?|salary|compensation|hired)\b/.test(context))
    ? 'hour'
    : undefined;
}

/** Hours worked for a sum paid by the year, month or week; nothing where a part-time post leaves them open. */
function hoursOf(t: string, unit: Unit): number | undefined {
  const weekly = /N(\d+(?:\.\d+)?)(?: \w+)? (?:hours?|hrs?)\b(?! a year| per year| annually)/.exec(t);
  const yearly = /N(\d{3,4}) (?:hours?|hrs?)\b/.exec(t);
  const share = /\bhalf-time\b|N0\.5 fte/.test(t)
    ? 0.5
    : /\bthree-quarter-time\b|N0\.75 fte/.test(t)
      ? 0.75
      : /\bquarter-time\b|N0\.25 fte/.test(t)
        ? 0.25
        : 1;
  const said = weekly && Number(weekly[1]) <= 60 ? Number(weekly[1]) : undefined;
  if (unit === 'year')
    return yearly
      ? Number(yearly[1])
      : said !== undefined
        ? said * 52
        : /\bpart-time\b/.test(t)
          ? undefined
          : FULL_YEAR * share;
  if (unit === 'fortnight') return weekly && Number(weekly[1]) <= 120 ? Number(weekly[1]) : 80 * share;
  if (unit === 'week') return said ?? (/\bfull-time\b/.test(t) ? 40 : undefined);
  const monthly =
    /N(\d+) hours? (?:a|per|each) month/.exec(t) ??
    (/\ba month for N\d+ hours\b/.test(t) ? /for N(\d+) hours/.exec(t) : null);
  if (monthly) return Number(monthly[1]);
  return said !== undefined
    ? (said * 52) / 12
    : /\bfull-time\b|\bsalary\b/.test(t)
      ? (FULL_YEAR / 12) * share
      : undefined;
}

const WORDS: Readonly<Record<string, number>> = {
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  sixteen: 16,
};

/** "for a twelve-hour night", "per four-hour shift". */
function shiftHours(t: string): number | undefined {
  const match = /\b(\w+)[- ]hour (?:night|shift|day)\b/.exec(t.replace(/N(\d+)/g, '$1'));
  return match ? (WORDS[match[1]!] ?? (Number(match[1]) || undefined)) : undefined;
}

/** How many people a sum is for: "$57,200 for two full-time positions", "altogether". */
function headcount(t: string, after: string): number {
  if (/^ (?:each|apiece|per (?:person|position|fte)|a piece|a head)\b/.test(after)) return 1;
  const forMany = /^ for N(\d+) (?:full-time|half-time|positions?|posts?|N[\d.]+ fte)/.exec(after);
  if (forMany) return Number(forMany[1]);
  const altogether = /\b(?:altogether|in all|in total|combined|together)\b/.test(t)
    ? /\bN(\d+) (?:N[\d.]+ fte |half-time |full-time )?(?:\S+ )?(?:positions?|posts?|\S+ @peer)/.exec(t)
    : null;
  return altogether ? Number(altogether[1]) : 1;
}

/** The role nearest before the sum, else the next one behind it, else whoever the text is about. */
function whosePay(s: ReadSentence, stretch: Range, range: Range, passage: Passage): Actor | undefined {
  const boss = bossOf(s, stretch, range);
  const roles = mentionsIn(s, stretch).filter((m) => m !== boss);
  const near =
    roles.filter((m) => m.to <= range.from && m.kind !== 'person').at(-1) ?? roles.find((m) => m.from >= range.to);
  const { topic, frame } = passage;
  if (boss && !near) return topic ?? (frame.inherited?.kind === 'peer' ? frame.inherited : undefined);
  const person = roles.filter((m) => m.to <= range.from && m.kind === 'person').at(-1);
  if (
    person &&
    (!near || person.from > near.from) &&
    !/^(?:those|person|people|someone|individual|veteran)s?$/.test(s.sentence.tokens[person.to - 1]!.lower)
  )
    return undefined;
  if (near?.kind === 'peer') return asActor(s, near, 'subject');
  const employer =
    near &&
    EMPLOYER.test(
      s.sentence.tokens
        .slice(near.from, near.to)
        .map((t) => t.lower)
        .join(' '),
    );
  if (near?.kind === 'other' && !employer) return undefined;
  return peerConcerned(s, stretch, [range], false, passage);
}

/** "Reports to: Director of Peer Services / Pay: $19.50": the role in another field of a form is not whose pay it is. */
function bossOf(s: ReadSentence, stretch: Range, range: Range): Mention | undefined {
  const words = (from: number, to: number): string =>
    s.sentence.tokens
      .slice(Math.max(stretch.from, from), to)
      .map((t) => t.lower)
      .join(' ');
  return mentionsIn(s, stretch)
    .filter((m) => m.to <= range.from && BOSS.test(words(m.from - 5, m.from)))
    .find((m) => /\S :/.test(words(m.to, range.from)));
}
const BOSS = /\b(?:reports? to|supervis(?:ed by|ors?)|managers?|contact) :(?: the)?$/;

/** "shall not exceed fourteen dollars" says how much, for all its "not". */
function isSaid(s: ReadSentence, range: Range): boolean {
  if (isStated(s, [range])) return true;
  const before = s.sentence.tokens
    .slice(Math.max(0, range.from - 5), range.from)
    .map((t) => t.lower)
    .join(' ');
  return (
    /\b(?:not|never) (?:to )?(?:exceed|go (?:above|over)|rise above|be (?:more|higher) than)\b|\bno more than\b/.test(
      before,
    ) && s.read(range.from, range.to).mode.mode === 'forbidden'
  );
}
