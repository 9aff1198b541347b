import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Desk, pathsIn } from './run';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

describe('dist/cli.js, as it is installed', function () {
  this.timeout(60_000);
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
    desk.put({
      'breach.md': '# Duties\n\nThe peer specialist administers medication to residents.\n',
      'fine.md': '# Duties\n\nThe peer specialist listens.\n',
    });
  });
  afterEach(() => {
    desk.clear();
  });

  function run(args: string[], input = ''): { status: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: desk.folder,
      input,
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    });
    return { status, out: stdout, err: stderr };
  }

  it('prints help and version', () => {
    assert.match(
      run(['--help']).out,
      /peer-role-check check \[options\] PATH…[^]*accs {7}Adult Community Clinical Services/,
    );
    assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('exits with 0 where nothing is found, and says so', () => {
    assert.deepEqual(run(['check', 'fine.md']), {
      status: 0,
      out: 'Checked 1 draft against Adult Community Clinical Services (ACCS): nothing found.\n',
      err: '',
    });
  });

  it('exits with 1 where something is found, and prints it without color', () => {
    const { status, out, err } = run(['check', '.']);
    assert.equal(status, 1);
    assert.equal(err, '');
    assert.match(out, /^breach\.md:3: error: ".*administers medication.*"\n/);
    assert.match(out, /accs-rfr, 7\.5 a/);
    assert.equal(out.includes('\u001b'), false);
    assert.equal(run(['check', '--fail-on', 'never', '.']).status, 0);
  });

  it('exits with 2 on wrong use, with the message on standard error', () => {
    const { status, out, err } = run(['check', '--profile', 'nowhere', '.']);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, /There is no profile "nowhere"\..* Known profiles: .*\baccs\b/);
  });

  it('reads standard input, and writes JSON', () => {
    const { status, out, err } = run(['check', '--format', 'json', '-'], 'Peer staff pass medication.\r\n');
    assert.equal(err, '');
    assert.equal(status, 1);
    assert.deepEqual(pathsIn({ out, status: 1, err, asked: [] }), ['-']);
    const { files } = JSON.parse(out) as { files: { findings: { rule: string; range: { start: unknown } }[] }[] };
    assert.equal(files[0]?.findings[0]?.rule, 'medication-administration');
  });

  it('writes a long report to a pipe to its end', () => {
    desk.put({ 'long.md': 'The peer specialist administers medication to residents.\n\n'.repeat(300) });
    const { files } = JSON.parse(run(['check', '--format', 'json', 'long.md']).out) as {
      files: { findings: unknown[] }[];
    };
    assert.equal(files[0]?.findings.length, 300);
  });

  it('is at peace with a reader that stops reading', async () => {
    desk.put({ 'long.md': 'The peer specialist administers medication to residents.\n\n'.repeat(300) });
    const child = spawn(process.execPath, [CLI, 'check', 'long.md'], { cwd: desk.folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(err, '');
    assert.equal(status, 1);
  });
});
