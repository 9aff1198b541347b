import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { load } from 'js-yaml';
import type { Log } from 'sarif';
import { Desk } from './run';
import { schemaErrors } from './sarif-schema';

const ROOT = join(import.meta.dirname, '../..');
const RECIPES = join(ROOT, 'examples/automation');

const SOUND = '# Duties\n\nThe peer specialist listens.\n';
const BREACH = '# Duties\n\nThe peer specialist administers medication to residents.\n';
const ETHICS = '# Duties\n\nThe peer specialist writes progress notes.\n';

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface Step {
  readonly name: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly env: Readonly<Record<string, string>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const workflow = (name: string): Workflow => load(readFileSync(join(RECIPES, name), 'utf8')) as Workflow;
const stepsOf = (name: string): readonly Step[] => Object.values(workflow(name).jobs).flatMap(({ steps }) => steps);

describe('automation, ready to copy', function () {
  this.timeout(120_000);
  let desk: Desk;
  let tools: Desk;
  beforeEach(() => {
    desk = new Desk();
    tools = new Desk();
    mkdirSync(join(tools.folder, 'bin'));
    symlinkSync(join(ROOT, 'dist/cli.js'), join(tools.folder, 'bin/peer-role-check'));
  });
  afterEach(() => {
    desk.clear();
    tools.clear();
  });

  /** Nothing of the computer's own settings for git, nor of a commit that runs these tests, gets in. */
  function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: desk.folder,
      encoding: 'utf8',
      env: {
        ...own,
        PATH: [join(tools.folder, 'bin'), process.env['PATH']].join(delimiter),
        GIT_CONFIG_GLOBAL: join(tools.folder, 'no-settings'),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.org',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.org',
        ...env,
      },
    });
    return { status, out: stdout, err: stderr };
  }

  /** A step of a workflow, as GitHub's runner runs it on Linux. */
  function runStep(name: string, title: string): Outcome {
    const step = stepsOf(name).find((candidate) => candidate.name === title);
    assert.ok(step?.run !== undefined, `there is no step "${title}"`);
    return run('bash', ['-e', '-c', step.run], workflow(name).env);
  }

  it('is explained: docs/automation.md names files that are there, and the version that is', () => {
    const text = readFileSync(join(ROOT, 'docs/automation.md'), 'utf8');
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    for (const [, file = ''] of text.matchAll(/\]\((\.\.\/[^)#]+)/g))
      assert.ok(existsSync(join(ROOT, 'docs', file)), file);
    for (const file of readdirSync(RECIPES)) assert.ok(text.includes(`](../examples/automation/${file})`), file);
    for (const [found] of text.matchAll(/\d+\.\d+\.\d+(?=\.tgz| #)/g)) assert.equal(found, version);
  });

  describe('github-workflow.yml', () => {
    const LIST = 'List all findings';
    const SHOW = 'Show them beside the lines';

    it('annotates the drafts of its folder, and fails at errors', () => {
      desk.put({ 'drafts/a b.md': BREACH, 'drafts/more/b.md': ETHICS, 'README.md': BREACH });
      const list = runStep('github-workflow.yml', LIST);
      assert.equal(list.status, 0);
      assert.match(list.out, /^drafts\/a b\.md:3: error: /m);
      assert.match(list.out, /: 1 error, 1 warning\.$/m);
      const { status, out, err } = runStep('github-workflow.yml', SHOW);
      assert.equal(status, 1);
      assert.equal(err, '');
      const [first = '', second = '', ...others] = out.trimEnd().split('\n');
      assert.ok(first.startsWith('::error file=drafts/a b.md,line=3,'), first);
      assert.ok(second.startsWith('::warning file=drafts/more/b.md,line=3,'), second);
      assert.deepEqual(others, []);
    });

    it('passes where nothing stands against the contract', () => {
      desk.put({ 'drafts/a.md': SOUND, 'drafts/b.md': ETHICS });
      assert.equal(runStep('github-workflow.yml', SHOW).status, 0);
    });
  });

  describe('github-code-scanning.yml', () => {
    it('hands over a valid report of what is open, and leaves the judgment to code scanning', () => {
      const left = '<!-- peer-role-check: allow medication-administration because the county asks for it -->';
      desk.put({ 'drafts/a.md': `${BREACH}\nThe peer specialist gives out medication. ${left}\n` });
      assert.deepEqual(runStep('github-code-scanning.yml', 'Check the drafts'), { status: 0, out: '', err: '' });
      assert.deepEqual(runStep('github-code-scanning.yml', 'Keep what is open'), { status: 0, out: '', err: '' });
      const upload = stepsOf('github-code-scanning.yml').find(({ uses }) => uses?.includes('upload-sarif'));
      const report = readFileSync(join(desk.folder, upload?.with?.['sarif_file'] ?? ''), 'utf8');
      const log = JSON.parse(report) as Log;
      assert.deepEqual(schemaErrors(log), []);
      assert.deepEqual(
        log.runs[0]?.results?.map(({ ruleId, locations }) => [
          ruleId,
          locations?.[0]?.physicalLocation?.region?.startLine,
        ]),
        [['medication-administration', 3]],
      );
      assert.equal(workflow('github-code-scanning.yml').permissions['security-events'], 'write');
    });
  });

  describe('both workflows', () => {
    for (const name of ['github-workflow.yml', 'github-code-scanning.yml']) {
      it(`${name} installs the program from where it was fetched to, and takes that away again`, () => {
        // Stands for npm, which would ask the registry.
        tools.put({ 'bin/npm': `#!/bin/sh\n[ -f checker/package.json ] && echo "npm $*" >> calls\n` });
        chmodSync(join(tools.folder, 'bin/npm'), 0o755);
        desk.put({ 'checker/package.json': '{}' });
        assert.deepEqual(runStep(name, 'Install Peer Role Check'), { status: 0, out: '', err: '' });
        assert.deepEqual(readFileSync(join(desk.folder, 'calls'), 'utf8').trimEnd().split('\n'), [
          'npm ci --prefix checker --ignore-scripts',
          'npm run --prefix checker build',
          'npm install --global --install-links ./checker',
        ]);
        assert.equal(existsSync(join(desk.folder, 'checker')), false);
        const program = stepsOf(name).find((step) => step.with?.['repository'] !== undefined);
        assert.equal(program?.with?.['path'], 'checker');
        assert.ok(program.with['repository']?.startsWith('YOUR-ORGANIZATION/'), 'a placeholder');
      });
    }
  });

  describe('the git hook', () => {
    beforeEach(() => {
      assert.equal(run('git', ['init', '-q']).status, 0);
      copyFileSync(join(RECIPES, 'pre-commit'), join(desk.folder, '.git/hooks/pre-commit'));
    });

    const commit = (files: Readonly<Record<string, string>>, ...args: string[]): Outcome => {
      desk.put(files);
      assert.equal(run('git', ['add', '-A']).status, 0);
      return run('git', ['commit', '-q', '-m', 'x', ...args]);
    };
    const commits = (): number => Number(run('git', ['rev-list', '--count', '--all']).out);

    it('is a program', () => {
      assert.equal(run(join(RECIPES, 'pre-commit'), []).status, 0);
    });

    it('stops a commit with an error, and says where and how to go on', () => {
      const { status, out, err } = commit({ 'drafts/a b.md': BREACH });
      assert.equal(status, 1);
      assert.match(out + err, /^drafts\/a b\.md:3: error: /m);
      assert.match(out + err, /^The commit was stopped\. .*--no-verify$/m);
      assert.equal(commits(), 0);
      assert.equal(commit({}, '--no-verify').status, 0);
      assert.equal(commits(), 1);
    });

    it('lets a sound draft pass, and one with milder findings', () => {
      assert.equal(commit({ 'a.md': SOUND, 'b.md': ETHICS }).status, 0);
      assert.equal(commits(), 1);
    });

    it('looks at the drafts of the commit only, and at what of them is committed', () => {
      assert.equal(commit({ 'old.md': BREACH }, '--no-verify').status, 0);
      desk.put({ 'a.md': SOUND });
      assert.equal(run('git', ['add', 'a.md']).status, 0);
      desk.put({ 'a.md': BREACH });
      assert.equal(run('git', ['commit', '-q', '-m', 'x']).status, 0, 'the breach is not committed yet');
      assert.equal(run('git', ['commit', '-q', '-a', '-m', 'x']).status, 1, 'now it would be');
    });

    it('has nothing to say about other files, and about drafts that are taken out', () => {
      assert.deepEqual(commit({ 'notes.txt': BREACH }), { status: 0, out: '', err: '' });
      assert.equal(commit({ 'old.md': BREACH }, '--no-verify').status, 0);
      assert.equal(run('git', ['rm', '-q', 'old.md']).status, 0);
      assert.deepEqual(run('git', ['commit', '-q', '-m', 'x']), { status: 0, out: '', err: '' });
    });

    it("hands over the drafts as they are staged, with an organization's own files, and nothing else", () => {
      tools.put({ 'list/peer-role-check': '#!/bin/sh\nfind . -type f | sort\necho "$@"\n' });
      chmodSync(join(tools.folder, 'list/peer-role-check'), 0o755);
      desk.put({ 'A.MD': '', 'in/b.markdown': '', 'c.txt': '', '.peer-role-check/own.yml': '', 'x/own.yml': '' });
      assert.equal(run('git', ['add', '-A']).status, 0);
      desk.put({ 'later.md': '', '.peer-role-check/later.yml': '' });
      const PATH = [join(tools.folder, 'list'), process.env['PATH']].join(delimiter);
      const { status, out, err } = run('git', ['commit', '-q', '-m', 'x'], { PATH });
      assert.equal(status, 0);
      assert.deepEqual((out + err).trimEnd().split('\n'), [
        './.peer-role-check/own.yml',
        './A.MD',
        './in/b.markdown',
        'check --fail-on error .',
      ]);
    });

    it('says so where the program is missing', () => {
      // git looks for the shell's place by itself; nothing else is on this PATH.
      const git = (process.env['PATH'] ?? '')
        .split(delimiter)
        .map((folder) => join(folder, 'git'))
        .find(existsSync);
      mkdirSync(join(tools.folder, 'git-alone'));
      symlinkSync(git ?? '', join(tools.folder, 'git-alone/git'));
      desk.put({ 'a.md': SOUND });
      assert.equal(run('git', ['add', '-A']).status, 0);
      const { status, err } = run('git', ['commit', '-q', '-m', 'x'], { PATH: join(tools.folder, 'git-alone') });
      assert.equal(status, 1);
      assert.match(err, /^The command peer-role-check is not installed/m);
      assert.match(err, /--no-verify/);
    });
  });

  describe('.pre-commit-hooks.yaml', () => {
    interface Hook {
      readonly id: string;
      readonly entry: string;
      readonly language: string;
      readonly types: readonly string[];
    }
    const hooks = load(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];

    it('defines one hook, for Markdown, by the command that the package brings', () => {
      assert.equal(hooks.length, 1);
      const { id, entry, language, types } = hooks[0]!;
      assert.deepEqual({ id, language, types }, { id: 'peer-role-check', language: 'node', types: ['markdown'] });
      const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: Record<string, string> };
      assert.ok(entry.split(' ')[0]! in manifest.bin);
    });

    it('checks the files that are handed over, behind the options of whoever uses it', () => {
      const call = (...args: string[]): Outcome => {
        const [command = '', ...first] = hooks[0]!.entry.split(' ');
        return run(command, [...first, ...args]);
      };
      desk.put({ 'a b.md': BREACH, 'drafts/b.markdown': ETHICS, 'c.md': SOUND });
      assert.equal(call('--fail-on', 'warning', 'c.md', 'drafts/b.markdown').status, 1);
      assert.equal(call('c.md', 'drafts/b.markdown').status, 0);
      const { status, out } = call('c.md', 'a b.md');
      assert.equal(status, 1);
      assert.match(out, /^a b\.md:3: error: /);
    });
  });

  describe('the package, as npm makes it from a git repository', () => {
    it('holds the commands, and little else', () => {
      const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
      const { status, stdout, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
      const paths = files.map(({ path }) => path);
      for (const path of ['dist/cli.js', 'dist/server.js', 'package.json', 'LICENSE', 'README.md']) {
        assert.ok(paths.includes(path), path);
      }
      assert.ok(paths.length < 12, paths.join(' '));
    });

    it('is built where dist/ is missing, and only there', () => {
      const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
        scripts: { prepare: string };
        version: string;
      };
      for (const part of ['package.json', 'scripts', 'server', 'client']) {
        cpSync(join(ROOT, part), join(desk.folder, part), { recursive: true });
      }
      symlinkSync(join(ROOT, 'node_modules'), join(desk.folder, 'node_modules'));
      const prepare = (): Outcome => run('sh', ['-c', manifest.scripts.prepare]);
      assert.equal(prepare().status, 0);
      assert.equal(run(join(desk.folder, 'dist/cli.js'), ['--version']).out, `${manifest.version}\n`);
      desk.put({ 'dist/cli.js': 'as it was' });
      assert.deepEqual(prepare(), { status: 0, out: '', err: '' });
      assert.equal(readFileSync(join(desk.folder, 'dist/cli.js'), 'utf8'), 'as it was');
    });
  });
});
