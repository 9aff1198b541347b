import assert from 'node:assert/strict';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import { githubReport } from '../../server/src/reports/github';
import { Desk } from './run';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as GitHub's runner does: names up to the second `::`, properties between commas, then the escapes. */
function read(line: string): Command {
  const [, info = '', data = ''] = /^::(.*?)::(.*)$/s.exec(line) ?? [];
  const [name = ''] = info.split(' ');
  const plain = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const properties = info
    .slice(name.length + 1)
    .split(',')
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [
        pair.slice(0, at),
        plain(
          pair
            .slice(at + 1)
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ),
      ];
    });
  return { name, properties: Object.fromEntries(properties), message: plain(data) };
}

describe('the command line: annotations for GitHub', function () {
  this.timeout(60_000); // the first engine is slow to make on a busy computer
  let desk: Desk;
  beforeEach(() => (desk = new Desk()));
  afterEach(() => {
    desk.clear();
  });

  const commands = async (args: string[], stdin = ''): Promise<Command[]> => {
    const { out, err } = await desk.run(['check', '--format', 'github', ...args], { stdin });
    assert.equal(err, '');
    return out.split('\n').slice(0, -1).map(read);
  };

  it('writes one line for each finding, with its place counted from 1', async () => {
    desk.put({ 'a.md': 'x\r\n😀 WARN\n' });
    const { out, status } = await desk.run(['check', '--format', 'github', './a.md']);
    assert.equal(status, 0);
    assert.equal(
      out,
      '::warning file=a.md,line=2,endLine=2,col=4,endColumn=8,title=Peer Role Check::Peers do not shout.' +
        '%0AAllowed instead: Talking softly.%0AThis rests on a code of ethics:%0A- A Paper (10)%0A- lost\n',
    );
    assert.equal((await desk.run(['check', '--format', 'github', '--fail-on', 'warning', 'a.md'])).status, 1);
  });

  it('writes nothing where nothing was found', async () => {
    desk.put({ 'a.md': 'fine' });
    assert.deepEqual(await desk.run(['check', '--format', 'github', 'a.md']), {
      status: 0,
      out: '',
      err: '',
      asked: [{}],
    });
  });

  it('gives each severity its command', async () => {
    desk.put({ 'a.md': 'BREACH WARN INFO HINT' });
    assert.deepEqual(
      (await commands(['a.md'])).map(({ name }) => name),
      ['error', 'warning', 'notice', 'notice'],
    );
  });

  it('says where the wording leaves it open, and where peers are meant among others', async () => {
    desk.put({ 'a.md': 'OPEN ALL BREACH' });
    const [open, breach] = await commands(['a.md']);
    assert.match(open?.message ?? '', /\nPlease check: [^\n]*\nPeers are meant among others \("all staff"\)\.\n/);
    assert.doesNotMatch(breach?.message ?? '', /Please check|among others/);
  });

  it('keeps names apart from what separates them', async () => {
    const file = '100%,a:b%0A/c::d.md';
    desk.put({ [file]: 'BREACH' });
    const [command] = await commands(['.']);
    assert.equal(command?.properties['file'], file);
    assert.equal(command.properties['title'], 'Peer Role Check');
  });

  it('says of standard input, which is no file, where in it', async () => {
    const [command] = await commands(['-'], 'x\n\nBREACH');
    assert.deepEqual(Object.keys(command?.properties ?? {}), ['title']);
    assert.match(command?.message ?? '', /^Standard input, line 3:\nPeers do not shout\.\n/);
  });

  it('titles an annotation by its rule, and leaves columns out where a finding spans lines', () => {
    const { engine } = createBuiltinEngine();
    const source = '# Duties\n\nThe peer specialist administers\nmedication, every day.\n';
    const file = { path: 'a.md', source, ...engine.check(source) };
    const [command] = githubReport([file], engine.knowledge).split('\n').map(read);
    assert.deepEqual(command?.properties, {
      file: 'a.md',
      line: '3',
      endLine: '4',
      title: 'Giving or handling medication',
    });
    assert.match(command.message, /This rests on the contract:\n- Request for Response: .*\(7\.5 a\)/);
    const titles = [...engine.knowledge.rules.values()].map(({ title }) => title);
    assert.ok(
      titles.some((title) => title.includes(',')),
      'a title with a comma is in use',
    );
  });

  it('lets nothing in a draft begin a command of its own', () => {
    const { engine } = createBuiltinEngine();
    const source = '---\npeer-role-profile: "x %0A::error::y"\n---\n';
    const file = { path: 'a.md', source, ...engine.check(source) };
    const lines = githubReport([file], engine.knowledge).split('\n');
    assert.equal(lines.length, 2);
    assert.match(read(lines[0] ?? '').message, /^There is no profile "x %0A::error::y"\. /);
  });
});
