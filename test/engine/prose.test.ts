import assert from 'node:assert/strict';
import { clauses } from '../../server/src/engine/prose/clauses';
import { looksPast, nounForms, verbForms } from '../../server/src/engine/prose/inflect';
import { PhraseTrie, type PhraseKind } from '../../server/src/engine/prose/phrases';
import { readSentences } from '../../server/src/engine/prose/sentence';
import { sentences } from '../../server/src/engine/prose/sentences';
import { tokenize } from '../../server/src/engine/prose/token';

type Table<T> = readonly (readonly [text: string, expected: T])[];

const each = <T>(rows: Table<T>, read: (text: string) => T): void => {
  assert.deepEqual(
    rows.map(([text]) => [text, read(text)]),
    rows,
  );
};

describe('tokenize', () => {
  const texts = (text: string): string =>
    tokenize(text)
      .map((t) => t.text)
      .join(' ');

  it('keeps what is one word, and parts what is several', () => {
    each(
      [
        ["peer-led groups don't end", "peer-led groups don't end"],
        ['and/or', 'and / or'],
        ['(a) yes, no.', '( a ) yes , no .'],
        ['MAP-2 café naïve', 'MAP-2 café naïve'],
        ['the C.P.S. exam, e.g. now', 'the C.P.S. exam , e.g. now'],
        ['one – two — three', 'one – two — three'],
        ['', ''],
        ['   ', ''],
      ],
      texts,
    );
  });

  it('keeps numbers with their separators', () => {
    each(
      [
        ['7.5 1,200 $15.00 20% 1st 3:30 24/7', '7.5 1,200 $15.00 20% 1st 3:30 24/7'],
        ['15-minute', '15 - minute'],
        ['In 2011.', 'In 2011 .'],
      ],
      texts,
    );
    assert.deepEqual(
      tokenize('at 7.5, yes').map((t) => t.kind),
      ['word', 'number', 'mark', 'word'],
    );
  });

  it('parts a possessive ending from its word, but no contraction', () => {
    each(
      [
        ["the peer's day", "the peer 's day"],
        ["the peers' day", "the peers ' day"],
        ["it's what's there", "it's what's there"],
        ["they'll go", "they'll go"],
      ],
      texts,
    );
  });

  it('compares without case and without soft hyphens, and shows what is written', () => {
    const [token] = tokenize('Medi\u00adCATION');
    assert.deepEqual([token?.text, token?.lower], ['Medi\u00adCATION', 'medication']);
  });

  it('gives spans in UTF-16 code units', () => {
    const text = '😀 the peer’s “day” 🎉 ends'.replace(/[’]/g, "'");
    for (const t of tokenize(text)) assert.equal(text.slice(t.start, t.end), t.text);
    assert.equal(tokenize(text).at(-1)?.start, text.indexOf('ends'));
  });
});

describe('inflection', () => {
  const verbs: Readonly<Record<string, string>> = {
    give: 'gives gave given giving',
    administer: 'administers administered administering',
    carry: 'carries carried carrying',
    play: 'plays played playing',
    pass: 'passes passed passing',
    stop: 'stops stopped stopping',
    visit: 'visits visited visiting',
    submit: 'submits submitted submitting',
    refer: 'refers referred referring',
    agree: 'agrees agreed agreeing',
    tie: 'ties tied tying',
    write: 'writes wrote written writing',
    set: 'sets setting',
    fax: 'faxes faxed faxing',
    counsel: 'counsels counseled counseling counselled counselling',
    organize: 'organizes organized organizing organise organises organised organising',
    organise: 'organises organised organising organize organizes organized organizing',
    supervise: 'supervises supervised supervising',
  };
  it('knows every form of a verb', () => {
    for (const [base, forms] of Object.entries(verbs))
      assert.deepEqual(verbForms(base).sort(), [base, ...forms.split(' ')].sort(), base);
  });

  it('knows singular and plural of a noun', () => {
    const nouns: Table<string> = [
      ['pill', 'pill pills'],
      ['box', 'box boxes'],
      ['pharmacy', 'pharmacy pharmacies'],
      ['day', 'day days'],
      ['person', 'person people persons'],
      ['diagnosis', 'diagnosis diagnoses'],
      ['child', 'child children'],
    ];
    each(nouns, (base) => nounForms(base).join(' '));
  });

  it('tells what looks like a past form', () => {
    for (const word of ['gave', 'wrote', 'walked', 'used', 'had', 'told']) assert.ok(looksPast(word), word);
    for (const word of ['give', 'need', 'proceed', 'indeed', 'hundred', 'red', 'feed', 'naked', 'read'])
      assert.ok(!looksPast(word), word);
  });
});

