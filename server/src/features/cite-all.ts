import type { Finding, TextEdit } from '../engine/findings/finding';

/** More lists and paragraphs than this without a citation are more than one sitting; the rest can be asked for again. */
const MOST = 100;

/**
 * Every suggested citation, as edits of `text`. One is put in after the other, and the draft read again each time:
 * footnotes are numbered in order, and a citation that a first one makes needless is left out.
 *
 * @param check reads a draft, in document order
 * @returns insertions in offsets of `text`, in the order in which they are to be made
 */
export function citeAll(text: string, check: (text: string) => readonly Finding[]): TextEdit[] {
  const made: TextEdit[] = [];
  let draft = text;
  for (let i = 0; i < MOST; i++) {
    const edits = check(draft).find(({ rule }) => rule === 'citation-suggested')?.suggestions?.[0]?.edits;
    if (edits === undefined || edits.some(({ span }) => span.start !== span.end)) break;
    const before = draft;
    // From the end, so that the offsets before stay good.
    for (const edit of [...edits].sort((a, b) => b.span.start - a.span.start)) {
      draft = draft.slice(0, edit.span.start) + edit.text + draft.slice(edit.span.start);
      insertInto(made, edit);
    }
    if (draft === before) break;
  }
  return made;
}

/**
 * Adds an insertion, given in offsets of the text with all of `made` in it, to the insertions `made`, which are in
 * offsets of the text without any. `made` stays sorted by place.
 */
function insertInto(made: TextEdit[], { span, text }: TextEdit): void {
  let shift = 0;
  for (const [index, edit] of made.entries()) {
    const from = edit.span.start + shift;
    if (span.start < from) {
      const start = span.start - shift;
      made.splice(index, 0, { span: { start, end: start }, text });
      return;
    }
    if (span.start < from + edit.text.length) {
      // Inside of what was inserted before: it becomes part of that.
      const at = span.start - from;
      made[index] = { span: edit.span, text: edit.text.slice(0, at) + text + edit.text.slice(at) };
      return;
    }
    shift += edit.text.length;
  }
  const start = span.start - shift;
  made.push({ span: { start, end: start }, text });
}
