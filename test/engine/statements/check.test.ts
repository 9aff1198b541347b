import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLabels } from '../../../scripts/lib/labels';
import { createEngine, type Engine } from '../../../server/src/engine/engine';
import type { Finding } from '../../../server/src/engine/findings/finding';
import { loadKnowledge } from '../../../server/src/engine/knowledge/loader';
import { weightOf } from '../../../server/src/engine/knowledge/weight';
import { readPackFolder } from '../../../server/src/host/node-packs';
import { knowledge } from '../real-pack';
import { BARE_POSTING, policy, POSTING, response } from './documents';
import { check, light } from './light';

const completeness = (draft: string, profile?: string, by?: Engine): Finding[] =>
  check(draft, profile, by).findings.filter((f) => f.family === 'completeness');

const rulesOf = (draft: string, profile?: string): string[] =>
  completeness(draft, profile)
    .map((f) => f.rule)
    .sort();

const EIGHT = [
  'missing-code-of-ethics',
  'missing-lived-experience',
  'missing-outside-training',
  'missing-peer-ratio',
  'missing-peer-supervision',
  'missing-retention-strategy',
  'missing-role-limits',
  'missing-staff-orientation',
];

describe('missing statements', function () {
  this.timeout(60_000);

  it('are asked of a response, all eight', () => {
    assert.deepEqual(rulesOf(response()), EIGHT);
  });

  it('are asked of a policy, but for what only a bid promises', () => {
    assert.deepEqual(
      rulesOf(policy()),
      EIGHT.filter((id) => id !== 'missing-retention-strategy'),
    );
  });

  it('are asked of a job description where they are about the post', () => {
    const ofPost = [
      'missing-code-of-ethics',
      'missing-lived-experience',
      'missing-peer-supervision',
      'missing-role-limits',
    ];
    assert.deepEqual(rulesOf(POSTING), ofPost);
    assert.deepEqual(rulesOf(BARE_POSTING), ofPost);
  });

  it('are reported once, where the draft has several peer roles', () => {
    const two = `# Attachment C: Job descriptions\n\n${POSTING.replace('# ', '## ')}\n${POSTING.replace('# Peer Mentor', '## Peer Bridger')}`;
    assert.equal(new Set(rulesOf(two)).size, rulesOf(two).length);
    assert.equal(rulesOf(two).length, 4);
  });

  it('are none where every statement is made', () => {
    const whole = [...knowledge.wordings.values()].find(({ id }) => id === 'accs-peer-roles-summary')!.body;
    assert.deepEqual(rulesOf(response(whole.replaceAll(/\$\{\d+:([^}]*)\}/g, '$1').replace('$0', ''))), []);
  });

  it('rest on practice, and on the contract where it asks for them', () => {
    const strong = (profile: string): string[] =>
      completeness(response(), profile)
        .filter((f) => f.authority !== 'practice' || f.severity !== 'information')
        .map((f) => `${f.rule} ${f.authority} ${f.severity} ${f.sources[0]!.key}`)
        .sort();
    assert.deepEqual(strong('accs'), [
      'missing-code-of-ethics contract error accs-rfr',
      'missing-retention-strategy contract error tips-2017',
    ]);
    for (const profile of ['cbhc', 'hcbs-ny', 'general']) assert.deepEqual(strong(profile), []);
  });

  it('say as what the draft was read', () => {
    const notes = (draft: string): string | undefined => completeness(draft)[0]?.evidence.notes?.[0];
    assert.match(notes(response()) ?? '', /section about peer roles/);
    assert.match(notes(POSTING) ?? '', /description of a peer role/);
    assert.match(notes(policy()) ?? '', /policy/);
  });

  it('are not asked where the profile turns the rule off', () => {
    const profile = { ...knowledge.profiles.get('general')!, rules: { 'missing-peer-ratio': { off: true } } };
    const own = createEngine({ ...light(knowledge), profiles: new Map([['general', profile]]) });
    const { checklist } = check(response(), 'general', own);
    assert.deepEqual(
      completeness(response(), 'general', own)
        .map((f) => f.rule)
        .sort(),
      EIGHT.filter((id) => id !== 'missing-peer-ratio'),
    );
    assert.equal(
      checklist.some((e) => e.statement === 'missing-peer-ratio'),
      false,
    );
  });

  it('take the message and the advice of a profile that has its own', () => {
    const rules = { 'missing-peer-ratio': { message: 'Give the number.', allowed: 'A number.' } };
    const profile = { ...knowledge.profiles.get('general')!, rules };
    const own = createEngine({ ...light(knowledge), profiles: new Map([['general', profile]]) });
    const finding = completeness(response(), 'general', own).find((f) => f.rule === 'missing-peer-ratio');
    assert.deepEqual([finding?.message, finding?.allowed], ['Give the number.', 'A number.']);
  });
});

