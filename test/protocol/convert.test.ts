import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../server/src/engine/text/lines';
import { lineNumber, toOffset, toRange, toSpan } from '../../server/src/features/convert';

const piece = fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '🙂', 'é', '\u2028', '\ud83d');
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('convert', () => {
  it('counts an emoji as two characters', () => {
    const lines = new LineIndex('a\n🙂 give');
    assert.deepEqual(toRange({ start: 5, end: 9 }, lines), {
      start: { line: 1, character: 3 },
      end: { line: 1, character: 7 },
    });
  });

  it('counts lines from 1 for people', () => {
    assert.equal(lineNumber(3, new LineIndex('a\r\nb')), 2);
  });

  it('brings a range back to its span', () => {
    const source = 'one\r\ntwo 🙂\nthree';
    const lines = new LineIndex(source);
    const span = { start: source.indexOf('wo'), end: source.indexOf('ree') };
    assert.deepEqual(toSpan(toRange(span, lines), lines), span);
  });

  // The document in which edits are applied and the index by which findings are placed must never disagree.
  it('agrees with the synchronized document on every place of every text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = TextDocument.create('file:///a.md', 'markdown', 1, source);
        const lines = new LineIndex(source);
        for (let offset = 0; offset <= source.length; offset++) {
          const range = toRange({ start: offset, end: offset }, lines);
          assert.deepEqual(range.start, document.positionAt(offset), `offset ${offset}`);
          assert.equal(toOffset(range.start, lines), document.offsetAt(range.start), `position of ${offset}`);
        }
      }),
    );
  });
});
