// Scores the engine on drafts with inline labels, by rule, and shows what is missed and what is wrongly flagged.
//   npx tsx scripts/try-drafts.ts [--rule ID …] [--quiet] [--inline FOLDER]
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../server/src/engine/engine';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import { overlaps } from '../server/src/engine/text/span';
import { readPackFolder } from '../server/src/host/node-packs';
import { readLabels } from './lib/labels';

const { values } = parseArgs({
  options: {
    rule: { type: 'string', multiple: true },
    quiet: { type: 'boolean' },
    inline: { type: 'string' },
  },
});
const root = path.join(import.meta.dirname, '..');
const { knowledge } = loadKnowledge(readPackFolder(path.join(root, 'server/knowledge')));
const engine = createEngine(knowledge);
const folder = values.inline ?? path.join(root, 'test/drafts');

const tally = new Map<string, { right: number; wrong: number; found: number; labels: number }>();
for (const id of knowledge.rules.keys()) tally.set(id, { right: 0, wrong: 0, found: 0, labels: 0 });
for (const file of readdirSync(folder)
  .filter((f) => f.endsWith('.md'))
  .sort()) {
  const { text, labels } = readLabels(readFileSync(path.join(folder, file), 'utf8'));
  const findings = engine.check(text, { profileOverride: 'accs' }).findings.filter((f) => f.certainty === 'breach');
  const wanted = (rule: string): boolean => !values.rule || values.rule.includes(rule);
  const show = (what: string, rule: string, span: { start: number; end: number }, by = ''): void => {
    if (!values.quiet && wanted(rule))
      console.log(`${what} ${file} ${rule}: ${JSON.stringify(text.slice(span.start, span.end).slice(0, 200))}${by}`);
  };
  for (const f of findings) {
    const t = tally.get(f.rule);
    if (!t) continue;
    if (labels.some((l) => l.rule === f.rule && overlaps(l, f.span))) t.right++;
    else if (!labels.some((l) => l.rule === 'ambiguous' && overlaps(l, f.span))) {
      t.wrong++;
      show(
        'false ',
        f.rule,
        f.span,
        `   <- ${f.evidence.by} | ${f.evidence.actor?.text ?? ''} (${f.evidence.actor?.origin ?? ''})`,
      );
    }
  }
  for (const l of labels) {
    const t = tally.get(l.rule);
    if (!t) continue;
    t.labels++;
    if (findings.some((f) => f.rule === l.rule && overlaps(l, f.span))) t.found++;
    else show('missed', l.rule, l);
  }
}
const sum = {
  duty: { right: 0, wrong: 0, found: 0, labels: 0 },
  structure: { right: 0, wrong: 0, found: 0, labels: 0 },
};
const row = (name: string, t: { right: number; wrong: number; found: number; labels: number }): string =>
  `${name.padEnd(34)} P ${(t.right / (t.right + t.wrong)).toFixed(3)}  R ${(t.found / t.labels).toFixed(3)}   right ${String(t.right)} wrong ${String(t.wrong)} labels ${String(t.labels)}`;
for (const [id, t] of tally) {
  if (!values.rule || values.rule.includes(id)) console.log(row(id, t));
  const family = knowledge.rules.get(id)!.family;
  if (family !== 'duty' && family !== 'structure') continue;
  for (const key of ['right', 'wrong', 'found', 'labels'] as const) sum[family][key] += t[key];
}
console.log(row('STRUCTURE', sum.structure));
console.log(row('DUTY', sum.duty));
