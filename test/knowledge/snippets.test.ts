import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snippetFiles, type Snippet } from '../../scripts/snippets';
import { createEngine } from '../../server/src/engine/engine';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { plainWording } from '../../server/src/engine/statements/wording-text';
import { readPackFolder } from '../../server/src/host/node-packs';

const root = join(import.meta.dirname, '../..');
const { knowledge } = loadKnowledge(readPackFolder(join(root, 'server/knowledge')));
const engine = createEngine(knowledge);
const folder = join(root, 'snippets');
const files = readdirSync(folder);
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Snippet>;

/** What the field asks for, by what people would type. */
const ASKED_FOR = [
  ...['centralized-peer-team', 'centralized-peer-team-list', 'centralized-peer-team-chart', 'team-assignment'],
  ...['supervisor-job-description', 'cps-job-description', 'senior-cps-job-description', 'bridger-job-description'],
  ...[
    'family-partner-job-description',
    'recovery-coach-job-description',
    'run-subcontract',
    'two-lines-of-supervision',
  ],
  ...[
    'supervisor-training',
    'career-ladder',
    'role-limits-clause',
    'role-limits-policy',
    'role-limits-job-description',
  ],
  ...[
    'code-of-ethics-alignment',
    'documentation-accs',
    'documentation-cbhc',
    'documentation-hcbs-ny',
    'documentation-general',
  ],
  ...['training-plan', 'ips-training-proposal', 'paid-outside-training', 'small-team-networking', 'staff-orientation'],
  ...['ratio-and-pay', 'hiring-and-retention', 'human-rights-officer', 'harm-reduction', 'self-disclosure-policy'],
  ...['universal-hr-design', 'accs-peer-roles-section', 'cbhc-contract-language', 'cbhc-subcontract-oversight'],
];

describe('the snippets', function () {
  this.timeout(60_000);

  it('are what the wording files say', () => {
    const fresh = snippetFiles(knowledge);
    assert.deepEqual(files, [...fresh.keys()].sort());
    for (const [name, text] of fresh) assert.equal(readFileSync(join(folder, name), 'utf8'), text, name);
  });

  it('have everything that is asked for, each under a prefix of its own', () => {
    const prefixes = files.flatMap((name) => Object.values(read(name)).map(({ prefix }) => prefix));
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const name of ASKED_FOR) assert.ok(prefixes.includes(`peer-${name}`), name);
  });

  it('are in a file named for the contract where they suit one only', () => {
    for (const { profiles, title } of knowledge.wordings.values()) {
      const name = profiles.length === 1 ? `${profiles[0]!}.json` : 'peer-roles.json';
      assert.ok(title in read(name), title);
    }
  });

  it('have tab stops that can be visited, and no dollar that would be taken for one', () => {
    for (const { id, body } of knowledge.wordings.values()) {
      const stops = [...body.matchAll(/(?<!\\)\$(?:\{(\d+)(?::[^}$]*|\|[^}]*\|)\}|(\d+))/g)];
      assert.ok(stops.length > 0, `${id} has no tab stops`);
      const dollars = [...body.matchAll(/(?<!\\)\$/g)];
      assert.equal(dollars.length, stops.length, `${id}: a dollar is not escaped, or a tab stop is malformed`);
      assert.ok(/\$0\s*$|\$\{0/.test(body), `${id} does not say where the cursor ends`);
    }
  });

  for (const { id, title, body, profiles, sources } of knowledge.wordings.values()) {
    it(`"${title}" passes our own checks, and rests on a source`, () => {
      assert.ok(sources.length > 0);
      for (const profileOverride of profiles) {
        const { findings } = engine.check(plainWording(body), { profileOverride, suggestions: false });
        const wrong = findings.filter(
          ({ severity, family }) => /error|warning/.test(severity) && family !== 'completeness',
        );
        assert.deepEqual(
          wrong.map(({ rule, text }) => `${profileOverride}: ${rule}: ${text}`),
          [],
          id,
        );
      }
    });
  }

  it('take the figures of the ratio statement from each other', () => {
    const text = plainWording(knowledge.wordings.get('ratio-and-pay')!.body);
    const [, people, fte, each] =
      /supports (\d+) people and has ([\d.]+) FTE .* for every (\d+) people/.exec(text) ?? [];
    assert.equal(Number(people) / Number(fte), Number(each));
    const { findings } = engine.check(text.replace('6.0 FTE', '4.0 FTE').replace('every 30 people', 'every 45 people'));
    assert.ok(findings.some(({ rule }) => rule === 'peer-ratio'));
  });
});
