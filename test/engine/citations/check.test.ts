import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createEngine } from '../../../server/src/engine/engine';
import { loadKnowledge } from '../../../server/src/engine/knowledge/loader';
import { readPackFolder } from '../../../server/src/host/node-packs';
import { engine, knowledge } from '../real-pack';
import { accepted, citationFindings, rulesIn } from './cited';

const PROFILES = [...knowledge.profiles.keys()];
const doc = (text: string, edition?: string): string =>
  `${edition === undefined ? '' : `---\ncode-of-ethics: "${edition}"\n---\n\n`}# Program\n\n${text}\n`;
/** Rules other than the hint. */
const doubts = (text: string, edition?: string): string[] =>
  rulesIn(doc(text, edition)).filter((rule) => rule !== 'citation-suggested');

describe('a number that the Code does not have', () => {
  it('is an error in a complete edition, under every profile', () => {
    const draft = doc('Peer staff hold one role only (CPS Code of Ethics (2008), principle 17).');
    for (const profileOverride of PROFILES) {
      const [finding] = citationFindings(draft, { profileOverride });
      assert.deepEqual(
        [finding?.rule, finding?.severity, finding?.text],
        ['citation-unknown', 'error', '17'],
        profileOverride,
      );
    }
    assert.equal(
      citationFindings(draft)[0]?.message,
      'There is no principle 17 in the CPS Code of Ethics (2008). It has 14 principles.',
    );
  });

  it('is offered the principles that the sentence speaks of, in the form of the number', () => {
    assert.match(
      accepted(doc('Peer staff have no dual roles (CPS Code of Ethics #17).'), 'citation-unknown'),
      /\(CPS Code of Ethics #10\)\.\n$/,
    );
    assert.match(
      accepted(doc("Peers respect privacy, as the Code of Ethics' seventeenth principle asks."), 'citation-unknown'),
      /Ethics' eighth principle asks/,
    );
    assert.equal(citationFindings(doc('See CPS Code of Ethics #17.'))[0]?.suggestions, undefined);
  });

  it('is found in a range and in a footnote', () => {
    const [range] = citationFindings(doc('See the CPS Code of Ethics, principles 12-16.'));
    assert.deepEqual([range?.text, range?.suggestions], ['12-16', undefined]);
    assert.match(range?.message ?? '', /no principles 15 and 16/);
    assert.deepEqual(doubts('Peers sing.[^1]\n\n[^1]: CPS Code of Ethics #15.'), ['citation-unknown']);
  });

  it('is not known here, and no more than that, in an edition known in part, or not at all', () => {
    assert.deepEqual(doubts('Peers tell their story (CPS Code of Ethics, principle 3).', '2015'), []);
    assert.deepEqual(doubts('Peers tell their story (CPS Code of Ethics (2015), principle 17).'), []);
    assert.deepEqual(doubts('Peers tell their story (CPS Code of Ethics (2013), principle 30).'), []);
  });

  it('is not looked for in what a draft quotes', () => {
    assert.deepEqual(doubts('> CPS Code of Ethics (2008), principle 17'), []);
  });

  it('is not doubted in a draft that has nothing to do with peers', () => {
    assert.deepEqual(doubts('Tellers keep to the Code of Ethics, principle 17.'), []);
  });

  it('may be right in an edition that an organization holds, and that is offered', function () {
    this.timeout(20_000);
    const own = {
      path: 'ours.yml',
      text: [
        'id: "2020"',
        'title: CPS Code of Ethics (2020)',
        'jurisdiction: Massachusetts',
        'complete: true',
        'source: { key: rfi-2017 }',
        'principles:',
        '  - { number: 17, title: Rest, summary: Everybody rests. }',
      ].join('\n'),
    };
    const loaded = loadKnowledge(readPackFolder(join(import.meta.dirname, '../../../server/knowledge')), [own]);
    assert.deepEqual(loaded.errors, []);
    const check = createEngine(loaded.knowledge).check(doc('See CPS Code of Ethics #17.'));
    const offers = check.findings.flatMap(({ suggestions }) => suggestions ?? []).map(({ title }) => title);
    assert.deepEqual(offers, ['Name the other edition: CPS Code of Ethics (2020), principle 17']);
  });
});

describe('a number and a topic that disagree', () => {
  it('are a warning under every profile', () => {
    const draft = doc('Peers keep one role (CPS Code of Ethics (2008), principle 3, dual roles).');
    for (const profileOverride of PROFILES) {
      const [finding] = citationFindings(draft, { profileOverride });
      assert.deepEqual([finding?.rule, finding?.severity], ['citation-mismatch', 'warning'], profileOverride);
    }
  });

  it('"#7, privacy" is of the other edition: both corrections are offered', () => {
    const draft = doc('Routine notes conflict with the CPS Code of Ethics (#7, privacy).');
    const [finding] = citationFindings(draft);
    assert.equal(finding?.rule, 'citation-mismatch');
    assert.match(
      finding?.message ?? '',
      /“privacy” is principle 8 there\. Number 7 is right for it in the CPS Code of Ethics \(2015, /,
    );
    const renumbered = accepted(draft, 'citation-mismatch', {}, 0);
    const renamed = accepted(draft, 'citation-mismatch', {}, 1);
    assert.match(renumbered, /CPS Code of Ethics \(#8, privacy\)\./);
    assert.match(renamed, /the CPS Code of Ethics \(2015, as cited in 2017\), principle 7, privacy\.\n$/);
    assert.deepEqual([rulesIn(renumbered), rulesIn(renamed)], [[], []]);
    assert.equal(finding?.suggestions?.length, 2);
  });

  it('"#7, privacy" is right where the draft says which edition it means', () => {
    const words = 'Routine notes conflict with the CPS Code of Ethics (#7, privacy).';
    assert.deepEqual(doubts(words, '2015'), []);
    assert.deepEqual(doubts(`Our roles follow the CPS Code of Ethics (2015).\n\n${words}`), []);
    assert.deepEqual(doubts('Routine notes conflict with the CPS Code of Ethics (2015), #7, privacy.'), []);
  });

  it('are seen from the sentence too: its topic, or its limit', () => {
    assert.deepEqual(doubts('What people share stays confidential (CPS Code of Ethics (2008), principle 12).'), [
      'citation-mismatch',
    ]);
    assert.deepEqual(doubts('Peer staff do not hand out medication (CPS Code of Ethics (2008), principle 8).'), [
      'citation-mismatch',
    ]);
    assert.deepEqual(
      doubts('Peer staff do not write progress notes.[^1]\n\n[^1]: CPS Code of Ethics (2008), principle 3.'),
      ['citation-mismatch'],
    );
    const fixed = accepted(
      doc('Peer staff do not hand out medication. (CPS Code of Ethics (2008), principle 8.)'),
      'citation-mismatch',
    );
    assert.match(fixed, /principle 10\.\)\n$/);
    assert.deepEqual(rulesIn(fixed), []);
  });

  it('are not alleged where the sentence, its list or its heading gives the number some sense', () => {
    const sound = [
      'Peer staff do not hand out medication (CPS Code of Ethics (2008), principle 10).',
      'Peer staff do not hand out medication (CPS Code of Ethics (2008), principle 1).',
      'Peer staff do not write progress notes (CPS Code of Ethics (2008), principles 8 and 10).',
      'Peer staff do not write progress notes (CPS Code of Ethics (2008), principle 10).',
      'Peer specialists advocate for the privacy of members (CPS Code of Ethics (2008), principle 7).',
      'Peer specialists keep a second role out of it and protect privacy (CPS Code of Ethics (2008), principle 10).',
      'Everyone is treated with dignity, and nobody gossips (CPS Code of Ethics (2008), principle 8).',
      'Peers sing (CPS Code of Ethics (2008), principle 12).',
      'All of it, privacy included, rests on the CPS Code of Ethics (2008), principles 1 to 14.',
      '## Keeping knowledge current\n\nPrivacy is taught too (CPS Code of Ethics (2008), principle 12).',
      'Training and learning:\n\n- privacy (CPS Code of Ethics (2008), principle 12)',
      '> Privacy is kept (CPS Code of Ethics (2008), principle 12).',
      '# Privacy and the CPS Code of Ethics (2008), principle 12',
      '| Limit | Principle of the CPS Code of Ethics |\n| --- | --- |\n| privacy | principle 12 |',
      'Privacy matters (NASW Code of Ethics, principle 2).',
    ];
    assert.deepEqual(
      sound.filter((text) => doubts(text).length > 0),
      [],
    );
  });

  it('are seen in an edition known in part, as far as it is known', () => {
    assert.deepEqual(doubts('The role follows the CPS Code of Ethics, principle 8 (Privacy).', '2015'), [
      'citation-mismatch',
    ]);
    assert.deepEqual(doubts('The role follows the CPS Code of Ethics, principle 8 (Advocacy).', '2015'), []);
  });
});

describe('the edition that a draft is read with', () => {
  const edition = (draft: string, setting?: string): string =>
    engine.check(draft, setting === undefined ? {} : { edition: setting }).edition;

  it('is the one in its front matter, else the one it names, else the setting, else 2008', () => {
    assert.equal(edition('# P\n\nPeers sing.'), '2008');
    assert.equal(edition('# P\n\nPeers sing.', '2015'), '2015');
    assert.equal(edition('# P\n\nPeers sing.', '1999'), '2008');
    assert.equal(edition('# P\n\nWe follow the CPS Code of Ethics (2015).'), '2015');
    assert.equal(edition('# P\n\nThe CPS Code of Ethics (2008) became the CPS Code of Ethics (2015).', '2015'), '2015');
    assert.equal(
      edition('---\ncode-of-ethics: "2008"\n---\n\n# P\n\nWe follow the CPS Code of Ethics (2015).', '2015'),
      '2008',
    );
    assert.equal(edition('---\ncode-of-ethics: 2015\n---\n\n# P\n'), '2015');
  });

  it('is reported where the front matter names one that is not known', () => {
    const draft = '---\ncode-of-ethics: "2016"\n---\n\n# P\n\nPeers sing.\n';
    const [finding] = engine.check(draft, { edition: '2015' }).findings;
    assert.deepEqual([finding?.rule, finding?.severity, finding?.text], ['unknown-edition', 'warning', '2016']);
    assert.match(finding?.message ?? '', /read with "2015"\. Known: 2008, 2015\.$/);
  });
});
