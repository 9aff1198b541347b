import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createEngine, type Engine } from '../../../server/src/engine/engine';
import type { Finding } from '../../../server/src/engine/findings/finding';
import { loadKnowledge } from '../../../server/src/engine/knowledge/loader';
import { readPackFolder } from '../../../server/src/host/node-packs';
import { draftOf } from '../checks/told';

const files = readPackFolder(join(import.meta.dirname, '../../../server/knowledge'));

/** The product's knowledge with an organization's own files over it. */
function withOwn(...texts: readonly string[]): { engine: Engine; errors: readonly string[] } {
  const own = texts.map((text, i) => ({ path: `.peer-role-check/own-${String(i)}.yml`, text }));
  const { knowledge, errors } = loadKnowledge(files, own);
  return { engine: createEngine(knowledge), errors: errors.map((e) => `${e.path}:${String(e.line)} ${e.message}`) };
}

const check = (engine: Engine, item: string, profileOverride: string): readonly Finding[] =>
  engine.check(draftOf(item), { profileOverride, suggestions: false }).findings;
const rules = (findings: readonly Finding[]): string[] =>
  findings.filter(({ family }) => family === 'duty' || family === 'structure').map((f) => `${f.rule} ${f.severity}`);

const RIVER = `id: river
title: Riverbend's CBHC contract
answers: the contract of one center
extends: cbhc
rules:
  clinical-duties:
    severity: warning
    except: ["recovery planning"]
  dual-relationships: { off: true }
`;

describe('a profile of an organization’s own', function () {
  // Each of them reads the whole knowledge anew.
  this.timeout(60_000);

  it('begins from a built-in one and changes single rules', () => {
    const { engine, errors } = withOwn(RIVER);
    assert.deepEqual(errors, []);
    // Taken over from cbhc:
    assert.deepEqual(rules(check(engine, '- Writes a contact note after each visit.', 'river')), []);
    assert.deepEqual(rules(check(engine, '- Reports to the program manager.', 'river')), [
      'supervision-without-peers error',
    ]);
    // Its own:
    assert.deepEqual(rules(check(engine, '- Provides counseling.', 'river')), ['clinical-duties warning']);
    assert.deepEqual(rules(check(engine, '- Provides counseling.', 'cbhc')), ['clinical-duties error']);
    assert.deepEqual(rules(check(engine, '- Lends members money.', 'river')), []);
    assert.deepEqual(rules(check(engine, '- Lends members money.', 'cbhc')), ['dual-relationships warning']);
    const [counseling] = check(engine, '- Provides counseling.', 'river');
    assert.equal(counseling?.authority, 'contract');
  });

  it('is known to drafts by its id', () => {
    const { engine } = withOwn(RIVER);
    const draft = `---\npeer-role-profile: river\n---\n\n${draftOf('- Provides counseling.')}`;
    const { profile, findings } = engine.check(draft, { suggestions: false });
    assert.equal(profile, 'river');
    assert.ok(!findings.some(({ rule }) => rule === 'unknown-profile'));
  });

  it('may cover a built-in one and begin from the one that it covers', () => {
    const { engine, errors } = withOwn(`id: accs
title: ACCS, as our area reads it
answers: the ACCS contract of one area
extends: accs
figures:
  people-per-fte: 20
rules:
  catch-all-duties: { severity: warning }
`);
    assert.deepEqual(errors, []);
    assert.deepEqual(rules(check(engine, '- Performs other duties as assigned.', 'accs')), [
      'catch-all-duties warning',
    ]);
    assert.deepEqual(rules(check(engine, '- Administers medication.', 'accs')), ['medication-administration error']);
    // The figure of this contract, and what the finding says of it.
    const [ratio] = check(engine, '- Ratio: 1 FTE peer to 25 members', 'accs');
    assert.equal(ratio?.message, 'This contract asks for at least 1 FTE in a peer role for every 20 people.');
    assert.ok(ratio.evidence.notes?.some((note) => /1 to 20.*contract.*1 to 30 \(2017\)/.test(note)));
    assert.deepEqual(rules(check(engine, '- Ratio: 1 FTE peer to 25 members', 'cbhc')), []);
  });

  it('may not begin from itself by way of another', () => {
    const circle = (id: string, base: string): string =>
      `id: ${id}\ntitle: ${id}\nanswers: a contract\nextends: ${base}\nrules: {}\n`;
    const { engine, errors } = withOwn(circle('north', 'south'), circle('south', 'north'));
    assert.equal(errors.length, 2);
    for (const error of errors) assert.match(error, /own-\d\.yml:4 .*in a circle/);
    assert.equal(engine.check('Text.', { profileOverride: 'north' }).profile, 'accs');
  });

  it('is told about rules, figures and sources that there are not', () => {
    const { errors } = withOwn(`id: lake
title: Lake
answers: a contract
extends: general
figures:
  people-per-ftes: 20
  lowest-hourly-pay: some
rules:
  routine-note: { off: true }
  clinical-duties:
    cites:
      - { key: cps-specs }
    open: ["(counsel"]
`);
    assert.equal(errors.length, 5);
    assert.match(errors.join('\n'), /no figure "people-per-ftes"\. Did you mean "people-per-fte"/);
    assert.match(errors.join('\n'), /:7 Write a number from 0 up, or none/);
    assert.match(errors.join('\n'), /no rule "routine-note"\. Did you mean "routine-notes"/);
    assert.match(errors.join('\n'), /no source "cps-specs"/);
    assert.match(errors.join('\n'), /:13 This pattern cannot be read/);
  });

  it('may show single duties of a rule only, ask about others, and say it in its own words', () => {
    const { engine, errors } = withOwn(`id: lake
title: Lake
answers: a contract
extends: general
rules:
  routine-notes:
    only: ["{record-note}"]
    open: ["contact (note|notes)"]
    message: No service notes here.
    question: Is this the contact sheet of our contract?
    allowed: The contact sheet.
    notes: [See page 12.]
`);
    assert.deepEqual(errors, []);
    assert.deepEqual(rules(check(engine, '- Enters encounters in the chart.', 'lake')), []);
    const [sure] = check(engine, '- Writes service notes.', 'lake');
    assert.equal(sure?.message, 'No service notes here.');
    assert.equal(sure.allowed, 'The contact sheet.');
    assert.deepEqual(sure.evidence.notes, ['See page 12.']);
    const [open] = check(engine, '- Writes contact notes.', 'lake');
    assert.deepEqual(
      [open?.certainty, open?.severity, open?.message],
      ['open', 'information', 'Is this the contact sheet of our contract?'],
    );
  });
});

