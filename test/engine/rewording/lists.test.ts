import assert from 'node:assert/strict';
import { each, item, rewritten } from './rewritten';

const HELP = 'help them learn about treatments';

describe('the permitted form in a list', () => {
  each(
    {
      'has the form of the item': [
        ['Administer medication.', `- At a person's request, ${HELP}.\n…`],
        ['Administers medication.', "- At a person's request, helps them learn about treatments.\n…"],
        ['Administering medication', "- At a person's request, helping them learn about treatments\n…"],
        ['administer medication;', `- at a person's request, ${HELP};\n…`],
        ['Will administer medication.', `- Will, at a person's request, ${HELP}.\n…`],
        [
          'Responsible for medication administration',
          "- Responsible, at a person's request, for helping them learn about treatments\n…",
        ],
        ['Ability to administer medication', `- Ability, at a person's request, to ${HELP}\n…`],
        [
          '**Evenings:** administers medication.',
          "- **Evenings:** at a person's request, helps them learn about treatments.\n…",
        ],
      ],
      'of a noun, has the form of the items around it': [
        ['Medication administration', `- At a person's request, ${HELP}\n…`],
      ],
    },
    (text) => item(text),
  );

  each(
    {
      'of a noun, follows "will"': [['Medication reminders', `- At a person's request, ${HELP}\n…`]],
      'of a verb, keeps its form': [
        ['Administers medication', "- At a person's request, helps them learn about treatments\n…"],
      ],
    },
    (text) => item(text, 'The peer specialist will:'),
  );

  it('of a noun, is a noun among duties', () => {
    assert.equal(
      item('Medication administration', 'Duties include:'),
      "- At a person's request, helping them learn about treatments\n…",
    );
  });

  it('comes last among several things', () => {
    assert.equal(
      item('Medication reminders, outreach and peer groups', 'Duties include:'),
      "- Outreach and peer groups, and at a person's request helping them learn about treatments\n…",
    );
  });

  it('leaves the other sentences of an item alone', () => {
    assert.equal(
      item('Leads groups. Administers medication. Greets guests.'),
      "- Leads groups. At a person's request, helps them learn about treatments. Greets guests.\n…",
    );
  });
});

describe('a limit in a list', () => {
  const limit = (text: string, lead = ''): string => item(text, lead, 'prohibition');

  it('stands where the item stood, where that is a sentence', () => {
    assert.equal(limit('Administers medication.'), '- Does not handle medication.\n…');
    assert.equal(limit('Administer medication.'), '- Do not handle medication.\n…');
  });

  it('stands below a list that "will:" introduces', () => {
    assert.equal(
      limit('Administer medication.', 'The peer specialist will:'),
      '…\n\nThe peer specialist will not handle medication.',
    );
    assert.equal(
      limit('Administer medication.', 'As a peer specialist, you may:'),
      '…\n\nAs a peer specialist, you may not handle medication.',
    );
  });

  it('stands below a list of nouns', () => {
    assert.equal(
      limit('Medication administration', 'Duties include:'),
      '…\n\nThe Peer Specialist does not handle medication.',
    );
  });

  it('leaves what else an item says', () => {
    assert.equal(
      limit('Lead groups, administer medication and greet guests', 'The peer specialist will:'),
      '- Lead groups and greet guests\n…\n\nThe peer specialist will not handle medication.',
    );
  });

  it('takes the place of a list of one', () => {
    assert.equal(
      rewritten(
        '# Peer Specialist\n\nThe peer specialist will:\n\n- Administer medication\n\nAnd so on.\n',
        'prohibition',
      ),
      '# Peer Specialist\n\nThe peer specialist will not handle medication (CPS Code of Ethics 2008, principle 10).\n\nAnd so on.\n',
    );
  });

  it('stands below the list where the item was its last', () => {
    assert.equal(
      rewritten(
        '# Peer Specialist\n\nThe peer specialist will:\n\n1. Lead groups\n2. Administer medication\n## Next\n',
        'prohibition',
      ),
      '# Peer Specialist\n\nThe peer specialist will:\n\n1. Lead groups\n\nThe peer specialist will not handle medication (CPS Code of Ethics 2008, principle 10).\n\n## Next\n',
    );
  });

  it('is not offered for an item that has items of its own', () => {
    const draft =
      '# Peer Specialist\n\nThe peer specialist will:\n\n- Lead groups\n- Administer medication:\n  - to guests\n  - to tenants\n';
    assert.equal(rewritten(draft, 'prohibition'), 'none');
  });
});

describe('moving a duty to another role', () => {
  const NURSE = '## Nurse\n\nThe nurse:\n\n- Runs the clinic\n- Checks vital signs\n\n';
  const PEER = '## Peer specialist\n\nThe peer specialist will:\n\n- Listen\n- Administer medication to tenants\n';

  it('puts the item at the end of that role’s list, in its form', () => {
    assert.equal(
      rewritten(`# Team\n\n${NURSE}${PEER}`, 'other-role'),
      `# Team\n\n${NURSE.replace('signs\n', 'signs\n- Administers medication to tenants\n')}${PEER.replace('- Administer medication to tenants\n', '')}`,
    );
  });

  it('counts on', () => {
    const draft = `# Team\n\n${PEER}\n## Nurse\n\n1. Run the clinic\n2. Check vital signs\n`;
    assert.match(rewritten(draft, 'other-role'), /2\. Check vital signs\n3\. Administer medication to tenants\n$/);
  });

  it('is not offered without a list of a role that may have the duty', () => {
    assert.equal(rewritten(`# Team\n\n${PEER}`, 'other-role'), 'none');
    assert.equal(rewritten(`# Team\n\n${NURSE.replace(/nurse/gi, 'bookkeeper')}${PEER}`, 'other-role'), 'none');
    assert.equal(
      rewritten(`# Team\n\n${NURSE.replace('The nurse:', 'The nurse does not:')}${PEER}`, 'other-role'),
      'none',
    );
    assert.equal(rewritten(`# Team\n\n${NURSE.replace(/nurse/gi, 'peer mentor')}${PEER}`, 'other-role'), 'none');
  });

  it('is not offered for an item that says more than its duty', () => {
    const more = PEER.replace('Administer medication to tenants', 'Lead groups and administer medication');
    assert.equal(rewritten(`# Team\n\n${NURSE}${more}`, 'other-role'), 'none');
  });
});
