import assert from 'node:assert/strict';
import type { CitationStyle } from '../../../server/src/engine/citations/citation';
import { engine, knowledge } from '../real-pack';
import { accepted, apply, citationFindings, rulesIn } from './cited';

const STYLES: readonly CitationStyle[] = ['inline', 'footnote', 'link'];
const hints = (draft: string, options = {}): string[] =>
  citationFindings(draft, options)
    .filter(({ rule }) => rule === 'citation-suggested')
    .map(({ text }) => text.replace(/\s+/g, ' '));

const LIMIT = 'Peer staff do not administer medication.';
const doc = (text: string): string => `# Program\n\n${text}\n`;

describe('a citation is suggested', () => {
  it('where a limit, a duty or a value of peer roles is stated', () => {
    const stated = [
      LIMIT,
      'No peer specialist serves as a rep payee.',
      'Peer specialists do not enter into dual relationships.',
      'Peer specialists protect the confidentiality of what people share.',
      'Peer specialists share their recovery story when it helps.',
      'Peer specialists are guided by self-determination.',
      'A peer specialist never accepts gifts of any value from members.',
    ];
    assert.deepEqual(
      stated.filter((text) => hints(doc(text)).length !== 1),
      [],
    );
  });

  it('as a hint under every profile of its state, and by the general one', () => {
    for (const profileOverride of ['accs', 'cbhc', 'general'])
      assert.deepEqual(
        citationFindings(doc(LIMIT), { profileOverride }).map(({ rule, severity }) => [rule, severity]),
        [['citation-suggested', 'hint']],
      );
  });

  it('never where others act, where it is told or asked, or where nobody in a peer role is meant', () => {
    const silent = [
      'The nurse administers medication.',
      'The nurse keeps what members share confidential.',
      'Members may ask for privacy.',
      'Do peer staff administer medication?',
      '> Peer staff do not administer medication.',
      'Peer specialists sing.',
      'Peer specialists keep records of their own training.',
      'Peer specialists work in partnership with the library.',
    ];
    assert.deepEqual(
      silent.filter((text) => hints(doc(text)).length > 0),
      [],
    );
  });

  it('once for a list, at its first limit', () => {
    const items = [
      'hand out medication',
      'write progress notes',
      'search rooms',
      'hold money',
      'read charts',
      'enforce curfew',
    ];
    const list = items.map((item) => `- ${item}`).join('\n');
    assert.deepEqual(hints(`# Peer Specialist\n\nThe peer specialist does not:\n\n${list}\n`), ['hand out medication']);
    assert.deepEqual(hints(`# Peer Specialist\n\n## What peers do not do\n\n${list}\n`), ['hand out medication']);
  });

  it('once for a paragraph and once for a table', () => {
    assert.deepEqual(hints(doc(`${LIMIT} They do not write progress notes. They do not search rooms.`)), [LIMIT]);
    const table =
      '| Task | Peer specialist |\n| --- | --- |\n| Meds | never hands out medication |\n| Notes | does not write progress notes |';
    assert.deepEqual(hints(doc(table)), ['never hands out medication']);
    assert.deepEqual(hints(doc(`${LIMIT}\n\nPeer staff do not search rooms.`)).length, 2);
  });

  it('not where a citation is near', () => {
    const cited = [
      `${LIMIT.slice(0, -1)} (CPS Code of Ethics #10).`,
      `${LIMIT.slice(0, -1)} (ACCS RFR 7.5 a).`,
      `${LIMIT}[^1]\n\n[^1]: CPS Code of Ethics (2008), principle 10.`,
      `${LIMIT} The CPS Code of Ethics, principle 10, says why.`,
      `${LIMIT}\n\n(CPS Code of Ethics (2008), principle 10.)`,
      'Under the CPS Code of Ethics (2008), principle 10, peer staff do not:\n\n- hand out medication\n- hold money',
      'Peer staff do not:\n\n- hand out medication\n- hold money (CPS Code of Ethics #10)',
      'Peer staff do not:\n\n- hand out medication\n\nSee CPS Code of Ethics #10.',
      `## Limits (CPS Code of Ethics (2008), principle 10)\n\n${LIMIT}`,
      `Every limit in this section rests on the CPS Code of Ethics (2008), principles 8 and 10.\n\nIt is kept.\n\n${LIMIT}`,
      '| Task | Peer staff | Why |\n| --- | --- | --- |\n| Meds | never hand out medication | CPS Code of Ethics #10 |',
    ];
    assert.deepEqual(
      cited.filter((text) => hints(doc(text)).length > 0),
      [],
    );
  });

  it('again where the citation is somebody else’s, or far away', () => {
    assert.equal(hints(doc(`${LIMIT.slice(0, -1)} (NASW Code of Ethics #1).`)).length, 1);
    assert.equal(hints(doc(`${LIMIT}\n\n## Other things\n\nPeers sing (CPS Code of Ethics #12).`)).length, 1);
  });

  it('never beside a duty that breaks the Code', () => {
    const draft = '# Peer Specialist\n\nThe peer specialist:\n\n- administers medication\n- never searches rooms\n';
    assert.deepEqual(hints(draft), []);
    assert.deepEqual(hints(doc('Peer staff administer medication. They do not search rooms.')), []);
    assert.equal(
      hints('# Peer Specialist\n\nThe peer specialist:\n\n- sits with people\n- never searches rooms\n').length,
      1,
    );
  });

  it('not from the Code of Massachusetts under the contract of another state, unless the draft chooses it', () => {
    assert.deepEqual(hints(doc(LIMIT), { profileOverride: 'hcbs-ny' }), []);
    assert.deepEqual(hints(doc(LIMIT), { profileOverride: 'hcbs-ny', edition: '2008' }), []);
    assert.equal(hints(`---\ncode-of-ethics: "2008"\n---\n\n${doc(LIMIT)}`, { profileOverride: 'hcbs-ny' }).length, 1);
  });
});

