import { readsEach, type Case } from './real-pack';

const whole = (draft: string): string => draft;

describe('who acts: across the sentences of a document', () => {
  readsEach(
    {
      'a name that the draft gives to a peer': [
        [
          '# Minutes\n\n**Present:** Theo (RN), Curtis (Peer Specialist)\n\n- Curtis will write progress notes.\n',
          'notes',
        ],
        ['# Minutes\n\n**Present:** Theo (RN), Curtis (Peer Specialist)\n\n- Theo will write progress notes.\n', ''],
        ['# A day\n\nMarcus is one of seven recovery coaches.\n\nMarcus administers medication.\n', 'meds'],
        [
          '# A day\n\nMarcus is one of seven nurses. We also have recovery coaches.\n\nMarcus administers medication.\n',
          '',
        ],
        // A word that the draft also writes small is no name.
        ['# Plan\n\nTraining (Peer Specialist)\n\nIn training, notes are read. Training writes progress notes.\n', ''],
      ],
      'a title in the middle of a line of labels': [
        [
          '# Review\n\n**Employee:** M. Okafor **Title:** Peer Specialist **Program:** Elm\n\n- He will write progress notes.\n',
          'notes',
        ],
        [
          '# Review\n\n**Employee:** M. Okafor **Title:** Nurse **Program:** Elm\n\n- He will write progress notes.\n',
          '',
        ],
      ],
      'a role that stands at the head of its paragraph': [
        [
          '# Personnel\n\n*Nurse, 0.5 FTE.* Responsible for progress notes.\n\n*Peer Specialists, 2.0 FTE.* They walk with people.\n',
          '',
        ],
        [
          '# Personnel\n\n*Peer Specialists, 2.0 FTE.* Two peers walk with people. Both will write progress notes.\n',
          'notes',
        ],
        ['# Personnel\n\n*Peer Specialists, 2.0 FTE.* One of the two will administer medication.\n', 'meds'],
        [
          '# Personnel\n\nPeer specialists walk with people.\n\n*Nurses, 2.0 FTE.* One of the two will administer medication.\n',
          '',
        ],
      ],
      'a post that is no known role, at the head of its paragraph': [
        [
          '# Personnel\n\nHouse Attendant (1.0 FTE). Writes progress notes.\n\nPeer specialists walk with people.\n',
          '',
        ],
        ['# Peer Staff\n\nHouse Attendant (1.0 FTE). Writes progress notes.\n', ''],
      ],
      'a pronoun, in the item or sentence behind': [
        ['# What we provide\n\n1. Two peer specialists on weekdays.\n2. They write progress notes.\n', 'notes'],
        [
          '# What we provide\n\n1. Two nurses on weekdays.\n2. They write progress notes.\n\nPeer specialists come too.\n',
          '',
        ],
        ['# Respite\n\n## Peer Counselors\n\nThey greet guests. On arrival they conduct room searches.\n', 'searches'],
        [
          '# Respite\n\n## Nurses\n\nThey greet guests. On arrival they conduct room searches.\n\nPeer counselors do not.\n',
          '',
        ],
      ],
    },
    whole,
  );
});

describe('who acts: words that look like a role and are none', () => {
  readsEach({
    'a title that is the verb of a duty': [
      ['Peer specialists walk with people, and monitor the administering of medication.', 'meds'],
      ['Monitors conduct room searches; peer specialists do not.', ''],
    ],
    'a person or a staff that only says which': [
      ['Peer specialists cover the weekend direct care shifts and write progress notes.', 'notes'],
      ['The quality office shall invite two peer staff members to its meetings.', ''],
    ],
    'what a thing or a body does in its relative clause': [
      ['Peer specialists use an app which records progress notes.', ''],
      ['Peer specialists meet people in a clinic that conducts room searches.', ''],
      ['It is the peer on our team that administers medication.', 'meds'],
      ['Peer specialists do work that includes administering medication.', 'meds'],
      ['Medication that the peer specialist hands out is counted.', 'meds'],
      ['The medication that peer specialists handed out in the spring is now in a cabinet.', ''],
    ],
    'a name that the draft gives to nobody we know': [
      ['Denny will administer medication. He works with peer specialists.', ''],
      ['Second Wind writes progress notes for its own crew, and peer specialists walk with people.', ''],
      ['Medication will be administered by the peer specialist.', 'meds'],
    ],
    'the short form of a title, where nobody else has it': [
      ['Peer specialists are here on Mondays. The specialists administer medication.', 'meds'],
      ['Peer specialists and housing specialists are here. The specialists administer medication.', ''],
    ],
    'who is left out of "everyone"': [
      ['Everyone on shift but the peer specialists conducts room searches.', ''],
      ['Nobody but the peer specialists conducts room searches.', 'searches'],
      ['Everyone on the team, peer specialists not excepted, writes progress notes.', 'notes'],
      ['The director shall see to it that no peer specialist is asked to administer medication.', ''],
      ['It is no business of a peer specialist to conduct room searches.', ''],
      ['If a colleague asks a peer specialist to administer medication, they say no.', ''],
    ],
  });
});

const table = (head: string, ...rows: readonly string[]): string =>
  `# Who does what\n\n${[head, head.replace(/[^|]+/g, '---'), ...rows].join('\n')}\n`;

describe('who acts: in a table', () => {
  const cases: readonly Case[] = [
    [table('| Task | Nurse | Peer specialist |', '| Progress notes | | X |'), 'notes'],
    [table('| Task | Nurse | Peer specialist |', '| Progress notes | X | |'), ''],
    [table('| Task | Nurse | Peer specialist |', '| Room searches | R | R\\* |'), 'searches'],
    [table('| Task | Until 31 May | Since 1 June |', '| Progress notes | peer specialists | case managers |'), ''],
    [table('| Measure | Target | Held to it |', '| Progress notes filed | 100% | clinicians (peer team exempt) |'), ''],
  ];
  readsEach({ 'by marks with and without notes, and columns of what was': cases }, whole);
});
