import assert from 'node:assert/strict';
import type { DutyRead } from '../../server/src/engine/duties/who';
import type { Authority } from '../../server/src/engine/findings/finding';
import type { ChecklistEntry } from '../../server/src/engine/statements/check';
import { file, finding, review } from './reviewed';

const TEXT = 'Intro.\n\n# Duties\n\nONE\nTWO, and\nTHREE\n';
const entry = (statement: string, source: string, words?: string): ChecklistEntry => ({
  statement,
  present: words === undefined ? [] : [{ start: source.indexOf(words), end: source.indexOf(words) + words.length }],
  authority: 'practice',
  sources: [{ key: 'paper' }],
});

describe('the review of a response: its summary', () => {
  const ethics = finding(TEXT, 'ONE');
  const contract = finding(TEXT, 'TWO', { authority: 'contract' });
  const open = finding(TEXT, 'THREE', { certainty: 'open' });
  const summary = (...args: Parameters<typeof review>): string => review(...args).summary.join(' ');

  it('is two sentences, with what rests on what', () => {
    assert.equal(
      summary([file('a.md', TEXT, { findings: [ethics, contract, open] }), file('b.md', 'fine')]),
      'In these 2 drafts, 2 points go against the limits and terms of peer roles: 1 against the contract and ' +
        '1 against a code of ethics. 1 more point is left open by the wording, and needs somebody to look.',
    );
    assert.equal(
      summary([file('a.md', TEXT, { findings: [ethics] })]),
      'In this draft, 1 point goes against the limits and terms of peer roles: against a code of ethics. ' +
        'Nothing is left open, and nothing was left out.',
    );
  });

  it('says plainly that nothing was found, and what is open all the same', () => {
    assert.equal(
      summary([file('a.md', 'fine')]),
      'Nothing was found in this draft that goes against the limits and terms of peer roles. ' +
        'Nothing is left open, and nothing was left out.',
    );
    assert.match(summary([file('a.md', TEXT, { findings: [open] })]), / 1 point is left open by the wording/);
  });

  it('counts statements that are missing, and what was left out', () => {
    const suppressed = [{ finding: ethics, reason: 'the county asks', by: 'comment' as const }];
    const checklist = [entry('missing-code', TEXT), entry('pay', TEXT, 'ONE')];
    assert.match(
      summary([file('a.md', TEXT, { checklist, suppressed })]),
      / 1 of the 2 statements that are asked for or recommended is missing; 1 point was left out with a reason\.$/,
    );
    assert.match(
      summary([file('a.md', TEXT, { checklist: [entry('pay', TEXT, 'ONE')] })]),
      / No statement that is asked for or recommended is missing\.$/,
    );
  });

  it('does not hide what could not be read', () => {
    const lost = [{ path: 'lost.docx', message: 'A Word document.' }];
    assert.match(
      summary([file('a.md', 'fine')], lost),
      /^Nothing was found in this draft \(1 more file could not be read\)/,
    );
    assert.match(summary([], lost), /^No draft could be read: /);
    assert.equal(review([], lost).unreadable, lost);
    assert.match(summary([]), /^There was no draft to read\./);
  });
});

