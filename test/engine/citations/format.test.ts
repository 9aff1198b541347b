import assert from 'node:assert/strict';
import type { CitationStyle } from '../../../server/src/engine/citations/citation';
import { citationAt, citationText, citeEdits, citeManyEdits } from '../../../server/src/engine/citations/format';
import { parseDraft } from '../../../server/src/engine/markdown/parse';
import { knowledge } from '../real-pack';
import { apply, cites } from './cited';

const edition = knowledge.editions.get('2008')!;
const later = knowledge.editions.get('2015')!;

/** The draft with a citation of principle 10 for the sentence that holds `words`. */
function cited(
  source: string,
  words: string,
  style: CitationStyle = 'inline',
  principles: readonly number[] = [10],
): string {
  const start = source.indexOf(words);
  assert.ok(start >= 0, `"${words}" is not in the draft`);
  const where = { start, end: start + words.length };
  return apply(source, citeEdits(parseDraft(source), where, { edition, principles, style }));
}

describe('the text of a citation', () => {
  it('names its edition, for one principle and for several', () => {
    assert.equal(citationText(edition, 8), 'CPS Code of Ethics (2008), principle 8');
    assert.equal(citationText(edition, [7, 8, 10]), 'CPS Code of Ethics (2008), principles 7, 8 and 10');
    assert.equal(citationText(later, 7), 'CPS Code of Ethics (2015, as cited in 2017), principle 7');
  });

  it('is recognized again, in every style and edition', () => {
    for (const style of ['inline', 'footnote', 'link'] as const)
      for (const e of knowledge.editions.values())
        for (const principles of [[10], [7, 10]]) {
          const source = 'Peers say no.\n';
          const request = { edition: e, principles, style };
          const done = apply(source, citeEdits(parseDraft(source), { start: 0, end: 13 }, request));
          const first = cites(done, 'none')[0] ?? '';
          assert.equal(first.slice(0, first.indexOf(':')), `${principles.join(' ')} in ${e.id}`, done);
        }
  });

  it('for a place where somebody writes it comes without brackets', () => {
    const draft = parseDraft('Peers say no\n');
    assert.deepEqual(citationAt(draft, { edition, principles: [8], style: 'inline' }), {
      text: 'CPS Code of Ethics 2008, principle 8',
      edits: [],
    });
    assert.equal(citationAt(draft, { edition, principles: [8], style: 'footnote' }).text, '[^1]');
  });
});

describe('a citation in the sentence', () => {
  const IN = ' (CPS Code of Ethics 2008, principle 10)';

  it('stands before the full stop', () => {
    assert.equal(cited('They say no. They sing.\n', 'say no'), `They say no${IN}. They sing.\n`);
    assert.equal(cited('They say no!', 'no'), `They say no${IN}!`);
  });

  it('stands behind the words of a bullet, before what joins it to the next', () => {
    assert.equal(cited('- give medication\n- sing\n', 'give'), `- give medication${IN}\n- sing\n`);
    assert.equal(cited('- give medication;\n- sing\n', 'give'), `- give medication${IN};\n- sing\n`);
    assert.equal(cited('- give medication; and\n- sing\n', 'give'), `- give medication${IN}; and\n- sing\n`);
  });

  it('stands before the colon of a lead-in', () => {
    assert.equal(
      cited('They are never asked to do this:\n\n- sing\n', 'asked'),
      `They are never asked to do this${IN}:\n\n- sing\n`,
    );
  });

  it('keeps to its table cell', () => {
    const table = '| a | b |\n| --- | --- |\n| never gives medication | sings |\n';
    assert.equal(cited(table, 'never'), table.replace('medication', `medication${IN}`));
  });

  it('stands at the end of a wrapped sentence', () => {
    assert.equal(
      cited('Peers do not\ngive out\nmedication. They\nsing.', 'Peers do not\ngive'),
      `Peers do not\ngive out\nmedication${IN}. They\nsing.`,
    );
  });

  it('stands outside of links, emphasis and code', () => {
    assert.equal(cited('They give no [medication](x.md).', 'give'), `They give no [medication](x.md)${IN}.`);
    assert.equal(cited('They give no **medication**.', 'give'), `They give no **medication**${IN}.`);
    assert.equal(cited('- give **medication**\n', 'give'), `- give **medication**${IN}\n`);
    assert.equal(cited('- give what is in `list`\n', 'give'), `- give what is in \`list\`${IN}\n`);
    assert.equal(
      cited('They **give no medication.** They sing.', 'give'),
      `They **give no medication.** (CPS Code of Ethics 2008, principle 10.) They sing.`,
    );
  });

  it('stands behind a quotation that ends the sentence', () => {
    assert.equal(cited('We call it "no hatch." They sing.', 'call'), `We call it "no hatch."${IN} They sing.`);
  });
});

