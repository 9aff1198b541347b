import assert from 'node:assert/strict';
import { each, rewritten, sentence, suggestionOn } from './rewritten';

const HELP = 'help them learn about treatments';
const HELPS = 'helps them learn about treatments';

describe('the permitted form in a sentence', () => {
  each(
    {
      'keeps the subject, with its number': [
        ['The peer mentor hands out the tablets.', `At a person's request, the peer mentor ${HELPS}.`],
        ['Peer mentors hand out the tablets.', `At a person's request, peer mentors ${HELP}.`],
        ['Peer staff count the tablets.', `At a person's request, peer staff ${HELP}.`],
        ['The CPS counts the tablets.', `At a person's request, the CPS ${HELPS}.`],
      ],
      'keeps titles as they are written': [
        ['Peer Specialists hand out the tablets.', `At a person's request, Peer Specialists ${HELP}.`],
      ],
      'keeps "will", "shall" and "must"': [
        ['The peer specialist will count the tablets.', `At a person's request, the peer specialist will ${HELP}.`],
        ['Peer staff shall count the tablets.', `At a person's request, peer staff shall ${HELP}.`],
        ['Peer staff must also count the tablets.', `At a person's request, peer staff must ${HELP}.`],
      ],
      'turns a passive into who acts': [
        ['Medication is administered by peer specialists.', `At a person's request, peer specialists ${HELP}.`],
        ['The tablets are counted by the peer mentor at noon.', `At a person's request, the peer mentor ${HELPS}.`],
        ['Counting the tablets falls to the peer mentor.', `At a person's request, the peer mentor ${HELPS}.`],
      ],
      'speaks to the reader where the draft does': [
        ['As a peer mentor, you will count the tablets.', `At a person's request, you will ${HELP}.`],
      ],
      'tells "they" from the person': [
        [
          'Peer mentors welcome people. They count the tablets.',
          "Peer mentors welcome people. At a person's request, they help that person learn about treatments.",
        ],
      ],
      'lets go of what was said of the duty': [
        [
          'When the nurse is out, the peer mentor counts the tablets.',
          `At a person's request, the peer mentor ${HELPS}.`,
        ],
        ['On Sundays the peer mentor counts the tablets.', `At a person's request, the peer mentor ${HELPS}.`],
        [
          'The peer mentor counts the tablets when the nurse is out.',
          `At a person's request, the peer mentor ${HELPS}.`,
        ],
      ],
      'keeps where somebody works': [
        ['The peer mentor on nights counts the tablets.', `At a person's request, the peer mentor on nights ${HELPS}.`],
      ],
      'keeps the other clauses': [
        [
          'While the nurse gives the injections, peer specialists count the tablets.',
          `While the nurse gives the injections, peer specialists, at a person's request, ${HELP}.`,
        ],
      ],
      'lets go of a denial that is none': [
        ['Our peers won’t hesitate to count the tablets.', `At a person's request, our peers ${HELP}.`],
        ['Peers will not fail to count the tablets.', `At a person's request, peers ${HELP}.`],
      ],
      'keeps a full stop that belongs to an abbreviation': [
        ['Peer staff count the tablets at 9 p.m.', `At a person's request, peer staff ${HELP}.`],
      ],
    },
    sentence,
  );

  it('does not say that a rule may be kept', () => {
    assert.equal(
      sentence('Peer staff may search bags.', 'permitted', 'coercion-and-control'),
      'Peer staff sit with people.',
    );
  });

  it('is chosen by the words of the duty, not by those beside it', () => {
    assert.equal(
      sentence('Peer mentors hand out tablets and swabs.', 'permitted', 'medication-administration'),
      'Peer mentors play chess.',
    );
    assert.equal(
      sentence('Peer mentors offer swabs to guests, greet visitors and hand out tablets.'),
      `Peer mentors offer swabs to guests, greet visitors, and at a person's request ${HELP}.`,
    );
  });
});

