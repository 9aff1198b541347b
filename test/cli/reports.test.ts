import assert from 'node:assert/strict';
import { Desk } from './run';

describe('the command line: what it prints', () => {
  let desk: Desk;
  beforeEach(() => (desk = new Desk()));
  afterEach(() => {
    desk.clear();
  });

  describe('as text', () => {
    it('says where, what, why, on whose authority and how sure; and sums up', async () => {
      desk.put({ 'a.md': 'First line\n\nThen WARN here, and OPEN ALL.\n', 'b.md': 'fine' });
      const { out, err, status } = await desk.run(['check', 'a.md', 'b.md']);
      assert.equal(err, '');
      assert.equal(status, 0);
      assert.equal(
        out,
        `a.md:3: warning: "WARN"
    Peers do not shout.
    Source: paper, 10; lost (rests on a code of ethics)
    Certainty: the text says so
    Allowed: Talking softly.

a.md:3: warning: "OPEN ALL"
    Peers do not shout.
    Source: paper (rests on a code of ethics)
    Certainty: please check, the wording leaves it open; peers are meant among others ("all staff")
    Allowed: Talking softly.

Sources
  paper: A Paper. A Committee, 2012.
  lost

Checked 2 drafts against The ACCS contract: 2 warnings. 1 of these leaves it open: please check.
`,
      );
    });

    it('says plainly that nothing was found', async () => {
      desk.put({ 'a.md': 'fine', 'empty.md': '' });
      const fine = 'against The ACCS contract: nothing found.\n';
      assert.equal((await desk.run(['check', 'a.md'])).out, `Checked 1 draft ${fine}`);
      assert.equal((await desk.run(['check', 'a.md', 'empty.md'])).out, `Checked 2 drafts ${fine}`);
      desk.put({ 'memo.md': '<!-- peer-role-check: not a draft, but a memo about drafts -->\n\n# Review memo\n' });
      assert.equal((await desk.run(['check', 'a.md', 'empty.md', 'memo.md'])).out, `Checked 2 drafts ${fine}`);
      assert.equal((await desk.run(['check', 'missing.md'])).out, 'No draft was checked.\n');
    });

    it('counts each severity, with the right plural', async () => {
      desk.put({ 'a.md': 'BREACH WARN WARN INFO HINT HINT', 'b.md': '---\npeer-role-profile: cbhc\n---\nBREACH' });
      const last = async (...paths: string[]): Promise<string | undefined> =>
        (await desk.run(['check', ...paths])).out.trimEnd().split('\n').at(-1);
      assert.equal(
        await last('a.md'),
        'Checked 1 draft against The ACCS contract: 1 error, 2 warnings, 1 for information, 2 hints.',
      );
      assert.equal(
        await last('a.md', 'b.md'),
        'Checked 2 drafts against The ACCS contract and The CBHC contract: 2 errors, 2 warnings, 1 for information, 2 hints.',
      );
    });

    it('counts lines with CRLF, CR and LF, and after a byte order mark', async () => {
      desk.put({ 'crlf.md': 'a\r\nb\r\nBREACH', 'cr.md': 'a\rb\rBREACH', 'bom.md': '\uFEFFBREACH' });
      const { out } = await desk.run(['check', 'crlf.md', 'cr.md', 'bom.md']);
      for (const place of ['crlf.md:3: ', 'cr.md:3: ', 'bom.md:1: ']) assert.ok(out.includes(place), place);
    });

    it('is colored on a terminal only, and not under NO_COLOR or on a dumb terminal', async () => {
      desk.put({ 'a.md': 'BREACH' });
      const colored = async (given: object): Promise<boolean> =>
        (await desk.run(['check', 'a.md'], given)).out.includes('\u001b[31merror\u001b[0m');
      const tty = { stdout: true };
      assert.equal(await colored({ tty }), true);
      assert.equal(await colored({}), false);
      assert.equal(await colored({ tty: { stderr: true } }), false);
      assert.equal(await colored({ tty, env: { NO_COLOR: '1' } }), false);
      assert.equal(await colored({ tty, env: { NO_COLOR: '' } }), true);
      assert.equal(await colored({ tty, env: { TERM: 'dumb' } }), false);
      assert.equal(await colored({ tty, env: { TERM: 'xterm' } }), true);
      const json = await desk.run(['check', '--format', 'json', 'a.md'], { tty });
      assert.equal(json.out.includes('\u001b'), false);
    });

    it('lets nothing in a draft or a file name steer the terminal', async () => {
      desk.put({ 'a\u001b[2J.md': 'BREACH' });
      assert.match((await desk.run(['check', '.'])).out, /^a \[2J\.md:1: error: "BREACH"\n/);
    });
  });

  it('list what was left out, with its reason and never among the findings', async () => {
    desk.put({ 'a.md': 'x\nLEFT\n' });
    const text = await desk.run(['check', 'a.md']);
    assert.ok(text.out.includes('a.md:2: capitals: "LEFT", because we were asked (comment in the draft)'), text.out);
    assert.ok(text.out.endsWith('nothing found.\n'));
    const json = JSON.parse((await desk.run(['check', '--format', 'json', 'a.md'])).out) as {
      files: { findings: unknown[]; suppressed: { rule: string; suppression: unknown }[] }[];
    };
    assert.deepEqual(json.files[0]?.findings, []);
    assert.equal(json.files[0]?.suppressed[0]?.rule, 'capitals');
    assert.deepEqual(json.files[0]?.suppressed[0]?.suppression, { reason: 'we were asked', by: 'comment' });
  });

  describe('as JSON', () => {
    it('is the contract, with lines and UTF-16 characters from 0', async () => {
      desk.put({ 'a.md': 'x\r\n😀 WARN\n', 'b.md': 'HINT ALL' });
      const { out, err, status } = await desk.run(['check', '--format', 'json', 'a.md', 'b.md']);
      assert.equal(status, 0);
      assert.equal(err, '');
      assert.ok(out.endsWith('}\n'));
      const warn = { start: { line: 1, character: 3 }, end: { line: 1, character: 7 } };
      const hint = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };
      const common = {
        rule: 'capitals',
        authority: 'ethics',
        certainty: 'breach',
        message: 'Peers do not shout.',
        allowed: 'Talking softly.',
      };
      assert.deepEqual(JSON.parse(out), {
        version: 1,
        profile: 'accs',
        files: [
          {
            path: 'a.md',
            findings: [
              {
                ...common,
                severity: 'warning',
                range: warn,
                text: 'WARN',
                evidence: { duty: [{ text: 'WARN', range: warn }], by: 'capitals' },
                sources: [{ key: 'paper', section: '10' }, { key: 'lost' }],
              },
            ],
            suppressed: [],
          },
          {
            path: 'b.md',
            findings: [
              {
                ...common,
                severity: 'hint',
                range: hint,
                text: 'HINT ALL',
                evidence: {
                  actor: { text: 'all staff', range: hint, origin: 'subject', collective: true },
                  duty: [{ text: 'HINT ALL', range: hint }],
                  by: 'capitals',
                  notes: ['only a hint'],
                },
                sources: [{ key: 'paper' }],
              },
            ],
            suppressed: [],
          },
        ],
      });
    });

    it('lists drafts in which nothing was found, and leaves out what could not be read', async () => {
      desk.put({ 'a.md': 'fine' });
      const { out, status } = await desk.run(['check', '--format', 'json', 'a.md', 'missing.md']);
      assert.equal(status, 2);
      assert.deepEqual(JSON.parse(out), {
        version: 1,
        profile: 'accs',
        files: [{ path: 'a.md', findings: [], suppressed: [] }],
      });
    });
  });

  describe('progress', () => {
    const LINE = /\r\u001b\[KChecking: \d of 3 drafts/;
    beforeEach(() => {
      desk.put({ 'a.md': '', 'b.md': '', 'c.md': '' });
    });

    it('is shown for long work on a terminal, on standard error, and taken away again', async () => {
      const { err, out } = await desk.run(['check', '.'], { tty: { stderr: true }, tick: 400 });
      assert.match(err, LINE);
      assert.ok(err.endsWith('\r\u001b[K'));
      assert.doesNotMatch(out, /Checking:/);
    });

    it('is not shown for short work, nor where no person reads', async () => {
      assert.equal((await desk.run(['check', '.'], { tty: { stderr: true }, tick: 1 })).err, '');
      assert.equal((await desk.run(['check', '.'], { tick: 400 })).err, '');
      assert.equal((await desk.run(['check', '.'], { tty: { stdout: true }, tick: 400 })).err, '');
    });
  });
});
