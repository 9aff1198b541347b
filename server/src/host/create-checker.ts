import { createEngine, type Engine } from '../engine/engine';
import { loadKnowledge } from '../engine/knowledge/loader';
import type { KnowledgeError, KnowledgeFile } from '../engine/knowledge/types';
import { builtinKnowledge } from './builtin-knowledge.generated';

/**
 * The engine with the knowledge that comes with the product, the same in every host, and with an organization's own
 * files over it. `errors`: mistakes in that knowledge; with any, the engine is missing rules, and whoever shows its
 * findings has to say so.
 */
export function createBuiltinEngine(own: readonly KnowledgeFile[] = []): {
  readonly engine: Engine;
  readonly errors: readonly KnowledgeError[];
} {
  const { knowledge, errors } = loadKnowledge(builtinKnowledge, own);
  return { engine: createEngine(knowledge), errors };
}
