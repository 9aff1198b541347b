import assert from 'node:assert/strict';
import { findingsOf } from './told';

const RULE = 'respectful-language';
const words = (text: string): string[] => findingsOf(RULE, text).map((f) => f.text);

describe('words for people', () => {
  it('are pointed out with what to say instead, as information', () => {
    const [finding] = findingsOf(RULE, 'The team serves clients in four towns.\n');
    assert.equal(finding?.text, 'clients');
    assert.equal(finding.severity, 'information');
    assert.match(finding.message, /Instead of "clients": person, or member\./);
  });

  it('are pointed out once in a draft, with the other places', () => {
    const draft = 'Clients meet peers.\n\nA client asks. Every client knows.\n';
    const [finding, ...others] = findingsOf(RULE, draft);
    assert.equal(others.length, 0);
    assert.deepEqual(
      finding?.related?.map(({ span }) => draft.slice(span.start, span.end)),
      ['client', 'client'],
    );
  });

  it('include those that make an illness of a person', () => {
    assert.deepEqual(words('Many suffer from depression, and the mentally ill are called non-compliant.\n'), [
      'suffer from',
      'the mentally ill',
      'non-compliant',
    ]);
  });

  it('are left alone in quotations, headings, names and other meanings', () => {
    for (const text of [
      '# Clients\n\nPeople come by.\n',
      '> The client is non-compliant.\n',
      'A nurse wrote, "The client is non-compliant."\n',
      'The Consumer Advisory Council met with Client Services.\n',
      'Be patient and kind; the outpatient clinic is near.\n',
      'The consumer provider works with people.\n',
      'In that case the case manager is called.\n',
    ])
      assert.deepEqual(words(text), [], text);
  });

  it('can be turned off', () => {
    assert.equal(findingsOf(RULE, 'Clients come by.\n', { language: false }).length, 0);
    assert.equal(findingsOf(RULE, 'Clients come by.\n', { language: true }).length, 1);
  });
});