describe('what is suggested', () => {
  const offers = (text: string, options = {}): string[] =>
    (citationFindings(doc(text), options)[0]?.suggestions ?? []).map(({ title }) => title);

  it('names the edition, and says once that it was revised', () => {
    const titles = offers('Peer staff do not search rooms.');
    assert.deepEqual(titles, [
      'Cite CPS Code of Ethics (2008), principle 5: no coercion (revised in 2013 and 2015; check which edition is in force)',
      'Cite CPS Code of Ethics (2008), principle 4: rights and dignity',
    ]);
  });

  it('is the best one or two principles', () => {
    const first = (text: string): string => /principle \d+/.exec(offers(text)[0] ?? '')?.[0] ?? '';
    assert.equal(first(LIMIT), 'principle 10');
    assert.equal(first('Peer staff do not write progress notes.'), 'principle 8');
    assert.equal(first('Peer staff do not write treatment plans.'), 'principle 10');
    assert.equal(first('Peer staff do not report to the team on anyone.'), 'principle 8');
    assert.equal(first('Peer staff accept no gifts from members.'), 'principle 13');
    assert.equal(first('Peer staff are never under the influence of alcohol at work.'), 'principle 14');
    for (const text of [LIMIT, 'Peer staff do not search rooms.']) assert.ok(offers(text).length <= 2);
  });

  it('follows the edition of the draft', () => {
    assert.deepEqual(offers('Peer staff do not write progress notes.', { edition: '2015' }), [
      'Cite CPS Code of Ethics (2015, as cited in 2017), principle 7: Respect for Privacy ' +
        '(known to us only in part; check the text of the edition in force)',
    ]);
  });

  it('says whose reading it is that the limit rests on the principle', () => {
    const notes = (options = {}): string => (citationFindings(doc(LIMIT), options)[0]?.evidence.notes ?? []).join('\n');
    assert.match(notes(), /rests on principle 10 is our own reading/);
    assert.match(notes(), /summer 2013 and in 2015/);
    assert.match(notes({ edition: '2015' }), /A source says .*at a minimum/);
  });

  it('only adds, so that it can be taken without harm', () => {
    for (const style of STYLES)
      for (const { suggestions } of citationFindings(doc(`${LIMIT} They do not write progress notes.`), {
        citationStyle: style,
      }))
        for (const { span } of suggestions!.flatMap(({ edits }) => edits)) assert.equal(span.start, span.end);
  });

  it('can be taken for every statement of a list at once', () => {
    const draft =
      '# Peer Specialist\n\nThe peer specialist does not:\n\n- hand out medication;\n- write progress notes; and\n- search rooms.\n';
    const suggestions = citationFindings(draft, { citationStyle: 'footnote' })[0]!.suggestions!;
    assert.match(
      apply(draft, suggestions.at(-1)!.edits),
      /medication;\[\^1\]\n- write progress notes;\[\^2\] and\n- search rooms\.\[\^3\]\n\n\[\^1\]: .* 10\.\n\[\^2\]: .* 8\.\n\[\^3\]: .* 5\.\n$/,
    );
  });
});

describe('a citation that is accepted', () => {
  const drafts = [
    doc(LIMIT),
    doc('Peer staff do not\nadminister medication. They\nsing.'),
    '# Peer Specialist\n\nThe peer specialist does not:\n\n- hand out **medication**\n- write progress notes\n',
    '# Peer Specialist\n\nThe peer specialist:\n\n1. welcomes people\n2. never searches rooms; and\n3. sings\n',
    doc(
      '| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Meds | hands out medication | never hands out medication |',
    ),
    doc('Peer specialists respect the [privacy of members](privacy.md).'),
    doc('**Peer staff do not administer medication.** Nurses do.'),
  ];

  it('settles its hint and brings no other finding, in every style', () => {
    for (const citationStyle of STYLES)
      for (const draft of drafts) {
        const before = engine.check(draft, { citationStyle }).findings;
        const [hint] = before.filter(({ rule }) => rule === 'citation-suggested');
        assert.ok(hint, draft);
        for (const { edits } of hint.suggestions!) {
          const after = apply(draft, edits);
          assert.deepEqual(
            engine.check(after, { citationStyle }).findings.map(({ rule }) => rule),
            before.filter((f) => f !== hint).map(({ rule }) => rule),
            after,
          );
        }
      }
  });

  it('brings no finding whichever principle it is', () => {
    for (const edition of knowledge.editions.values())
      for (const { number } of edition.principles) {
        const list = `- CPS Code of Ethics (${edition.id}), principle ${number}`;
        const draft = `# Peer Specialist\n\nThe peer specialist sings.\n\n## Principles cited\n\n${list}\n`;
        assert.deepEqual(
          engine.check(draft).findings.filter(({ family }) => family === 'duty' || family === 'citation'),
          [],
        );
      }
  });

  it('numbers on when it is accepted again', () => {
    const options = { citationStyle: 'footnote' } as const;
    const once = accepted(doc(`${LIMIT}\n\nPeer staff do not write progress notes.`), 'citation-suggested', options);
    const twice = accepted(once, 'citation-suggested', options);
    assert.match(
      twice,
      /medication\.\[\^1\]\n\n.*notes\.\[\^2\]\n\n\[\^1\]: .*principle 10\.\n\[\^2\]: .*principle 8\.\n$/,
    );
    assert.deepEqual(rulesIn(twice, options), []);
  });
});
