// Reads each exemplar bank (server/knowledge/exemplars, or the folders given) as the generic test does, and prints what is
// missed and what is wrongly flagged. For people who write rules:  npx tsx scripts/try-exemplars.ts [--rule ID] [--quiet] [FOLDER …]
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { createEngine } from '../server/src/engine/engine';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import { readPackFolder } from '../server/src/host/node-packs';
import { exampleDraft } from './lib/examples';

interface Bank {
  readonly rule: string;
  readonly flags: readonly string[];
  readonly allows: readonly string[];
}

const { values, positionals } = parseArgs({
  options: { rule: { type: 'string', multiple: true }, quiet: { type: 'boolean' } },
  allowPositionals: true,
});
const root = path.join(import.meta.dirname, '..');
const { knowledge, errors } = loadKnowledge(readPackFolder(path.join(root, 'server/knowledge')));
for (const e of errors) console.log(`${e.path}:${String(e.line)} ${e.message}`);
const engine = createEngine(knowledge);
const folders = positionals.length > 0 ? positionals : [path.join(root, 'server/knowledge/exemplars')];
for (const folder of folders) {
  const sum = { flags: 0, hit: 0, allows: 0, wrong: 0 };
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.yml'))
    .sort()) {
    const bank = load(readFileSync(path.join(folder, file), 'utf8')) as Bank;
    if (values.rule && !values.rule.includes(bank.rule)) continue;
    if (!knowledge.rules.has(bank.rule)) continue;
    const flagged = (example: string) =>
      engine.check(exampleDraft(example)).findings.find((f) => f.rule === bank.rule && f.certainty === 'breach');
    const missed = bank.flags.filter((x) => !flagged(x));
    const wrong = bank.allows.filter((x) => flagged(x));
    if (!values.quiet) {
      for (const x of missed) console.log(`missed  ${bank.rule}: ${x}`);
      for (const x of wrong) console.log(`wrong   ${bank.rule}: ${x}   <- ${flagged(x)!.evidence.by}`);
    }
    sum.flags += bank.flags.length;
    sum.hit += bank.flags.length - missed.length;
    sum.allows += bank.allows.length;
    sum.wrong += wrong.length;
    console.log(
      `${bank.rule.padEnd(34)} found ${String(bank.flags.length - missed.length)}/${String(bank.flags.length)}   near misses flagged ${String(wrong.length)}/${String(bank.allows.length)}`,
    );
  }
  console.log(
    `${folder}: found ${((100 * sum.hit) / sum.flags).toFixed(1)} %   near misses flagged ${((100 * sum.wrong) / sum.allows).toFixed(1)} %`,
  );
}
