import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Finding } from '../../server/src/engine/findings/finding';
import { engine } from './real-pack';

const SENTENCE =
  'The **peer specialist** shall administer medication, while the nurse (who is away) sees to the garden. ';

const words = (count: number): string =>
  Array.from({ length: count / 16 }, (_, i) => {
    if (i % 40 === 0) return `\n\n## ${i / 40}. Heading\n\n`;
    return i % 7 === 0 ? `\n- ${SENTENCE}` : SENTENCE;
  }).join('');

/** Every span lies in the draft, and is shown as it stands there. */
function assertSound(draft: string, findings: readonly Finding[]): void {
  for (const { span, text, evidence } of findings) {
    assert.ok(0 <= span.start && span.start < span.end && span.end <= draft.length);
    assert.equal(text, draft.slice(span.start, span.end));
    for (const word of evidence.duty) assert.equal(word.text, draft.slice(word.span.start, word.span.end));
  }
}

describe('any text at all', () => {
  const nothing: Readonly<Record<string, string>> = {
    'an empty draft': '',
    'spaces and line breaks': ' \t\r\n\n\r  \n',
    'front matter alone': '---\ntitle: Peer Specialist\n---\n',
    'front matter that never ends': '---\ntitle: Peer Specialist\n',
    'a heading alone': '# Peer Specialist',
    'a byte order mark': '\ufeff',
    'half a surrogate pair': '\ud83d',
    'a NUL': '\u0000',
    'punctuation alone': '.,;:!?()[]{}<>"\'`~@#$%^&*-_=+|\\/',
    'a table without cells': '|||\n|-|-|\n|||\n',
    '10,000 nested quotes': '>'.repeat(10_000) + ' Peer specialists administer medication.',
  };
  for (const [name, draft] of Object.entries(nothing))
    it(`finds no duty in ${name}`, () => {
      const { profile, findings } = engine.check(draft);
      assert.equal(profile, 'accs');
      assert.deepEqual(
        findings.filter((f) => f.family === 'duty'),
        [],
      );
    }).timeout(60_000);

  const hostile: Readonly<Record<string, () => string>> = {
    'one line of 2 MB': () => 'word '.repeat(400_000),
    'one word of 200 KB': () => 'a'.repeat(200_000),
    '100,000 commas': () => ', '.repeat(100_000),
    '50,000 quotation marks': () => '" '.repeat(50_000),
    '20,000 apostrophes': () => "'s ".repeat(20_000),
    '2,000 stops': () => 'A. '.repeat(2_000),
    'one sentence of 2,000 roles': () => 'peer specialist and nurse, '.repeat(1_000),
    'one sentence of 2,000 duties': () => 'Peers ' + 'administer medication and write progress notes, '.repeat(1_000),
    'a list 200 levels deep': () =>
      Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- the peer will`).join('\n'),
    'a table of 1,000 rows': () => '| Task | Peer |\n| --- | --- |\n' + '| administer medication | x |\n'.repeat(1_000),
    '10,000 lettered cross-references': () => '4.2 List\n\n(a) sit\n\nPeers do 4.2' + '(a) through (z) '.repeat(10_000),
    '1,000 headings': () => '# Peer Specialist\n\n'.repeat(1_000),
  };
  for (const [name, make] of Object.entries(hostile))
    it(`gets through ${name}`, () => {
      const draft = make();
      assertSound(draft, engine.check(draft).findings);
    }).timeout(300_000);

  it('gets through 100,000 words, and finds every duty in them', () => {
    const draft = words(100_000);
    const { findings } = engine.check(draft);
    assertSound(draft, findings);
    const found = findings.filter((f) => f.rule === 'medication-administration').length;
    assert.equal(found, draft.split('administer medication').length - 1);
  }).timeout(300_000);

  it('never throws, and shows every finding as it stands in the draft', () => {
    const piece = fc.constantFrom(
      ...'Peer specialists|the nurse|staff|you|administer medication|write progress notes|never|not only|but|while'.split(
        '|',
      ),
      ...[
        'if asked',
        'by',
        '"',
        '“',
        '😀',
        '’s',
        '\r\n',
        '\n\n',
        '- ',
        '> ',
        '# ',
        '| ',
        '\n|-|-|\n',
        '**',
        '(a)',
        ': ',
        '? ',
        '. ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const draft = pieces.join(' ');
        assertSound(draft, engine.check(draft).findings);
      }),
      { numRuns: 200 },
    );
  }).timeout(300_000);

  it('reads a draft the same way, whatever was read before', () => {
    const first = 'Our peer bridgers start in May. "Staff" means peers.\n\nThe bridgers administer medication.';
    const second = 'The bridgers administer medication. Staff administer medication.';
    const before = engine.check(second);
    engine.check(first);
    assert.deepEqual(engine.check(second), before);
    assert.deepEqual(engine.check(first), engine.check(first));
  });
});
