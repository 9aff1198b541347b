import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from './run';

const MANIFEST = join(import.meta.dirname, '../../package.json');

describe('the command line: what may be written', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
    desk.put({ 'a.md': 'BREACH', 'b.md': 'fine', '-c.md': 'fine' });
  });
  afterEach(() => {
    desk.clear();
  });

  /** Wrong use: exit 2, nothing on standard output, and a message that ends with where to find help. */
  async function refused(args: string[], message: string | RegExp): Promise<void> {
    const { status, out, err } = await desk.run(args);
    assert.equal(status, 2);
    assert.equal(out, '');
    const end = '\nFor all options: peer-role-check --help\n';
    assert.ok(err.startsWith('peer-role-check: ') && err.endsWith(end), err);
    const said = err.slice('peer-role-check: '.length, -end.length);
    if (typeof message === 'string') assert.equal(said, message);
    else assert.match(said, message);
  }

  it('--help and -h print the help, wherever they stand', async () => {
    for (const args of [['--help'], ['-h'], ['check', '--help'], ['check', 'a.md', '-h'], ['nonsense', '--help']]) {
      const { status, out, err } = await desk.run(args);
      assert.equal(status, 0);
      assert.equal(err, '');
      for (const word of ['check [options] PATH…', '--profile', '--format', '--fail-on', '--version', 'Exit status']) {
        assert.ok(out.includes(word), word);
      }
      assert.match(out, /accs +The ACCS contract/);
      assert.match(out, /cbhc +The CBHC contract/);
      assert.ok(out.split('\n').every((line) => line.length <= 80));
    }
    assert.doesNotMatch((await desk.run(['check', 'b.md'])).out, /Exit status/);
  });

  it('--version and -v print the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string };
    for (const flag of ['--version', '-v']) {
      assert.deepEqual(await desk.run([flag]), { status: 0, out: `${version}\n`, err: '', asked: [] });
    }
  });

  it('needs a command', async () => {
    await refused([], 'Say what to do: peer-role-check check PATH…');
    await refused(['--format', 'json'], 'Say what to do: peer-role-check check PATH…');
    await refused(['a.md'], '"a.md" is no command. To check a draft: peer-role-check check a.md');
    await refused(['chek', 'a.md'], '"chek" is no command. To check a draft: peer-role-check check a.md');
  });

  it('needs a path', async () => {
    await refused(
      ['check'],
      'Say which files or folders to check, or "-" for standard input: peer-role-check check PATH…',
    );
    await refused(['check', ''], 'One of the paths is empty. Name a file or a folder.');
  });

  it('knows no other options, and suggests the one that was meant', async () => {
    await refused(['check', '--formt', 'json', 'a.md'], 'There is no option "--formt". Did you mean "--format"?');
    await refused(['check', '--fix', 'a.md'], 'There is no option "--fix".');
    await refused(
      ['check', '-q', 'a.md'],
      'There is no option "-q". Before a file name that begins with "-", write "./".',
    );
    await refused(['check', '-c.md'], /^There is no option "-c"\. Before a file name/);
    assert.equal((await desk.run(['check', './-c.md'])).status, 0);
    assert.equal((await desk.run(['check', '--', '-c.md'])).status, 0);
  });

  it('options that take a value need one', async () => {
    await refused(['check', 'a.md', '--profile'], '"--profile" needs a value after it, like "--profile accs".');
    await refused(['check', 'a.md', '--format'], '"--format" needs a value after it, like "--format json".');
    await refused(['check', '--fail-on', '--format', 'json', 'a.md'], /^"--fail-on" needs a value after it, like/);
    await refused(['check', '--profile=', 'a.md'], /^"--profile" needs a value/);
    await refused(['check', '--help=yes', 'a.md'], '"--help" takes no value. Write it alone.');
  });

  it('values are given after a space or "=", before or after the paths; the last one counts', async () => {
    for (const args of [
      ['check', '--format', 'json', 'a.md'],
      ['check', '--format=json', 'a.md'],
      ['check', 'a.md', '--format', 'json'],
      ['--format', 'json', 'check', 'a.md'],
      ['check', '--format', 'text', '--format', 'json', 'a.md'],
    ]) {
      assert.equal((await desk.run(args)).out.startsWith('{'), true, args.join(' '));
    }
  });

  it('--format is one of four, text where it is not given', async () => {
    const text = await desk.run(['check', 'a.md']);
    assert.match(text.out, /^a\.md:1: error/);
    assert.deepEqual(await desk.run(['check', '--format', 'text', 'a.md']), text);
    assert.match((await desk.run(['check', '--format', 'json', 'a.md'])).out, /^\{\n/);
    await refused(
      ['check', '--format', 'xml', 'a.md'],
      '"xml" is not possible for --format. Write one of: text, json, sarif, github.',
    );
    await refused(
      ['check', '--format', 'JSON', 'a.md'],
      '"JSON" is not possible for --format. Did you mean "json"? Write one of: text, json, sarif, github.',
    );
  });

  describe('--fail-on', () => {
    const cases = {
      BREACH: { error: 1, warning: 1, information: 1, never: 0 },
      WARN: { error: 0, warning: 1, information: 1, never: 0 },
      OPEN: { error: 0, warning: 1, information: 1, never: 0 },
      INFO: { error: 0, warning: 0, information: 1, never: 0 },
      HINT: { error: 0, warning: 0, information: 0, never: 0 },
      nothing: { error: 0, warning: 0, information: 0, never: 0 },
    };
    for (const [word, statuses] of Object.entries(cases)) {
      it(`with ${word} in the draft`, async () => {
        desk.put({ 'c.md': word });
        for (const [failOn, status] of Object.entries(statuses)) {
          assert.equal((await desk.run(['check', '--fail-on', failOn, 'c.md'])).status, status, failOn);
        }
        assert.equal((await desk.run(['check', 'c.md'])).status, statuses.error, 'the default is error');
      });
    }

    it('knows no other severity', async () => {
      await refused(
        ['check', '--fail-on', 'warn', 'a.md'],
        '"warn" is not possible for --fail-on. Write one of: error, warning, information, never.',
      );
      await refused(['check', '--fail-on', 'hint', 'a.md'], /^"hint" is not possible/);
    });

    it('looks at all files, not only the last', async () => {
      assert.equal((await desk.run(['check', 'a.md', 'b.md'])).status, 1);
      assert.equal((await desk.run(['check', 'b.md', 'a.md'])).status, 1);
    });
  });

  describe('--profile', () => {
    it('beats the front matter, which beats the default', async () => {
      desk.put({ 'c.md': '---\npeer-role-profile: cbhc\n---\nBREACH' });
      const profile = async (...args: string[]): Promise<unknown> =>
        (JSON.parse((await desk.run(['check', '--format', 'json', ...args])).out) as { profile: unknown }).profile;
      assert.equal(await profile('a.md'), 'accs');
      assert.equal(await profile('c.md'), 'cbhc');
      assert.equal(await profile('--profile', 'accs', 'c.md'), 'accs');
      assert.equal(await profile('--profile', 'cbhc', 'a.md'), 'cbhc');
      assert.equal(await profile('a.md', 'c.md'), null);
      assert.equal(await profile('missing.md'), 'accs');
      assert.equal(await profile('--profile', 'cbhc', 'missing.md'), 'cbhc');
    });

    it('is handed to the engine as an override, and nothing else is', async () => {
      assert.deepEqual((await desk.run(['check', '--profile', 'cbhc', 'a.md'])).asked, [{ profileOverride: 'cbhc' }]);
      assert.deepEqual((await desk.run(['check', 'a.md'])).asked, [{}]);
    });

    it('names the known ones if it is none of them', async () => {
      await refused(
        ['check', '--profile', 'acs', 'a.md'],
        'There is no profile "acs". Did you mean "accs"? Known profiles: accs, cbhc.',
      );
      await refused(['check', '--profile', 'ohio', 'a.md'], 'There is no profile "ohio". Known profiles: accs, cbhc.');
    });
  });

  it('stops where the rules that come with it have mistakes, and prints them', async () => {
    const errors = [{ path: 'roles.yml', line: 3, message: 'Nothing is written here.' }];
    assert.deepEqual(await desk.run(['check', 'a.md'], { errors }), {
      status: 2,
      out: '',
      err:
        'peer-role-check: the rules that come with this program have mistakes, so nothing was checked:\n' +
        '  roles.yml:3: Nothing is written here.\n',
      asked: [],
    });
    assert.equal((await desk.run(['--help'], { errors })).status, 0);
  });
});
