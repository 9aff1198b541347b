import assert from 'node:assert/strict';
import { join } from 'node:path';
import { findCitations, compileCitations } from '../../../server/src/engine/citations/find';
import { loadKnowledge } from '../../../server/src/engine/knowledge/loader';
import { parseDraft } from '../../../server/src/engine/markdown/parse';
import { readPackFolder } from '../../../server/src/host/node-packs';
import { engine, knowledge } from '../real-pack';
import { cites, mentions, numbers } from './cited';

const PACK = join(import.meta.dirname, '../../../server/knowledge');

describe('citations of the Code of Ethics', () => {
  const each = (cases: readonly (readonly [text: string, found: readonly number[]])[]): void => {
    assert.deepEqual(
      cases.map(([text]) => [text, numbers(text)]),
      cases.map(([text, found]) => [text, found]),
    );
  };

  it('finds the forms that people write', () => {
    each([
      ['CPS Code of Ethics #10', [10]],
      ['CPS Code of Ethics (2008), principle 8', [8]],
      ['CPS Code of Ethics 2008, principle 8', [8]],
      ['CPS Code of Ethics, 2008 edition, principle 8', [8]],
      ['the 2008 edition of the CPS Code of Ethics, principle 8', [8]],
      ['principle 8 (2008) of the CPS Code', [8]],
      ['COE 8', [8]],
      ['COE #8', [8]],
      ['coe:8', [8]],
      ['CPS COE, no. 8', [8]],
      ['Peers follow §10 of the Code.', [10]],
      ["Peers know the Code's eighth principle.", [8]],
      ['Peers know the 8th principle of the Code.', [8]],
      ['Principle Eight of the Code of Ethics', [8]],
      ['Principle VIII of the Code of Ethics', [8]],
      ['CPS Code of Ethics: principles 7 and 8', [7, 8]],
      ['CPS Code of Ethics, principles 7, 8, and 10', [7, 8, 10]],
      ['CPS Code of Ethics #7, #8 & #10', [7, 8, 10]],
      ['CPS Code of Ethics, principles 7-10', [7, 8, 9, 10]],
      ['CPS Code of Ethics, principles 7 – 10', [7, 8, 9, 10]],
      ['CPS Code of Ethics, principles seven through ten', [7, 8, 9, 10]],
      ['At a minimum, this conflicts with #7, privacy, CPS Code of Ethics.', [7]],
      ['Massachusetts Certified Peer Specialists Code of Ethics (principles 7, 8 & 10)', [7, 8, 10]],
      ['Code of Ethics for Certified Peer Specialists, principle 3', [3]],
      ['Certified Peer Specialist (CPS) Code of Ethics: 10', [10]],
    ]);
  });

  it('reads a mere number where the Code is meant, by a title beside it or by a mention before or after', () => {
    each([
      ['Peers keep one role: Principle 10 (Dual Roles).', [10]],
      ['The CPS Code of Ethics guides us. See principles 7 and 8.', [7, 8]],
      ['See principle 8.\n\n# Sources\n\nCPS Code of Ethics (2008)', [8]],
      ['# Code of Ethics\n\nNo notes (#8), no medication (#10).', [8, 10]],
      ['The CPS Code of Ethics:\n\n- no notes (#8)\n- no medication (#10)', [8, 10]],
      ['Principle 3', []],
      ['In principle 3 people agree.', []],
      ['Bid #7 and room #8', []],
      ['The CPS Code of Ethics is on the wall. Room #8 is upstairs.', []],
    ]);
  });

  it('takes principles and sections of something else for what they are', () => {
    each([
      ['The CPS Code of Ethics matters. Principle 3 of our quality plan does too.', []],
      ['The principle of self-determination comes first.', []],
      ['CPS Code of Ethics (14 principles)', []],
      ['CPS Code of Ethics 10 pages long', []],
      ['The Code of Federal Regulations, section 8', []],
      ['Peers follow section 3 of the lease.', []],
      ['the CPS Code of Ethics and section 3 of the NASW Code of Ethics', []],
    ]);
  });

  it('passes over the codes of other bodies', () => {
    each([
      ['NASW Code of Ethics, principle 1', []],
      ['the ACA Code of Ethics #3', []],
      ['New York Code of Ethical Conduct, principle 3', []],
      ["the nurses' code of ethics, principle 4", []],
      ['Code of Ethics for Nurses, principle 4', []],
      ['Code of Ethics of the National Association of Social Workers, principle 4', []],
      ['National Association of Social Workers Code of Ethics #4', []],
      ['Georgia CPS Code of Ethics, principle 4', []],
      ['Social workers keep to the NASW Code of Ethics. Principle 1 of the Code is service.', []],
    ]);
  });

  it('finds the code of another body where an organization has added an edition of it', function () {
    this.timeout(20_000); // reads the whole knowledge again
    const own = {
      path: 'ny.yml',
      text: [
        'id: "ny"',
        'title: New York Code of Ethical Conduct (2015)',
        'jurisdiction: New York',
        'complete: false',
        'source: { key: hcbs-ny }',
        'principles:',
        '  - { number: 3, title: Mutuality, summary: Both learn. }',
      ].join('\n'),
    };
    const loaded = loadKnowledge(readPackFolder(PACK), [own]);
    assert.deepEqual(loaded.errors, []);
    const compiled = compileCitations(loaded.knowledge);
    const found = (text: string): string[] =>
      findCitations(parseDraft(text), compiled, '2008').citations.map((c) => `${c.edition} ${c.numbers[0]!.number}`);
    assert.deepEqual(found('New York Code of Ethical Conduct, principle 3'), ['ny 3']);
    assert.deepEqual(found('New York Code of Ethical Conduct (2015), #3, and CPS Code of Ethics #3'), [
      'ny 3',
      '2008 3',
    ]);
  });

  it('leaves code and addresses out', () => {
    each([
      ['`CPS Code of Ethics #10`', []],
      ['```\nCPS Code of Ethics #10\n```', []],
      ['[our page](https://example.org/CPS-Code-of-Ethics-#10)', []],
      ['https://example.org/code-of-ethics#10', []],
      ['<!-- CPS Code of Ethics #10 -->', []],
      ['[CPS Code of Ethics #10](https://example.org)', [10]],
    ]);
  });

  it('reads over wrapped lines and through markup', () => {
    assert.deepEqual(cites('as the **CPS Code\nof Ethics** (2008),\n_principle_ 8, says'), [
      '8 in 2008: CPS Code of Ethics** (2008), _principle_ 8',
    ]);
    const draft = '> Peers keep\n> to the CPS Code of\n> Ethics, #8.';
    const [citation] = findCitations(parseDraft(draft), compileCitations(knowledge), '2008').citations;
    assert.equal(draft.slice(citation!.span.start, citation!.span.end), 'CPS Code of\n> Ethics, #8');
    assert.equal(draft.slice(citation!.numbers[0]!.span.start, citation!.numbers[0]!.span.end), '8');
  });

  it('gives every number of a range the place of the range', () => {
    const draft = 'CPS Code of Ethics, principles 7-9';
    const [citation] = findCitations(parseDraft(draft), compileCitations(knowledge), '2008').citations;
    assert.deepEqual(
      citation!.numbers.map(({ number, span }) => [number, draft.slice(span.start, span.end)]),
      [
        [7, '7-9'],
        [8, '7-9'],
        [9, '7-9'],
      ],
    );
  });
});

