import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Desk } from './run';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

const JOB = `# Peer Specialist

The peer specialist will:

- Sit with people who would like company.
- Administer medication to residents.
- Write a progress note about each person.
`;
const SHIFTS = `# Evenings

| Task | Nurse | Peer specialist |
| --- | --- | --- |
| Hand out medication | x | |
| Search rooms | | x |
`;
const POLICY = `# House rules

The peer specialist does not hand out medication. <!-- peer-role-check: allow reporting-on-people because it is gone -->

The peer specialist reads each resident's file. <!-- peer-role-check: allow reading-records because our lawyer is looking at it -->
`;

describe('dist/cli.js report, on a folder of three drafts', function () {
  this.timeout(60_000);
  let desk: Desk;
  before(() => {
    desk = new Desk();
    desk.put({ 'response/job.md': JOB, 'response/shifts.md': SHIFTS, 'response/policy.md': POLICY });
  });
  after(() => {
    desk.clear();
  });

  const report = (format: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [CLI, 'report', '--format', format, ...args, 'response'],
      { cwd: desk.folder, encoding: 'utf8' },
    );
    assert.equal(stderr, '');
    assert.equal(status, 0);
    return stdout;
  };

  it('writes a memo that says who does what, against which limit, and what was left out', () => {
    const memo = report('md');
    assert.match(memo, /^# Review memo: peer roles in 3 drafts$/m);
    assert.match(
      memo,
      /^> “Administer medication to residents\.”\n\n- \*\*Where:\*\* response\/job\.md, line 6, under “Peer Specialist”$/m,
    );
    assert.match(memo, /^- \*\*Suggested wording:\*\* “.+”$/m);
    assert.match(memo, /^\| Duty \|.* Peer specialist \(peer role\) \| Nurse \(other role\) \|$/m);
    assert.match(memo, /^\| Giving or handling medication \| ✗ crossed 1 \| has it 1 \|$/m);
    assert.match(memo, /^\| Reading files about people \| left out 1 \| – \|$/m);
    assert.match(memo, /our lawyer is looking at it \| At this place, in a comment \|$/m);
    assert.match(memo, /^- response\/policy\.md, line 3: There is nothing here any more/m);
    assert.match(memo, /^\| Peer Specialist \| response\/job\.md \| \d+ \| █+ \|$/m);
    assert.match(memo, /^\d{1,2} [A-Z][a-z]+ 20\d\d\. Made by a program, Peer Role Check \d/m);
  });

  it('writes the same as a page and as JSON, and for another contract', () => {
    assert.match(report('html'), /<title>Review memo: peer roles in 3 drafts<\/title>/);
    const { limits, drafts } = JSON.parse(report('json', '--profile', 'hcbs-ny')) as {
      limits: { rule: string; authority: string }[];
      drafts: { path: string; profile: string }[];
    };
    assert.deepEqual(
      drafts.map(({ path, profile }) => [path, profile]),
      ['job', 'policy', 'shifts'].map((name) => [`response/${name}.md`, 'hcbs-ny']),
    );
    assert.equal(limits.find(({ rule }) => rule === 'medication-administration')?.authority, 'practice');
  });
});
