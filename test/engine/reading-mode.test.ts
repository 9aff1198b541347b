import { readsEach } from './real-pack';

describe('what is done: forbidden', () => {
  readsEach({
    'by "not" and its contractions': [
      ['Peer specialists administer medication.', 'meds'],
      ['Peer specialists do not administer medication.', ''],
      ['Peer specialists don’t administer medication.', ''],
      ["Peer specialists won't administer medication.", ''],
      ['Peer specialists may not administer medication.', ''],
      ['Peer specialists cannot administer medication.', ''],
      ['Peer specialists must not be asked to administer medication.', ''],
      ['Peer specialists are not trained to administer medication.', ''],
    ],
    'by other words before the duty': [
      ['Peer specialists never administer medication.', ''],
      ['Peer specialists are never asked to administer medication.', ''],
      ['At no time will a peer specialist administer medication.', ''],
      ['Under no circumstances does a peer specialist administer medication.', ''],
      ['Peer specialists refrain from administering medication.', ''],
      ['Peer specialists are exempt from writing progress notes.', ''],
      ['Peer specialists are prohibited from conducting room searches.', ''],
      ['Peer specialists sit with people instead of administering medication.', ''],
      ['Peer specialists listen rather than write progress notes.', ''],
      ['Peer specialists may refuse to conduct room searches.', ''],
      ['Nothing here requires peer specialists to administer medication.', ''],
      ['Peer specialists neither administer medication nor write progress notes.', ''],
      ['Peer specialists sit with people without writing progress notes.', ''],
    ],
    'by words behind the duty': [
      ['Administering medication is not part of the work of a peer specialist.', ''],
      ['For peer specialists, conducting room searches is prohibited.', ''],
      ['Administering medication lies outside the role of the peer specialist.', ''],
      ['Administering medication is part of the work of a peer specialist.', 'meds'],
    ],
    'for every duty of a list': [
      ['Peer specialists do not administer medication, write progress notes or conduct room searches.', ''],
      ['Peer specialists do not: administer medication; write progress notes; conduct room searches.', ''],
      ['Peer specialists administer medication, write progress notes or conduct room searches.', 'meds notes searches'],
    ],
    'only as far as its clause goes': [
      ['Peer specialists do not write progress notes, but they administer medication.', 'meds'],
      ['Peer specialists do not write progress notes; they administer medication.', 'meds'],
      ['Peer specialists administer medication but do not write progress notes.', 'meds'],
      ['Nurses do not write progress notes; peer specialists administer medication.', 'meds'],
      ['Peer specialists do not write progress notes. They administer medication.', 'meds'],
      ['If no nurse is there, peer specialists administer medication.', 'meds'],
    ],
  });
});

describe('what is done: assigned, in words that look forbidding', () => {
  readsEach({
    'not only': [
      ['Peer specialists will not only administer medication but also write progress notes.', 'meds notes'],
      ['Peer specialists do not just sit with people; they administer medication.', 'meds'],
      ['Peer specialists do not administer medication, but also do not write progress notes.', ''],
    ],
    'not hesitate, not fail': [
      ['Peer specialists will not hesitate to administer medication.', 'meds'],
      ['Peer specialists do not fail to write progress notes.', 'notes'],
      ['Peer specialists cannot fail to administer medication.', 'meds'],
      ['Peer specialists never forget to write progress notes.', 'notes'],
      ['Peer specialists never hesitate to conduct room searches.', 'searches'],
      ['Peer specialists will not be asked to administer medication.', ''],
    ],
    'not limited to': [
      ['Peer specialists have duties including but not limited to administering medication.', 'meds'],
      ['Duties of the peer specialist include, but are not limited to, administering medication.', 'meds'],
      ['Peer specialists are not limited to administering medication.', 'meds'],
      ['Duties of the peer specialist do not include administering medication.', ''],
    ],
    'never without, not until, no later than': [
      ['Peer specialists never administer medication without a second signature.', 'meds'],
      ['Peer specialists write progress notes no later than Friday.', 'notes'],
      ['Peer specialists write progress notes without fail.', 'notes'],
      ['Peer specialists never administer medication.', ''],
    ],
    'help, training, ability': [
      ['Peer specialists help the nurse administer medication.', 'meds'],
      ['Peer specialists assist the nurse in administering medication.', 'meds'],
      ['Peer specialists may be asked to administer medication.', 'meds'],
      ['Peer specialists are trained to administer medication.', 'meds'],
      ['Peer specialists can administer medication.', 'meds'],
      ['Peer specialists are not trained to conduct room searches.', ''],
    ],
  });
});