describe('a citation in a footnote', () => {
  it('has its mark behind the full stop and its text at the end', () => {
    assert.equal(
      cited('They say no. They sing.\n', 'no', 'footnote'),
      'They say no.[^1] They sing.\n\n[^1]: CPS Code of Ethics (2008), principle 10.\n',
    );
  });

  it('is numbered on, and joins the footnotes at the end, when accepted twice', () => {
    const once = cited('- say no\n- sing\n', 'no', 'footnote');
    const twice = cited(once, 'sing', 'footnote', [8]);
    assert.equal(
      twice,
      '- say no[^1]\n- sing[^2]\n\n' +
        '[^1]: CPS Code of Ethics (2008), principle 10.\n[^2]: CPS Code of Ethics (2008), principle 8.\n',
    );
  });

  it('uses a footnote that says the same', () => {
    const once = cited('- say no\n- sing\n', 'no', 'footnote');
    assert.equal(cited(once, 'sing', 'footnote'), once.replace('- sing', '- sing[^1]'));
    const named = 'They say no.\n\n[^coe]: CPS Code of Ethics (2008),\n    principle 10\n';
    assert.equal(cited(named, 'no', 'footnote'), named.replace('no.', 'no.[^coe]'));
  });

  it('takes the next number that is free, whatever is named or missing', () => {
    const draft = 'One.[^3] Two.[^note] They say no.\n\n[^note]: A note.\n';
    assert.equal(
      cited(draft, 'say no', 'footnote'),
      'One.[^3] Two.[^note] They say no.[^4]\n\n[^note]: A note.\n[^4]: CPS Code of Ethics (2008), principle 10.\n',
    );
  });

  it('stands behind marks that are there, at the end of a text without a line break, with the text’s line breaks', () => {
    assert.equal(
      cited('Hello.\r\n\r\nThey say no.[^1]', 'say no', 'footnote'),
      'Hello.\r\n\r\nThey say no.[^1][^2]\r\n\r\n[^2]: CPS Code of Ethics (2008), principle 10.',
    );
  });

  it('goes to the end where the other footnotes stand in the middle', () => {
    const draft = 'One.[^1]\n\n[^1]: A note.\n\nThey say no.\n';
    assert.match(cited(draft, 'say no', 'footnote'), /They say no\.\[\^2\]\n\n\[\^2\]: CPS Code/);
  });

  it('stands in a bullet and a table cell behind the words', () => {
    assert.match(cited('- give medication; and\n- sing\n', 'give', 'footnote'), /^- give medication;\[\^1\] and\n/);
    assert.match(cited('| a |\n| --- |\n| says no |\n', 'says', 'footnote'), /\| says no\[\^1\] \|\n\n\[\^1\]/);
  });

  it('stands before an exclamation mark, behind which it would be an image', () => {
    assert.match(cited('They say no! They sing.', 'no', 'footnote'), /^They say no\[\^1\]! They sing/);
  });

  it('stands outside of a link that ends the sentence', () => {
    assert.match(
      cited('See [what they say.](x.md) They sing.', 'say', 'footnote'),
      /^See \[what they say\.\]\(x\.md\)\[\^1\] They sing/,
    );
  });
});