describe('the place of a missing statement', () => {
  const place = (rule: string, draft: string): string | undefined => {
    const finding = completeness(draft).find((f) => f.rule === rule);
    assert.equal(finding && draft.slice(finding.span.start, finding.span.end), finding?.text);
    return finding?.text;
  };

  it('is the heading that its words belong under', () => {
    const draft = response(
      '### Supervision\n\nEvery week.\n\n### Training\n\nIn spring.\n\n### Staffing\n\nSix posts.',
    );
    assert.equal(place('missing-peer-supervision', draft), 'Supervision');
    assert.equal(place('missing-outside-training', draft), 'Training');
    assert.equal(place('missing-peer-ratio', draft), 'Staffing');
  });

  it('is else the heading that names the role or the section', () => {
    assert.equal(place('missing-peer-supervision', response()), 'Peer roles');
    assert.equal(place('missing-code-of-ethics', POSTING), 'Peer Mentor, Elm Court');
    assert.equal(place('missing-lived-experience', POSTING), 'Requirements');
  });

  it('is no heading of another section', () => {
    assert.equal(
      place('missing-peer-supervision', `${response()}\n## 9. Supervision of nurses\n\nEvery week.\n`),
      'Peer roles',
    );
  });

  it('is the first sentence where there is no heading', () => {
    assert.equal(place('missing-peer-supervision', BARE_POSTING), 'The peer mentor will:');
  });
});

describe('the checklist', function () {
  this.timeout(60_000);

  it('has the statements that are asked, in the order of the file, whether made or missing', () => {
    const { checklist } = check(response('They belong to one peer team.'));
    const order = [...knowledge.statements.keys()];
    const ids = checklist.map((e) => e.statement);
    assert.deepEqual(
      ids,
      order.filter((id) => ids.includes(id)),
    );
    assert.deepEqual(
      [...EIGHT].filter((id) => !ids.includes(id)),
      [],
    );
    const missing = checklist.filter((e) => e.present.length === 0).map((e) => e.statement);
    assert.ok(missing.includes('missing-peer-ratio') && !missing.includes('missing-retention-strategy'));
  });

  it('knows what a draft says without being asked, for a response that it may be part of', () => {
    const posting = `${POSTING}\n## Training\n\nEvery employee takes an orientation on peer roles before peers start.\n`;
    const { checklist, unasked } = check(posting);
    const ids = unasked.map(({ statement }) => statement);
    assert.ok(ids.includes('missing-staff-orientation'), ids.join());
    assert.ok(unasked.every(({ present }) => present.length > 0));
    assert.ok(!checklist.some(({ statement }) => ids.includes(statement)));
    assert.deepEqual(check('# Memo\n\nEvery employee takes an orientation on peer roles.\n').unasked, []);
  });

  it('knows what a part of a response says that is asked for nothing itself', () => {
    const part = `# Staffing and supervision

## Training

Every colleague attends a two-hour introduction to peer roles, which people in peer roles lead.

## Other staff

Nurses have forty paid hours a year for training outside the agency.
`;
    const { checklist, unasked, findings } = check(part);
    assert.deepEqual([checklist, findings], [[], []]);
    assert.deepEqual(
      unasked.map(({ statement, present }) => [statement, present.length]),
      [['missing-staff-orientation', 1]],
    );
    for (const other of ['# Minutes of the staff council\n\n', 'Dear Ms. Okafor,\n\n'])
      assert.deepEqual(check(other + part).unasked, [], other);
  });

  it('has a job description where the draft is one', () => {
    assert.ok(check(POSTING).unasked.some(({ statement }) => statement === 'specific-job-description'));
    const entry = check(response()).checklist.find(({ statement }) => statement === 'specific-job-description');
    assert.deepEqual(entry?.present, []);
  });

  it('asks for what small teams need of small teams only', () => {
    const asks = (more: string): boolean =>
      check(response(more)).checklist.some(({ statement }) => statement === 'small-team-networking');
    assert.equal(asks(''), true);
    assert.equal(asks('We employ 2.0 FTE in peer roles for the 60 people whom we serve.'), true);
    assert.equal(asks('We employ 8.0 FTE in peer roles for the 240 people whom we serve.'), false);
  });

  it('misses what the findings say is missing', () => {
    for (const draft of [response(), POSTING, policy('All of them have lived experience.')])
      for (const profile of knowledge.profiles.keys()) {
        const { checklist, findings } = check(draft, profile);
        assert.deepEqual(
          checklist
            .filter((e) => EIGHT.includes(e.statement) && e.present.length === 0)
            .map((e) => e.statement)
            .sort(),
          findings
            .filter((f) => f.family === 'completeness')
            .map((f) => f.rule)
            .sort(),
        );
      }
  });

  describe('of an organization', () => {
    const files = readPackFolder(join(import.meta.dirname, '../../../server/knowledge'));
    const own = (text: string): Engine => {
      const { knowledge: pack, errors } = loadKnowledge(files, [{ path: 'ours.yml', text }]);
      assert.deepEqual(errors, []);
      return createEngine(light(pack));
    };

    it('asks for a contract’s own statements under that contract, and under one that begins from it', () => {
      const by = own('id: ours\ntitle: Ours\nanswers: ours\nextends: cbhc\nrules: {}\n');
      const asked = (profile: string): string[] =>
        check(response(), profile, by)
          .checklist.map((e) => e.statement)
          .filter((id) => id.startsWith('cbhc-'));
      assert.ok(asked('cbhc').includes('cbhc-supervision'));
      assert.deepEqual(asked('ours'), asked('cbhc'));
      assert.deepEqual(asked('accs'), []);
      assert.ok(completeness(response(), 'ours', by).every((f) => (f.suggestions ?? []).length > 0));
    });

    it('has a statement of its own, asked of responses and policies unless it says otherwise', () => {
      const by = own(
        'statements:\n  - id: bicycles\n    title: Bicycles\n    why: They help.\n    sources: [{ key: rfi-2017 }]\n    authority: practice\n    headings: [travel]\n    cues: ["(bicycle|bicycles)"]\n',
      );
      const places = (draft: string): number | undefined =>
        check(draft, 'accs', by).checklist.find((e) => e.statement === 'bicycles')?.present.length;
      assert.equal(places(response('Each peer has a bicycle.')), 1);
      assert.equal(places(policy()), 0);
      assert.equal(places(POSTING), undefined);
    });
  });
});

