import assert from 'node:assert/strict';
import { TreeFragment } from '@lezer/common';
import { parseDraft, parseWithTree } from '../../server/src/engine/markdown/parse';
import { paths, texts, view } from './markdown-view';

describe('parseDraft: blocks', () => {
  it('gives headings and paragraphs in reading order', () => {
    assert.deepEqual(view('# Title\n\nOne\ntwo.\n\nSub\n---\n\nThree.'), [
      'heading: Title',
      'paragraph: One two.',
      'heading: Sub',
      'paragraph: Three.',
    ]);
  });

  it('locates a block by its first prose character', () => {
    const source = 'x\n\n## **Big** day\n';
    const [, heading] = parseDraft(source).blocks;
    assert.equal(heading?.start, source.indexOf('Big'));
    assert.equal(heading?.text, 'Big   day');
  });

  it('puts the heading path on every block, and a heading not into its own path', () => {
    const source = '# A\n\none\n\n### B\n\ntwo\n\n## C\n\nthree\n\n# D\n\nfour';
    assert.deepEqual(paths(source), ['one | A', 'two | A / B', 'three | A / C', 'four | D']);
    const [a, , b] = parseDraft(source).blocks;
    assert.deepEqual([a?.context.headings.length, b?.context.headings.map((h) => h.level)], [0, [1]]);
  });

  it('takes the label of a heading off its text', () => {
    assert.deepEqual(view('# 7.2 The Team\n\n## 3. Never asked\n\n## (a) Money\n\n## Article II. Terms'), [
      'heading 7.2: The Team',
      'heading 3: Never asked',
      'heading a: Money',
      'heading: Article II. Terms',
    ]);
  });

  it('reads a rule right below a paragraph as a rule, not as a heading', () => {
    assert.deepEqual(view('Peers share meals with everyone.\n---\nAnd more.'), [
      'paragraph: Peers share meals with everyone.',
      'paragraph: And more.',
    ]);
  });

  it('marks what stands in a quote, with hard-wrapped lists', () => {
    assert.deepEqual(view('> The peer will:\n>\n> - count the\n>   pills\n> - sit\nlazy\n\nAfter.'), [
      '> paragraph: The peer will:',
      '> list-item: count the pills < The peer will:',
      '> list-item: sit lazy < The peer will:',
      'paragraph: After.',
    ]);
  });

  it('ends headings of a quote with the quote', () => {
    assert.deepEqual(paths('# A\n\n> ## Q\n>\n> in\n\nout'), ['in | A / Q', 'out | A']);
  });

  it('reads footnotes, and masks references to them', () => {
    assert.deepEqual(view('Peers help.[^1]\n\n[^1]: Only when\n    asked.\n\n    Always.\n[^b]: Second.\n\nEnd.'), [
      'paragraph: Peers help.',
      'footnote 1: Only when asked.',
      'footnote: Always.',
      'footnote b: Second.',
      'paragraph: End.',
    ]);
  });

  it('reads indented text as prose', () => {
    assert.deepEqual(view('Intro.\n\n    Peers count the meds.\n'), [
      'paragraph: Intro.',
      'paragraph: Peers count the meds.',
    ]);
  });

  it('has no blocks for code, HTML blocks, reference definitions and rules', () => {
    const source = '```\ncode\n```\n\n<div>\nhtml\n</div>\n\n[a]: http://x.y "t"\n\n---\n\n~~~\nopen';
    assert.deepEqual(view(source), []);
  });

  it('reads a byte order mark, CRLF and CR like their absence and LF', () => {
    const source = '# A\n\nThe nurse\nshall:\n\n- count\n  pills\n- a\\\nb\n\n| x | y |\n|---|---|\n| 1 | 2 |\n';
    const expected = view(source);
    assert.ok(expected.includes('list-item: count pills < The nurse shall:'));
    assert.ok(expected.includes('table-cell: 2'));
    assert.deepEqual(view(source.replaceAll('\n', '\r\n')), expected);
    assert.deepEqual(view(source.replaceAll('\n', '\r')), expected);
    assert.deepEqual(view('\ufeff' + source), expected);
  });
});

describe('parseDraft: bold lines', () => {
  it('takes a bold line as a heading below all others', () => {
    assert.deepEqual(paths('## A\n\n**Duties**\n\none\n\n**More:**\n\ntwo\n\n## B\n\nthree'), [
      'one | A / Duties',
      'two | A / More:',
      'three | B',
    ]);
    const [, bold] = parseDraft('## A\n\n**Duties**\n\nx').blocks;
    assert.equal(bold?.kind, 'heading');
    assert.equal(parseDraft('**Duties**\n\nx').blocks[1]?.context.headings[0]?.level, 7);
  });

  it('takes bold lines within a paragraph too', () => {
    assert.deepEqual(view('**Duties**\nHelp people.\n**Pay**\nGood.'), [
      'heading: Duties',
      'paragraph: Help people.',
      'heading: Pay',
      'paragraph: Good.',
    ]);
  });

  it('takes a long bold question as a heading', () => {
    const question = '**Can a peer specialist give a resident her pills if I am on the phone the whole long time?**';
    assert.equal(view(`${question}\nNo.`)[1], 'paragraph: No.');
  });

  it('leaves run-in labels, wrapped sentences and statements in their paragraph', () => {
    for (const source of [
      '**Peer mentors.** The mentors belong here.',
      '**Peers will not, in any case,**\nhand out pills.',
      'Peers shall\n**never count pills**\nfor anyone.',
      '**Peer specialists do not hand out medication.**',
    ]) {
      assert.deepEqual(
        parseDraft(source).blocks.map(({ kind }) => kind),
        ['paragraph'],
        source,
      );
    }
  });

  it('labels a numbered one', () => {
    assert.deepEqual(view('**§ 311.40 Peer support services.**\n\nText.'), [
      'heading 311.40: Peer support services.',
      'paragraph: Text.',
    ]);
  });

  it('takes a bold item of a list as an item', () => {
    assert.deepEqual(view('- **Duties**\n- x'), ['list-item: Duties', 'list-item: x']);
  });
});

