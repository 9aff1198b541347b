import type { ActorOrigin } from '../findings/finding';
import type { Block, Draft, Located } from '../markdown/draft';
import { readSentences, type Sentence } from '../prose/sentence';
import { asActor } from './actor';
import type { Actor } from './readable';
import type { Grammar, RoleKind } from './compile';
import { findMentions, type Aliases, type Mention } from './roles';
import { readTable, type TableRoles } from './tables';

/** What the whole draft says about who is who; every block is read against it. */
export interface DraftRoles {
  readonly aliases: Aliases;
  /** Whether a peer role is named anywhere: without one, "staff" says nothing about peers. */
  readonly hasPeer: boolean;
  /** Whether the draft says that its "staff" does not take in people in peer roles. */
  readonly setApart: boolean;
  /** The role the draft is about, from its front matter or title. */
  readonly subject: Actor | undefined;
  /** The role a heading is about, if it is about one. */
  ofHeading(heading: Located): Actor | undefined;
  /** Who does what in the table with this index. */
  ofTable(index: number): TableRoles | undefined;
}

const ROLE_KEYS = /^(?:title|position|role|job|job[ _-]?title|post|posting)$/i;
/** Heads of peer titles that stand for the whole title once a draft has used it ("the Bridgers", "a mentor"). */
const SHORT_TITLES = new Set(
  'bridger mentor coach navigator advocate supporter companion ally host greeter ambassador responder buddy listener debriefer helper champion'.split(
    ' ',
  ),
);

export function readRoles(draft: Draft, grammar: Grammar): DraftRoles {
  const none: Aliases = new Map();
  const aliases = new Map<string, RoleKind>();
  const common = wordsInLowerCase(draft);
  const heads = { peer: new Set<string>(), other: new Set<string>() };
  let hasPeer = false;
  let setApart = false;
  const visit = (block: Pick<Block, 'text' | 'start'>): void => {
    for (const sentence of readSentences(block.text, grammar.trie)) {
      const mentions = findMentions(sentence, grammar, none);
      if (mentions.some((m) => m.kind === 'peer')) hasPeer = true;
      if (excludesPeers(sentence, mentions)) setApart = true;
      noteHeads(sentence, mentions, heads);
      collectAliases(sentence, mentions, aliases, common);
    }
  };
  draft.blocks.forEach(visit);
  for (const head of heads.peer)
    if (!heads.other.has(head)) for (const form of [head, `${head}s`]) aliases.set(form, 'peer');
  const about = (where: Located, origin: ActorOrigin): Actor | undefined => titleRole(where, origin, grammar, aliases);
  let subject: Actor | undefined;
  for (const entry of draft.frontMatter)
    if (!subject && ROLE_KEYS.test(entry.key))
      subject = about({ text: asTitle(entry.value), start: entry.valueSpan.start }, 'front-matter');
  subject ??= jobTitleCell(draft, about);
  const title = draft.blocks.find((b) => b.kind === 'heading');
  if (!subject && title && title.context.headings.length === 0) subject = about(title, 'title');
  subject ??= addressedTo(draft, about) ?? labelledTitle(draft, about);
  if (subject?.kind === 'peer') hasPeer = true;
  // Without a title that names a role, a draft that defines its "Personnel" is about them.
  subject ??= definedSubject(draft, aliases);
  for (const word of subject ? OWN_NAMES : [])
    if (!aliases.has(word)) aliases.set(word, subject!.kind === 'unknown' ? 'other' : subject!.kind);
  const headings = new Map<number, Actor | undefined>();
  const ofHeading = (h: Located): Actor | undefined => {
    if (!headings.has(h.start)) headings.set(h.start, about(h, 'heading'));
    return headings.get(h.start);
  };
  const tables = draft.tables.map((table) => readTable(table, draft, grammar, aliases));
  return { aliases, hasPeer, setApart, subject, ofHeading, ofTable: (index) => tables[index] };
}

/** "peer-specialist", "peer_specialist": a title written as a name for machines; of the same length. */
const asTitle = (value: string): string => (/\s/.test(value) ? value : value.replace(/(?<=\p{L})[-_](?=\p{L})/gu, ' '));

/** "To: Peer Specialists", "Applies to: RNs": whom a memo or procedure speaks to. */
function addressedTo(draft: Draft, about: (w: Located, o: ActorOrigin) => Actor | undefined): Actor | undefined {
  for (const block of draft.blocks.slice(0, 12)) {
    const line = /^[\s*]*(?:to|for|audience|applies to|position|job title|title|role|post)\s*:\s*/i.exec(block.text);
    if (!line) continue;
    const start = line[0].length;
    const end = block.text.search(/\b(?:cc|from|date|re|subject|reports to|location|hours|setting)\s*:/i);
    const actor = about(
      { text: block.text.slice(start, end > start ? end : undefined), start: block.start + start },
      'title',
    );
    if (actor) return actor;
  }
  return undefined;
}