describe('the edition of a citation', () => {
  it('is the one that it names, by year', () => {
    assert.deepEqual(cites('CPS Code of Ethics (2015), principle 7'), [
      '7 in 2015: CPS Code of Ethics (2015), principle 7',
    ]);
    assert.deepEqual(cites('CPS Code of Ethics (rev. 2008), #8', '2015'), [
      '8 in 2008: CPS Code of Ethics (rev. 2008), #8',
    ]);
    assert.deepEqual(cites('CPS Code of Ethics, principle 8, 2008 edition', '2015'), [
      '8 in 2008: CPS Code of Ethics, principle 8, 2008 edition',
    ]);
    assert.deepEqual(cites('CPS Code of Ethics (2015, as cited in 2017), principle 7'), [
      '7 in 2015: CPS Code of Ethics (2015, as cited in 2017), principle 7',
    ]);
  });

  it('may be one that nobody here knows', () => {
    assert.deepEqual(cites('CPS Code of Ethics (2013), principle 5'), [
      '5 in 2013: CPS Code of Ethics (2013), principle 5',
    ]);
  });

  it('is the one that its paragraph names, else the one of the draft', () => {
    assert.deepEqual(cites('The CPS Code of Ethics (2015) is clear: see principle 7.'), ['7 in 2015: principle 7']);
    assert.deepEqual(cites('CPS Code of Ethics #7', '2015'), ['7 in 2015: CPS Code of Ethics #7']);
    assert.deepEqual(cites('Since the CPS Code of Ethics in 2015 was new, we cite #7 of the Code.'), [
      '7 in 2008: #7 of the Code',
    ]);
  });
});

