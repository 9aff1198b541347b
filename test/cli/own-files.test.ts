import assert from 'node:assert/strict';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import { Desk, type Run } from './run';

const DRAFT = '# Peer Specialist\n\nThe peer specialist writes a note about each contact.\n';
const PROFILE = `id: harbor
title: Harbor County
answers: the county's call for peer support
extends: cbhc
rules:
  medication-influence: { off: true }
`;
const EDITION = `id: "2015"
title: CPS Code of Ethics (2015)
jurisdiction: Massachusetts
complete: true
source: { key: rfi-2017 }
principles:
  - number: 1
    title: Our own title
    summary: What it asks.
`;
const SUPPRESSIONS = `suppressions:
  - rule: routine-notes
    because: our contract asks for contact records
`;

describe('the command line: an organization’s own files', function () {
  this.timeout(60_000);
  let desk: Desk;
  beforeEach(() => (desk = new Desk()));
  afterEach(() => {
    desk.clear();
  });
  const run = (...args: string[]): Promise<Run> => desk.run(args, { create: createBuiltinEngine });

  interface Report {
    readonly profile: string | null;
    readonly files: {
      path: string;
      findings: { rule: string }[];
      suppressed: { rule: string; suppression: { reason: string; by: string } }[];
    }[];
  }
  const json = async (...args: string[]): Promise<Report> =>
    JSON.parse((await run('check', '--format', 'json', ...args)).out) as Report;
  const notes = (report: Report): string[] =>
    report.files
      .filter(({ findings }) => findings.some(({ rule }) => rule === 'routine-notes'))
      .map(({ path }) => path);

  it('bring a profile that begins from one of ours, to choose by its name', async () => {
    desk.put({ 'draft.md': DRAFT, '.peer-role-check/harbor.yml': PROFILE });
    assert.deepEqual(notes(await json('draft.md')), ['draft.md']);
    const harbor = await json('--profile', 'harbor', 'draft.md');
    assert.equal(harbor.profile, 'harbor');
    assert.deepEqual(notes(harbor), [], 'cbhc asks for contact notes, and harbor begins from it');
    assert.match((await run('--help')).out, /harbor +Harbor County/);
    assert.match((await run('report', '--profile', 'harbor', 'draft.md')).out, /\| Harbor County \|/);
  });

  it('are found beside the draft or above it, and used for no draft elsewhere', async () => {
    desk.put({
      'north/.peer-role-check/suppressions.yml': SUPPRESSIONS,
      'north/deep/down/draft.md': DRAFT,
      'south/draft.md': DRAFT,
    });
    const both = await json('.');
    assert.deepEqual(notes(both), ['south/draft.md']);
    const [north] = both.files;
    assert.deepEqual(
      north?.suppressed.map(({ rule, suppression }) => [rule, suppression]),
      [['routine-notes', { reason: 'our contract asks for contact records', by: 'workspace' }]],
    );
    const memo = (await run('report', '.')).out;
    assert.match(memo, /our contract asks for contact records \| For all of the organization's drafts \|/);
  });

  it('bring an edition of the Code', async () => {
    const draft = `---\ncode-of-ethics: "2015"\n---\n${DRAFT}`;
    desk.put({ 'draft.md': draft, '.peer-role-check/code.yml': EDITION });
    assert.match((await run('report', 'draft.md')).out, /CPS Code of Ethics \(2015\): all of its principles are known/);
  });

  it('that have a mistake are pointed out with file and line; the drafts are checked all the same', async () => {
    desk.put({
      'draft.md': DRAFT,
      '.peer-role-check/suppressions.yml': SUPPRESSIONS,
      '.peer-role-check/harbor.yml': PROFILE.replace('extends: cbhc', 'extends: cbch'),
    });
    for (const args of [['check', '--fail-on', 'never'], ['report']]) {
      const { status, out, err } = await run(...args, 'draft.md');
      assert.equal(status, 2);
      assert.match(err, /^peer-role-check: \.peer-role-check\/harbor\.yml:4: .*cbhc.*\n$/);
      assert.match(out, /our contract asks for contact records/);
    }
    const { status, out, err } = await run('check', '--profile', 'harbor', 'draft.md');
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, /harbor\.yml:4: [^]*There is no profile "harbor"\./);
  });

  it('are pointed out from the folder that the command is run in', async () => {
    desk.put({ 'a/draft.md': DRAFT, 'a/.peer-role-check/x.yml': 'nonsense: true\n' });
    assert.match((await run('check', 'a')).err, /^peer-role-check: a\/\.peer-role-check\/x\.yml:1: /);
  });

  it('cannot be chosen for drafts elsewhere', async () => {
    desk.put({ 'a/draft.md': DRAFT, 'a/.peer-role-check/harbor.yml': PROFILE, 'b/draft.md': DRAFT });
    const { status, out, err } = await run('check', '--profile', 'harbor', 'a', 'b');
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, /There is no profile "harbor" for all of these drafts\./);
    assert.equal((await run('check', '--fail-on', 'never', '--profile', 'harbor', 'a')).status, 0);
  });

  it('are used for standard input where the command is run', async () => {
    desk.put({ '.peer-role-check/suppressions.yml': SUPPRESSIONS });
    const { out } = await desk.run(['check', '-'], { create: createBuiltinEngine, stdin: DRAFT });
    assert.match(out, /our contract asks for contact records/);
  });
});
