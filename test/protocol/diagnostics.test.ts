import assert from 'node:assert/strict';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../server/src/engine/findings/finding';
import { LineIndex } from '../../server/src/engine/text/lines';
import { findingOf, HELD_BACK, MAX_SHOWN, toDiagnostics } from '../../server/src/features/diagnostics';
import { finding } from './sample';

const URI = 'file:///a.md';
const text = '# Peer Specialist\n\n- Administer medication.\n';
const start = text.indexOf('Administer');
const duty = { start, end: start + 'Administer medication'.length };
const context = { uri: URI, version: 7, lines: new LineIndex(text), relatedInformation: true, keepsData: true };
const one = (different: Partial<Finding> = {}, changed: Partial<typeof context> = {}) => {
  const [first] = toDiagnostics([finding(duty.start, duty.end, different)], { ...context, ...changed });
  assert.ok(first);
  return first;
};

describe('diagnostics', () => {
  it('say where, what, how bad and who says it', () => {
    const sent = one();
    assert.ok(findingOf(sent));
    delete sent.data;
    assert.deepEqual(sent, {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 23 } },
      severity: DiagnosticSeverity.Error,
      source: 'Peer Role Check',
      code: 'medication-administration',
      message: 'Peer roles do not give medication.',
    });
  });

  it('have the severity of the finding', () => {
    const severities = (['error', 'warning', 'information', 'hint'] as const).map((s) => one({ severity: s }).severity);
    assert.deepEqual(severities, [1, 2, 3, 4]);
  });

  it('carry the whole finding through JSON and back', () => {
    const sent = one({ related: [{ span: { start: 0, end: 3 }, message: 'here' }] });
    const returned = findingOf(JSON.parse(JSON.stringify(sent)) as Diagnostic);
    assert.equal(returned?.version, 7);
    assert.deepEqual(returned?.finding.span, duty);
    assert.deepEqual(returned, findingOf(sent));
  });

  it('carry nothing to clients that would not give it back', () => {
    assert.equal('data' in one({}, { keepsData: false }), false);
  });

  it('are not taken for ours when they are not', () => {
    const sent = one();
    assert.equal(findingOf({ ...sent, source: 'other' }), undefined);
    for (const data of [
      undefined,
      null,
      7,
      {},
      { finding: null, version: 1 },
      { finding: { rule: 'x' }, version: 1 },
    ]) {
      assert.equal(findingOf({ ...sent, data }), undefined, JSON.stringify(data));
    }
  });

  it('show the place that says who acts, unless it is underlined itself', () => {
    const actor = {
      text: 'Peer\nSpecialist',
      span: { start: 2, end: 17 },
      origin: 'heading',
      collective: false,
    } as const;
    const [place] = one({ evidence: { actor, duty: [], by: 'a test' } }).relatedInformation ?? [];
    assert.equal(place?.message, 'Who it is about: "Peer Specialist"');
    assert.deepEqual(place?.location, {
      uri: URI,
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 17 } },
    });
    const inside = { ...actor, span: { start: duty.start, end: duty.start + 4 } };
    assert.equal(one({ evidence: { actor: inside, duty: [], by: 'a test' } }).relatedInformation, undefined);
  });

  it('show other places of a finding, to clients that show such', () => {
    const related = [{ span: { start: 0, end: 1 }, message: 'the other figure' }];
    assert.deepEqual(
      one({ related }).relatedInformation?.map(({ message }) => message),
      ['the other figure'],
    );
    assert.equal(one({ related }, { relatedInformation: false }).relatedInformation, undefined);
  });
});

describe('diagnostics of a draft with too many findings', () => {
  const many = (count: number, severity: Finding['severity'], from: number, different: Partial<Finding> = {}) =>
    Array.from({ length: count }, (_, i) => finding(from + i, from + i + 1, { severity, ...different }));
  const lines = new LineIndex(' '.repeat(5000));
  const show = (findings: Finding[]) => toDiagnostics(findings, { ...context, lines });

  it('are all there at the bound', () => {
    const shown = show(many(MAX_SHOWN, 'hint', 0));
    assert.equal(shown.length, MAX_SHOWN);
    assert.equal(
      shown.some(({ code }) => code === HELD_BACK),
      false,
    );
  });

  it('stay below what VS Code draws, and say how many are held back and what to do', () => {
    const shown = show(many(1234, 'warning', 0));
    assert.equal(shown.length, MAX_SHOWN + 1);
    assert.ok(shown.length <= 500);
    const [notice] = shown;
    assert.ok(notice && typeof notice.message === 'string');
    assert.equal(notice.code, HELD_BACK);
    assert.equal(notice.severity, DiagnosticSeverity.Information);
    assert.deepEqual(notice.range.start, { line: 0, character: 0 });
    assert.match(notice.message, /450 .* 1,234 .*784 are held back.*peer-role-check check/);
    assert.equal(findingOf(notice), undefined);
  });

  it('keep what weighs most: by severity, breach before open, then the first; in document order', () => {
    const information = many(300, 'information', 0);
    const open = many(300, 'warning', 1000, { certainty: 'open' });
    const breach = many(100, 'warning', 2000);
    const error = many(100, 'error', 3000);
    const shown = show([...information, ...open, ...breach, ...error]).slice(1);
    const at = shown.map(({ range }) => range.start.character);
    assert.deepEqual(at, [...Array(250).keys()].map((i) => 1000 + i).concat(at.slice(250)));
    assert.deepEqual(
      at.slice(250, 350),
      [...Array(100).keys()].map((i) => 2000 + i),
    );
    assert.deepEqual(
      at.slice(350),
      [...Array(100).keys()].map((i) => 3000 + i),
    );
  });
});