describe('a citation in a draft whose last code or comment is still open', () => {
  const NOTE = '[^1]: CPS Code of Ethics (2008), principle 10.';

  it('has its footnote before it, where it is read', () => {
    for (const open of ['```\ncode', '~~~text\ncode\n\nmore', '<!-- to be done', '<script>\n\nx'])
      for (const gap of ['\n', '\n\n', '\n\n\n']) {
        const done = cited(`They say no.${gap}${open}\n`, 'no', 'footnote');
        assert.equal(done, `They say no.[^1]\n\n${NOTE}${gap === '\n' ? '\n\n' : gap}${open}\n`);
        const { definitions } = parseDraft(done).footnotes;
        assert.deepEqual(
          definitions.map(({ label }) => label),
          ['1'],
        );
      }
  });

  it('joins the footnotes before it, and keeps the line ends', () => {
    const draft = 'One.[^1] They say no.\r\n\r\n[^1]: A note.\r\n\r\n```\r\ncode';
    assert.equal(
      cited(draft, 'say no', 'footnote'),
      'One.[^1] They say no.[^2]\r\n\r\n[^1]: A note.\r\n[^2]: CPS Code of Ethics (2008), principle 10.\r\n\r\n```\r\ncode',
    );
  });

  it('has its list of principles before it', () => {
    assert.equal(
      cited('They say no.\n\n```\ncode\n', 'no', 'link'),
      'They say no ([CPS Code of Ethics 2008, principle 10](#principles-cited)).\n\n' +
        '## Principles cited\n\n- CPS Code of Ethics (2008), principle 10\n\n```\ncode\n',
    );
  });

  it('goes to the end where code and comments are closed, or belong to a list item', () => {
    for (const end of ['```\ncode\n```', '<!-- done -->', '<div>\nx', '- item\n\n  ```\n  code', '> ```\n> code'])
      assert.ok(cited(`They say no.\n\n${end}\n`, 'no', 'footnote').endsWith(`${end}\n\n${NOTE}\n`), end);
  });
});

describe('a citation as a link', () => {
  it('leads to a list of principles at the end of the draft, which it makes', () => {
    assert.equal(
      cited('They say no.\n', 'no', 'link'),
      'They say no ([CPS Code of Ethics 2008, principle 10](#principles-cited)).\n\n' +
        '## Principles cited\n\n- CPS Code of Ethics (2008), principle 10\n',
    );
  });

  it('adds to the list what is missing there, and nothing twice', () => {
    const once = cited('- say no\n- sing\n- hum\n', 'no', 'link');
    const twice = cited(once, 'sing', 'link', [8]);
    assert.match(twice, /principle 10\n- CPS Code of Ethics \(2008\), principle 8\n$/);
    const thrice = cited(twice, 'hum', 'link', [10]);
    assert.equal(thrice.match(/- CPS Code of Ethics \(2008\), principle 10/g)?.length, 1);
    assert.equal(thrice.match(/## Principles cited/g)?.length, 1);
  });

  it('finds the list wherever it stands, also when it is empty', () => {
    const draft = 'They say no.\n\nPrinciples cited\n----------------\n\n# Annex\n\nText.\n';
    assert.match(
      cited(draft, 'no', 'link'),
      /Principles cited\n-+\n\n- CPS Code of Ethics \(2008\), principle 10\n\n# Annex/,
    );
  });
});

describe('several citations at once', () => {
  it('are numbered in order and share their footnotes', () => {
    const source = 'One. Two. Three.';
    const places = [
      { where: { start: 0, end: 4 }, principles: [10] },
      { where: { start: 5, end: 9 }, principles: [8] },
      { where: { start: 10, end: 16 }, principles: [10] },
    ];
    const edits = citeManyEdits(parseDraft(source), places, { edition, style: 'footnote' });
    assert.equal(
      apply(source, edits),
      'One.[^1] Two.[^2] Three.[^1]\n\n' +
        '[^1]: CPS Code of Ethics (2008), principle 10.\n[^2]: CPS Code of Ethics (2008), principle 8.',
    );
    const starts = edits.map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      [...new Set(starts)].sort((a, b) => a - b),
    );
  });
});
