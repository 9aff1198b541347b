// Shows how the engine reads one sentence, word by word: roles, clauses, who acts, and what is done with the duty.
//   npm run explain -- "While the nurse gives the injections, peer specialists keep people company."
// A leading "- " reads the text as a bullet under "The peer specialist will:"; a leading "# " as a draft of its own.
import path from 'node:path';
import { createEngine } from '../server/src/engine/engine';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import { parseDraft } from '../server/src/engine/markdown/parse';
import { compileGrammar } from '../server/src/engine/reading/compile';
import { readRoles } from '../server/src/engine/reading/document';
import { readBlock } from '../server/src/engine/reading/read';
import { readPackFolder } from '../server/src/host/node-packs';
import { exampleDraft } from './lib/examples';

const example = process.argv.slice(2).join(' ').replaceAll('\\n', '\n');
if (example.trim() === '') {
  console.error('Give a sentence: npm run explain -- "The peer mentor fills the pillbox."');
  process.exit(2);
}
const { knowledge } = loadKnowledge(readPackFolder(path.join(import.meta.dirname, '..', 'server/knowledge')));
const grammar = compileGrammar(knowledge);
const text = exampleDraft(example);
const draft = parseDraft(text);
const roles = readRoles(draft, grammar);
for (const block of draft.blocks) {
  if (block.kind === 'heading' || /^The peer specialist will:$/.test(block.text)) continue;
  for (const s of readBlock(block, grammar, roles)) {
    const words = (from: number, to: number): string =>
      s.sentence.tokens
        .slice(from, to)
        .map((t) => t.text)
        .join(' ');
    for (const m of s.mentions)
      console.log(`role     ${m.kind.padEnd(10)} ${words(m.from, m.to)}${m.governed ? ' (not a subject)' : ''}`);
    for (const c of s.clauses) console.log(`clause   ${c.joint.padEnd(10)} ${words(c.from, c.to)}`);
    s.sentence.tokens.forEach((token, i) => {
      if (token.kind !== 'word') return;
      const { actor, mode } = s.read(i, i + 1);
      const who = actor ? `${actor.kind} "${actor.text}" (${actor.origin})` : 'nobody';
      console.log(`  ${token.text.padEnd(18)} ${who.padEnd(44)} ${mode.mode}${mode.cue ? ` by "${mode.cue}"` : ''}`);
    });
  }
}
for (const f of createEngine(knowledge).check(text).findings) {
  const duty = f.evidence.duty.map((d) => d.text).join(' … ');
  console.log(`finding  ${f.rule} (${f.certainty}, ${f.severity}): ${duty}\n         by ${f.evidence.by}`);
}
