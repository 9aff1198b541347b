import assert from 'node:assert/strict';
import { Desk } from './run';

describe('the command line: report', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
    desk.put({ 'a.md': 'Then BREACH here.', 'b.md': 'OPEN ALL', 'fine.md': 'fine' });
  });
  afterEach(() => {
    desk.clear();
  });

  it('writes Markdown where no format is named, and is content whatever was found', async () => {
    for (const args of [
      ['report', 'a.md'],
      ['report', '--format', 'md', 'a.md'],
      ['report', '--format=md', '.'],
    ]) {
      const { status, out, err } = await desk.run(args);
      assert.equal(status, 0, args.join(' '));
      assert.equal(err, '');
      assert.match(out, /^<!-- peer-role-check: not a draft\b.*-->\n\n# Review memo: peer roles in /);
      assert.match(out, /^> “BREACH”$/m);
      assert.ok(out.endsWith('\n') && !out.endsWith('\n\n'));
    }
  });

  it('writes one HTML file', async () => {
    const { status, out } = await desk.run(['report', '--format', 'html', '.']);
    assert.equal(status, 0);
    assert.match(out, /^<!doctype html>\n<html lang="en">/);
    assert.match(out, /<blockquote><p>“BREACH”<\/p><\/blockquote>/);
    assert.ok(out.endsWith('</html>\n'));
  });

  it('writes JSON: a contract, with lines from 1', async () => {
    const { status, out } = await desk.run(['report', '--format', 'json', 'a.md', 'fine.md']);
    assert.equal(status, 0);
    const memo = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual(Object.keys(memo).sort(), [
      'date',
      'drafts',
      'editions',
      'figures',
      'findings',
      'limits',
      'matrix',
      'papers',
      'product',
      'profiles',
      'remarks',
      'sections',
      'statements',
      'summary',
      'sums',
      'suppressed',
      'unreadable',
      'version',
    ]);
    const { version, date, drafts, findings, papers } = memo;
    assert.equal(version, 1);
    assert.equal(date, '2026-11-22');
    assert.deepEqual(drafts, [
      { path: 'a.md', profile: 'accs', edition: '2008', stated: 1, open: 0 },
      { path: 'fine.md', profile: 'accs', edition: '2008', stated: 0, open: 0 },
    ]);
    assert.deepEqual(findings, [
      {
        rule: 'capitals',
        family: 'duty',
        title: 'Capitals',
        severity: 'error',
        authority: 'ethics',
        certainty: 'breach',
        place: { path: 'a.md', line: 1, endLine: 1 },
        quotation: 'BREACH',
        message: 'Peers do not shout.',
        why: '',
        allowed: 'Talking softly.',
        sources: [{ key: 'paper', title: 'A Paper' }],
        notes: [],
      },
    ]);
    assert.deepEqual(papers, [{ key: 'paper', title: 'A Paper', publisher: 'A Committee, 2012' }]);
  });

  it('reads folders, files and standard input as a check does', async () => {
    desk.put({ 'deep/c.md': 'fine', 'notes.txt': 'fine', '.gitignore': 'b.md\n' });
    const read = async (args: string[], stdin?: string): Promise<string[]> => {
      const { out } = await desk.run(['report', '--format', 'json', ...args], stdin === undefined ? {} : { stdin });
      return (JSON.parse(out) as { drafts: { path: string }[] }).drafts.map(({ path }) => path);
    };
    assert.deepEqual(await read(['.']), ['a.md', 'deep/c.md', 'fine.md']);
    assert.deepEqual(await read(['notes.txt', 'a.md', 'a.md']), ['notes.txt', 'a.md']);
    assert.deepEqual(await read(['-'], 'BREACH'), ['-']);
    assert.match((await desk.run(['report', '-'], { stdin: 'BREACH' })).out, /\*\*Where:\*\* standard input, line 1\n/);
  });

  it('reads for the profile that is named', async () => {
    const { asked, out } = await desk.run(['report', '--profile', 'cbhc', 'a.md']);
    assert.deepEqual(asked, [{ profileOverride: 'cbhc' }]);
    assert.match(out, /\| The CBHC contract \|/);
  });

  it('is written with what could be read, and exits with 2 where something could not', async () => {
    desk.put({ 'word.md': new Uint8Array([0x50, 0x4b, 0x03, 0x04]) });
    const { status, out, err } = await desk.run(['report', 'a.md', 'word.md', 'lost.md']);
    assert.equal(status, 2);
    assert.match(err, /^peer-role-check: lost\.md: There is no such file[^]*peer-role-check: word\.md: This is a Word/);
    assert.match(out, /\(2 more files could not be read\)/);
    assert.match(out, /- \*\*Not read:\*\* word\.md\. This is a Word, PDF or other document/);
    assert.match(out, /^> “BREACH”$/m);
  });

  it('has nothing on standard output where it is used wrongly', async () => {
    for (const [args, message] of [
      [['report'], /Say which files or folders to check.*peer-role-check report PATH…/],
      [['report', '--format', 'text', 'a.md'], /"text" is not possible for --format\..*md, html, json/],
      [['report', '--format', 'htm', 'a.md'], /Did you mean "html"\?/],
      [['report', '--fail-on', 'error', 'a.md'], /"--fail-on" is for check/],
      [['report', '--profile', 'cbhd', 'a.md'], /There is no profile "cbhd"\./],
      [['reprot', 'a.md'], /"reprot" is no command/],
    ] as const) {
      const { status, out, err } = await desk.run(args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, message);
    }
    assert.equal((await desk.run(['check', '--format', 'md', 'a.md'])).status, 2);
  });

  it('is in the help', async () => {
    assert.match((await desk.run(['--help'])).out, /peer-role-check report \[options\] PATH…/);
  });

  it('leaves out the memo of last time, which lies beside the drafts', async () => {
    desk.put({ 'memo.md': (await desk.run(['report', '.'])).out });
    const { out } = await desk.run(['report', '--format', 'json', '.']);
    assert.equal(out.includes('memo.md'), false);
  });
});
