import type { CheckedDraft, Passage } from '../checks/passage';
import type { Statement } from '../knowledge/types';
import type { Block, Located } from '../markdown/draft';
import { findPattern } from '../prose/pattern';
import { readSentences, type Sentence } from '../prose/sentence';
import { makeReadable } from '../reading/lead';
import { findMentions } from '../reading/roles';
import type { Span } from '../text/span';
import { headingsOf, isUnder, spanOfText, type Heading } from './sections';

/*
 * Which drafts are asked for statements at all. To ask too much is worse than to ask too little: a memo, minutes or a handout
 * owes nobody a ratio. So a draft has to name a peer role in its title or in a heading of its own, has to look like one of
 * three kinds of documents, and has to be long enough to say something. The words for that are in `knowledge/cues/documents.yml`.
 */

export type DocumentKind = Statement['asked'][number];

/** What of a draft describes a peer role, or answers a call about one. */
export interface Subject {
  readonly kind: DocumentKind;
  /** The heading that names the role or the section; none where the draft has no heading. */
  readonly heading: Heading | undefined;
  /** Where a finding is shown that has no heading of its own to go to. */
  readonly place: Span;
  /** Headings below it, in reading order. */
  readonly inner: readonly Heading[];
  /** Whether a block belongs to it. */
  holds(block: Block): boolean;
}

/** Shorter ones are a note or a stub. */
const LEAST_WORDS = 60;
/** Signs of a job description, of five, that have to be there. */
const LEAST_SIGNS = 3;
/** Sentences of a section that have to name a peer role. */
const LEAST_SENTENCES = 3;

export function findSubject(checked: CheckedDraft): Subject | undefined {
  return new Finder(checked).find();
}

class Finder {
  private readonly headings: readonly Heading[];
  /** What names the draft: titles in its front matter, the headings before its text, or else its first line. */
  private readonly opening: readonly Located[];
  private readonly titleCells: readonly Located[];

  constructor(private readonly checked: CheckedDraft) {
    this.headings = headingsOf(checked.draft);
    this.opening = openingOf(checked);
    this.titleCells = titleCellsOf(checked);
  }

  find(): Subject | undefined {
    const { opening, headings } = this;
    if (opening.some((line) => this.has('document-other', line)) || this.isLetter()) return undefined;
    const title = this.title();
    const response = opening.some((line) => this.has('document-response', line));
    if (opening.some((line) => this.has('document-policy', line)))
      return opening.some((line) => this.isAboutPeerRoles(line)) ? this.subject('policy', title) : undefined;
    if (!response && this.isOfPeerRole() && this.signsOfJob(undefined) >= LEAST_SIGNS)
      return this.subject('job-description', headings.find((h) => this.isTitleOfPost(h)) ?? title);
    return this.response() ?? this.jobSections();
  }

  /** A heading with nothing before it. */
  private title(): Heading | undefined {
    const [first] = this.headings;
    return first?.start === this.checked.draft.blocks[0]?.start ? first : undefined;
  }

  /** The whole draft where its title is about peer roles in general, else the first section that is. */
  private response(): Subject | undefined {
    const answers = this.answersCall();
    const title = this.title();
    for (const heading of this.headings) {
      const numbered = /^\d+(?:\.\d+)+$/.test(heading.label ?? '') && this.isOfRoles(heading);
      if (!(answers || numbered) || !this.isAboutPeerRoles(heading)) continue;
      if (heading.above.some((above) => this.has('document-other', above) || this.has('document-policy', above))) continue;
      const whole = heading === title;
      const held = this.passages(whole ? undefined : [heading]);
      const naming = held.flatMap((p) => p.sentences).filter((s) => s.mentions.some((m) => m.kind === 'peer'));
      const subject = naming.length >= LEAST_SENTENCES && this.subject('response', heading, whole ? undefined : [heading]);
      if (subject) return subject;
    }
    return undefined;
  }

  /** All job descriptions of peer roles in a draft that holds several documents; the first one's heading stands for them. */
  private jobSections(): Subject | undefined {
    const named = this.headings.filter((h) => this.isTitleOfPost(h) && this.signsOfJob(h) >= LEAST_SIGNS);
    const outermost = named.filter((h) => !h.above.some((a) => named.some((n) => n.start === a.start)));
    return outermost.length > 0 ? this.subject('job-description', outermost[0], outermost) : undefined;
  }