describe('a draft that names a profile that there is not', function () {
  this.timeout(60_000);
  let engine: Engine;
  before(() => ({ engine } = withOwn(RIVER)));
  const offers = (line: string): string[] => {
    const draft = `---\ntitle: A draft\n${line}\n---\n\nText.\n`;
    const [finding] = engine.check(draft).findings.filter(({ rule }) => rule === 'unknown-profile');
    return (finding?.suggestions ?? []).map(({ kind, edits }) => {
      assert.equal(kind, 'correction');
      const [edit] = edits;
      assert.ok(edit);
      const mended = draft.slice(0, edit.span.start) + edit.text + draft.slice(edit.span.end);
      const after = engine.check(mended);
      assert.ok(!after.findings.some(({ rule }) => rule === 'unknown-profile'));
      return after.profile;
    });
  };

  it('is offered the nearest ones, an organization’s own too', () => {
    assert.deepEqual(offers('peer-role-profile: acss'), ['accs']);
    assert.deepEqual(offers('peer-role-profile: "CBHC"'), ['cbhc']);
    assert.deepEqual(offers('peer-role-profile: hcbs'), ['hcbs-ny']);
    assert.deepEqual(offers('peer-role-profile: rivr # ours'), ['river']);
    assert.deepEqual(offers('peer-role-profile: cbhc-2024'), ['cbhc']);
  });

  it('is offered all of them where it names none, and none where nothing is near', () => {
    assert.deepEqual(offers('peer-role-profile:').sort(), ['accs', 'cbhc', 'general', 'hcbs-ny', 'river']);
    assert.deepEqual(offers('peer-role-profile: something else'), []);
    assert.deepEqual(offers('peer-role-profile: accs'), []);
  });
});
