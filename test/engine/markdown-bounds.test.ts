import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDraft } from '../../server/src/engine/markdown/parse';
import { plain } from '../../server/src/engine/text/normal';
import { view } from './markdown-view';

const words = (count: number): string =>
  Array.from({ length: count / 20 }, (_, i) => {
    const sentence =
      'The **peer specialist** shall not pour, count or carry the pills of [any person](http://x.y/z) whom the program serves at all. ';
    return i % 40 === 0 ? `\n\n## ${i / 40}. Heading\n\n` : i % 7 === 0 ? `\n- ${sentence}` : sentence;
  }).join('');

describe('parseDraft: bounds', () => {
  const hostile: readonly (readonly [string, () => string])[] = [
    ['50,000 openers of emphasis', () => '**a'.repeat(50_000)],
    ['50,000 opening brackets', () => '['.repeat(50_000)],
    ['many blocks full of openers', () => ('**a'.repeat(300) + '\n\n').repeat(250)],
    ['many unclosed tags and comments', () => ('x ' + '<a: <!-- '.repeat(100) + '\n\n').repeat(500)],
    ['10,000 nested quotes', () => '>'.repeat(10_000) + ' x'],
    ['5,000 list levels on a line', () => '- '.repeat(5_000) + 'x'],
    [
      '1,000 list levels by indentation',
      () => Array.from({ length: 1_000 }, (_, i) => ' '.repeat(2 * i) + '- x').join('\n'),
    ],
    ['5,000 nested footnotes', () => '[^a]: '.repeat(5_000) + 'x'],
    ['a line of 2 MB', () => 'word '.repeat(400_000)],
    ['2 MB of pipes', () => '|a'.repeat(1_000_000)],
    [
      'a wide head over many short rows',
      () => '|a'.repeat(1_000) + '\n' + '|-'.repeat(1_000) + '\n' + 'x|\n'.repeat(20_000),
    ],
    ['2 MB of spaces after a pipe', () => 'a|b\n' + ' '.repeat(2_000_000) + 'x'],
    ['2 MB of spaces within a line', () => 'a' + ' '.repeat(2_000_000) + 'b'],
    ['a quote of 50,000 lines', () => '> a\n'.repeat(50_000)],
    ['runs of backticks', () => Array.from({ length: 1_500 }, (_, i) => '`'.repeat(i + 1)).join(' ')],
    ['a long address', () => 'www.' + 'a'.repeat(200_000) + '.' + 'b'.repeat(200_000) + '.c.d'],
    ['an open label over many lines', () => '[' + 'a\n'.repeat(50_000)],
    ['pasted letters', () => '(i)\n'.repeat(20_000)],
    ['paragraphs that begin with a letter', () => 'T. x\n\n'.repeat(10_000)],
  ];
  // Each of these once took minutes, or for ever: the limit is there to end such a run, and says nothing about speed.
  for (const [name, source] of hostile) {
    it(`gets through ${name}`, () => {
      const text = source();
      const { blocks } = parseDraft(text);
      for (const { start, text: words } of blocks) assert.ok(start >= 0 && start + words.length <= text.length);
    }).timeout(60_000);
  }

  it('gets through a draft of 100,000 words, and keeps all of them', () => {
    const { blocks } = parseDraft(words(100_000));
    const kept = blocks.filter(({ text }) => text.includes('peer specialist')).length;
    assert.ok(kept > 100, `${kept} blocks`);
  }).timeout(60_000);

  it('reads a block with too many marks as plain text, and the next as Markdown', () => {
    const [first, second] = parseDraft('**a'.repeat(1_000) + '\n\n**b** c').blocks;
    assert.equal(first?.text, '**a'.repeat(1_000));
    assert.equal(second?.text, 'b   c');
  });

  it('keeps the words of what is nested too deep', () => {
    assert.ok(
      view('>'.repeat(500) + ' deep')
        .at(-1)
        ?.endsWith('deep'),
    );
    assert.ok(
      view('- '.repeat(500) + 'deep')
        .at(-1)
        ?.includes('deep'),
    );
  });
});

const PIECES = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '  ',
    '    ',
    '\t',
    '- ',
    '* ',
    '1. ',
    '2) ',
    '> ',
    '# ',
    '## ',
    '---\n',
    '===\n',
  ],
  ...[
    '|',
    '|a|b|\n|-|-|\n',
    '`',
    '```\n',
    '**',
    '*',
    '_',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '](u)',
    '[^1]',
    '[^1]: ',
    '[a]: b\n',
  ],
  ...[
    '<b>',
    '<br>',
    '<!--',
    '-->',
    '<div>\n',
    '&amp;',
    '&rsquo;',
    '&mdash;',
    '\\',
    '\\|',
    '• ',
    '– ',
    'o ',
    '(a) ',
    '(b) ',
  ],
  ...[
    '(i) ',
    'A. ',
    'B. ',
    '1.1 ',
    '1.2 ',
    '§ 4 ',
    '4.2(c) ',
    'word',
    'They shall:',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\ufeff',
  ],
  ...[
    '’',
    '“',
    '—',
    '😀',
    '\u2028',
    'http://a.b/c',
    'a@b.co',
    '![',
    '[x] ',
    'key: v\n',
    ';',
    ':',
    '.',
    '\ud83d',
    '\u0000',
  ],
];

const anyDraft = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('parseDraft: any text at all', () => {
  it('gives blocks in order that do not overlap, with the source in them or a space', () => {
    fc.assert(
      fc.property(anyDraft, (source) => {
        const normal = plain(source);
        let end = 0;
        for (const { text, start, context } of parseDraft(source).blocks) {
          assert.ok(start >= end, 'order');
          end = start + text.length;
          assert.ok(end <= source.length, 'bounds');
          assert.ok(text !== '' && text === text.trim(), 'trimmed');
          for (let i = 0; i < text.length; i++) {
            // Entities: an apostrophe or dash with soft hyphens behind it.
            const fits = [' ', normal[start + i], "'", '\u00ad', '–', '—'].includes(text[i]);
            assert.ok(fits, `${JSON.stringify(text[i])} at ${start + i}`);
          }
          for (const lead of [...context.leadIns, ...context.headings]) assert.ok(lead.start < start, 'lead-in before');
        }
      }),
      { numRuns: 1_000 },
    );
  }).timeout(120_000);
});
