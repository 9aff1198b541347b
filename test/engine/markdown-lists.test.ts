import assert from 'node:assert/strict';
import { view } from './markdown-view';

describe('parseDraft: Markdown lists', () => {
  it('gives each item its own text and the paragraph before the list', () => {
    assert.deepEqual(view('The peer will:\n\n- help\n- sit\n  with people\n\nDone.'), [
      'paragraph: The peer will:',
      'list-item: help < The peer will:',
      'list-item: sit with people < The peer will:',
      'paragraph: Done.',
    ]);
  });

  it('gives the paragraph before whether or not it ends with a colon', () => {
    assert.deepEqual(view('You will\n- help'), ['paragraph: You will', 'list-item: help < You will']);
  });

  it('gives a bold line before, and no real heading', () => {
    assert.equal(view('**What you will do**\n\n- help')[1], 'list-item: help < What you will do');
    assert.equal(view('# What you will do\n\n- help')[1], 'list-item: help');
  });

  it('gives a quoted list the paragraph that leads into the quote', () => {
    assert.equal(view('Peers may:\n\n> - sit')[1], '> list-item: sit < Peers may:');
    assert.equal(view('It was said.\n\n> - sit')[1], '> list-item: sit');
  });

  it('joins the label of an item with one that its text begins with', () => {
    assert.deepEqual(view('1. (a) sit\n2. rest\n\n- 3.2 Talk'), [
      'list-item 1(a): sit',
      'list-item 2: rest',
      'list-item 3.2: Talk',
    ]);
  });

  it('gives nothing that another block parts from the list', () => {
    assert.equal(view('The peer will:\n\n---\n\n- help')[1], 'list-item: help');
    assert.equal(view('The peer will:\n\n| a |\n|---|\n\n- help')[2], 'list-item: help');
  });

  it('adds the texts of parent items, outermost last in line', () => {
    assert.deepEqual(
      view('Peers do not:\n\n1. go\n2. take part in\n   - rounds\n   - searches:\n     * bags\n3. sign'),
      [
        'paragraph: Peers do not:',
        'list-item 1: go < Peers do not:',
        'list-item 2: take part in < Peers do not:',
        'list-item: rounds < take part in < Peers do not:',
        'list-item: searches: < take part in < Peers do not:',
        'list-item: bags < searches: < take part in < Peers do not:',
        'list-item 3: sign < Peers do not:',
      ],
    );
  });

  it('gives further paragraphs of an item its lead-ins', () => {
    assert.deepEqual(view('Peers:\n\n- one\n\n  more of it\n\n- two'), [
      'paragraph: Peers:',
      'list-item: one < Peers:',
      'paragraph: more of it < Peers:',
      'list-item: two < Peers:',
    ]);
  });

  it('goes on with a numbering that other paragraphs interrupt', () => {
    assert.deepEqual(view('1. In particular:\n\na) count\nb) pour\n\n2. Sit.'), [
      'list-item 1: In particular:',
      'list-item a: count < In particular:',
      'list-item b: pour < In particular:',
      'list-item 2: Sit.',
    ]);
  });
});

