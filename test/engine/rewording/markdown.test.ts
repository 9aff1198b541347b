import assert from 'node:assert/strict';
import { rewritten } from './rewritten';

const under = (text: string, kind: 'permitted' | 'prohibition' = 'permitted'): string =>
  rewritten(`# Program\n\n${text}\n`, kind, 'medication-administration').replace('# Program\n\n', '').trimEnd();

describe('rewriting leaves Markdown whole', () => {
  it('with emphasis around the duty', () => {
    assert.equal(
      under('The **peer mentor** hands out the tablets.'),
      "At a person's request, the **peer mentor** helps them learn about treatments.",
    );
    assert.equal(
      under('*The peer mentor hands out the tablets.*'),
      "*At a person's request, the peer mentor helps them learn about treatments.*",
    );
  });

  it('with emphasis within the duty, and across its end', () => {
    assert.equal(
      under('The peer mentor *hands out* the **tablets**.'),
      "At a person's request, the peer mentor helps them learn about treatments.",
    );
    assert.equal(
      under('Peer mentors lead groups, **hand out the** tablets'),
      "Peer mentors lead groups, and at a person's request help them learn about treatments",
    );
  });

  it('with a footnote behind the sentence', () => {
    assert.equal(
      under('The peer mentor hands out the tablets.[^1]\n\n[^1]: So far.').split('\n')[0],
      "At a person's request, the peer mentor helps them learn about treatments.[^1]",
    );
  });

  it('or is not offered, with a link or a footnote that would be lost', () => {
    assert.equal(under('The peer mentor hands out [the tablets](https://example.org).'), 'none');
    assert.equal(under('The peer mentor hands out[^1] the tablets.\n\n[^1]: So far.'), 'none');
  });

  it('with hard-wrapped lines', () => {
    assert.equal(
      under(
        'We meet people where they are, and\nthe door is open. The peer mentor hands\nout the tablets at noon. We are here.',
      ),
      "We meet people where they are, and\nthe door is open. At a person's request,\nthe peer mentor helps them learn about\ntreatments. We are here.",
    );
  });

  it('with the indentation of a wrapped item', () => {
    const draft =
      '# Peer Specialist\n\nThe peer specialist will:\n\n- welcome people\n- hand out the tablets to everybody who\n  comes to the window at noon;\n- listen\n';
    const lines = rewritten(draft, 'permitted').split('\n');
    assert.deepEqual(lines.slice(5), [
      "- at a person's request, help them learn",
      '  about treatments;',
      '- listen',
      '',
    ]);
    assert.doesNotMatch(rewritten(draft, 'prohibition'), /window/);
  });

  it('with the line breaks of Windows', () => {
    const draft =
      '# Peer Specialist\r\n\r\nThe peer specialist will:\r\n\r\n- listen\r\n- hand out the tablets\r\n\r\nThat is all.\r\n';
    const limit = rewritten(draft, 'prohibition');
    assert.match(
      limit,
      /- listen\r\n\r\nThe peer specialist will not handle medication [^\r\n]*\.\r\n\r\nThat is all\./,
    );
    for (const kind of ['permitted', 'prohibition'] as const)
      assert.doesNotMatch(rewritten(draft, kind), /[^\r]\n/, kind);
  });
});
