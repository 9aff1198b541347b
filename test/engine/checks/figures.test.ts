import assert from 'node:assert/strict';
import type { FigureRead } from '../../../server/src/engine/checks/figures';
import { alone, engine } from '../real-pack';
import { draftOf, findingsOf } from './told';

const figures = (draft: string): readonly FigureRead[] =>
  engine.check(draft, { profileOverride: 'accs', suggestions: false }).figures;

/** "2 FTE: 2.0 FTE (peer specialists)". */
const brief = (draft: string): string[] =>
  figures(draft).map(({ kind, value, most, text, role, byPeer }) => {
    const range = most === undefined ? '' : `-${String(most)}`;
    const whose = byPeer === undefined ? (role ?? '') : byPeer ? 'by a peer' : 'by others';
    return `${kind} ${String(value)}${range}: ${text}${whose ? ` (${whose})` : ''}`;
  });

describe('the figures of a draft, as data', () => {
  it('are FTE and people, in digits and words, ranges and shares', () => {
    const rows: readonly (readonly [string, string[]])[] = [
      [
        'We propose one and a half FTE of peer specialists for 90 people.',
        ['fte 1.5: one and a half FTE (peer specialists)', 'people 90: 90 people'],
      ],
      [
        'Two full-time peer specialists will support 120 members.',
        ['fte 2: Two full-time (full-time peer specialists)', 'people 120: support 120 members'],
      ],
      [
        'A half-time peer worker supports 40 people.',
        ['fte 0.5: A half-time peer worker (peer worker)', 'people 40: supports 40 people'],
      ],
      ['Each peer specialist carries a caseload of 25 to 35 people.', ['caseload 25-35: caseload of 25 to 35']],
      ['There will be a caseload of 15 per peer.', ['ratio 15: 15 per peer. (peer)']],
      ['Our peer team of eleven meets weekly.', ['team-size 11: peer team of eleven']],
      ['It employs four peer specialists.', ['team-size 4: four peer specialists (peer specialists)']],
    ];
    assert.deepEqual(
      rows.map(([text]) => [text, brief(alone(text))]),
      rows.map(([text, expected]) => [text, expected]),
    );
  });

  it('are pay by the hour, terms and lines of supervision', () => {
    assert.deepEqual(brief(alone('Peer specialists earn $31,200 a year.')), ['pay 15: $31,200 (Peer specialists)']);
    assert.deepEqual(brief(draftOf('- Be certified within nine months of hire')), [
      'certification 9: within nine months (peer specialist)',
    ]);
    assert.deepEqual(brief(alone('The peer specialists report to the program manager.')), [
      'supervision 1: program manager (by others)',
    ]);
    assert.deepEqual(brief(alone('The peer specialists are supervised by a senior CPS.')), [
      'supervision 1: senior CPS (by a peer)',
    ]);
  });

  it('stand where the draft gives them, in order', () => {
    const draft = `# Plan\n\n| Office | People served | Peer specialists (FTE) |\n|---|---|---|\n| Addis | 90 | 3.0 |\n\nPeer specialists start at $19.00 an hour.\n`;
    const all = figures(draft);
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ['people', 'fte', 'pay'],
    );
    for (const { text, span } of all) assert.equal(draft.slice(span.start, span.end), text);
    assert.deepEqual(
      all.map(({ unit }) => unit),
      ['people', 'FTE', 'dollars an hour'],
    );
  });

  it('are not those of other roles, of the past, of questions or quotations', () => {
    for (const text of [
      'Nurses earn $36.00 an hour.',
      'In 2012 peer specialists earned $9.00 an hour.',
      'Is one peer specialist for every 50 members enough?',
      'The clinicians report to the clinical director.',
      'Case managers have a caseload of 45.',
    ])
      assert.deepEqual(brief(alone(text)), [], text);
    assert.deepEqual(brief('# Program\n\n> One peer specialist for every 50 members.\n'), []);
  });
});

describe('figures of the settings', () => {
  const RATIO = '- Ratio: 1 FTE peer to 25 members';
  const PAY = '- Pay: $18.00 an hour';

  it('take the place of the built-in ones, and the finding says whose figure it is', () => {
    const options = { figures: { 'people-per-fte': 20, 'lowest-hourly-pay': 21.5 } };
    const [ratio] = findingsOf('peer-ratio', draftOf(RATIO), options);
    assert.equal(ratio?.message, 'Your settings ask for at least 1 FTE in a peer role for every 20 people.');
    assert.deepEqual(ratio.evidence.notes, [
      '1.0 FTE for 25 people is 1 to 25; 1 to 20 needs 1.3.',
      '1 to 20 is the figure in your settings; the sources give 1 to 30 (2017).',
    ]);
    const [pay] = findingsOf('peer-pay', draftOf(PAY), options);
    assert.match(pay?.message ?? '', /^Your settings ask for at least \$21\.50 an hour for people in peer roles/);
    assert.deepEqual(pay?.evidence.notes, ['$21.50 is the figure in your settings; the sources give $15.00 (2017).']);
    assert.match(pay.allowed, /\$21\.50/);
  });

  it('may be milder too', () => {
    const options = { figures: { 'people-per-fte': 60, 'lowest-hourly-pay': 10 } };
    assert.deepEqual(findingsOf('peer-ratio', draftOf('- Ratio: 1 FTE peer to 50 members'), options), []);
    assert.deepEqual(findingsOf('peer-pay', draftOf('- Pay: $12.75 an hour'), options), []);
  });

  it('leave the others as they are, and without them the sources count', () => {
    assert.deepEqual(findingsOf('peer-ratio', draftOf(RATIO)), []);
    assert.deepEqual(findingsOf('peer-pay', draftOf(PAY)), []);
    assert.deepEqual(findingsOf('peer-pay', draftOf(PAY), { figures: { 'people-per-fte': 20 } }), []);
    const [plain] = findingsOf('peer-ratio', draftOf('- Ratio: 1 FTE peer to 50 members'), { figures: {} });
    assert.equal(plain?.message, 'The field recommends at least 1 FTE in a peer role for every 30 people.');
    assert.equal(plain.evidence.notes?.length, 1);
  });

  it('that are no figures are passed over', () => {
    for (const value of [0, -5, Number.NaN, Number.POSITIVE_INFINITY])
      assert.deepEqual(findingsOf('peer-ratio', draftOf(RATIO), { figures: { 'people-per-fte': value } }), []);
  });
});