describe('footnotes', () => {
  it('carry their citation to the marks that refer to them', () => {
    const draft =
      'Nothing is written down.[^a] It stays private.[^A]\n\n[^a]: CPS Code of Ethics (2008), principle 8.\n';
    const { citations } = findCitations(parseDraft(draft), compileCitations(knowledge), '2008');
    assert.deepEqual(
      citations.map(({ text, marks }) => [text, marks?.map(({ start, end }) => draft.slice(start, end))]),
      [['CPS Code of Ethics (2008), principle 8', ['[^a]', '[^A]']]],
    );
  });

  it('have no marks where nothing refers to them; a citation in the text has none at all', () => {
    const found = (draft: string) => findCitations(parseDraft(draft), compileCitations(knowledge), '2008').citations[0];
    assert.deepEqual(found('[^1]: CPS Code of Ethics #8')?.marks, []);
    assert.equal(found('CPS Code of Ethics #8')?.marks, undefined);
  });
});

describe('mentions of contracts', () => {
  it('are found however they are written', () => {
    const forms = [
      'ACCS RFR 7.5 a',
      'RFR 7.5(a)',
      'rfr 7.5a',
      'RFR 7.5.a',
      'RFR § 7.5(a)',
      'RFR sec. 7.5 (a)',
      'Section 7.5(a) of the RFR',
      'item a of RFR 7.5',
      'RFR 7.5, item (a)',
    ];
    assert.deepEqual(
      forms.map((form) => mentions(`As ${form} says.`)),
      forms.map((form) => [`accs-rfr-7.5-a: ${form}`]),
    );
  });

  it('go on with further items', () => {
    assert.deepEqual(mentions('RFR 7.5(a) and (b)'), ['accs-rfr-7.5-a: RFR 7.5(a)', 'accs-rfr-7.5-b: (b)']);
    assert.deepEqual(mentions('items a and b of RFR 7.5'), ['accs-rfr-7.5-a: a', 'accs-rfr-7.5-b: b of RFR 7.5']);
    assert.deepEqual(
      mentions('RFR 7.5 (a)–(c)').map((m) => m.slice(0, 14)),
      ['accs-rfr-7.5-a', 'accs-rfr-7.5-b', 'accs-rfr-7.5-c'],
    );
  });

  it('end before the article and before the next sentence', () => {
    assert.deepEqual(mentions('Under RFR 7.5 a peer may say no.'), ['accs-rfr-7.5: RFR 7.5']);
    assert.deepEqual(mentions('See RFR 7.5. A peer may say no.'), ['accs-rfr-7.5: RFR 7.5']);
  });

  it('are not made of other sections', () => {
    assert.deepEqual(mentions('Section 7.5 of the lease; RFR 8.5(a); 7.5 hours a day'), []);
  });

  it('come with the result of a check', () => {
    const result = engine.check('# P\n\nSee RFR 7.5(b) and CPS Code of Ethics #10.');
    assert.deepEqual(
      [result.edition, result.citations.map(({ text }) => text), result.mentions.map(({ reference }) => reference)],
      ['2008', ['CPS Code of Ethics #10'], ['accs-rfr-7.5-b']],
    );
  });
});
