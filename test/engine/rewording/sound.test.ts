import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/engine/rewording/edit';
import { dutiesOf, engine, rewritten, suggestionOn } from './rewritten';

describe('what is offered was read again', () => {
  it('does not excuse what stands beside it', () => {
    const draft =
      '# Program\n\nThe peer mentor hands out the tablets, searches bags and writes progress notes about everyone.\n';
    for (const finding of dutiesOf(draft))
      for (const { edits, kind } of finding.suggestions ?? []) {
        const after = new Set(dutiesOf(applyEdits(draft, edits)).map((f) => f.rule));
        const left = dutiesOf(draft)
          .filter((f) => f !== finding && f.rule !== finding.rule)
          .filter((f) =>
            f.evidence.duty.every((d) => edits.every((e) => d.span.end <= e.span.start || d.span.start >= e.span.end)),
          );
        for (const f of left) assert.ok(after.has(f.rule), `${kind} on ${finding.rule} hides ${f.rule}`);
      }
  });

  it('takes nothing away that the draft is asked to say', () => {
    const draft = (about: string): string =>
      `---\nposition: Peer Specialist\n---\n# Peer Specialist\n\n## Duties\n\n- Listen to people\n- Administer medication ${about}\n`;
    assert.notEqual(rewritten(draft('in the evening'), 'permitted'), 'none');
    const kept = draft('in line with the CPS Code of Ethics');
    const asked = engine.check(kept).checklist.find((entry) => entry.statement === 'code-of-ethics');
    if (asked && asked.present.length > 0) assert.equal(rewritten(kept, 'permitted'), 'none');
  });

  it('is known by the names that a draft gives elsewhere', () => {
    const draft = '# Program\n\nMaria, our peer specialist, is here.\n\n## Evenings\n\nMaria hands out the tablets.\n';
    assert.match(rewritten(draft, 'permitted'), /At a person's request, Maria helps them learn about treatments\./);
  });

  it('offers nothing where nothing is looked for', () => {
    const draft = '# Program\n\nThe peer mentor hands out the tablets.\n';
    assert.equal(
      dutiesOf(draft, { suggestions: false }).some((f) => f.suggestions),
      false,
    );
    assert.equal(
      dutiesOf(draft).every((f) => f.suggestions),
      true,
    );
  });

  it('answers open questions as well', () => {
    const open = dutiesOf('# Program\n\nPeer staff complete all required paperwork.\n').find(
      (f) => f.certainty === 'open',
    );
    assert.deepEqual(
      open?.suggestions?.map((s) => s.kind),
      ['permitted', 'prohibition'],
    );
  });
});

describe('the citation of a limit', () => {
  const limit = (text: string, options = {}): string | undefined =>
    dutiesOf(`# Program\n\n${text}\n`, options)
      .flatMap((f) => f.suggestions ?? [])
      .find((s) => s.kind === 'prohibition')
      ?.edits.map((e) => e.text)
      .join('');

  it('names the principles that the rule rests on, and the edition', () => {
    assert.match(limit('The peer mentor hands out tablets.') ?? '', /\(CPS Code of Ethics 2008, principle 10\)/);
    assert.match(limit('The peer mentor searches bags.') ?? '', /\(CPS Code of Ethics 2008, principles 4, 5 and 9\)/);
  });

  it('is that of the edition that the draft is read with', () => {
    const draft = (edition: string): string => limit('The peer mentor writes progress notes.', { edition }) ?? '';
    assert.match(draft('2008'), /principle 8\)/);
    assert.match(draft('2015'), /principle 7\)/);
  });

  it('is left out where no principle stands behind the rule', () => {
    const text = limit('The peer mentor provides therapy.') ?? '';
    assert.match(text, /does not provide therapy/);
    assert.doesNotMatch(text, /Code of Ethics/);
    assert.doesNotMatch(limit('The peer mentor searches bags.', { edition: '2015' }) ?? '', /Code of Ethics/);
  });

  it('is left out under another state’s contract', () => {
    const text = limit('The peer mentor hands out tablets.', { profileOverride: 'hcbs-ny' }) ?? '';
    assert.match(text, /does not handle medication/);
    assert.doesNotMatch(text, /Code of Ethics/);
  });
});

describe('the title', () => {
  it('shows the new words, shortened at a space', () => {
    const draft = `# Program\n\n${'The certified peer specialist of the evening shift at the Maple Street respite house '.repeat(1)}hands out the tablets.\n`;
    const title = suggestionOn(draft, 'permitted')?.title ?? '';
    assert.match(title, /^Replace with: “At a person's request, the certified peer specialist .*\w…”$/);
    assert.ok(title.length <= 120, title);
  });

  it('says where a duty goes', () => {
    const draft =
      '# Team\n\n## Nurse\n\n- Checks vital signs\n\n## Peer specialist\n\n- Listens\n- Administers medication\n';
    assert.equal(suggestionOn(draft, 'other-role')?.title, 'Move to “Nurse”: “Administers medication”');
  });
});