/** "Employee: M. Okafor  Title: Peer Support Specialist  Program: …": a label in the middle of a line. */
function labelledTitle(draft: Draft, about: (w: Located, o: ActorOrigin) => Actor | undefined): Actor | undefined {
  for (const { text, start } of draft.blocks.slice(0, 8)) {
    const label = /\s(?:job title|position title|title|position|post)\s*:\s*/i.exec(text);
    if (!label) continue;
    const from = label.index + label[0].length;
    const length = text.slice(from).search(/\s\p{Lu}\p{L}+(?: \p{L}+)?\s*:/u);
    const actor = about(
      { text: text.slice(from, length < 0 ? undefined : from + length), start: start + from },
      'title',
    );
    if (actor) return actor;
  }
  return undefined;
}

/** "| Job title | Peer Worker |" */
function jobTitleCell(draft: Draft, about: (w: Located, o: ActorOrigin) => Actor | undefined): Actor | undefined {
  for (const table of draft.tables)
    for (const row of table.rows)
      if (/^\s*(?:job title|title|position|post|role)\s*:?\s*$/i.test(row[0]?.text ?? '') && row[1])
        return about(row[1], 'row');
  return undefined;
}

/**
 * The role a title is about: one that it begins with ("Peer Specialist I: Adult Inpatient"), that stands behind a colon or
 * dash ("Job description: Peer Mentor"), or behind "of" / "as" at its end ("Duties of the peer bridger").
 */
