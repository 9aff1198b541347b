import { alone, readsEach } from './real-pack';

const place = (text: string): string => (/^(?:#|---)/.test(text) || text.includes('\n') ? text : alone(text));

describe('who acts: beside, instead of and after others', () => {
  readsEach(
    {
      'nobody named': [
        ['# Crisis House\n\nMedication is administered at eight. Guests eat at nine.', ''],
        ['# Crisis House\n\n## Evenings\n\nThe house is quiet. Progress notes are completed before midnight.', ''],
        [
          '# Peer Support Program\n\n## Staffing\n\nPeer specialists welcome guests and share their own stories.\n\n## Nursing\n\nMedication is administered at eight.',
          '',
        ],
        ['# Peer Specialist\n\n## Duties\n\n- Medication is administered at eight.', 'meds'],
        [
          '# Where peer specialists work\n\nThe house has ten beds. Medication is administered by licensed staff at eight. Rooms are searched for contraband on arrival.',
          '',
        ],
        [
          '## Peer specialists\n\nOur peer specialists sit with guests. Each guest meets with a nurse on arrival, and room searches are conducted by security.',
          '',
        ],
      ],
      'beside the subject, or set aside': [
        ['The nurse and the peer specialist administer medication.', 'meds'],
        ['Peer specialists and the house manager administer medication together.', 'meds'],
        ['The house manager, together with the peer specialist, administers medication.', 'meds'],
        ['Together with the nurse, the peer specialist administers medication.', 'meds'],
        ['Along with the nurse, the peer specialist administers medication.', 'meds'],
        ['Alongside the nurse, the peer specialist administers medication.', 'meds'],
        ['The nurse along with the peer specialist administers medication.', 'meds'],
        ['The nurse administers medication, as does the peer specialist.', 'meds'],
        ['The nurse administers medication, and so does the peer specialist.', 'meds'],
        ['The nurse administers medication with help from the peer specialist.', 'meds'],
        ['The nurse administers medication with the help of the peer specialist.', 'meds'],
        ['With help from the peer specialist, the nurse administers medication.', 'meds'],
        ['Medication is administered by the nurse with the assistance of a peer specialist.', 'meds'],
        ['The nurse administers medication, assisted by the peer specialist.', 'meds'],
        ['The nurse, assisted by the peer specialist, administers medication.', 'meds'],
        ['The nurse as well as the peer specialist administers medication.', 'meds'],
        ['The nurse, not the peer specialist, administers medication.', ''],
        ['The nurse, rather than the peer specialist, administers medication.', ''],
        ['The nurse administers medication, and the peer specialist does not.', ''],
        ['The nurse administers medication, unlike the peer specialist.', ''],
        ['The nurse and the house manager administer medication; the peer specialist and the cook make dinner.', ''],
        ['Along with the nurse, the doctor administers medication, and peer specialists sit with people.', ''],
        ['The nurse administers medication without help from the peer specialist.', ''],
        ['Neither the nurse nor the peer specialist administers medication.', ''],
        ['The peer specialist and the nurse talk while the medical assistant administers medication.', ''],
        ['Nurses do not administer medication, and neither do peer specialists.', ''],
        ['With the peer specialist beside her, the nurse administers medication.', ''],
        ['The peer specialist, together with the nurse, meets people; the nurse administers medication.', ''],
        ['The peer specialist, like every clinician, writes progress notes.', 'notes'],
        ['Like every clinician, the peer specialist writes progress notes.', 'notes'],
        ['Clinicians, unlike peer specialists, write progress notes.', ''],
      ],
      'behind its object, or in a contrast': [
        ['Medication that peer specialists administer is logged.', 'meds'],
        ['Medication which the peer specialist administers is logged.', 'meds'],
        ['The medication the peer specialist administers is logged.', 'meds'],
        ['The medications our peer specialists administer are kept in the office.', 'meds'],
        ['Progress notes that peer specialists write are filed by the clerk.', 'notes'],
        ['Medication that nurses administer is logged by the clerk while peer specialists make tea.', ''],
        ['The medication the nurse administers makes some people sleepy, and the peer specialist sits with them.', ''],
        ['Nurse-administered medication is logged; peer specialists make tea.', ''],
        ['Instead of nurses, peer specialists administer medication.', 'meds'],
        ['Rather than the nurse, the peer specialist administers medication.', 'meds'],
        ['In place of the nurse, the peer specialist administers medication.', 'meds'],
        ['It is peer specialists, not nurses, who administer medication.', 'meds'],
        ['It is nurses, not peer specialists, who administer medication.', ''],
        ['Instead of peer specialists, nurses administer medication.', ''],
        ['Not the nurse but the peer specialist administers medication.', 'meds'],
        ['Not the peer specialist but the nurse administers medication.', ''],
      ],
      'behind an introduction': [
        ['Should the nurse be unable to come, the peer specialist administers medication.', 'meds'],
        ['Should the nurse be unable to go, the peer specialist goes in her place and administers medication.', 'meds'],
        ["In the nurse's absence, the peer specialist administers medication.", 'meds'],
        ['In the absence of the nurse, the peer specialist administers medication.', 'meds'],
        ['When there is no nurse, the peer specialist administers medication.', 'meds'],
        ['If nobody else is free, the peer specialist administers medication.', 'meds'],
        ['Because the nurse does not work on weekends, the peer specialist administers medication.', 'meds'],
        ['After the nurse leaves, the peer specialist administers medication.', 'meds'],
        ['Should the peer specialist be unable to come, the nurse administers medication.', ''],
        ["In the peer specialist's absence, the nurse administers medication.", ''],
        ['Before the peer specialist arrives, the nurse administers medication.', ''],
      ],
      'whom a memo means': [
        ['# Memo\n\nTo: Peer Specialists\n\nPlease administer medication at eight.', 'meds'],
        ['# Memo\n\nTo: Peer Specialists\n\nFrom Monday, administer medication at eight and sign the sheet.', 'meds'],
        [
          '# Memo\n\nTo: Peer Specialists\n\nBefore you leave, write progress notes for everyone on your list.',
          'notes',
        ],
        ['# A guide for peer specialists\n\n1. Greet people.\n2. Write progress notes before you leave.', 'notes'],
        ['# Memo\n\nTo: Nurses\n\nPlease administer medication at eight.', ''],
        ['# Memo\n\nTo: Program Directors\n\nWrite progress notes before you leave. Peer specialists do not.', ''],
        [
          '# Memo\n\nTo: Program Directors\n\nFrom Monday, your peer specialists will cover nights. Have them administer medication at eight.',
          'meds',
        ],
        [
          '# Memo\n\nTo: Program Directors\n\nYour peer specialists are not nurses. Do not have them administer medication.',
          '',
        ],
        [
          '# Memo\n\nTo: Program Directors\n\nYou supervise two peer specialists. Let them write progress notes.',
          'notes',
        ],
        ['# Memo\n\nTo: Peer Specialists\n\nNurses start in May. Let them administer medication.', ''],
      ],
      'in cells': [
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | Yes, days | Yes, evenings |',
          'meds',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | Yes, always | No, never |',
          '',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | R, A | R |',
          'meds',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | A | R, A |',
          'meds',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | lead | backup |',
          'meds',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | lead | back-up on weekends |',
          'meds',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | ✓ | ✓ (weekends) |',
          'meds',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | ✓ | not their job |',
          '',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | ✓ | only with the person |',
          '',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | R, A | C, I |',
          '',
        ],
        [
          '# Program\n\n| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | R, A | I |',
          '',
        ],
        [
          '# Program\n\n| Task | Who | Backup |\n| --- | --- | --- |\n| Administer medication | Nurse | Peer specialist |',
          'meds',
        ],
        [
          '# Program\n\n| Task | Who | Not |\n| --- | --- | --- |\n| Administer medication | Nurse | Peer specialist |',
          '',
        ],
        [
          '# Rota\n\n| Post | Mon | Tue |\n| --- | --- | --- |\n| Administer medication | Nurse | Peer specialist |',
          'meds',
        ],
        [
          '# Rota\n\n| Post | Mon | Tue |\n| --- | --- | --- |\n| Administer medication | Nurse | Peer specialist |\n| Write progress notes | Peer mentor | Peer specialist |',
          'meds notes',
        ],
        ['---\nrole: peer-specialist\n---\n\n# Evenings\n\n- Administers medication', 'meds'],
        ['---\nrole: peer_specialist\n---\n\n# Evenings\n\n- Administers medication', 'meds'],
        ['---\nrole: registered-nurse\n---\n\n# Evenings\n\n- Administers medication', ''],
        ['---\njob-title: Peer-Support-Specialist\n---\n\n# Evenings\n\n- Administers medication', 'meds'],
      ],
      'in a clause that only repeats the verb': [
        ['The nurse administers medication; what peer specialists do is sit with people.', ''],
        ['Peer specialists do not administer medication; if they do, tell the supervisor.', ''],
        ['Nurses administer medication more often than peer specialists do.', ''],
        ['Peer specialists do not administer medication, but nurses do.', ''],
        ['Members write progress notes of their own, and some peers do too.', ''],
        ['Peer specialists do not administer medication on weekdays, but on weekends they do.', 'meds'],
        ['The nurse administers medication; when she is out, the peer specialist steps in.', 'meds'],
        ['Nurses administer medication, which falls to the peer specialist on weekends.', 'meds'],
        ['Nurses administer medication, which falls to the charge nurse on weekends.', ''],
      ],
      'nobody named, and another role at work': [
        ['# Peer Specialists\n\nA nurse is there all day. Medication is administered at eight.', ''],
        ['# Peer Specialist\n\nThe day begins early. Medication is administered at eight.', 'meds'],
        ['# Peer Specialist\n\n## Duties\n\n- Medication is administered at eight.', 'meds'],
      ],
      'whichever of them': [
        ['Medication is administered by whichever peer specialist is on duty.', 'meds'],
        ['Medication is administered by whichever nurse is on duty.', ''],
      ],
      'whom a guide means': [
        ['# A guide for peer specialists\n\n1. Greet people.\n2. Write progress notes before you leave.', 'notes'],
        ['# A hiring guide for peer specialists\n\n1. Greet people.\n2. Write progress notes before you leave.', ''],
        ['# Memo\n\nTo: Program Directors\n\nPeer specialists start in May; have them administer medication.', 'meds'],
        [
          '# Memo\n\nTo: Program Directors\n\nPeer specialists start in May and nurses in June; have them administer medication.',
          '',
        ],
      ],
    },
    place,
  );
});
