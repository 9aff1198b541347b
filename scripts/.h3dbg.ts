import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import { readPackFolder } from '../server/src/host/node-packs';
import { parseDraft } from '../server/src/engine/markdown/parse';
import { compileGrammar } from '../server/src/engine/reading/compile';
import { compileDuties } from '../server/src/engine/duties/compile';
import { readRoles } from '../server/src/engine/reading/document';
import { readBlock } from '../server/src/engine/reading/read';
import { findPattern } from '../server/src/engine/prose/pattern';
const root = path.join(import.meta.dirname, '..');
const { knowledge } = loadKnowledge(readPackFolder(path.join(root, 'server/knowledge')));
const grammar = compileGrammar(knowledge); const duties = compileDuties(knowledge);
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n')) {
  const m = /^missed +([\w-]+): (.*)$/.exec(line); if (!m) continue;
  const [, rule, x] = m as any;
  const text = x.startsWith('- ') ? `# Peer Specialist\n\nThe peer specialist will:\n\n${x}\n` : `# Program\n\n${x}\n`;
  const draft = parseDraft(text); const roles = readRoles(draft, grammar);
  const out: string[] = [];
  for (const b of draft.blocks.filter((b) => b.kind !== 'heading' && !/peer specialist will:/.test(b.text)))
    for (const s of readBlock(b, grammar, roles)) {
      const cs = s.clauses.map((c) => s.sentence.tokens.slice(c.from, c.to).map((t) => t.text).join(' ')).join(' / ');
      if (s.clauses.length > 1) out.push('   clauses ' + cs);
      for (const { pattern, value } of duties.candidates(s.sentence)) {
        if (value.rule.id !== rule) continue;
        for (const c of s.clauses) for (const h of findPattern(pattern, s.sentence, c.from, c.to)) {
          const r = s.read(h.from, h.to);
          out.push(`   ${value.says} [${h.parts.map((p) => s.sentence.tokens.slice(p.from, p.to).map((t) => t.text).join(' ')).join(' … ')}] ${pattern.source.slice(0, 60)} -> ${r.actor?.kind}:${r.actor?.text} ${r.mode.mode} ${r.mode.cue ?? ''}`);
        }
      }
    }
  console.log(`${rule}: ${x}\n${out.join('\n')}`);
}
