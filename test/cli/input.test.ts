import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Desk, pathsIn } from './run';

const JSON_ARGS = ['check', '--format', 'json'];

describe('the command line: what it reads', () => {
  let desk: Desk;
  beforeEach(() => (desk = new Desk()));
  afterEach(() => {
    desk.clear();
  });

  const checked = async (...paths: string[]): Promise<string[]> => pathsIn(await desk.run([...JSON_ARGS, ...paths]));

  /** The message about `path`, where nothing else is wrong; the exit status has to be 2. */
  async function complaint(path: string, given = {}): Promise<string> {
    const { status, err } = await desk.run(['check', path], given);
    assert.equal(status, 2);
    const start = `peer-role-check: ${path === '-' ? 'standard input' : path}: `;
    assert.ok(err.startsWith(start) && err.endsWith('\n'), err);
    return err.slice(start.length, -1);
  }

  describe('files', () => {
    it('that are named are read whatever their ending, and even if git ignores them', async () => {
      desk.put({ 'a.txt': 'BREACH', README: 'fine', 'b.md': 'fine', '.gitignore': '*.md\n' });
      assert.deepEqual(await checked('a.txt', 'README', 'b.md'), ['a.txt', 'README', 'b.md']);
      assert.equal((await desk.run(['check', 'a.txt'])).status, 1);
    });

    it('are reported once, in the order in which they were named', async () => {
      desk.put({ 'd/b.md': '', 'd/a.md': '' });
      assert.deepEqual(await checked('d/b.md', 'd', './d/b.md', join(desk.folder, 'd/a.md')), ['d/b.md', 'd/a.md']);
    });

    it('are reported on where a stage of the check has failed, with a line on stderr', async () => {
      desk.put({ 'a.md': 'WARN STUMBLE' });
      assert.equal(
        await complaint('a.md'),
        'A mistake in the checker: citations were not checked. Everything else was. (stumbled)',
      );
      assert.match((await desk.run(['check', 'a.md'])).out, /a\.md:1: warning: "WARN"/);
    });

    it('that the checker cannot digest are named, and the others are still checked', async () => {
      desk.put({ 'a.md': 'CHOKE', 'b.md': 'WARN' });
      assert.equal(await complaint('a.md'), 'The checker could not read this draft. (choked)');
      assert.deepEqual(await checked('a.md', 'b.md'), ['b.md']);
    });

    it('that are not there are named, and the others are still checked', async () => {
      desk.put({ 'a.md': 'WARN' });
      assert.equal(
        await complaint('missing.md'),
        'There is no such file or folder. Check how it is spelled, and which folder you are in.',
      );
      const { status, out, err } = await desk.run(['check', 'missing.md', 'a.md', 'gone.md']);
      assert.equal(status, 2);
      assert.match(out, /^a\.md:1: warning/);
      assert.equal(err.match(/There is no such file/g)?.length, 2);
      assert.equal(await complaint('a.md/b.md'), 'Part of this path is a file, not a folder. Check how it is spelled.');
    });

    it('may be empty, have a byte order mark, CRLF, and any character', async () => {
      desk.put({ 'a.md': '', 'b.md': '\uFEFFx', 'c.md': 'x\r\ny', 'd é 😀.md': 'é😀' });
      assert.equal((await desk.run(['check', 'a.md', 'b.md', 'c.md', 'd é 😀.md'])).status, 0);
    });

    it('have to be UTF-8 text', async () => {
      const save = 'Save it as plain text with the encoding UTF-8, and check that.';
      desk.put({
        'latin.md': Buffer.from('one\ntwo caf\xe9\n', 'latin1'),
        'cut.md': Buffer.from('é').subarray(0, 1),
        'utf16.md': Buffer.from('\uFEFFBREACH', 'utf16le'),
        'utf16be.md': Buffer.from('\uFEFFBREACH', 'utf16le').swap16(),
        'binary.md': Buffer.from('a\0b'),
        'word.docx': Buffer.from('PK\x03\x04rest'),
        'paper.pdf': Buffer.from('%PDF-1.7'),
      });
      assert.equal(await complaint('latin.md'), `This file is not saved as UTF-8 text: line 2 cannot be read. ${save}`);
      assert.equal(await complaint('cut.md'), `This file is not saved as UTF-8 text: line 1 cannot be read. ${save}`);
      const utf16 = `This file is saved as UTF-16 (Windows calls it "Unicode"). ${save}`;
      assert.equal(await complaint('utf16.md'), utf16);
      assert.equal(await complaint('utf16be.md'), utf16);
      assert.equal(await complaint('binary.md'), `This is not a text file (it contains NUL bytes). ${save}`);
      assert.equal(await complaint('word.docx'), `This is a Word, PDF or other document, not plain text. ${save}`);
      assert.equal(await complaint('paper.pdf'), `This is a Word, PDF or other document, not plain text. ${save}`);
    });
  });

  describe('standard input', () => {
    it('is read for "-", beside files', async () => {
      desk.put({ 'a.md': 'fine' });
      const { out, status, err } = await desk.run(['check', '-', 'a.md'], { stdin: 'x\nBREACH' });
      assert.match(out, /^standard input:2: error: "BREACH"/);
      assert.match(out, /Checked 2 drafts/);
      assert.equal(status, 1);
      assert.equal(err, '');
      assert.deepEqual(pathsIn(await desk.run([...JSON_ARGS, '-', '-'], { stdin: 'x' })), ['-']);
    });

    it('is not read without "-"', async () => {
      desk.put({ 'a.md': 'fine' });
      assert.equal((await desk.run(['check', 'a.md'], { stdin: 'BREACH' })).status, 0);
    });

    it('may be empty, and has to be text', async () => {
      assert.equal((await desk.run(['check', '-'])).status, 0);
      assert.match(await complaint('-', { stdin: new Uint8Array([0xe9]) }), /not saved as UTF-8/);
    });

    it('tells a person at a terminal how to end', async () => {
      const { err, status } = await desk.run(['check', '-'], { stdin: 'fine', stdinIsTTY: true });
      assert.equal(err, 'Reading what you type or paste. To end, press Ctrl+D on a line of its own.\n');
      assert.equal(status, 0);
    });
  });

  describe('folders', () => {
    it('are searched for .md and .markdown at any depth, in a fixed order', async () => {
      desk.put({
        'd/b.md': '',
        'd/a.markdown': '',
        'd/C.MD': '',
        'd/e/f/g.md': '',
        'd/h.txt': '',
        'd/md': '',
        'i.md': '',
      });
      assert.deepEqual(await checked('d'), ['d/C.MD', 'd/a.markdown', 'd/b.md', 'd/e/f/g.md']);
      assert.deepEqual(await checked('d/'), ['d/C.MD', 'd/a.markdown', 'd/b.md', 'd/e/f/g.md']);
      assert.deepEqual((await checked('.')).at(-1), 'i.md');
      assert.equal((await checked(join(desk.folder, 'd/e')))[0], join(desk.folder, 'd/e/f/g.md'));
    });

    it('without a draft are wrong use, and say what is looked for', async () => {
      desk.put({ 'd/a.txt': '', 'e/a.md': '', 'e/.gitignore': '*.md' });
      const message =
        'There is no Markdown draft in this folder. Looked for .md and .markdown, here and in the folders below, ' +
        'except what .gitignore leaves out. To check another file, name it.';
      assert.equal(await complaint('d'), message);
      assert.equal(await complaint('e'), message);
    });

    it('below which something cannot be read are checked for the rest', async function () {
      const user = process.getuid?.();
      if (user === undefined) this.skip(); // no permissions of this kind on Windows
      desk.put({ 'd/a.md': 'WARN', 'd/closed/b.md': '', 'd/c.md': '' });
      chmodSync(desk.folder, 0o755);
      chmodSync(join(desk.folder, 'd/closed'), 0);
      chmodSync(join(desk.folder, 'd/c.md'), 0);
      if (user === 0) process.seteuid?.(65534); // root may read everything
      try {
        const { status, out, err } = await desk.run(['check', 'd']);
        assert.equal(status, 2);
        assert.match(out, /^d\/a\.md:1: warning/);
        const may = 'You may not read this. Ask its owner for permission, or copy it to a place of your own.';
        assert.equal(err, `peer-role-check: d/closed: ${may}\npeer-role-check: d/c.md: ${may}\n`);
        assert.equal(await complaint('d/closed'), may);
      } finally {
        if (user === 0) process.seteuid?.(0);
        chmodSync(join(desk.folder, 'd/closed'), 0o755);
      }
    });

    it('with links: to files they are followed, to folders not, in circles and to nowhere they are named', async () => {
      desk.put({ 'd/a.md': 'fine', 'other/b.md': 'BREACH', 'c.md': 'WARN' });
      symlinkSync('../d', join(desk.folder, 'd/loop'));
      symlinkSync('../other', join(desk.folder, 'd/other'));
      symlinkSync('../other', join(desk.folder, 'd/folder.md'));
      symlinkSync('../c.md', join(desk.folder, 'd/c.md'));
      assert.deepEqual(await checked('d'), ['d/a.md', 'd/c.md']);
      assert.deepEqual(await checked('d/other'), ['d/other/b.md']);
      symlinkSync('self.md', join(desk.folder, 'd/self.md'));
      symlinkSync('nowhere.md', join(desk.folder, 'd/lost.md'));
      const { status, err, out } = await desk.run([...JSON_ARGS, 'd']);
      assert.equal(status, 2);
      assert.deepEqual((JSON.parse(out) as { files: unknown[] }).files.length, 2);
      assert.match(err, /d\/lost\.md: There is no such file/);
      assert.match(err, /d\/self\.md: This is a link that leads back to itself\. Name the file or folder that it/);
      assert.match(await complaint('d/self.md'), /leads back to itself/);
    });

    it('never include .git', async () => {
      desk.put({ '.git/description.md': '', 'a.md': '', '.hidden/b.md': '' });
      assert.deepEqual(await checked('.'), ['.hidden/b.md', 'a.md']);
    });
  });

  describe('.gitignore', () => {
    it('leaves out files and folders, with the patterns of git', async () => {
      desk.put({
        '.gitignore': '# comment\n\n/top.md\nbuild/\n*.draft.md\n!keep.draft.md\n\\#odd.md\n',
        'top.md': '',
        'e/top.md': '',
        'build/a.md': '',
        'e/build/a.md': '',
        'x.draft.md': '',
        'keep.draft.md': '',
        '#odd.md': '',
        'in.md': '',
      });
      assert.deepEqual(await checked('.'), ['e/top.md', 'in.md', 'keep.draft.md']);
    });

    it('counts in each folder for what is below it, and the deeper one decides', async () => {
      desk.put({
        '.gitignore': 'a.md\nskip/\n',
        'a.md': '',
        'd/.gitignore': '!a.md\nb.md\n/c.md\n!skip/\n\\!odd.md\n',
        'd/a.md': '',
        'd/b.md': '',
        'd/e/b.md': '',
        'd/c.md': '',
        'd/e/c.md': '',
        'd/skip/in.md': '',
        'd/!odd.md': '',
        'skip/.gitignore': '!in.md',
        'skip/in.md': '',
        'b.md': '',
        'c.md': '',
      });
      assert.deepEqual(await checked('.'), ['b.md', 'c.md', 'd/a.md', 'd/e/c.md', 'd/skip/in.md']);
    });

    it('of the folders above counts inside a repository, and not outside of one', async () => {
      desk.put({ '.gitignore': 'b.md\n/d/c.md\n', 'd/a.md': '', 'd/b.md': '', 'd/c.md': '', 'd/e/b.md': '' });
      assert.deepEqual(await checked('d'), ['d/a.md', 'd/b.md', 'd/c.md', 'd/e/b.md']);
      mkdirSync(join(desk.folder, '.git'));
      assert.deepEqual(await checked('d'), ['d/a.md']);
    });

    it('does not count against a folder that is named', async () => {
      desk.put({ '.gitignore': 'out/\n', '.git/HEAD': '', 'out/a.md': '', 'out/b.md': '', 'out/.gitignore': 'b.md' });
      assert.deepEqual(await checked('out'), ['out/a.md']);
    });

    it('works in folders whose names mean something in patterns', async () => {
      desk.put({
        'a [b] #c!/.gitignore': 'x.md\n/sub/y.md\n',
        'a [b] #c!/x.md': '',
        'a [b] #c!/z.md': '',
        'a [b] #c!/sub/y.md': '',
      });
      assert.deepEqual(await checked('.'), ['a [b] #c!/z.md']);
    });
  });
});