describe('parseDraft: masking', () => {
  const mask = (source: string): string | undefined => texts(source)[0];

  it('keeps the length of the source slice', () => {
    const source = 'Peers **never** count\n`pills` &amp; [meds](http://a.b "t") \\$5.';
    const [block] = parseDraft(source).blocks;
    assert.equal(block?.text.length, source.length);
    for (const word of ['Peers', 'never', 'count', 'meds', '$5.']) {
      assert.equal(block?.text.indexOf(word), source.indexOf(word), word);
    }
    assert.deepEqual(view(source), ['paragraph: Peers never count meds $5.']);
  });

  it('keeps link texts, drops addresses, titles and alt texts', () => {
    assert.deepEqual(
      view('See [the code](http://x.y "title") and ![a cat](c.png) at https://a.b/c?d=e. Or <me@x.y>!'),
      ['paragraph: See the code and at . Or !'],
    );
    assert.deepEqual(view('By [us][1] or [Them].\n\n[1]: x\n[them]: y'), ['paragraph: By us or Them .']);
  });

  it('keeps brackets that are no links', () => {
    assert.deepEqual(view('The [Name of agency] shall [sic][2].'), ['paragraph: The [Name of agency] shall [sic][2].']);
  });

  it('keeps the text between inline tags', () => {
    assert.equal(mask('a <b>x</b><br>y'), 'a    x        y');
  });

  it('drops what is struck out', () => {
    assert.deepEqual(view('Peers will ~~not~~ count.'), ['paragraph: Peers will count.']);
  });

  it('masks list indentation and quote marks of continuation lines', () => {
    assert.deepEqual(texts('> - one\n>   two'), ['one     two']);
  });

  it('masks task markers', () => {
    assert.deepEqual(view('- [x] done\n- [ ] open'), ['list-item: done', 'list-item: open']);
  });

  it('masks entities, but not the apostrophe of a word nor a dash', () => {
    assert.equal(mask('a&nbsp;b &lt;c'), 'a      b     c');
    assert.equal(mask('don&rsquo;t'), "don'" + '\u00ad'.repeat(6) + 't');
    assert.equal(mask('a &mdash; b'), 'a —       b');
  });

  it('straightens quotes and plains spaces', () => {
    assert.equal(mask('“Don’t”\u00a0ask — 1–2'), `"Don't" ask — 1–2`);
  });

  it('masks intra-word emphasis as spaces', () => {
    assert.equal(mask('un**believ**able'), 'un  believ  able');
  });
});

describe('parseDraft: comments', () => {
  it('collects comments wherever they stand', () => {
    const source =
      '<!-- one -->\n\nText <!-- two --> more.\n\n<div><!-- three --></div>\n\n| a |\n|---|\n| b <!--4--> |\n';
    const { comments } = parseDraft(source);
    assert.deepEqual(
      comments.map(({ text, span }) => [text, source.slice(span.start, span.end)]),
      [
        ['one', '<!-- one -->'],
        ['two', '<!-- two -->'],
        ['three', '<!-- three -->'],
        ['4', '<!--4-->'],
      ],
    );
  });

  it('finds none in code', () => {
    assert.deepEqual(parseDraft('```\n<!-- x -->\n```\n\n`<!-- y -->`').comments, []);
  });

  it('reads what follows a comment on its line as part of the paragraph', () => {
    assert.deepEqual(view('The peer\n<!-- c --> shall not\ncount pills.'), [
      'paragraph: The peer shall not count pills.',
    ]);
  });

  it('does not let a comment part a list from what leads into it', () => {
    assert.deepEqual(view('Peers will:\n\n<!-- c -->\n\n- rest'), [
      'paragraph: Peers will:',
      'list-item: rest < Peers will:',
    ]);
  });
});

describe('parseWithTree', () => {
  it('gives the same draft when it takes over unchanged parts of an earlier tree', () => {
    const before =
      '# A\n\nPeers shall:\n\n- sit\n- talk\n\n| a |\n|---|\n| b |\n\nSee [^1].\n\n[^1]: **Note**\n'.repeat(20);
    const at = before.indexOf('talk', 400);
    const after = before.slice(0, at) + '**count** pills and ' + before.slice(at);
    const { tree } = parseWithTree(before);
    const change = { fromA: at, toA: at, fromB: at, toB: at + after.length - before.length };
    const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
    assert.deepEqual(parseWithTree(after, fragments).draft, parseDraft(after));
  });
});
