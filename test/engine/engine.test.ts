import { EMPTY } from '../knowledge/empty';
import assert from 'node:assert/strict';
import { createEngine, type CheckOptions } from '../../server/src/engine/engine';
import { type Finding } from '../../server/src/engine/findings/finding';
import { deduplicate, order } from '../../server/src/engine/findings/stages';
import { type Knowledge, type Profile, type Rule } from '../../server/src/engine/knowledge/types';

/* A small knowledge, so that a test of findings does not depend on the rules of the product. */

const rule = (id: string, reads: Partial<NonNullable<Rule['reads']>>, more: Partial<Rule> = {}): Rule => ({
  id,
  family: 'duty',
  title: id,
  message: `No ${id}.`,
  question: `Is it ${id}?`,
  why: 'Because.',
  allowed: 'Something else.',
  authority: 'ethics',
  sources: [{ key: 'paper', section: '1' }],
  reads: { any: ['nothing-at-all'], except: [], open: [], ...reads },
  flags: ['-'],
  allows: ['-'],
  ...more,
});

const profile = (id: string, severity: Profile['severity'], rules: Profile['rules'] = {}): Profile => ({
  id,
  title: id,
  answers: 'a test',
  severity,
  rules,
});

const byId = <T extends { readonly id: string }>(...things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

const USUAL = { contract: 'error', ethics: 'warning', practice: 'information' } as const;

const knowledge: Knowledge = {
  ...EMPTY,
  roles: {
    peer: ['[peer] (mentor|mentors)'],
    other: ['nurse'],
    collective: ['[all] staff'],
    person: ['people'],
    none: [],
  },
  lexicons: byId({ id: 'verb', kind: 'verb', entries: ['pour', 'search', 'sit', 'help', 'count'] }),
  cues: byId({ id: 'forbid-before', entries: ['never'] }),
  profiles: byId(
    profile('accs', USUAL, {
      pouring: { authority: 'contract', sources: [{ key: 'contract', section: '7.5 a' }] },
      resting: { off: true },
      sitting: { severity: 'hint' },
    }),
    profile(
      'mild',
      { contract: 'information', ethics: 'hint', practice: 'hint' },
      { helping: { sources: [{ key: 'more' }] } },
    ),
  ),
  rules: byId(
    rule('pouring', {
      any: ['<pour> ... (pills|tea)', '<pour>', '<count> & pills'],
      except: ['<pour> .. tea'],
      open: ['<count>'],
    }),
    rule('searching', { any: ['<search> [the] rooms'], open: ['<search>'] }),
    rule('helping', { any: ['<help>'] }, { authority: 'practice' }),
    rule('sitting', { any: ['<sit>'] }),
    rule('resting', { any: ['rest'] }),
  ),
};

const engine = createEngine(knowledge);
const check = (draft: string, options?: CheckOptions): readonly Finding[] => engine.check(draft, options).findings;
const brief = (draft: string, options?: CheckOptions): string[] =>
  check(draft, options).map((f) => `${f.rule} ${f.severity} ${f.certainty}`);

describe('findings: how many, and in which order', () => {
  it('is one for a rule and a place, however many patterns match', () => {
    assert.deepEqual(brief('Mentors pour pills and pour, pour.'), ['pouring error breach']);
    assert.deepEqual(brief('Mentors pour. Mentors pour.'), ['pouring error breach', 'pouring error breach']);
  });

  it('is one for each rule of a sentence', () => {
    assert.deepEqual(brief('Mentors search rooms, pour and help.'), [
      'helping information breach',
      'pouring error breach',
      'searching warning breach',
    ]);
  });

  it('keeps the surer of two that overlap, and then the first', () => {
    const at = (start: number, end: number, certainty: Finding['certainty'], rule = 'a'): Finding =>
      ({ rule, certainty, span: { start, end } }) as Finding;
    const open = at(0, 9, 'open');
    const sure = at(5, 20, 'breach');
    const other = at(5, 20, 'breach', 'b');
    assert.deepEqual(deduplicate([open, sure, other, at(19, 30, 'breach')]), [sure, other]);
    assert.deepEqual(deduplicate([at(0, 5, 'breach'), sure]).length, 2);
    assert.deepEqual(deduplicate([]), []);
  });

  it('stands in document order, the shorter first, then by the name of the rule', () => {
    const at = (rule: string, start: number, end: number): Finding => ({ rule, span: { start, end } }) as Finding;
    const list = [at('b', 3, 9), at('z', 0, 9), at('a', 3, 9), at('c', 3, 5)];
    assert.deepEqual(
      order(list).map((f) => f.rule),
      ['z', 'c', 'a', 'b'],
    );
    const draft = '# Team\n\nMentors help.\n\n- Mentors pour.\n\n| Mentor |\n| --- |\n| search rooms |\n';
    assert.deepEqual(
      check(draft).map((f) => f.rule),
      ['helping', 'pouring', 'searching'],
    );
  });

  it('is none where an exception overlaps, or the role is denied', () => {
    assert.deepEqual(brief('Mentors pour tea.'), []);
    assert.deepEqual(brief('Mentors never pour pills.'), []);
    assert.deepEqual(brief('The nurse pours pills.'), []);
    assert.deepEqual(brief('Mentors pour pills. Mentors pour tea.'), ['pouring error breach']);
  });
});

describe('findings: how strong they are', () => {
  it('goes by what the limit rests on, and by what the profile says of the rule', () => {
    assert.deepEqual(brief('Mentors pour.'), ['pouring error breach']);
    assert.deepEqual(brief('Mentors search rooms.'), ['searching warning breach']);
    assert.deepEqual(brief('Mentors help.'), ['helping information breach']);
    assert.deepEqual(brief('Mentors sit.'), ['sitting hint breach']);
    assert.deepEqual(brief('Mentors rest.'), []);
    assert.deepEqual(brief('Mentors rest.', { profileOverride: 'mild' }), ['resting hint breach']);
  });

  it('is one step milder for a collective, another for an open case, and never below a hint', () => {
    const staff = 'Mentors are here. Staff';
    assert.deepEqual(brief(`${staff} pour.`), ['pouring warning breach']);
    assert.deepEqual(brief(`${staff} search rooms.`), ['searching information breach']);
    assert.deepEqual(brief(`${staff} sit.`), ['sitting hint breach']);
    assert.deepEqual(brief('Mentors count.'), ['pouring warning open']);
    assert.deepEqual(brief(`${staff} count.`), ['pouring information open']);
    assert.deepEqual(brief('Staff pour.'), []);
  });

  it('is worded as a question where the case is open, and only there', () => {
    assert.deepEqual(
      check('Mentors search. Mentors search rooms.').map((f) => [f.certainty, f.message]),
      [
        ['open', 'Is it searching?'],
        ['breach', 'No searching.'],
      ],
    );
    assert.deepEqual(brief('Mentors count pills.'), ['pouring error breach']);
  });

  it('tells sources: the contract first where the limit rests on it, else after the rule’s own', () => {
    const keys = (draft: string, options?: CheckOptions): string[] | undefined =>
      check(draft, options)[0]?.sources.map((s) => s.key);
    assert.deepEqual(keys('Mentors pour.'), ['contract', 'paper']);
    assert.deepEqual(keys('Mentors search rooms.'), ['paper']);
    assert.deepEqual(keys('Mentors help.', { profileDefault: 'mild' }), ['paper', 'more']);
    assert.equal(check('Mentors pour.')[0]?.authority, 'contract');
    assert.equal(check('Mentors pour.', { profileOverride: 'mild' })[0]?.authority, 'ethics');
  });
});

describe('the profile of a draft', () => {
  const matter = (name: string): string => `---\npeer-role-profile: ${name}\n---\n\nMentors pour.\n`;
  const plain = 'Mentors pour.';
  const rows: readonly (readonly [
    name: string,
    draft: string,
    options: CheckOptions,
    profile: string,
    warned: boolean,
  ])[] = [
    ['accs, where none is named', plain, {}, 'accs', false],
    ['the one of the settings', plain, { profileDefault: 'mild' }, 'mild', false],
    ['the one that the draft names, against the settings', matter('accs'), { profileDefault: 'mild' }, 'accs', false],
    ['the one that the draft names', matter('mild'), {}, 'mild', false],
    ['the one of the command line, against the draft', matter('accs'), { profileOverride: 'mild' }, 'mild', false],
    ['accs, where the settings name an unknown one', plain, { profileDefault: 'nix' }, 'accs', false],
    [
      'the draft’s, where the command line names an unknown one',
      matter('mild'),
      { profileOverride: 'nix' },
      'mild',
      false,
    ],
    ['accs and a warning, where the draft names an unknown one', matter('nix'), {}, 'accs', true],
    [
      'the settings’ and a warning, where the draft names an unknown one',
      matter('nix'),
      { profileDefault: 'mild' },
      'mild',
      true,
    ],
    ['accs and a warning, where the draft names nothing', matter(''), {}, 'accs', true],
  ];
  for (const [name, draft, options, expected, warned] of rows)
    it(`is ${name}`, () => {
      const result = engine.check(draft, options);
      assert.equal(result.profile, expected);
      const rules = result.findings.map((f) => f.rule);
      assert.deepEqual(rules, warned ? ['unknown-profile', 'pouring'] : ['pouring']);
    });

  it('that is unknown is shown where it is named, with those that are known', () => {
    const draft = matter('"acss"');
    const [finding] = check(draft);
    assert.equal(finding?.severity, 'warning');
    assert.match(finding.message, /"acss".*"accs".*accs, mild/);
    assert.match(draft.slice(finding.span.start, finding.span.end), /^"?acss"?$/);
  });
});

describe('spans', () => {
  /** The clause, the duty's words and the actor, as they stand in the source under their spans. */
  const under = (draft: string): string[][] =>
    check(draft).map(({ span, text, evidence }) => {
      const at = (s: { start: number; end: number }): string => draft.slice(s.start, s.end);
      assert.equal(text, at(span));
      for (const word of evidence.duty) assert.equal(word.text, at(word.span));
      return [text, evidence.duty.map((w) => w.text).join(' … '), evidence.actor ? at(evidence.actor.span) : ''];
    });
  const rows: Readonly<Record<string, readonly [draft: string, expected: string[][]]>> = {
    'in a sentence among others': [
      'People rest. Mentors pour the pills. People rest.',
      [['Mentors pour the pills.', 'pour … pills', 'Mentors']],
    ],
    'in one clause of several': [
      'Nurse and people sit; mentors pour pills; the nurse sits.',
      [['mentors pour pills;', 'pour … pills', 'mentors']],
    ],
    'behind emoji and other characters of two code units': [
      '😀🎉 𝔘 Mentors 👩‍⚕️ pour 💊 pills 🎉.',
      [['😀🎉 𝔘 Mentors 👩‍⚕️ pour 💊 pills 🎉.', 'pour … pills', 'Mentors']],
    ],
    'with lines that end with CR and LF': [
      '# Team\r\n\r\nPeople rest.\r\nMentors\r\npour pills.\r\n',
      [['Mentors\r\npour pills.', 'pour … pills', 'Mentors']],
    ],
    'with markup between the words': [
      'The **peer** *mentor* [pours](http://x.y/pills) ~~no~~ `a` pills.',
      [['The **peer** *mentor* [pours](http://x.y/pills) ~~no~~ `a` pills.', 'pours … pills', 'peer** *mentor']],
    ],
    'with the actor in the lead-in above': [
      'Every mentor will:\n\n- pour pills\n',
      [['pour pills', 'pour … pills', 'mentor']],
    ],
    'with the actor in a heading': [
      '# Team\n\n## Peer Mentor\n\n* 💊 pour pills\n',
      [['💊 pour pills', 'pour … pills', 'Peer Mentor']],
    ],
    'with words in another order than the pattern’s': [
      'Mentors with pills count.',
      [['Mentors with pills count.', 'pills … count', 'Mentors']],
    ],
  };
  for (const [name, [draft, expected]] of Object.entries(rows))
    it(`are right ${name}`, () => {
      assert.deepEqual(under(draft), expected);
    });
});