describe('parseDraft: pasted bullets', () => {
  for (const bullet of ['•', '·', '▪', '◦', '‣', '–', '—', 'o', '\uf0b7', '✓']) {
    it(`splits lines that begin with ${bullet}`, () => {
      assert.deepEqual(view(`Peers will:\n${bullet} help\nothers\n${bullet} sit`), [
        'paragraph: Peers will:',
        'list-item: help others < Peers will:',
        'list-item: sit < Peers will:',
      ]);
    });
  }

  it('reads bullets in paragraphs of their own', () => {
    assert.deepEqual(view('Duties\n\n• help\n\n• sit'), [
      'paragraph: Duties',
      'list-item: help < Duties',
      'list-item: sit < Duties',
    ]);
  });

  it('reads bullets that are glued to their word, or followed by odd spaces', () => {
    assert.deepEqual(view('Peers:\n•help\n•\u00a0sit'), [
      'paragraph: Peers:',
      'list-item: help < Peers:',
      'list-item: sit < Peers:',
    ]);
    assert.deepEqual(view('Peers:\n-help\n-sit'), [
      'paragraph: Peers:',
      'list-item: help < Peers:',
      'list-item: sit < Peers:',
    ]);
  });

  it('nests bullets of another kind or of deeper indentation', () => {
    assert.deepEqual(view('Peers:\n• help\no with forms\no with rides\n• sit'), [
      'paragraph: Peers:',
      'list-item: help < Peers:',
      'list-item: with forms < help < Peers:',
      'list-item: with rides < help < Peers:',
      'list-item: sit < Peers:',
    ]);
    assert.equal(view('Peers:\n• help\n   • with forms\n• sit')[2], 'list-item: with forms < help < Peers:');
  });

  it('takes a lone "o" among other bullets for one', () => {
    const nested = ['list-item: help < Peers:', 'list-item: with rides < help < Peers:', 'list-item: sit < Peers:'];
    assert.deepEqual(view('Peers:\n• help\no with rides\n• sit').slice(1), nested);
    assert.deepEqual(view('Peers:\n\n•\thelp\n\no\twith rides\n\n•\tsit').slice(1), nested);
    assert.deepEqual(view('ayuda\no por medio'), ['paragraph: ayuda o por medio']);
  });

  it('reads lists that are indented too far for Markdown', () => {
    assert.deepEqual(view('The nurse:\n      - counts\n      - pours'), [
      'paragraph: The nurse:',
      'list-item: counts < The nurse:',
      'list-item: pours < The nurse:',
    ]);
  });

  it('leaves a single dash at the beginning of a line in its sentence', () => {
    assert.deepEqual(view('The lead\n— who is a peer —\nhelps.'), ['paragraph: The lead — who is a peer — helps.']);
    assert.deepEqual(view('> «Me dieron café.»\n> — a member'), ['> paragraph: "Me dieron café." — a member']);
  });

  it('splits bullets in a quote and in a list item', () => {
    assert.deepEqual(view('> Peers:\n> • help\n> • sit'), [
      '> paragraph: Peers:',
      '> list-item: help < Peers:',
      '> list-item: sit < Peers:',
    ]);
    assert.deepEqual(view('- Peers:\n  • help\n  • sit'), [
      'list-item: Peers:',
      'list-item: help < Peers:',
      'list-item: sit < Peers:',
    ]);
  });
});

