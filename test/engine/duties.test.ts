import assert from 'node:assert/strict';
import { roleName, type DutyRead } from '../../server/src/engine/duties/who';
import { engine } from './real-pack';

/* Who has which limited duty, peer or not: what the matrix of a review is made from. */

const PEERS = '# Program\n\nPeer specialists work here.\n\n';
const duties = (text: string, profile = 'accs'): readonly DutyRead[] =>
  engine.check(PEERS + text, { profileOverride: profile, suggestions: false }).duties;
/** "nurse: medication-administration", with "!" where a limit is crossed and "?" where it may be. */
const told = (text: string, profile?: string): string[] =>
  duties(text, profile).map(
    ({ role, rule, crossed, open }) => `${role}: ${rule}${crossed ? (open ? '?' : '!') : open ? ' (open)' : ''}`,
  );

describe('who does what', function () {
  this.timeout(30_000);

  it('tells peer roles, for which a limit is crossed, from other roles', () => {
    assert.deepEqual(told('The nurse administers medication. The peer specialist administers medication.'), [
      'nurse: medication-administration',
      'peer specialist: medication-administration!',
    ]);
  });

  it('leaves out what is forbidden, asked for by the person, reported, or done by nobody that is known', () => {
    assert.deepEqual(told('Peer specialists do not administer medication.'), []);
    assert.deepEqual(told('No nurse administers medication.'), []);
    assert.deepEqual(told('In 2011, nurses administered medication.'), []);
    assert.deepEqual(told('At the request of the person, the peer specialist goes to the treatment team meeting.'), []);
    assert.deepEqual(told('The person takes their own medication.'), []);
  });

  it('has collectives, and marks them where peers are among them', () => {
    assert.deepEqual(told('All staff write progress notes.'), ['staff: routine-notes!']);
    const apart = told('“Staff” does not include peer specialists. All staff write progress notes.');
    assert.deepEqual(apart, ['staff: routine-notes']);
  });

  it('gives a shared duty to each of those who share it', () => {
    const shared = ['peer specialist: medication-administration!', 'nurse: medication-administration'];
    for (const text of [
      'Nurses and peer specialists administer medication.',
      'Nurses and peer specialists will:\n\n- administer medication\n',
      '| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | x | x |\n',
    ])
      assert.deepEqual(told(text).sort(), [...shared].sort(), text);
    assert.deepEqual(told('With the nurse, the peer specialist administers medication.'), [shared[0]]);
  });

  it('reads tables: rows and columns of roles', () => {
    assert.deepEqual(told('| Role | Duties |\n| --- | --- |\n| Night nurse | Administers medication |\n'), [
      'night nurse: medication-administration',
    ]);
    assert.deepEqual(
      told('| Task | Nurse | Peer specialist |\n| --- | --- | --- |\n| Administer medication | x | |\n'),
      ['nurse: medication-administration'],
    );
  });

  it('says so where the wording leaves it open', () => {
    const open = duties('The peer specialist helps people make their crisis plan.');
    assert.deepEqual(
      open.map(({ rule, open: perhaps }) => [rule, perhaps]),
      [['treatment-plans-and-assessments', true]],
    );
  });

  it('marks nothing where the contract asks for the duty, or somebody gave a reason to leave it', () => {
    const text = 'The peer specialist writes a note about each contact.';
    assert.deepEqual(told(text), ['peer specialist: routine-notes!']);
    assert.deepEqual(told(text, 'cbhc'), ['peer specialist: routine-notes']);
    const because = ' <!-- peer-role-check: allow routine-notes because the county asks for it -->';
    assert.deepEqual(told(text + because), ['peer specialist: routine-notes']);
  });

  it('has each duty once, in document order, with the words of its clause', () => {
    const found = duties('Peer specialists count and hand out medication.\n\nThe nurse keeps the medication record.\n');
    assert.deepEqual(
      found.map(({ role, text }) => [role, text]),
      [
        ['peer specialist', 'Peer specialists count and hand out medication.'],
        ['nurse', 'The nurse keeps the medication record.'],
      ],
    );
    assert.ok(found.every(({ span, text }) => span.end - span.start === text.length));
  });
});

describe('the name of a role, in one form', () => {
  const names: Readonly<Record<string, string>> = {
    'Peer Specialists': 'peer specialist',
    'the Certified Peer Specialist': 'certified peer specialist',
    'All  staff': 'staff',
    'every employee': 'employee',
    'all of us': 'all of us',
    RNs: 'RN',
    CPSs: 'CPS',
    cps: 'CPS',
    NURSES: 'nurse',
    'Directors of Nursing': 'director of nursing',
    'people in peer roles': 'people in peer roles',
    'peers on duty': 'peer on duty',
    Deputies: 'deputy',
    coaches: 'coach',
    Jo: 'jo',
  };
  for (const [words, name] of Object.entries(names)) it(`${words}: ${name}`, () => assert.equal(roleName(words), name));
});

describe('the sections of a draft', () => {
  it('are its own headings, with their words and places', () => {
    const text = '# *Peer* roles\n\nText.\n\n> ## Theirs\n\n## Pay\n\nMore.\n';
    const { sections } = engine.check(text, { suggestions: false });
    assert.deepEqual(
      sections.map(({ title, level, span }) => [title, level, text.slice(span.start, span.end)]),
      [
        ['Peer roles', 1, 'Peer* roles'],
        ['Pay', 2, 'Pay'],
      ],
    );
  });
});