describe('the review of a response: its findings', () => {
  it('have their place, with lines from 1 and the nearest heading', () => {
    const sections = [{ title: 'Duties', level: 1, span: { start: 10, end: 16 } }];
    const findings = [finding(TEXT, 'Intro'), finding(TEXT, 'TWO, and\nTHREE')];
    const { findings: found, sections: chart } = review([file('a.md', TEXT, { findings, sections })]);
    assert.deepEqual(
      found.map(({ place, quotation }) => [place, quotation]),
      [
        [{ path: 'a.md', line: 1, endLine: 1 }, 'Intro'],
        [{ path: 'a.md', line: 6, endLine: 7, section: 'Duties' }, 'TWO, and THREE'],
      ],
    );
    assert.deepEqual(chart, [
      { path: 'a.md', stated: 1, open: 0 },
      { path: 'a.md', section: 'Duties', stated: 1, open: 0 },
    ]);
  });

  it('are counted by limit and authority, the contract first', () => {
    const of = (rule: string, authority: Authority, certainty: 'breach' | 'open' = 'breach') =>
      finding(TEXT, 'ONE', { rule, authority, certainty });
    const findings = [
      of('b', 'practice'),
      of('a', 'ethics'),
      of('a', 'ethics', 'open'),
      of('a', 'contract'),
      of('c', 'ethics'),
      of('c', 'ethics'),
    ];
    assert.deepEqual(
      review([file('a.md', TEXT, { findings })]).limits.map(({ rule, authority, stated, open }) => [
        rule,
        authority,
        stated,
        open,
      ]),
      [
        ['a', 'contract', 1, 0],
        ['c', 'ethics', 2, 0],
        ['a', 'ethics', 1, 1],
        ['b', 'practice', 1, 0],
      ],
    );
  });

  it('come with the passage as the first suggestion would leave it', () => {
    const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
    const suggest = (
      kind: 'permitted' | 'insert',
      ...edits: { span: { start: number; end: number }; text: string }[]
    ) =>
      review([
        file('a.md', TEXT, {
          findings: [finding(TEXT, 'TWO, and\nTHREE', { suggestions: [{ kind, title: 'Do', edits }] })],
        }),
      ]).findings[0]?.suggestion;
    assert.deepEqual(suggest('permitted', { span: at('TWO'), text: 'two' }), {
      kind: 'permitted',
      title: 'Do',
      text: 'two, and THREE',
    });
    const before = { span: at('ONE'), text: 'one' };
    assert.equal(suggest('permitted', { span: at('THREE'), text: 'three' }, before)?.text, 'one TWO, and three');
    assert.deepEqual(suggest('insert', before), { kind: 'insert', title: 'Do' });
    const long = { span: at('TWO'), text: 'long '.repeat(100) };
    assert.deepEqual(suggest('permitted', long), { kind: 'permitted', title: 'Do' });
  });

  it('are limits and terms only: words, citations and the draft itself are remarks', () => {
    const findings = (['duty', 'structure', 'language', 'citation', 'document', 'completeness'] as const).map(
      (family) => finding(TEXT, 'ONE', { family, rule: family }),
    );
    const { findings: points, remarks } = review([file('a.md', TEXT, { findings })]);
    assert.deepEqual(
      points.map(({ rule }) => rule),
      ['duty', 'structure'],
    );
    assert.deepEqual(
      remarks.map(({ rule }) => rule),
      ['language', 'citation', 'document'],
    );
  });

  it('are none of a memo that lies beside the drafts', () => {
    const memo = `<!-- peer-role-check: not a draft, but a memo about drafts -->\n\n${TEXT}`;
    const { drafts, findings } = review([
      file('a.md', 'fine'),
      file('memo.md', memo, { findings: [finding(memo, 'ONE')] }),
    ]);
    assert.deepEqual(
      drafts.map(({ path }) => path),
      ['a.md'],
    );
    assert.deepEqual(findings, []);
  });
});

describe('the review of a response: its statements', () => {
  const missing = finding(TEXT, 'Duties', { rule: 'missing-code', family: 'completeness' });

  it('are made where one of the drafts makes them', () => {
    const { statements } = review([
      file('a.md', TEXT, { checklist: [entry('missing-code', TEXT), entry('pay', TEXT)], findings: [missing] }),
      file('b.md', 'ONE', { checklist: [entry('missing-code', 'ONE', 'ONE')] }),
    ]);
    assert.deepEqual(
      statements.map(({ title, state, made, lacking }) => [
        title,
        state,
        made.map(({ path, line }) => [path, line]),
        lacking,
      ]),
      [
        ['The code', 'made', [['b.md', 1]], ['a.md']],
        ['The pay', 'missing', [], ['a.md']],
      ],
    );
  });

  it('are left out where somebody gave a reason in every draft that lacks them', () => {
    const left = { suppressed: [{ finding: missing, reason: 'it is in the annex', by: 'front-matter' as const }] };
    const checklist = [entry('missing-code', TEXT)];
    const a = file('a.md', TEXT, { checklist, ...left });
    assert.deepEqual(
      review([a]).statements.map(({ state }) => state),
      ['left-out'],
    );
    assert.deepEqual(
      review([a, file('b.md', TEXT, { checklist })]).statements.map(({ state }) => state),
      ['missing'],
    );
  });

  it('rest on the strongest of what the drafts’ contracts say', () => {
    const strong = { ...entry('pay', TEXT), authority: 'contract' as const, sources: [{ key: 'paper', section: '2' }] };
    const { statements } = review([
      file('a.md', TEXT, { checklist: [entry('pay', TEXT)] }),
      file('b.md', TEXT, { checklist: [strong] }),
    ]);
    assert.equal(statements[0]?.authority, 'contract');
    assert.deepEqual(statements[0]?.sources, [
      { key: 'paper', title: 'A Paper' },
      { key: 'paper', title: 'A Paper', section: '2' },
    ]);
  });
});

