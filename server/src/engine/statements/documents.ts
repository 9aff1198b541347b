import type { CheckedDraft, Passage } from '../checks/passage';
import type { Statement } from '../knowledge/types';
import type { Block, Located } from '../markdown/draft';
import type { Span } from '../text/span';
import { headingsOf, spanOfText, type Heading } from './sections';
import { labelOf, openingOf, POST_KEY, titleCellsOf, Titles } from './titles';

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
/** Blocks at the top of a draft that may say what it answers. */
const EARLY = 8;

export function findSubject(checked: CheckedDraft): Subject | undefined {
  return new Finder(checked).find();
}

/**
 * Where a draft that is asked for nothing may still make statements for those beside it ("Staffing and supervision", of a
 * response in several files): in its sentences about peer roles. Undefined for minutes, letters and the like, which promise
 * nothing to whoever reads the response.
 */
export function besideSubject(checked: CheckedDraft): Pick<Subject, 'inner' | 'holds'> | undefined {
  return new Finder(checked).isOfOtherKind() ? undefined : { inner: [], holds: () => false };
}

class Finder {
  private readonly titles: Titles;
  private readonly headings: readonly Heading[];
  private readonly opening: readonly Located[];
  private readonly titleCells: readonly Located[];
  /** Blocks of prose that nobody else is quoted in, each once; by the heading that they stand under, and all of them. */
  private readonly under = new Map<number, Passage[]>();
  private readonly all: readonly Passage[];

  constructor(private readonly checked: CheckedDraft) {
    const { draft, passages } = checked;
    this.titles = new Titles(checked);
    this.headings = headingsOf(draft);
    this.opening = openingOf(checked);
    this.titleCells = titleCellsOf(checked);
    // A labelled cell comes a second time, with its label before it.
    const own = new Set(draft.blocks);
    this.all = passages.filter(({ block }) => own.has(block) && !block.context.quoted);
    for (const passage of this.all)
      for (const { start } of passage.block.context.headings) {
        const list = this.under.get(start);
        if (list) list.push(passage);
        else this.under.set(start, [passage]);
      }
  }

  /** Minutes, a handout, a letter: no part of what an organization promises. */
  isOfOtherKind(): boolean {
    return this.isTitled('document-other') || this.isLetter();
  }

  find(): Subject | undefined {
    const { opening, headings, titles } = this;
    const says = (id: string): boolean => this.isTitled(id);
    if (this.isOfOtherKind()) return undefined;
    if (says('document-policy'))
      return opening.some((line) => titles.isAboutPeerRoles(line)) ? this.subject('policy', this.title()) : undefined;
    const answers = says('document-response') || this.isAnswerOnRoles();
    if (!answers && this.isOfPost() && this.signsOfJob(undefined) >= LEAST_SIGNS)
      return this.subject('job-description', headings.find((h) => titles.isOfPost(h)) ?? this.title());
    return this.response() ?? this.jobSections();
  }

  private isTitled(cues: string): boolean {
    return this.opening.some((line) => this.titles.has(cues, line));
  }

  /** A heading with nothing before it. */
  private title(): Heading | undefined {
    const [first] = this.headings;
    return first?.start === this.checked.draft.blocks[0]?.start ? first : undefined;
  }

  /** "Peer roles", in answer to a call: about the roles of an organization, and no single post. */
  private isAnswerOnRoles(): boolean {
    const title = this.title();
    return title !== undefined && isOfRoles(title) && this.titles.isAboutPeerRoles(title) && this.answersCall();
  }

  /** The whole draft where its title is about peer roles in general, else the first section that is. */
  private response(): Subject | undefined {
    const answers = this.answersCall();
    const title = this.title();
    for (const heading of this.headings) {
      const numbered = /^\d+(?:\.\d+)+$/.test(heading.label ?? '') && isOfRoles(heading);
      if (!(answers || numbered) || !this.titles.isAboutPeerRoles(heading)) continue;
      if (heading.above.some((h) => this.titles.has('document-other', h) || this.titles.has('document-policy', h)))
        continue;
      const sections = heading === title ? undefined : [heading];
      const naming = this.passages(sections)
        .flatMap(({ sentences }) => sentences)
        .filter(({ mentions }) => mentions.some((m) => m.kind === 'peer'));
      const subject = naming.length >= LEAST_SENTENCES ? this.subject('response', heading, sections) : undefined;
      if (subject) return subject;
    }
    return undefined;
  }