describe('the permitted form among other duties', () => {
  each(
    {
      'takes the place of the last': [
        [
          'The peer mentor leads groups, greets guests and counts the tablets.',
          `The peer mentor leads groups, greets guests, and at a person's request ${HELPS}.`,
        ],
        [
          'Peer mentors will not only lead groups but also count the tablets.',
          `Peer mentors will not only lead groups but also, at a person's request, ${HELP}.`,
        ],
      ],
      'comes last where the duty stood first or in between': [
        [
          'The peer mentor counts the tablets, leads groups and greets guests.',
          `The peer mentor leads groups and greets guests, and at a person's request ${HELPS}.`,
        ],
        [
          'The peer mentor leads groups, counts the tablets, and greets guests.',
          `The peer mentor leads groups and greets guests, and at a person's request ${HELPS}.`,
        ],
      ],
      'takes along what is only the next step of the duty': [
        ['The peer mentor counts the tablets and tells the nurse.', `At a person's request, the peer mentor ${HELPS}.`],
        [
          'The peer mentor fetches the tablets and puts them in the safe.',
          `At a person's request, the peer mentor ${HELPS}.`,
        ],
      ],
    },
    (text) => sentence(text),
  );

  it('leaves one duty alone where another is replaced', () => {
    const draft = 'The peer mentor leads groups, writes progress notes and hands out pills.';
    assert.equal(
      sentence(draft, 'permitted', 'routine-notes'),
      'The peer mentor leads groups and hands out pills, and keeps a diary.',
    );
  });
});

describe('a duty that a sentence gives to others too', () => {
  each(
    {
      'stays with them': [
        [
          'Nurses and peer mentors hand out the tablets.',
          `Nurses hand out the tablets. At a person's request, peer mentors ${HELP}.`,
        ],
        [
          'The nurse and the peer mentor hand out the tablets.',
          `The nurse hands out the tablets. At a person's request, the peer mentor ${HELPS}.`,
        ],
        [
          'The tablets are counted by nurses, counselors and peer mentors.',
          `The tablets are counted by nurses and counselors. At a person's request, peer mentors ${HELP}.`,
        ],
      ],
      'stays with all staff but those in peer roles': [
        [
          'Peers are here too. All staff count the tablets.',
          `Peers are here too. All staff who are not in a peer role count the tablets. At a person's request, people in peer roles ${HELP}.`,
        ],
        [
          'Peers are here too. The team counts the tablets.',
          `Peers are here too. Members of the team who are not in a peer role count the tablets. At a person's request, people in peer roles ${HELP}.`,
        ],
      ],
      'is left as it is where it cannot be told apart': [
        ['All staff, peers included, count the tablets.', 'none'],
        ['Nurses and peers alike count the tablets.', 'none'],
      ],
    },
    (text) => sentence(text),
  );

  it('is limited for people in peer roles alone', () => {
    assert.equal(
      rewritten('# Program\n\nPeers are here too. All staff count the tablets.\n', 'prohibition'),
      '# Program\n\nPeers are here too. All staff who are not in a peer role count the tablets (CPS Code of Ethics 2008, principle 10).\n',
    );
    assert.equal(
      rewritten('# Program\n\nPeers are here too.\n\nAll staff will:\n\n- count the tablets\n', 'prohibition'),
      '# Program\n\nPeers are here too.\n\nAll staff will:\n\n- count the tablets (peer staff excepted; CPS Code of Ethics 2008, principle 10)\n',
    );
  });

  it('has no other form in a list of what all staff do', () => {
    assert.equal(
      suggestionOn('# Program\n\nPeers are here too.\n\nAll staff will:\n\n- count the tablets\n', 'permitted'),
      undefined,
    );
  });
});

describe('a limit in a sentence', () => {
  each(
    {
      'denies what was said': [
        ['The peer mentor hands out the tablets.', 'The peer mentor does not handle medication.'],
        ['Peer mentors hand out the tablets.', 'Peer mentors do not handle medication.'],
        ['Peer mentors will hand out the tablets.', 'Peer mentors will not handle medication.'],
        ['Peer mentors can hand out the tablets.', 'Peer mentors cannot handle medication.'],
        ['As a peer mentor, you must count the tablets.', 'You must not handle medication.'],
        ['Tablets are handed out by peer mentors.', 'Peer mentors do not handle medication.'],
      ],
      'leaves no room for exceptions': [
        ['On Sundays the peer mentor counts the tablets.', 'The peer mentor does not handle medication.'],
        ['The peer mentor on nights counts the tablets.', 'The peer mentor does not handle medication.'],
        ['Each peer mentor will count the tablets.', 'A peer mentor will not handle medication.'],
        ['All peer mentors count the tablets.', 'Peer mentors do not handle medication.'],
      ],
      'keeps the other duties': [
        [
          'Peer mentors will lead groups, greet guests and count the tablets.',
          'Peer mentors will lead groups, greet guests, and will not handle medication.',
        ],
      ],
      'is not half of a contrast': [['Peer mentors not only lead groups but also count the tablets.', 'none']],
    },
    (text) => sentence(text, 'prohibition'),
  );
});