describe('parseDraft: labels', () => {
  const forms: readonly (readonly [string, string, string, string])[] = [
    ['a)', 'b)', 'a', 'b'],
    ['(a)', '(b)', 'a', 'b'],
    ['a.', 'b.', 'a', 'b'],
    ['A.', 'B.', 'A', 'B'],
    ['(1)', '(2)', '1', '2'],
    ['i.', 'ii.', 'i', 'ii'],
    ['(i)', '(ii)', 'i', 'ii'],
    ['IV)', 'V)', 'IV', 'V'],
    ['1.1', '1.2', '1.1', '1.2'],
    ['4.2(c)', '4.2(d)', '4.2(c)', '4.2(d)'],
    ['1\\.', '2\\.', '1', '2'],
    ['\\(a\\)', '\\(b\\)', 'a', 'b'],
  ];
  for (const [first, second, one, two] of forms) {
    it(`splits lines that begin with ${first}`, () => {
      const found = view(`Peers will:\n${first} Help\nothers\n${second} Sit`);
      assert.deepEqual(found, [
        'paragraph: Peers will:',
        `list-item ${one}: Help others < Peers will:`,
        `list-item ${two}: Sit < Peers will:`,
      ]);
    });
  }

  it('tells the ninth letter from the first Roman numeral', () => {
    const letters = [...'abcdefghij'].map((letter) => `(${letter}) x`).join('\n');
    assert.equal(view(`They:\n${letters}`)[10], 'list-item j: x < They:');
    assert.deepEqual(view('They:\n(a) x:\n(i) y\n(ii) z\n(b) w').slice(1), [
      'list-item a: x: < They:',
      'list-item i: y < x: < They:',
      'list-item ii: z < x: < They:',
      'list-item b: w < They:',
    ]);
  });

  it('nests the paragraphs of a regulation by the style of their labels', () => {
    const source =
      'A. The director shall hire:\n\n  (1) A nurse;\n\n  (2) Peers, who shall:\n\n    (a) Sit; and\n\n    (b) Talk.\n\n' +
      'B. The nurse shall:\n\n  (1) Pour.\n\nC. Peer Support.\n\n  (1) Peers help.\n';
    assert.deepEqual(view(source), [
      'list-item A: The director shall hire:',
      'list-item 1: A nurse; < The director shall hire:',
      'list-item 2: Peers, who shall: < The director shall hire:',
      'list-item a: Sit; and < Peers, who shall: < The director shall hire:',
      'list-item b: Talk. < Peers, who shall: < The director shall hire:',
      'list-item B: The nurse shall:',
      'list-item 1: Pour. < The nurse shall:',
      'list-item C: Peer Support.',
      'list-item 1: Peers help. < Peer Support.',
    ]);
  });

  it('tells an inner numbering from an outer one of the same style by its indentation', () => {
    assert.deepEqual(view('(1) They:\n   (a) sit:\n      (1) long\n      (2) short\n   (b) rest\n(2) We').slice(2), [
      'list-item 1: long < sit: < They:',
      'list-item 2: short < sit: < They:',
      'list-item b: rest < They:',
      'list-item 2: We',
    ]);
  });

  it('gives lettered paragraphs the lead-in that ends with a colon, and no other paragraph', () => {
    assert.equal(view('The Center shall:\n\n(a) pay;\n\n(b) rest.')[2], 'list-item b: rest. < The Center shall:');
    assert.equal(view('Peers are paid.\n\n(a) Peers sit.\n\n(b) Peers talk.')[1], 'list-item a: Peers sit.');
  });

  it('reads numbered clauses as paragraphs, unless something leads into them', () => {
    assert.deepEqual(view('4.1 A peer sits.\n\n4.2 A peer shall:\n\n(a) talk\n\n4.3 No more.'), [
      'paragraph 4.1: A peer sits.',
      'paragraph 4.2: A peer shall:',
      'list-item a: talk < A peer shall:',
      'paragraph 4.3: No more.',
    ]);
    assert.equal(view('Peers shall:\n\n1.1 Sit.\n\n1.2 Talk.')[1], 'list-item 1.1: Sit. < Peers shall:');
  });

  it('splits clauses of several depths on lines of one paragraph', () => {
    assert.deepEqual(view('1.1 Sit.\n1.2 Talk.\n1.2.1 Long.\n1.2.2 Short.\n1.3 Rest.\n2.1 Go.'), [
      'paragraph 1.1: Sit.',
      'paragraph 1.2: Talk.',
      'paragraph 1.2.1: Long.',
      'paragraph 1.2.2: Short.',
      'paragraph 1.3: Rest.',
      'paragraph 2.1: Go.',
    ]);
  });

  it('reads bold labels and section signs', () => {
    assert.deepEqual(view('**4.1**  Peers sit.\n\n§ 12.3 Peers talk.\n\n**2.** Peers rest.'), [
      'paragraph 4.1: Peers sit.',
      'paragraph 12.3: Peers talk.',
      'list-item 2: Peers rest.',
    ]);
  });

  it('takes a paragraph that is indented below an item for a part of it, and another for the end of the list', () => {
    assert.equal(view('They:\n\n(a) sit\n\n    for long\n\n(b) rest')[2], 'paragraph: for long < They:');
    assert.deepEqual(view('They:\n\n(a) sit\n\nOr not.\n\n(b) rest').slice(2), [
      'paragraph: Or not.',
      'list-item b: rest',
    ]);
  });

  it('starts afresh below a heading', () => {
    assert.equal(view('They:\n\n(a) sit\n\n# New\n\n(b) rest')[3], 'list-item b: rest');
  });

  it('leaves what only looks like a label in its sentence', () => {
    for (const source of [
      'The chair is Ms.\nA. Smith of the county.',
      'as described in\n(b) above and elsewhere',
      'under Regulation\n4.2(e) and (g), and so on',
      'We hire\n1.0 FTE peer specialist.',
      'in the requirement of\n§A(4). Then more.',
      'It was the year\n2014. Then more.',
      'T. Vandermolen recalled that.',
    ]) {
      assert.deepEqual(view(source), [`paragraph: ${source.replace('\n', ' ')}`]);
    }
    assert.deepEqual(view('1.0 FTE Peer Specialist'), ['paragraph: 1.0 FTE Peer Specialist']);
  });

  it('splits at a single label after a colon or a semicolon', () => {
    assert.deepEqual(view('The nurse;\n(b) the peer'), ['paragraph: The nurse;', 'list-item b: the peer < The nurse;']);
  });

  it('keeps items of one list together however they are numbered', () => {
    assert.deepEqual(view('They:\n\n(b) sit\n\n(d) rest'), [
      'paragraph: They:',
      'list-item b: sit < They:',
      'list-item d: rest < They:',
    ]);
  });
});