function titleRole(where: Located, origin: ActorOrigin, grammar: Grammar, aliases: Aliases): Actor | undefined {
  const sentence: Sentence | undefined = readSentences(where.text, grammar.trie)[0];
  if (!sentence) return undefined;
  const { tokens } = sentence;
  const mentions = findMentions(sentence, grammar, aliases).filter((m) => m.kind !== 'person');
  for (const m of mentions) {
    const lead = tokens
      .slice(0, m.from)
      .filter(
        (t) =>
          t.kind === 'word' &&
          !/^(?:the|a|an|our|your|position|job|title|role|description|posting|vacancy|for|exhibit|appendix|attachment|section|part)$/.test(
            t.lower,
          ),
      );
    const before = tokens[m.from - 1]?.lower ?? '';
    const after = tokens[m.to]?.lower ?? '';
    if (
      lead.some((t) =>
        /^(?:hiring|hire|interview|interviewing|supervis\w*|recruit\w*|manag\w*|working)$/.test(t.lower),
      ) &&
      before === 'for'
    )
      continue;
    const opens =
      lead.length === 0 ||
      /^[:—–(-]$/.test(before) ||
      isCalled(tokens, m, lead) ||
      lead.every((t) => HIRES.test(t.lower));
    const closes =
      /^(?:of|as|for|the|a|an|our|do|does|will)$/.test(before) &&
      (after === '' || /^(?:[?:.,(]|do|does|will|at|on|in|is|are)$/.test(after)) &&
      lead.some((t) =>
        /^(?:guide|guidelines|handbook|questions|faq|faqs|orientation|onboarding|letter|advice|information|notes|packet|manual|checklist|primer|tips|instructions|welcome|reminders|procedures|duties|duty|role|roles|work|responsibilities|tasks|functions|description|job|day|about|expectations|what|being|become|working|nature)$/.test(
          t.lower,
        ),
      );
    if (
      !(
        opens &&
        !/^(?:program|programs|programme|project|initiative|policy|policies|academy|day|week|network)$/.test(after)
      ) &&
      !closes
    )
      continue;
    return { ...asActor({ sentence, offset: where.start }, m, origin), negated: false };
  }
  return undefined;
}

/** "We are hiring a peer specialist", "Wanted: peer mentors". */
const HIRES = /^(?:we|we're|are|is|now|hiring|seeking|wanted|looking|join|us|as)$/;

/** "ACT Team Peer Specialist", "Harm Reduction Peer": other words of the title say which. */
function isCalled(tokens: Sentence['tokens'], m: Mention, lead: Sentence['tokens']): boolean {
  const after = tokens[m.to];
  const ends = after === undefined || after.kind !== 'word' || /^(?:at|in|for|on|with|i|ii|iii|iv)$/.test(after.lower);
  return (
    m.kind === 'peer' &&
    !m.possessive &&
    ends &&
    lead.length <= 5 &&
    tokens.slice(0, m.from).every((t) => t.kind !== 'mark' || /^[-/&]$/.test(t.lower)) &&
    lead.every(({ lower }) => !NOT_CALLED.test(lower))
  );
}

/** Before a role, these make a title speak of it, or of somebody else. */
const NOT_CALLED =
  /^(?:a|an|the|to|of|for|with|from|by|and|or|as|on|in|at|not|no|how|why|when|what|who|is|are|do|does|your|our|their|about|between|without|versus|vs|beyond|policy|guide|handbook|supporting|supervising|supervision|managing|hiring|recruiting|training|working|interviewing|integrating|funding|paying|using|meet|ask|dear|all|number|role|nurse|clinician|counselor|manager|director)$/;

/** `It does not take in the two peer specialists`, `"Staff" does not include peers`: about the words, not about a duty. */
function excludesPeers({ tokens }: Sentence, mentions: readonly Mention[]): boolean {
  const verb = tokens.findIndex(
    (t, i) =>
      /^(?:include|cover|mean|take|extend|apply)$/.test(t.lower) &&
      /^(?:not|doesn't|don't)$/.test(tokens[i - 1]?.lower ?? ''),
  );
  if (verb < 0 || verb > 8) return false;
  const subject = tokens
    .slice(0, verb - 1)
    .map((t) => t.lower)
    .join(' ');
  if (
    !/^"?\s*(?:it|this|that|the (?:term|word|policy|procedure)|(?:team )?staff|personnel|employees?|"[^"]+")\b/.test(
      subject,
    )
  )
    return false;
  const first = mentions.find((m) => m.from > verb);
  return first?.kind === 'peer' && first.from - verb <= 5;
}

/** "Specialists" are peer specialists where the draft has no others; a "worker" may be anybody. */
const SHARED_HEADS = new Set(['specialist', 'partner', 'counselor', 'counsellor', 'advocate', 'navigator']);

function noteHeads(
  { tokens }: Sentence,
  mentions: readonly Mention[],
  heads: Readonly<Record<'peer' | 'other', Set<string>>>,
): void {
  for (const { kind, from, to } of mentions) {
    const head = tokens[to - 1]!.lower.replace(/s$/, '');
    if (kind === 'peer' && to - from > 1 && SHARED_HEADS.has(head)) heads.peer.add(head);
    if (kind === 'other' && to - from > 1) heads.other.add(head);
  }
}

/** Words that the draft also writes small: a name it never does. */
const wordsInLowerCase = ({ blocks }: Draft): ReadonlySet<string> =>
  new Set(blocks.flatMap(({ text }) => text.match(/(?<![\p{L}'’-])\p{Ll}{3,}/gu) ?? []));

function collectAliases(
  sentence: Sentence,
  mentions: readonly Mention[],
  aliases: Map<string, RoleKind>,
  common: ReadonlySet<string>,
): void {
  const { tokens } = sentence;
  const words = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map((t) => t.lower)
      .join(' ');
  for (const m of mentions) {
    if (m.kind !== 'peer') continue;
    const head = tokens[m.to - 1]!.lower;
    const singular = head.replace(/s$/, '');
    if (m.to - m.from > 1 && SHORT_TITLES.has(singular)) {
      aliases.set(singular, 'peer');
      aliases.set(`${singular}s`, 'peer');
    }
    // "Maria, our peer specialist", "our peer specialist, Maria": a name that acts later on.
    const short = bracketed(sentence, m);
    if (short) aliases.set(short, 'peer');
    const name = nameBefore(sentence, m) ?? nameAfter(sentence, m) ?? nameOfSubject(sentence, m);
    if (name !== undefined && !common.has(name)) aliases.set(name, 'peer');
  }
  definition(sentence, mentions, aliases, words);
}

/** "Peer Specialist (PS)", "Peer Specialist (Jo)": an abbreviation or a name. */
function bracketed({ tokens }: Sentence, m: Mention): string | undefined {
  if (tokens[m.to]?.lower !== '(') return undefined;
  const at = tokens[m.to + 1]?.lower === '"' ? m.to + 2 : m.to + 1;
  const closed = /^[)"]$/.test(tokens[at + 1]?.lower ?? '');
  return closed && /^(?:\p{Lu}{2,5}s?|\p{Lu}\p{Ll}+)$/u.test(tokens[at]!.text) && !NOT_NAMES.test(tokens[at]!.text)
    ? tokens[at]!.lower
    : undefined;
}

/** What a posting or class specification calls the role that it is about. */
const OWN_NAMES = [
  'post holder',
  'postholder',
  'job holder',
  'jobholder',
  'incumbent',
  'incumbents',
  'candidate',
  'candidates',
  'successful candidate',
];

function definedSubject(draft: Draft, aliases: Aliases): Actor | undefined {
  for (const block of draft.blocks)
    for (const word of ['personnel', 'staff', 'team members'])
      if (aliases.get(word) === 'collective' && new RegExp(`\\b${word}\\b`, 'i').test(block.text)) {
        const at = block.start + block.text.toLowerCase().indexOf(word);
        return {
          kind: 'collective',
          text: word,
          span: { start: at, end: at + word.length },
          origin: 'title',
          negated: false,
        };
      }
  return undefined;
}

const NAME = /^\p{Lu}\p{Ll}+$/u;
const NOT_NAMES =
  /^(?:The|A|An|Our|Your|This|That|Each|Every|All|No|If|When|Under|In|On|At|For|As|With|By|To|And|Or|But|Job|Section|Team|Staff|Also|Then|Today|Here|Because|Ask|Note|Meet|Senior|Certified|Lead)$/;

function nameBefore({ tokens }: Sentence, m: Mention): string | undefined {
  let i = m.from - 1;
  while (i >= 0 && /^(?:our|the|a|an|one|of|her|his|their|senior|lead|and)$/.test(tokens[i]!.lower)) i--;
  // "Curtis (Peer Specialist)"; without a bracket, a word like "our" has to stand between.
  const titled = tokens[i]?.lower === '(' && tokens[m.to]?.lower === ')' && !/s$/.test(tokens[m.to - 1]!.lower);
  if (i === m.from - 1 && !titled) return undefined;
  if (tokens[i]?.lower !== ',' && tokens[i]?.lower !== '(') return undefined;
  const name = tokens[i - 1]?.text ?? '';
  return NAME.test(name) && !NOT_NAMES.test(name) ? name.toLowerCase() : undefined;
}

function nameAfter({ tokens }: Sentence, m: Mention): string | undefined {
  const skip = tokens[m.to]?.lower === ',' ? 1 : 0;
  const name = tokens[m.to + skip]?.text ?? '';
  const next = tokens[m.to + skip + 1];
  if (/s$/.test(tokens[m.to - 1]!.lower) || /s$/.test(name)) return undefined;
  if (!NAME.test(name) || NOT_NAMES.test(name) || next?.lower === ':') return undefined;
  return skip === 0 || next?.lower === ',' ? name.toLowerCase() : undefined;
}

/** "Marcus is one of seven recovery coaches", "Maria works as a peer specialist". */
function nameOfSubject({ tokens }: Sentence, m: Mention): string | undefined {
  let i = m.from - 1;
  while (
    i >= 0 &&
    /^(?:a|an|the|our|one|of|two|three|four|five|six|seven|eight|nine|ten|as|also|now)$/.test(tokens[i]!.lower)
  )
    i--;
  if (!/^(?:is|was|works|worked|serves|became|started|joined)$/.test(tokens[i]?.lower ?? '')) return undefined;
  const name = tokens[i - 1]?.text ?? '';
  return i <= 3 && NAME.test(name) && !NOT_NAMES.test(name) ? name.toLowerCase() : undefined;
}

const DEFINES = /^(?:means|mean|includes|include|refers|denotes|comprises|shall)$/;

/** `"Personnel" means … Peer Specialists …`, `**Shift lead** means the person …`: a term and whom it takes in. */
function definition(
  { tokens }: Sentence,
  mentions: readonly Mention[],
  aliases: Map<string, RoleKind>,
  words: (from: number, to: number) => string,
): void {
  const term = definedTerm(tokens);
  if (!term) return;
  const named = mentions.filter((m) => m.from > term.verb && m.kind !== 'person');
  if (!named.some((m) => m.kind === 'peer' || m.kind === 'other')) return;
  const denied = /\b(?:not|excluding|except)\b/.test(words(term.verb, tokens.length));
  const peer = named.some((m) => m.kind === 'peer') && !denied;
  aliases.set(term.name, peer ? (named.some((m) => m.kind === 'other') ? 'collective' : 'peer') : 'other');
}

/** The term that a sentence defines: quoted anywhere, or one or two words at its beginning. */
export function definedTerm(tokens: Sentence['tokens']): { name: string; verb: number } | undefined {
  for (let i = 2; i < tokens.length; i++) {
    if (!DEFINES.test(tokens[i]!.lower)) continue;
    const quoted = tokens[i - 1]!.lower === '"';
    const open = quoted
      ? tokens
          .slice(0, i - 1)
          .map((t) => t.lower)
          .lastIndexOf('"')
      : -1;
    const words = quoted ? tokens.slice(open + 1, i - 1) : tokens.slice(0, i);
    const plain =
      i <= 3 &&
      words.every((t) => t.kind === 'word' && !/^(?:it|this|that|which|what|the|who|there|and)$/.test(t.lower)) &&
      tokens[i]!.lower === 'means';
    if ((quoted && open >= 0) || plain)
      if (words.length > 0 && words.length <= 2) return { name: words.map((t) => t.lower).join(' '), verb: i };
  }
  return undefined;
}