  private subject(kind: DocumentKind, heading: Heading | undefined, sections?: readonly Heading[]): Subject | undefined {
    const words = this.passages(sections).reduce((n, { block }) => n + block.text.split(/\s+/).length, 0);
    if (words < LEAST_WORDS) return undefined;
    const holds = (block: Block): boolean => !sections || sections.some((section) => isUnder(block, section));
    const inner = this.headings.filter(
      (h) => h !== heading && (!sections || h.above.some((above) => sections.some((s) => s.start === above.start))),
    );
    const first = this.checked.passages[0]?.sentences[0];
    const start = first ? first.offset + first.sentence.start : 0;
    const line = first ? { start, end: first.offset + first.sentence.end } : { start, end: start };
    return { kind, heading, place: heading ? spanOfText(heading) : line, inner, holds };
  }

  /** Blocks of prose that nobody else is quoted in, each once. */
  private passages(sections: readonly Heading[] | undefined): Passage[] {
    return this.checked.passages.filter(
      (p) =>
        !p.block.context.quoted &&
        this.checked.draft.blocks.includes(p.block) &&
        (!sections || sections.some((section) => isUnder(p.block, section))),
    );
  }

  /** The role that the draft is about is a peer role, by its title, its front matter or its "Job title". */
  private isOfPeerRole(): boolean {
    const { subject } = this.checked.roles;
    return (
      [...this.opening, ...this.titleCells].some((line) => this.isTitleOfPost(line)) ||
      (subject?.kind === 'peer' && !this.has('not-always-peer', { text: subject.text, start: 0 }))
    );
  }

  /** "Peer Mentor", "Now hiring: Certified Peer Specialist", and not "Recruiting peer staff". */
  private isTitleOfPost(where: Located): boolean {
    if (!this.namesPeerRole(where)) return false;
    return this.has('document-job', where) || this.checked.roles.ofHeading(where)?.kind === 'peer';
  }

  /** A peer role is named, and no other one. */
  private namesPeerRole(where: Located): boolean {
    const { grammar, roles } = this.checked;
    const mentions = this.sentences(where).flatMap((s) => makeReadable(s, where.start, grammar, roles).mentions);
    return (
      mentions.some((m) => m.kind === 'peer') &&
      !mentions.some((m) => m.kind === 'other') &&
      !this.has('not-always-peer', where)
    );
  }

  /** Nothing but peer roles, and words that narrow them to no single question ("Peer roles", not "Pay of peer roles"). */
  private isAboutPeerRoles(where: Located): boolean {
    const { grammar, roles } = this.checked;
    let peers = false;
    const plain = this.sentences(where).every((s) => {
      const known = new Set<number>();
      const add = (from: number, to: number): void => {
        for (let i = from; i < to; i++) known.add(i);
      };
      const mentions = findMentions(s, grammar, roles.aliases);
      if (mentions.some((m) => m.kind === 'other')) return false;
      for (const m of mentions) if (m.kind === 'peer') add(m.from, m.to);
      for (const id of ['peer-section', 'document-response', 'document-policy'])
        for (const p of grammar.cues(id, s))
          for (const hit of findPattern(p, s, 0, s.tokens.length)) add(hit.from, hit.to);
      peers ||= known.size > 0 && s.tokens.some((t) => /^(?:peers?|cps)$/.test(t.lower));
      peers ||= mentions.some((m) => m.kind === 'peer');
      return s.tokens.every((t, i) => {
        if (known.has(i) || t.kind !== 'word' || SMALL.test(t.lower)) return true;
        // "Peer roles at Larkmoor House": the name of a place or an organization.
        const small = s.tokens.slice(0, i).findLastIndex((b) => !/^\p{Lu}/u.test(b.text) && !SMALL_IN_NAMES.test(b.lower));
        const isName = /^\p{Lu}/u.test(t.text) && /^(?:at|in|by)$/.test(s.tokens[small]?.lower ?? '');
        return isName && [...known].some((k) => k < small);
      });
    });
    return plain && peers && !this.has('not-always-peer', where);
  }

  /** "Peer roles", "Peer Staff": the words of a call for bids, which a program description seldom uses. */
  private isOfRoles(where: Located): boolean {
    return /\bpeer\s+(?:roles?|staff|staffing|positions?|workforce)\b|\bpeople in peer roles\b/i.test(where.text);
  }