describe('the review of a response: who does what', () => {
  const duty = (role: string, kind: DutyRead['kind'], different: Partial<DutyRead> = {}): DutyRead => ({
    rule: 'notes',
    role,
    kind,
    span: { start: 0, end: 3 },
    text: 'ONE',
    open: false,
    crossed: false,
    ...different,
  });

  it('counts over all drafts, peer roles first', () => {
    const { matrix } = review([
      file('a.md', 'ONE', {
        duties: [duty('nurse', 'other'), duty('staff', 'collective'), duty('peer', 'peer', { crossed: true })],
      }),
      file('b.md', 'ONE', {
        duties: [
          duty('peer', 'peer', { crossed: true }),
          duty('peer', 'peer', { crossed: true, open: true, rule: 'plans' }),
        ],
      }),
    ]);
    assert.deepEqual(
      matrix.roles.map(({ role, duties }) => [
        role,
        duties.map(({ rule, crossed, open, has }) => [rule, crossed, open, has]),
      ]),
      [
        [
          'peer',
          [
            ['notes', 2, 0, 0],
            ['plans', 0, 1, 0],
          ],
        ],
        ['staff', [['notes', 0, 0, 1]]],
        ['nurse', [['notes', 0, 0, 1]]],
      ],
    );
    assert.deepEqual(
      matrix.duties.map(({ rule }) => rule),
      ['notes', 'plans'],
    );
  });

  it('tells what somebody left out; what is only perhaps the duty says nothing of other roles', () => {
    const suppressed = [{ finding: finding('ONE', 'ONE', { rule: 'notes' }), reason: 'why', by: 'workspace' as const }];
    const { matrix } = review([
      file('a.md', 'ONE', {
        duties: [duty('peer', 'peer'), duty('nurse', 'other'), duty('cook', 'other', { open: true })],
        suppressed,
      }),
    ]);
    assert.deepEqual(
      matrix.roles.map(({ role, duties }) => [role, duties.map(({ leftOut, has }) => [leftOut, has])]),
      [
        ['peer', [[1, 0]]],
        ['nurse', [[0, 1]]],
      ],
    );
  });
});

describe('the review of a response: its figures', () => {
  it('come with their arithmetic, once', () => {
    const at = { start: 0, end: 3 };
    const figures = [
      {
        kind: 'people' as const,
        value: 120,
        unit: 'people',
        text: 'ONE',
        span: at,
        comesTo: '2.0 FTE for 120 people is 1 to 60.',
      },
      { kind: 'supervision' as const, value: 1, unit: 'line of supervision', text: 'ONE', span: at, byPeer: true },
    ];
    const { figures: shown, sums } = review([file('a.md', 'ONE', { figures })]);
    assert.deepEqual(
      shown.map(({ kind, value, quotation }) => [kind, value, quotation]),
      [['people', 120, 'ONE']],
    );
    assert.deepEqual(
      sums.map(({ text }) => text),
      ['2.0 FTE for 120 people is 1 to 60.'],
    );
    const note = '2.0 FTE for 120 people is 1 to 60; 1 to 30 needs 4.0.';
    const low = finding('ONE', 'ONE', {
      family: 'structure',
      evidence: { duty: [], by: 'x', notes: [note, 'A remark.'] },
    });
    assert.deepEqual(
      review([file('a.md', 'ONE', { figures, findings: [low] })]).sums.map(({ text }) => text),
      [note],
    );
  });
});
