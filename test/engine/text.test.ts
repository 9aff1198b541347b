import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../server/src/engine/text/lines';
import { plain } from '../../server/src/engine/text/normal';

describe('LineIndex', () => {
  it('counts lines ended by LF, CR and CRLF', () => {
    const index = new LineIndex('a\nb\rc\r\nd');
    assert.equal(index.lineCount, 4);
    assert.deepEqual(
      [0, 2, 4, 7].map((offset) => index.positionAt(offset)),
      [0, 1, 2, 3].map((line) => ({ line, character: 0 })),
    );
  });

  it('has one empty line for the empty text, and one after a last line break', () => {
    assert.equal(new LineIndex('').lineCount, 1);
    assert.deepEqual(new LineIndex('a\n').positionAt(2), { line: 1, character: 0 });
  });

  it('counts UTF-16 code units', () => {
    assert.deepEqual(new LineIndex('x\n😀y').positionAt(4), { line: 1, character: 2 });
  });

  it('keeps offsets inside of a line break on the line before it', () => {
    assert.deepEqual(new LineIndex('ab\r\nc').positionAt(3), { line: 0, character: 2 });
  });

  it('clamps what lies outside', () => {
    const index = new LineIndex('ab\ncd');
    assert.deepEqual(index.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 1, character: 2 });
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(index.offsetAt({ line: -1, character: 4 }), 0);
  });

  it('gives a line its span without the line break', () => {
    const index = new LineIndex('ab\r\n\r\ncd');
    assert.deepEqual(
      [0, 1, 2].map((line) => index.lineSpan(line)),
      [
        { start: 0, end: 2 },
        { start: 4, end: 4 },
        { start: 6, end: 8 },
      ],
    );
  });

  it('returns every offset outside of line breaks unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀')), fc.nat(40), (parts, at) => {
        const text = parts.join('');
        const index = new LineIndex(text);
        const offset = Math.min(at, text.length);
        const inBreak = text[offset - 1] === '\r' && text[offset] === '\n';
        assert.equal(index.offsetAt(index.positionAt(offset)), inBreak ? offset - 1 : offset);
      }),
    );
  }).timeout(20_000);
});

describe('plain', () => {
  it('straightens quotes and apostrophes', () => {
    assert.equal(plain('“a” ‘b’ don’t «c»'), `"a" 'b' don't "c"`);
  });

  it('makes odd spaces, tabs and control characters plain spaces', () => {
    assert.equal(plain('a\u00a0b\u2009c\td\u0007e\u3000f'), 'a b c d e f');
  });

  it('keeps line feeds, accents and en and em dashes', () => {
    assert.equal(plain('é\n1–2 — x'), 'é\n1–2 — x');
  });

  it('makes non-breaking hyphens plain ones', () => {
    assert.equal(plain('self\u2011help'), 'self-help');
  });

  it('keeps a word with invisible characters one word', () => {
    assert.equal(plain('medi\u00adca\u200btion'), 'medi\u00adca\u00adtion');
  });

  it('makes invisible characters outside of words spaces', () => {
    assert.equal(plain('\ufeffa\u200b b\u00ad.'), ' a  b .');
  });

  it('never changes the length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(plain(text).length, text.length)));
  });
});
