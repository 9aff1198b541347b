import type { InlineParser, MarkdownConfig } from '@lezer/markdown';
import { parser as commonMark, Strikethrough, TaskList } from '@lezer/markdown';
import type { MarkdownParser } from '@lezer/markdown';
import type { Tree, TreeFragment } from '@lezer/common';
import { table } from './table';

/** Emphasis, link, code and tag marks of one block; a block with more is read as plain text. */
export const MAX_INLINE_MARKS = 400;
/** Marks of one block times its length in code units: the inline parser may scan to the block's end for each mark. */
export const MAX_INLINE_WORK = 20_000_000;

const MARKS = /\*+|_+|~+|`+|[[\]<]/g;

function tooMuch(text: string): boolean {
  const allowed = Math.min(MAX_INLINE_MARKS, MAX_INLINE_WORK / Math.max(text.length, 1));
  let marks = 0;
  MARKS.lastIndex = 0;
  while (MARKS.test(text)) if (++marks > allowed) return true;
  return false;
}

const SPACE = 32;
const LF = 10;
const SPACES = / +/y;

/** Runs before all other inline parsers: skips hostile blocks whole, and runs of spaces in one step. */
const guard: InlineParser = {
  name: 'Guard',
  before: 'Escape',
  parse(cx, next, pos) {
    if (pos === cx.offset && tooMuch(cx.text)) return cx.end;
    if (next !== SPACE || cx.char(pos + 1) !== SPACE) return -1;
    SPACES.lastIndex = pos - cx.offset;
    SPACES.test(cx.text);
    const end = cx.offset + SPACES.lastIndex;
    return cx.char(end) === LF ? cx.addElement(cx.elt('HardBreak', pos, end + 1)) : end;
  },
};

const REFERENCE = /\[\^[^\]\s[]{1,80}\]/y;

const footnoteReference: InlineParser = {
  name: 'FootnoteReference',
  before: 'Link',
  parse(cx, next, pos) {
    if (next !== 91 || cx.char(pos + 1) !== 94) return -1;
    REFERENCE.lastIndex = pos - cx.offset;
    const match = REFERENCE.exec(cx.text);
    return match ? cx.addElement(cx.elt('FootnoteReference', pos, pos + match[0].length)) : -1;
  },
};

const URL_OR_MAIL = /(?:https?:\/\/|www\.)[^\s<>|]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/iy;
const WORD = /[\w.+-]/;

/** Bare addresses, as GFM links them; unlike the parser of @lezer/markdown it looks at each character a few times at most. */
const bareAddress: InlineParser = {
  name: 'BareAddress',
  parse(cx, _next, pos) {
    const at = pos - cx.offset;
    if (at > 0 && WORD.test(cx.text.charAt(at - 1))) return -1;
    URL_OR_MAIL.lastIndex = at;
    const match = URL_OR_MAIL.exec(cx.text);
    if (!match) return -1;
    const open = match[0].includes('(');
    const address = match[0].replace(open ? /[?!.,:;*_~'"\]\u2019\u201d]+$/ : /[?!.,:;*_~'")\]\u2019\u201d]+$/, '');
    return address === '' ? -1 : cx.addElement(cx.elt('URL', pos, pos + address.length));
  },
};

const NOTE = /^\[\^([^\]\s[]{1,80})\]:/;

const footnote: MarkdownConfig = {
  defineNodes: [
    {
      name: 'Footnote',
      block: true,
      composite(_cx, line) {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    'FootnoteMark',
    'FootnoteReference',
  ],
  parseBlock: [
    {
      name: 'Footnote',
      before: 'FencedCode',
      parse(cx, line) {
        const match = line.next === 91 ? NOTE.exec(line.text.slice(line.pos, line.pos + 90)) : null;
        if (!match) return false;
        const from = cx.lineStart + line.pos;
        cx.startComposite('Footnote', line.pos);
        cx.addElement(cx.elt('FootnoteMark', from, from + match[0].length));
        line.moveBase(line.pos + match[0].length);
        return null;
      },
      endLeaf: (_cx, line) => line.next === 91 && NOTE.test(line.text.slice(line.pos, line.pos + 90)),
    },
  ],
  parseInline: [footnoteReference],
};

const DEFINITION =
  /^\[(?!\^)((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

/** Reference definitions on one line. The library's parser also takes longer ones, at a cost that grows with the square. */
const definition: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LinkReference',
      parse(cx, line) {
        if (line.next !== 91 || !DEFINITION.test(line.text.slice(line.pos))) return false;
        const from = cx.lineStart + line.pos;
        const to = cx.lineStart + line.text.length;
        cx.nextLine();
        cx.addElement(cx.elt('LinkReference', from, to));
        return true;
      },
    },
  ],
};

/** Indented code is off: drafts hold none, but pasted paragraphs and list items that are indented by four or more. */
const grammar: MarkdownParser = commonMark.configure([
  { remove: ['IndentedCode', 'LinkReference'], parseInline: [guard] },
  table,
  TaskList,
  Strikethrough,
  footnote,
  definition,
  { parseInline: [bareAddress] },
]);

/**
 * The syntax tree of a prepared text; offsets are those of the text. `fragments` of an earlier tree let unchanged parts
 * be taken over from it.
 */
export function parseTree(prepared: string, fragments: readonly TreeFragment[] = []): Tree {
  return grammar.parse(prepared, fragments);
}
