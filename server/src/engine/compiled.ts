import { compileLanguage } from './checks/language';
import { compileStructure } from './checks/structure';
import { compileCitationRules } from './citations/check';
import { compileDuties } from './duties/compile';
import { compileLens } from './duties/lens';
import type { Knowledge } from './knowledge/types';
import { compileGrammar } from './reading/compile';
import { compileResemblance } from './resemblance/score';
import { compileRewordings } from './rewording/compile';
import { compileStatements } from './statements/compile';

/** Knowledge, ready for drafts to be read with. */
export type Compiled = ReturnType<typeof compileKnowledge>;

export function compileKnowledge(knowledge: Knowledge) {
  const grammar = compileGrammar(knowledge);
  const duties = compileDuties(knowledge);
  return {
    knowledge,
    grammar,
    duties,
    lenses: new Map([...knowledge.profiles].map(([id, profile]) => [id, compileLens(profile)])),
    structure: compileStructure(knowledge),
    statements: compileStatements(knowledge, duties),
    language: compileLanguage(knowledge),
    citing: compileCitationRules(knowledge, { trie: grammar.trie, duties }),
    rewordings: compileRewordings(knowledge),
    resembles: compileResemblance(knowledge),
  };
}
