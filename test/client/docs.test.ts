import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HIDDEN_COMMANDS, type CommandId } from '../../client/src/names';
import { parseCommand } from '../../server/src/cli/arguments';

/* What the pages tell people to press, type and open has to be there. */

const root = path.join(__dirname, '../..');
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8').replaceAll('\r\n', '\n');
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(path.join(root, 'docs')).map(inDocs)];

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: CommandId; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly walkthroughs: readonly { readonly title: string }[];
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const { commands, configuration, walkthroughs } = manifest.contributes;
const readme = read('README.md');

describe('the pages for people', () => {
  for (const page of pages.filter((name) => name.endsWith('.md'))) {
    const text = withoutCode(read(page));

    it(`${page} links to places that there are`, () => {
      for (const [, target] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
        const [file = '', anchor] = target!.split('#');
        const place = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
        assert.ok(existsSync(path.join(root, place)), `${target!}: there is no ${place}`);
        if (anchor === undefined) continue;
        assert.ok(anchorsOf(read(place)).has(anchor), `${target!}: ${place} has no such heading`);
      }
    });

    it(`${page} names commands that there are`, () => {
      for (const [, title] of text.matchAll(/\*Peer Role Check:\s+([^*]+)\*/g)) {
        const plain = title!.replace(/\s+/g, ' ');
        assert.ok(
          commands.some((command) => command.title === plain),
          `there is no command "${plain}"`,
        );
      }
      for (const [, script] of read(page).matchAll(/\bnpm run ([a-z:]+)/g)) {
        assert.ok(script! in manifest.scripts, `there is no "npm run ${script!}"`);
      }
    });
  }

  it('README.md lists the commands that people can choose, each once', () => {
    const listed = rowsOf('Commands').map(([first]) => first!.replaceAll('*', '').replace('Peer Role Check: ', ''));
    const shown = commands.filter(({ command }) => !HIDDEN_COMMANDS.has(command)).map(({ title }) => title);
    assert.deepEqual([...listed].sort(), [...shown].sort());
  });

  it('README.md lists the settings, with their defaults', () => {
    const listed = rowsOf('Settings').map(([name, value]) => [name!.replaceAll('`', ''), value!.replaceAll('`', '')]);
    const there = Object.entries(configuration.properties).map(([name, { default: value }]) => [name, String(value)]);
    assert.deepEqual([...listed].sort(), [...there].sort());
  });

  it('README.md lists the profiles', () => {
    const listed = rowsOf('The contract decides').map(([name]) => `${name!.replaceAll('`', '')}.yml`);
    assert.deepEqual(listed.sort(), readdirSync(path.join(root, 'server/knowledge/profiles')).sort());
  });

  it('README.md has command lines that are understood', () => {
    const lines = [...readme.matchAll(/^peer-role-check (.+)$/gm)].map(([, line]) => line!.replace(/\s*[#>].*$/, ''));
    assert.ok(lines.length > 3);
    for (const line of lines) assert.doesNotThrow(() => parseCommand(line.split(/\s+/)), line);
  });

  it('README.md calls the walkthrough and the package by their names', () => {
    assert.ok(readme.includes(`*${walkthroughs[0]!.title}*`));
    for (const [, version] of readme.matchAll(/peer-role-check-(.+?)\.vsix/g)) assert.equal(version, manifest.version);
  });

  it('README.md names scopes of color that the grammar has', () => {
    const grammar = read('syntaxes/prose.injection.json');
    const scopes = [...readme.matchAll(/"([a-z.-]+\.peer-role-check)"/g)].map(([, scope]) => scope!);
    assert.ok(scopes.length > 0);
    for (const scope of scopes) assert.ok(grammar.includes(`"${scope}"`), scope);
    // All of them: whoever follows the page wants no color to be left.
    for (const [, scope] of grammar.matchAll(/"name": "([^"]+)"/g)) assert.ok(scopes.includes(scope!), scope);
  });

  it('README.md can be read in one go', () => {
    assert.ok(readme.split('\n').length <= 300);
  });

  it('CHANGELOG.md begins with this version', () => {
    assert.equal(/^## (.+)$/m.exec(read('CHANGELOG.md'))?.[1], manifest.version);
  });
});

function inDocs(name: string): string {
  return `docs/${name}`;
}

/** Links in examples are examples. */
function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]+`/g, '');
}

/** The anchors of a page's headings as GitHub makes them, and those that the page sets itself. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id!)]);
}

/** The cells of the table under a heading of the README, without its head. */
function rowsOf(heading: string): string[][] {
  const section = new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^##)`, 'm').exec(readme)?.[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
