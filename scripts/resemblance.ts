// `npm run resemblance`: writes server/knowledge/resemblance.yml from the exemplars and the rules' own examples: how much
// each word speaks for each rule. `npm run resemblance:check`: writes nothing, and fails where the file is not that.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import type { Resemblance, Rule } from '../server/src/engine/knowledge/types';
import { tokenize } from '../server/src/engine/prose/token';
import { featuresOf } from '../server/src/engine/resemblance/features';
import { train, type Example } from '../server/src/engine/resemblance/train';
import { readPackFolder } from '../server/src/host/node-packs';

interface Bank {
  readonly rule?: string;
  readonly flags?: readonly string[];
  readonly allows?: readonly string[];
  readonly sound?: readonly string[];
}

/** Rules that one and the same sentence often breaks together: what flags one of them tells nothing of the others. */
const NEIGHBORS: readonly (readonly string[])[] = [
  ['medication-administration', 'medication-influence'],
  ['routine-notes', 'reading-records', 'reporting-on-people', 'meetings-without-the-person'],
];

/** Near misses in bullets differ from breaches by their words; those in sentences mostly by who acts, which is read otherwise. */
const tellsByItsWords = (text: string): boolean =>
  text.startsWith('- ') && !/\b(?:not|never|no|nurse|clinician|counselor)\b/i.test(text);

export function resemblanceOf(rules: readonly Rule[], banks: readonly Bank[]): Resemblance {
  const ids = rules.map(({ id }) => id);
  const all = new Set(ids);
  const none = new Set<string>();
  const example = (text: string, breaks: ReadonlySet<string>, keeps: ReadonlySet<string>): Example => ({
    features: featuresOf(tokenize(text.replace(/^- /, ''))),
    breaks,
    keeps,
  });
  const examples = [...rules.map(({ id, flags, allows }) => ({ rule: id, flags, allows })), ...banks].flatMap(
    ({ rule, flags = [], allows = [], sound = [] }: Bank): Example[] => {
      const whole = sound.map((text) => example(text, none, all));
      if (rule === undefined || !all.has(rule)) return whole;
      const near = new Set(NEIGHBORS.filter((group) => group.includes(rule)).flat());
      const others = new Set(ids.filter((id) => id !== rule && !near.has(id)));
      const own = new Set([rule]);
      return [
        ...whole,
        ...flags.map((text) => example(text, own, others)),
        ...allows.filter(tellsByItsWords).map((text) => example(text, none, own)),
      ];
    },
  );
  return train(examples, ids);
}

const HEAD = '# Made from exemplars/ and the rules\' own examples by "npm run resemblance". Do not edit.\n';

export const fileOf = ({ rules, bias, weights }: Resemblance): string =>
  `${HEAD}rules: [${rules.join(', ')}]\nbias: [${bias.join(', ')}]\nweights: |\n${weights.replace(/^/gm, '  ')}\n`;

function main(checkOnly: boolean): number {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  const pack = path.join(root, 'server/knowledge');
  const { knowledge } = loadKnowledge(readPackFolder(pack));
  const folder = path.join(pack, 'exemplars');
  const banks = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => load(readFileSync(path.join(folder, name), 'utf8')) as Bank);
  const duties = [...knowledge.rules.values()].filter(({ family }) => family === 'duty');
  const fresh = fileOf(resemblanceOf(duties, banks));
  const file = path.join(pack, 'resemblance.yml');
  const old = readFileSync(file, { encoding: 'utf8', flag: 'a+' }).replaceAll('\r\n', '\n');
  if (old === fresh) {
    console.log('resemblance.yml is up to date.');
    return 0;
  }
  if (checkOnly) {
    console.error('resemblance.yml is not made from the exemplars as they are. Please run: npm run resemblance');
    return 1;
  }
  writeFileSync(file, fresh);
  console.log(`resemblance.yml written (${Math.round(fresh.length / 1000)} kB).`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.includes('--check'));