  /** Whether the draft says that it answers a call for bids: in a heading, in its first lines, or in what it quotes of the call. */
  private answersCall(): boolean {
    const { blocks, frontMatter } = this.checked.draft;
    const early = blocks.slice(0, 8);
    const told = blocks.filter((b) => b.kind === 'heading' || b.context.quoted || early.includes(b));
    return (
      [...this.opening, ...told].some((where) => this.has('document-response', where)) ||
      frontMatter.some(({ key }) => key === 'peer-role-profile')
    );
  }

  /** How many of five signs of a job description there are, in the draft or in one of its sections. */
  private signsOfJob(section: Heading | undefined): number {
    const { draft } = this.checked;
    const held = this.passages(section && [section]).map((p) => p.block);
    const lines: Located[] = [
      ...this.headings.filter((h) => !section || h === section || h.above.some((a) => a.start === section.start)),
      ...held.flatMap((block) => [...block.context.leadIns, labelOf(block)]),
      ...held.filter((b) => b.context.cell?.column === 0),
    ];
    const near: Located[] = section
      ? [section, ...section.above, ...this.opening]
      : [...this.opening, ...this.headings.slice(0, 3), ...held.slice(0, 4)];
    const post = draft.frontMatter.some(({ key }) => /^(?:position|role|job|job[ _-]?title|post|posting)$/i.test(key));
    const first = !section && (post || this.titleCells.length > 0);
    const keys = section ? [] : draft.frontMatter.map(({ key }) => ({ text: key.replaceAll(/[-_]/g, ' '), start: 0 }));
    const any = (id: string, where: readonly Located[]): boolean => where.some((line) => this.has(id, line));
    return [
      first || any('document-job', near),
      any('job-duties', lines),
      any('job-qualifications', lines),
      any('job-terms', [...lines, ...keys]) || any('job-pay', held),
      any('job-apply', [...lines, ...held.slice(-3)]),
    ].filter(Boolean).length;
  }

  /** "To: …" and "From: …", or "Dear …". */
  private isLetter(): boolean {
    const first = this.checked.draft.blocks.slice(0, 8).map(({ text }) => text);
    const lines = first.join('\n');
    return /^[\s*]*dear\b/im.test(lines) || (/(?:^|\s)to\s*:/im.test(lines) && /(?:^|\s)from\s*:/im.test(lines));
  }

  private has(id: string, where: Located): boolean {
    const { grammar } = this.checked;
    return this.sentences(where).some((s) =>
      grammar.cues(id, s).some((p) => findPattern(p, s, 0, s.tokens.length).length > 0),
    );
  }

  private readonly known = new Map<string, Sentence[]>();
  private sentences({ text }: Located): Sentence[] {
    let found = this.known.get(text);
    if (!found) this.known.set(text, (found = readSentences(text, this.checked.grammar.trie)));
    return found;
  }
}

const SMALL = /^(?:the|a|an|our|your|their|of|for|in|on|at|to|and|or|by|with|under|as|from|'s|how|we|this|that|i|ii|iii|iv|v)$/;
const SMALL_IN_NAMES = /^(?:and|the|of|'s|&)$/;

/** What names a draft: titles in its front matter, and the headings before its text, or else its first line. */
function openingOf({ draft }: CheckedDraft): Located[] {
  const { blocks } = draft;
  const named = draft.frontMatter
    .filter(({ key }) => /^(?:title|subtitle|type|document|kind|subject)$/i.test(key))
    .map(({ value, valueSpan }) => ({ text: value, start: valueSpan.start }));
  const text = blocks.findIndex(({ kind }) => kind !== 'heading');
  const heads = blocks.slice(0, text < 0 ? undefined : text);
  return [...named, ...heads, ...(heads.length === 0 ? blocks.slice(text, text + 1) : [])];
}

/** "| Job title | Peer Worker |" */
const titleCellsOf = ({ draft }: CheckedDraft): Located[] =>
  draft.tables
    .flatMap(({ head, rows }) => [head, ...rows])
    .flatMap(([label, value]) =>
      value && /^\W*(?:job title|title|position|post|role)\W*$/i.test(label?.text ?? '') ? [value] : [],
    );

/** The words before the first colon or stop of a block, if they are few ("Pay: …", "What you'd do: …"), or all of a short line. */
function labelOf({ text, start, kind }: Block): Located {
  const isLine = kind === 'paragraph' && text.split(/\s+/).length <= 6;
  const label = isLine ? text : (/^[^:.?]{1,60}(?=[:.?])/.exec(text)?.[0] ?? '');
  return { text: label.split(/\s+/).length <= 8 ? label : '', start };
}
