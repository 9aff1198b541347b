// Scores the engine by rule on our own labelled drafts (test/drafts, labels inline) and exemplar banks, and holds the score
// against the one on record: a rule's score may not fall.
//   npm run accuracy                      compare with test/accuracy.json; exit 1 where a score fell
//   npm run accuracy -- --write           put today's scores on record
//   npm run accuracy -- --show [--rule ID …] [--drafts FOLDER] [--exemplars FOLDER …]   what is missed and wrongly flagged
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { createEngine } from '../server/src/engine/engine';
import type { Finding } from '../server/src/engine/findings/finding';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import { overlaps, type Span } from '../server/src/engine/text/span';
import { readPackFolder } from '../server/src/host/node-packs';
import { exampleDraft } from './lib/examples';
import { readLabels } from './lib/labels';

/** Counts of one rule. Drafts: findings right and wrong, labels found and given. Exemplars: flags found, allows flagged. */
interface Score {
  right: number;
  wrong: number;
  found: number;
  labels: number;
  hits: number;
  flags: number;
  misfires: number;
  allows: number;
}

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    show: { type: 'boolean' },
    rule: { type: 'string', multiple: true },
    drafts: { type: 'string' },
    exemplars: { type: 'string', multiple: true },
  },
});
const root = path.join(import.meta.dirname, '..');
const record = path.join(root, 'test/accuracy.json');
const { knowledge, errors } = loadKnowledge(readPackFolder(path.join(root, 'server/knowledge')));
for (const e of errors) console.log(`${e.path}:${String(e.line)} ${e.message}`);
const engine = createEngine(knowledge);
// What a draft leaves unsaid has no words that a label could stand around.
const ids = [...knowledge.rules.values()]
  .filter(({ family }) => family !== 'completeness')
  .map(({ id }) => id)
  .filter((id) => !values.rule || values.rule.includes(id));
const scores = new Map<string, Score>(
  ids.map((id) => [id, { right: 0, wrong: 0, found: 0, labels: 0, hits: 0, flags: 0, misfires: 0, allows: 0 }]),
);
const breaches = (text: string): Finding[] =>
  engine.check(text, { profileOverride: 'accs' }).findings.filter((f) => f.certainty === 'breach');
const show = (what: string, where: string, rule: string, text: string, by = ''): void => {
  if (values.show)
    console.log(`${what} ${where} ${rule}: ${text.replace(/\s+/g, ' ').slice(0, 200)}${by && `   <- ${by}`}`);
};

const drafts = values.drafts ?? path.join(root, 'test/drafts');
for (const file of readdirSync(drafts).filter((f) => f.endsWith('.md'))) {
  const { text, labels } = readLabels(readFileSync(path.join(drafts, file), 'utf8'));
  const findings = breaches(text);
  const words = (span: Span): string => text.slice(span.start, span.end);
  for (const f of findings) {
    const score = scores.get(f.rule);
    if (!score) continue;
    if (labels.some((l) => l.rule === f.rule && overlaps(l, f.span))) score.right++;
    else if (!labels.some((l) => l.rule === 'ambiguous' && overlaps(l, f.span))) {
      score.wrong++;
      show(
        'false ',
        file,
        f.rule,
        words(f.span),
        `${f.evidence.by} | ${f.evidence.actor?.text ?? ''} (${f.evidence.actor?.origin ?? ''})`,
      );
    }
  }
  for (const l of labels) {
    const score = scores.get(l.rule);
    if (!score) continue;
    score.labels++;
    if (findings.some((f) => f.rule === l.rule && overlaps(l, f.span))) score.found++;
    else show('missed', file, l.rule, words(l));
  }
}
for (const folder of values.exemplars ?? [path.join(root, 'server/knowledge/exemplars')])
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.yml'))) {
    const bank = load(readFileSync(path.join(folder, file), 'utf8')) as {
      rule?: string;
      flags?: string[];
      allows?: string[];
      sound?: string[];
    };
    for (const text of bank.sound ?? [])
      for (const f of breaches(exampleDraft(text))) {
        const score = scores.get(f.rule);
        if (score) score.misfires++;
        if (score) show('false ', file, f.rule, text, f.evidence.by);
      }
    const score = scores.get(bank.rule ?? '');
    if (!score) continue;
    const hit = (text: string): Finding | undefined => breaches(exampleDraft(text)).find((f) => f.rule === bank.rule);
    for (const text of bank.flags ?? []) {
      score.flags++;
      if (hit(text)) score.hits++;
      else show('missed', file, bank.rule!, text);
    }
    for (const text of bank.allows ?? []) {
      score.allows++;
      const finding = hit(text);
      if (finding) score.misfires++;
      if (finding) show('false ', file, bank.rule!, text, finding.evidence.by);
    }
  }

const percent = (a: number, b: number): string => (b === 0 ? '  –  ' : `${((100 * a) / b).toFixed(1).padStart(5)}`);
const row = (name: string, s: Score): string =>
  `${name.padEnd(34)} drafts P ${percent(s.right, s.right + s.wrong)} R ${percent(s.found, s.labels)} (${String(s.labels)})   ` +
  `exemplars found ${percent(s.hits, s.flags)} of ${String(s.flags)}, misfires ${String(s.misfires)} of ${String(s.allows)}`;
for (const [id, score] of scores) console.log(row(id, score));
for (const family of ['duty', 'structure']) {
  const sum: Score = { right: 0, wrong: 0, found: 0, labels: 0, hits: 0, flags: 0, misfires: 0, allows: 0 };
  for (const [id, score] of scores)
    if (knowledge.rules.get(id)!.family === family)
      for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key];
  console.log(row(family.toUpperCase(), sum));
}

if (values.write) {
  const lines = [...scores].map(([id, score]) => `  ${JSON.stringify(id)}: ${JSON.stringify(score)}`);
  writeFileSync(record, `{\n${lines.join(',\n')}\n}\n`);
  console.log('on record in test/accuracy.json');
} else if (!values.show) {
  const before = JSON.parse(readFileSync(record, 'utf8')) as Record<string, Score>;
  const fallen = Object.entries(before).flatMap(([id, old]) => {
    const now = scores.get(id);
    if (!now) return [`${id}: the rule is gone`];
    const falls: string[] = [];
    if (now.found < old.found) falls.push(`finds ${String(now.found)} labels in the drafts, not ${String(old.found)}`);
    if (now.wrong > old.wrong) falls.push(`${String(now.wrong)} false alarms in the drafts, not ${String(old.wrong)}`);
    if (now.hits < old.hits) falls.push(`finds ${String(now.hits)} exemplars, not ${String(old.hits)}`);
    if (now.misfires > old.misfires)
      falls.push(`flags ${String(now.misfires)} near misses, not ${String(old.misfires)}`);
    return falls.map((f) => `${id}: ${f}`);
  });
  for (const fall of fallen) console.log(`worse   ${fall}`);
  console.log(
    fallen.length === 0 ? 'no score has fallen' : 'If a fall is wanted, put it on record: npm run accuracy -- --write',
  );
  process.exitCode = fallen.length === 0 ? 0 : 1;
}