describe('lexicon entries', () => {
  const found = (kind: PhraseKind, entry: string, text: string): string => {
    const trie = new PhraseTrie();
    trie.add('it', entry, kind);
    const tokens = tokenize(text);
    return trie
      .find(tokens)
      .map(({ from, to }) =>
        tokens
          .slice(from, to)
          .map((t) => t.text)
          .join(' '),
      )
      .join(' | ');
  };
  const rows: readonly (readonly [kind: PhraseKind, entry: string, text: string, expected: string])[] = [
    ['verb', 'hand out', 'Hands out, handing out, handed out', 'Hands out | handing out | handed out'],
    ['verb', 'hand out', 'hand them out, outs', ''],
    ['noun', 'pill box', 'a pill box, two pill boxes', 'pill box | pill boxes'],
    ['noun', 'pill box', 'pills box', ''],
    ['phrase', 'pill', 'pill pills', 'pill'],
    ['phrase', 'do not', 'Do Not do, not', 'Do Not'],
    ['noun', 'bank card', 'a bank-card, a bank card', 'bank-card | bank card'],
    ['noun', 'self-care plan', 'self care plans, selfcare plan', 'self care plans | selfcare plan'],
    ['phrase', 'on-call', 'on call, on-call, oncall', 'on call | on-call | oncall'],
  ];
  for (const [kind, entry, text, expected] of rows)
    it(`${kind} "${entry}" in "${text}"`, () => {
      assert.equal(found(kind, entry, text), expected);
    });

  it('are found overlapping, each under its own name, longest first', () => {
    const trie = new PhraseTrie();
    trie.add('short', 'progress', 'noun');
    trie.add('long', 'progress note', 'noun');
    trie.add('long', 'progress', 'phrase');
    const [sentence] = readSentences('Write progress notes.', trie);
    assert.deepEqual(sentence?.lexicons.get('long')?.get(1), [3, 2]);
    assert.deepEqual(sentence.lexicons.get('short')?.get(1), [2]);
    assert.ok(sentence.keys.has('{long}') && sentence.keys.has('write') && !sentence.keys.has('Write'));
  });
});

describe('sentences', () => {
  const cut = (text: string): string =>
    sentences(text)
      .map((s) => text.slice(s.start, s.end))
      .join(' | ');

  it('end with a stop, a question mark or an exclamation mark', () => {
    each(
      [
        ['Nurses pass. Peers sit.', 'Nurses pass. | Peers sit.'],
        ['Is it? Yes! No.', 'Is it? | Yes! | No.'],
        ['What? she asked. Nobody knew.', 'What? | she asked. | Nobody knew.'],
        ['He said "Stop." Then he left.', 'He said "Stop." | Then he left.'],
        ['No stop at all', 'No stop at all'],
        ['  Spaces around.  ', 'Spaces around.'],
        ['', ''],
        ['   ', ''],
      ],
      cut,
    );
  });

  it('do not end behind an abbreviation, in a number, or before a small letter', () => {
    for (const text of [
      'Meet Dr. Lee and Ms. Roe at 9 a.m. on Fri. with pens (e.g. blue ones, i.e. these).',
      'See 4.2 et seq. of the contract, Sec. 7 and No. 5.',
      'John F. Kennedy lived in the U.S. for long.',
      'Wait... and see.',
      'Pay $15.00 per hr. on 1.5 days.',
    ])
      assert.equal(cut(text), text);
  });

  it('may end behind some abbreviations all the same', () => {
    each(
      [
        ['Bring pens, paper, etc. Nurses pass pills.', 'Bring pens, paper, etc. | Nurses pass pills.'],
        ['Call at 5 p.m. Nurses go.', 'Call at 5 p.m. | Nurses go.'],
        ['Bring pens, etc. and paper.', 'Bring pens, etc. and paper.'],
      ],
      cut,
    );
  });

  it('of a very long text keep every word whole', () => {
    const text = 'word '.repeat(20_000).trim();
    const words = sentences(text).flatMap((s) => text.slice(s.start, s.end).split(' '));
    assert.equal(words.length, 20_000);
    assert.deepEqual([...new Set(words)], ['word']);
  });
});

describe('clauses', () => {
  const trie = new PhraseTrie();
  for (const verb of ['sit', 'give', 'write', 'go', 'share', 'count', 'keep', 'decide']) trie.add('verb', verb, 'verb');
  const roles = new Set(['nurse', 'nurses', 'peer', 'peers']);
  const cut = (text: string): string => {
    const [sentence] = readSentences(text, trie);
    assert.ok(sentence);
    const subjects = sentence.tokens.flatMap((t, i) => (roles.has(t.lower) ? [{ from: i, to: i + 1 }] : []));
    const parts = clauses(sentence, subjects);
    return parts
      .map((c) => {
        const words = sentence.tokens.slice(c.from, c.to);
        return text.slice(words[0]?.start, words.at(-1)?.end);
      })
      .join(' | ');
  };

  it('are cut where another subject begins', () => {
    each(
      [
        ['Nurses give pills, and peers sit.', 'Nurses give pills, | and peers sit.'],
        ['Nurses give pills and peers will sit.', 'Nurses give pills | and peers will sit.'],
        ['Nurses give pills; peers sit.', 'Nurses give pills; | peers sit.'],
        ['Nurses give pills – peers sit.', 'Nurses give pills – | peers sit.'],
        ['Nurses give pills, but peers sit.', 'Nurses give pills, | but peers sit.'],
        ['Nurses give pills while peers sit.', 'Nurses give pills | while peers sit.'],
        ['Nurses give pills, whereas peers sit.', 'Nurses give pills, | whereas peers sit.'],
        ['While nurses give pills, peers sit.', 'While nurses give pills, | peers sit.'],
        ['If nobody is there, the door is locked.', 'If nobody is there, | the door is locked.'],
        ['Peers sit, and they give pills.', 'Peers sit, | and they give pills.'],
      ],
      cut,
    );
  });

  it('are not cut within a list under one subject, or within the subject itself', () => {
    for (const text of [
      'Peers sit, write notes and give pills.',
      'Nurses, peers and others share the house.',
      'Nurses and peers sit.',
      'Peers will not only sit but also give pills.',
      'The nurse decides when peers sit.',
      'A well-known 9–5 peer sits.',
    ])
      assert.equal(cut(text), text);
  });

  it('cover every token once', () => {
    const [sentence] = readSentences('While nurses give pills, peers sit; and they write, but nobody goes.', trie);
    assert.ok(sentence);
    let at = 0;
    for (const clause of clauses(sentence, [])) {
      assert.equal(clause.from, at);
      at = clause.to;
    }
    assert.equal(at, sentence.tokens.length);
  });
});
