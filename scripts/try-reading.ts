import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import { readPackFolder } from '../server/src/host/node-packs';
import { parseDraft } from '../server/src/engine/markdown/parse';
import { compileGrammar } from '../server/src/engine/reading/compile';
import { readRoles } from '../server/src/engine/reading/document';
import { readBlock } from '../server/src/engine/reading/read';
const root = path.join(import.meta.dirname, '..');
const { knowledge } = loadKnowledge(readPackFolder(path.join(root, 'server/knowledge')));
const grammar = compileGrammar(knowledge);
const DUTY = 'medication-administration medication-influence representative-payee routine-notes treatment-plans-and-assessments reading-records meetings-without-the-person reporting-on-people coercion-and-control clinical-duties direct-care-duties dual-relationships'.split(' ');
const one = process.argv[2];
const show = (ex: string, verbose: boolean) => {
  const text = ex.startsWith('- ') ? `# Peer Specialist\n\nThe peer specialist will:\n\n${ex}\n` : `# Program\n\n${ex}\n`;
  const draft = parseDraft(text);
  const roles = readRoles(draft, grammar);
  let share = 0, n = 0; const why = new Map<string, number>();
  for (const b of draft.blocks.filter((b) => b.kind !== 'heading' && !/peer specialist will:/.test(b.text)))
    for (const s of readBlock(b, grammar, roles)) {
      if (verbose) console.log('  mentions', s.mentions.map((m) => `${m.kind}:${s.sentence.tokens.slice(m.from, m.to).map((t) => t.text).join(' ')}${m.governed ? ' (governed)' : ''}`).join(' | '), '\n  clauses', s.clauses.map((c) => `[${c.joint}] ${s.sentence.tokens.slice(c.from, c.to).map((t) => t.text).join(' ')}`).join('\n          '));
      s.sentence.tokens.forEach((t, i) => {
        if (t.kind !== 'word' || t.text.length < 4) return;
        const r = s.read(i, i + 1);
        n++;
        const key = `${r.actor?.kind ?? 'nobody'}/${r.mode.mode}${r.mode.cue ? `(${r.mode.cue})` : ''}`;
        why.set(key, (why.get(key) ?? 0) + 1);
        if (verbose) console.log('   ', t.text.padEnd(16), key, r.actor?.origin ?? '', r.actor?.text ?? '');
        if ((r.actor?.kind === 'peer' || r.actor?.kind === 'collective') && r.mode.mode === 'assigned') share++;
      });
    }
  return { share: n ? share / n : 0, why };
};
if (one && !one.startsWith('/')) { console.log(show(one, true).why); process.exit(0); }
const folder = one ?? '/tmp/a/yml';
let good = 0, all = 0, ga = 0, alla = 0;
for (const f of readdirSync(folder)) {
  const bank = load(readFileSync(path.join(folder, f), 'utf8')) as { rule: string; flags: string[]; allows: string[] };
  if (!DUTY.includes(bank.rule)) continue;
  for (const x of bank.flags) { all++; const r = show(x, false); if (r.share > 0.3) good++; else console.log('F', r.share.toFixed(2), x.slice(0, 220), [...r.why].map(([k, v]) => `${k}=${v}`).join(' ')); }
  for (const x of bank.allows) { alla++; const r = show(x, false); if (r.share < 0.5) ga++; else if (process.argv[3]) console.log('A', r.share.toFixed(2), x.slice(0, 220), [...r.why].map(([k, v]) => `${k}=${v}`).join(' ')); }
}
console.log('flags assignable', good, '/', all, 'allows not', ga, '/', alla);