  /** All job descriptions of peer roles in a draft that holds several documents; the first one's heading stands for them. */
  private jobSections(): Subject | undefined {
    const named = this.headings.filter((h) => this.titles.isOfPost(h) && this.signsOfJob(h) >= LEAST_SIGNS);
    const starts = new Set(named.map(({ start }) => start));
    const outermost = named.filter((h) => !h.above.some(({ start }) => starts.has(start)));
    return outermost.length > 0 ? this.subject('job-description', outermost[0], outermost) : undefined;
  }

  private subject(
    kind: DocumentKind,
    heading: Heading | undefined,
    sections?: readonly Heading[],
  ): Subject | undefined {
    const words = this.passages(sections).reduce((n, { block }) => n + block.text.split(/\s+/).length, 0);
    if (words < LEAST_WORDS) return undefined;
    const starts = sections && new Set(sections.map(({ start }) => start));
    const within = (path: readonly Located[]): boolean => !starts || path.some(({ start }) => starts.has(start));
    return {
      kind,
      heading,
      place: heading ? spanOfText(heading) : this.firstSentence(),
      inner: this.headings.filter((h) => h !== heading && within(h.above)),
      holds: ({ context }) => within(context.headings),
    };
  }

  private firstSentence(): Span {
    const first = this.all[0]?.sentences[0];
    return first
      ? { start: first.offset + first.sentence.start, end: first.offset + first.sentence.end }
      : { start: 0, end: 0 };
  }

  private passages(sections: readonly Heading[] | undefined): readonly Passage[] {
    return sections ? sections.flatMap(({ start }) => this.under.get(start) ?? []) : this.all;
  }

  /** The role that the draft is about is a peer role, by its title, its front matter or its "Job title". */
  private isOfPost(): boolean {
    const { subject } = this.checked.roles;
    return (
      [...this.opening, ...this.titleCells].some((line) => this.titles.isOfPost(line)) ||
      (subject?.kind === 'peer' && !this.titles.has('not-always-peer', { text: subject.text, start: 0 }))
    );
  }

  /** Whether the draft says that it answers a call for bids: in a heading, in its first lines, or in what it quotes of the call. */
  private answersCall(): boolean {
    const { blocks, frontMatter } = this.checked.draft;
    const told = blocks.filter((b, i) => i < EARLY || b.kind === 'heading' || b.context.quoted);
    return (
      [...this.opening, ...told].some((where) => this.titles.has('document-response', where)) ||
      frontMatter.some(({ key }) => key === 'peer-role-profile')
    );
  }

  /** How many of five signs of a job description there are, in the draft or in one of its sections. */
  private signsOfJob(section: Heading | undefined): number {
    const { frontMatter } = this.checked.draft;
    const held = this.passages(section && [section]).map(({ block }) => block);
    const lines: readonly Located[] = [
      ...this.headings.filter((h) => !section || h === section || h.above.some(({ start }) => start === section.start)),
      ...held.flatMap((block) => [...block.context.leadIns, labelOf(block)]),
      ...held.filter(({ context }) => context.cell?.column === 0),
      ...(section ? [] : frontMatter.map(({ key }) => ({ text: key.replaceAll(/[-_]/g, ' '), start: 0 }))),
    ];
    const near: readonly Located[] = section
      ? [section, ...section.above, ...this.opening]
      : [...this.opening, ...this.headings.slice(0, 3), ...held.slice(0, 4)];
    const post = !section && (this.titleCells.length > 0 || frontMatter.some(({ key }) => POST_KEY.test(key)));
    const any = (id: string, where: readonly Located[]): boolean => where.some((line) => this.titles.has(id, line));
    return [
      post || any('document-job', near),
      any('job-duties', lines),
      any('job-qualifications', lines),
      any('job-terms', lines) || any('job-pay', held),
      any('job-apply', [...lines, ...held.slice(-3)]),
    ].filter(Boolean).length;
  }

  /** "To: …" and "From: …", or "Dear …". */
  private isLetter(): boolean {
    const lines = this.checked.draft.blocks
      .slice(0, EARLY)
      .map(({ text }) => text)
      .join('\n');
    return /^[\s*]*dear\b/im.test(lines) || (/(?:^|\s)to\s*:/im.test(lines) && /(?:^|\s)from\s*:/im.test(lines));
  }
}

/** "Peer roles", "Peer Staff": the words of a call for bids, which a program description seldom uses. */
const isOfRoles = ({ text }: Located): boolean =>
  /\bpeer\s+(?:roles?|staff|staffing|positions?|workforce)\b|\bpeople in peer roles\b/i.test(text);
