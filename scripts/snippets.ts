// `npm run snippets`: writes snippets/*.json, VS Code's snippets, from the approved wording in server/knowledge/wording.
// `npm run snippets:check`: writes nothing, and fails where a file is not what it would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import type { Knowledge, Wording } from '../server/src/engine/knowledge/types';
import { readPackFolder } from '../server/src/host/node-packs';

/** A snippet as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** Wording that suits more than one contract. What suits a single one is in a file named for its profile. */
const SHARED = 'peer-roles';

/** What stands before the id of a wording in the text that people type. */
export const PREFIX = 'peer-';

/** The files of snippets/, by name, with their text. The same knowledge always gives the same text. */
export function snippetFiles({ wordings }: Pick<Knowledge, 'wordings'>): ReadonlyMap<string, string> {
  const files = new Map<string, Record<string, Snippet>>();
  for (const wording of wordings.values()) {
    const [only, ...others] = wording.profiles;
    const name = `${others.length === 0 && only !== undefined ? only : SHARED}.json`;
    files.set(name, { ...files.get(name), [wording.title]: snippetOf(wording) });
  }
  return new Map([...files].map(([name, snippets]) => [name, `${JSON.stringify(snippets, null, 2)}\n`]));
}

function snippetOf({ id, body, description, group }: Wording): Snippet {
  return {
    prefix: id.startsWith(PREFIX) ? id : `${PREFIX}${id}`,
    body: body.replace(/\n$/, '').split('\n'),
    description: `${group}. ${description}`,
  };
}

function main(checkOnly: boolean): number {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  const folder = path.join(root, 'snippets');
  const { knowledge, errors } = loadKnowledge(readPackFolder(path.join(root, 'server/knowledge')));
  if (errors.length > 0) {
    for (const e of errors) console.error(`server/knowledge/${e.path}:${e.line}: ${e.message}`);
    console.error('snippets/ is made from the wording files; mend these first.');
    return 1;
  }
  const fresh = snippetFiles(knowledge);
  const old = existsSync(folder) ? readdirSync(folder) : [];
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  const stale = [
    ...[...fresh].filter(([name, text]) => !old.includes(name) || read(name) !== text).map(([name]) => name),
    ...old.filter((name) => !fresh.has(name)),
  ];
  if (stale.length === 0) {
    console.log(`snippets/ is up to date (${knowledge.wordings.size} snippets).`);
    return 0;
  }
  if (checkOnly) {
    console.error(
      `Not what the wording files say: ${stale.join(', ')}. Run "npm run snippets", and keep what it writes.`,
    );
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of old) if (!fresh.has(name)) rmSync(path.join(folder, name));
  for (const [name, text] of fresh) writeFileSync(path.join(folder, name), text);
  console.log(`snippets/ is written (${knowledge.wordings.size} snippets).`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.includes('--check'));