describe('what statements.yml and the rules say', () => {
  it('agrees: sources, and what a statement rests on under each contract', () => {
    for (const id of EIGHT) {
      const statement = knowledge.statements.get(id)!;
      const rule = knowledge.rules.get(id)!;
      assert.equal(rule.check, 'missing-statement', id);
      assert.deepEqual(rule.sources, statement.sources, id);
      for (const profile of knowledge.profiles.values()) {
        const weight = weightOf(rule, profile);
        const change = statement.profiles[profile.id];
        assert.equal(weight?.authority, change?.authority ?? statement.authority, `${id} under ${profile.id}`);
        for (const source of change?.sources ?? [])
          assert.ok(
            weight?.sources.some((s) => s.key === source.key && s.section === source.section),
            `${id} under ${profile.id} lacks ${source.key}`,
          );
      }
    }
  });

  it('has a statement for every completeness rule', () => {
    const rules = [...knowledge.rules.values()].filter((r) => r.family === 'completeness').map((r) => r.id);
    assert.deepEqual(rules.sort(), EIGHT);
    assert.deepEqual(
      rules.filter((id) => !knowledge.statements.has(id)),
      [],
    );
  });
});

describe('our own drafts', () => {
  /** Those that are asked for something, and what they leave unsaid under accs. Every other draft is asked for nothing. */
  const EXPECTED: Readonly<Record<string, readonly string[]>> = {
    'examples/job-description.md': [],
    'examples/rfr-response-section.md': [],
    'test/drafts/job-cps-outpatient-clinic.md': ['missing-code-of-ethics'],
    'test/drafts/posting-cps-quarry-road.md': ['missing-code-of-ethics', 'missing-peer-supervision'],
    'test/drafts/posting-lakeshore-peer-specialist.md': ['missing-code-of-ethics'],
    'test/drafts/posting-vocational-peer-staff.md': ['missing-code-of-ethics', 'missing-peer-supervision'],
    'test/drafts/rfr-peer-roles-clean.md': ['missing-lived-experience', 'missing-staff-orientation'],
    'test/drafts/spec-certified-peer-specialist-4120.md': ['missing-code-of-ethics', 'missing-peer-supervision'],
    'test/drafts/uk-peer-support-worker-clean.md': ['missing-code-of-ethics'],
    'test/drafts/uk-recovery-worker-lived-experience.md': [
      'missing-code-of-ethics',
      'missing-peer-supervision',
      'missing-role-limits',
    ],
  };

  it('are asked as they should be', function () {
    this.timeout(120_000);
    const root = join(import.meta.dirname, '../../..');
    const files = ['examples', 'test/drafts'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((f) => f.endsWith('.md'))
        .map((f) => `${folder}/${f}`),
    );
    const asked = files.flatMap((file) => {
      const { text } = readLabels(readFileSync(join(root, file), 'utf8'));
      const { checklist } = check(text);
      return checklist.length > 0 ? [[file, rulesOf(text)] as const] : [];
    });
    assert.deepEqual(Object.fromEntries(asked), EXPECTED);
  });
});
