import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listVSIX } from './vsix';
import { packExtension, type Packed } from '../../scripts/lib/vsix.mjs';

const root = path.join(__dirname, '../..');
/** In bytes. With more, fewer people can send it by e-mail, and everybody waits longer for it. */
const LARGEST = 2_500_000;

const inFolder = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

describe('the extension as one file', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'peer-package-'));
  const file = path.join(folder, 'peer-role-check.vsix');
  let packed: Packed;
  let inside: ReadonlyMap<string, Buffer>;

  before(async () => {
    assert.ok(existsSync(path.join(root, 'dist/server.web.js')), 'There is no dist/. Run "npm run build" first.');
    packed = await packExtension(file);
    inside = listVSIX(file);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('holds what it needs, and nothing else', () => {
    const wanted = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'package.json',
      'dist/client.js',
      'dist/client.web.js',
      'dist/server.js',
      'dist/server.web.js',
      'docs/images/icon.png',
      'examples/job-description.md',
      ...inFolder('docs/images/walkthrough', '.png'),
      ...inFolder('snippets', '.json'),
      ...inFolder('syntaxes', '.json'),
    ];
    assert.deepEqual(packed.files, wanted.sort());
    // vsce gives three of them names of its own.
    const names = wanted.map((name) =>
      /^(README|CHANGELOG)\.md$/.test(name) ? name.toLowerCase() : name === 'LICENSE' ? 'LICENSE.txt' : name,
    );
    const found = [...inside.keys()].filter((name) => name.startsWith('extension/'));
    assert.deepEqual(found.sort(), names.map((name) => `extension/${name}`).sort());
  });

  it('is small', () => {
    assert.ok(packed.bytes < LARGEST, `${packed.bytes} bytes; ${LARGEST} are the limit`);
  });

  it('holds every file that its manifest names', () => {
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|docs|snippets|syntaxes|examples)\/[^"]+)"/g)];
    // The command line is for npm, which installs it from the same manifest.
    const places = named.map(([, place]) => place!).filter((place) => place !== 'dist/cli.js');
    assert.ok(places.length > 10);
    for (const place of places) assert.ok(inside.has(`extension/${place}`), `${place} is not in the package`);
  });

  it('has a page that shows its pictures, and no link that leads nowhere', () => {
    const page = inside.get('extension/readme.md')!.toString('utf8');
    const links = [...page.matchAll(/(!?)\[[^\]]*\]\(([^)]{0,40})/g)];
    assert.ok(links.some(([, picture, to]) => picture === '!' && to?.startsWith('data:image/png;base64,')));
    for (const [whole, , to] of links) assert.match(to!, /^(https:|data:image\/png|#)/, whole.slice(0, 80));
  });

  it('hands on the licenses of what is in it', () => {
    const notices = inside.get('extension/THIRD-PARTY-NOTICES.txt')!.toString('utf8');
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Readonly<Record<string, string>>;
    };
    for (const [name, version] of Object.entries(dependencies)) assert.ok(notices.includes(`\n${name} ${version}\n`));
  });

  it('has bundles that stand alone', () => {
    const bundles = packed.files.filter((name) => name.startsWith('dist/'));
    for (const name of bundles) {
      const text = inside.get(`extension/${name}`)!.toString('utf8');
      const asked = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module]) => module!);
      // The browser has nothing of node either.
      const there = (module: string): boolean => !name.endsWith('.web.js') && isBuiltin(module);
      const others = asked.filter((module) => module !== 'vscode' && !there(module));
      assert.deepEqual(others, [], `${name} asks for packages that are not in it`);
    }
  });
});