describe('what is done: allowed', () => {
  readsEach({
    'where the person asks for it': [
      ['At the person’s request, peer specialists write progress notes with them.', ''],
      ['If a member asks, the peer specialist writes progress notes with them.', ''],
      ['Peer specialists write progress notes when asked by the person.', ''],
      ['Peer specialists write progress notes with a member who asks for it.', ''],
      ['Peer specialists write progress notes each Friday.', 'notes'],
    ],
    'not where somebody else asks for it': [
      ['At the request of the person, peer specialists write progress notes with them.', ''],
      ['At the request of the nurse, peer specialists administer medication.', 'meds'],
      ['At the nurse’s request, peer specialists administer medication.', 'meds'],
      ['Peer specialists administer medication on request of the nurse.', 'meds'],
      ['Peer specialists write progress notes on request of the auditor.', 'notes'],
      ['If the manager asks, the peer specialist conducts room searches.', 'searches'],
      ['When the nurse wants help, the peer specialist administers medication.', 'meds'],
    ],
    'not where the wish is the worker’s own': [
      ['Peer specialists may write progress notes if they want.', 'notes'],
      ['Peer specialists administer medication whether or not the person agrees.', 'meds'],
    ],
    'only for the clause that hangs on the wish': [
      ['If a member asks, the peer specialist takes a walk; peer specialists administer medication.', 'meds'],
      ['Peer specialists take walks at the person’s request. They administer medication.', 'meds'],
    ],
  });
});

describe('what is done: told, proposed, asked, quoted', () => {
  readsEach({
    'reports of the past': [
      ['In 2011, peer specialists administered medication.', ''],
      ['Peer specialists have been asked to administer medication.', ''],
      ['Peer specialists used to administer medication.', ''],
      ['Until recently, peer specialists administered medication.', ''],
      ['Last week the peer specialist administered medication.', ''],
      ['The audit found that peer specialists administered medication.', ''],
      ['Peer specialists have administered medication since May and continue to administer medication.', 'meds'],
    ],
    'proposals that were not adopted': [
      ['The motion that peer specialists administer medication was voted down.', ''],
      ['A proposal for peer specialists to write progress notes was withdrawn.', ''],
      ['The sentence that peer specialists conduct room searches has been deleted.', ''],
      ['The motion that peer specialists administer medication was adopted.', 'meds'],
    ],
    'trainings about why': [
      ['The training explains why peer specialists administering medication is a conflict.', ''],
      ['Peer specialists receive training in how to administer medication.', 'meds'],
    ],
    questions: [
      ['Do peer specialists administer medication?', ''],
      ['Should peer specialists conduct room searches?', ''],
      ['Do peer specialists help? Peer specialists administer medication.', 'meds'],
    ],
    quotations: [
      ['The old manual says: "Peer specialists administer medication."', ''],
      ['The old manual says: “Peer specialists administer medication.”', ''],
      ['The “house” is quiet and peer specialists administer medication.', 'meds'],
    ],
  });

  readsEach(
    {
      'block quotes and headings': [
        ['# Peer Specialist\n\n> Peer specialists administer medication.', ''],
        ['# Peer Specialist\n\n> The rule says:\n>\n> - administer medication', ''],
        ['# Peer Specialist\n\n## Administering medication\n\nSit with people.', ''],
        ['# Peer Specialist\n\nPeer specialists administer medication.', 'meds'],
      ],
      'code, comments and struck-out words': [
        ['# Peer Specialist\n\n```\nPeer specialists administer medication.\n```', ''],
        ['# Peer Specialist\n\n<!-- Peer specialists administer medication. -->', ''],
        ['# Peer Specialist\n\n~~Peer specialists administer medication.~~', ''],
        ['# Peer Specialist\n\nPeer specialists **administer** *medication*.', 'meds'],
      ],
    },
    (draft) => draft,
  );
});

describe('what is done: lists under a lead-in or a heading', () => {
  readsEach(
    {
      'lists of prohibitions': [
        ['The peer specialist does not:\n\n- administer medication\n- write progress notes', ''],
        ['Peer specialists will never be asked to:\n\n- administer medication', ''],
        ['No peer specialist will:\n\n- administer medication', ''],
        ['Peer specialists refrain from:\n\n- conducting room searches', ''],
        ['# Peer Specialist\n\n## What is outside the role\n\n- Administer medication', ''],
        ['# Peer Specialist\n\n## Off limits\n\n- Conduct room searches', ''],
        ['# Peer Specialist\n\n## Duties\n\n- Administer medication', 'meds'],
        ['Peer specialists will:\n\n- administer medication', 'meds'],
      ],
      'lists that only look so': [
        ['The duties of the peer specialist include, but are not limited to:\n\n- administering medication', 'meds'],
        ['The peer specialist will not only:\n\n- administer medication', 'meds'],
        ['The peer specialist will not hesitate to:\n\n- administer medication', 'meds'],
      ],
      'a later lead-in ends the ban': [
        ['# Peer Specialist\n\n## Off limits\n\nThe peer specialist will:\n\n- administer medication', 'meds'],
        [
          'The peer specialist does not:\n\n- write progress notes\n\nThe peer specialist will:\n\n- administer medication',
          'meds',
        ],
      ],
      'an inner lead-in may forbid on its own': [
        ['The peer specialist:\n\n- sits with people\n- does not\n  - administer medication', ''],
        ['The peer specialist:\n\n- sits with people\n- does\n  - administer medication', 'meds'],
      ],
      'lists of reports': [
        ['# Peer Specialist\n\n## Old wording\n\n- Administer medication', ''],
        ['# Peer Specialist\n\n## Myths\n\n- Peer specialists administer medication', ''],
        ['# Peer Specialist\n\n## New wording\n\n- Administer medication', 'meds'],
      ],
    },
    (draft) => draft,
  );
});
