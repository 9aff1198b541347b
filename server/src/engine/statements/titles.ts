import type { CheckedDraft } from '../checks/passage';
import type { Block, Located } from '../markdown/draft';
import { findPattern } from '../prose/pattern';
import { readSentences, type Sentence } from '../prose/sentence';
import { findMentions, type Mention } from '../reading/roles';

/** Front matter that names the post a draft is about. */
export const POST_KEY = /^(?:position|role|job|job[ _-]?title|post|posting)$/i;

/** What names a draft: titles in its front matter, and the headings before its text, or else its first line. */
export function openingOf({ draft }: CheckedDraft): Located[] {
  const { blocks } = draft;
  const named = draft.frontMatter
    .filter(({ key }) => /^(?:title|subtitle|type|document|kind|subject)$/i.test(key))
    .map(({ value, valueSpan }) => ({ text: value, start: valueSpan.start }));
  const text = blocks.findIndex(({ kind }) => kind !== 'heading');
  const heads = blocks.slice(0, text < 0 ? undefined : text);
  return [...named, ...(heads.length > 0 ? heads : blocks.slice(0, 1))];
}

/** "| Job title | Peer Worker |" */
export const titleCellsOf = ({ draft }: CheckedDraft): Located[] =>
  draft.tables
    .flatMap(({ head, rows }) => [head, ...rows])
    .flatMap(([label, value]) =>
      value && /^\W*(?:job title|title|position|post|role)\W*$/i.test(label?.text ?? '') ? [value] : [],
    );

/** The words before the first colon or stop of a block, if they are few ("Pay: …", "What you'd do: …"), or all of a short line. */
export function labelOf({ text, start, kind }: Block): Located {
  const isLine = kind === 'paragraph' && text.split(/\s+/).length <= 6;
  const label = isLine ? text : (/^[^:.?]{1,60}(?=[:.?])/.exec(text)?.[0] ?? '');
  return { text: label.split(/\s+/).length <= 8 ? label : '', start };
}

/** Words that say nothing of what a heading is about. */
const SMALL =
  /^(?:the|a|an|our|your|their|of|for|in|on|at|to|and|or|by|with|under|as|from|'s|how|we|this|that|i|ii|iii|iv|v)$/;
const SMALL_IN_NAMES = /^(?:and|the|of|'s|&)$/;

/** Reads titles, headings and labels, with the words of `knowledge/cues/documents.yml`. */
export class Titles {
  private readonly known = new Map<string, Sentence[]>();

  constructor(private readonly checked: CheckedDraft) {}

  /** Whether words of the cue set `id` stand in it. */
  has(id: string, where: Located): boolean {
    const { grammar } = this.checked;
    return this.sentences(where).some((s) =>
      grammar.cues(id, s).some((p) => findPattern(p, s, 0, s.tokens.length).length > 0),
    );
  }

  /** "Peer Mentor", "Now hiring: Certified Peer Specialist", and not "Recruiting peer staff". */
  isOfPost(where: Located): boolean {
    const mentions = this.sentences(where).flatMap((s) => this.mentions(s));
    if (!mentions.some((m) => m.kind === 'peer') || mentions.some((m) => m.kind === 'other')) return false;
    if (this.has('not-always-peer', where)) return false;
    return this.has('document-job', where) || this.checked.roles.ofHeading(where)?.kind === 'peer';
  }

  /** Nothing but peer roles, and words that narrow them to no single question ("Peer roles", not "Pay of peer roles"). */
  isAboutPeerRoles(where: Located): boolean {
    const sentences = this.sentences(where);
    return (
      sentences.some(
        (s) => this.mentions(s).some((m) => m.kind === 'peer') || s.keys.has('peer') || s.keys.has('peers'),
      ) &&
      sentences.every((s) => this.isWide(s)) &&
      !this.has('not-always-peer', where)
    );
  }

  private isWide(s: Sentence): boolean {
    const mentions = this.mentions(s);
    if (mentions.some((m) => m.kind === 'other')) return false;
    const hits = ['peer-section', 'document-response', 'document-policy'].flatMap((id) =>
      this.checked.grammar.cues(id, s).flatMap((p) => findPattern(p, s, 0, s.tokens.length)),
    );
    const wide = [...mentions.filter((m) => m.kind === 'peer'), ...hits];
    const isKnown = (i: number): boolean => wide.some(({ from, to }) => from <= i && i < to);
    const isCapital = (i: number): boolean => /^\p{Lu}/u.test(s.tokens[i]!.text);
    return s.tokens.every(({ kind, lower }, i) => {
      if (kind !== 'word' || SMALL.test(lower) || isKnown(i)) return true;
      if (!isCapital(i)) return false;
      // "Peer roles at Larkmoor House": the name of a place or an organization.
      let before = i - 1;
      while (before >= 0 && (isCapital(before) || SMALL_IN_NAMES.test(s.tokens[before]!.lower))) before--;
      return /^(?:at|in|by)$/.test(s.tokens[before]?.lower ?? '') && wide.some(({ from }) => from < before);
    });
  }

  private mentions(s: Sentence): Mention[] {
    return findMentions(s, this.checked.grammar, this.checked.roles.aliases);
  }

  private sentences({ text }: Located): Sentence[] {
    let found = this.known.get(text);
    if (!found) this.known.set(text, (found = readSentences(text, this.checked.grammar.trie)));
    return found;
  }
}
