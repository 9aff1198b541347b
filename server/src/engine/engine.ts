import type { CitationStyle } from './citations/citation';
import { checkLanguage, compileLanguage } from './checks/language';
import { readPassages, type ReadPassage } from './checks/passage';
import { checkStructure, compileStructure } from './checks/structure';
import { assessSentence } from './duties/assess';
import { compileDuties } from './duties/compile';
import type { Finding } from './findings/finding';
import { chooseProfile, type ProfileChoice } from './findings/profile';
import { deduplicate, order } from './findings/stages';
import type { Knowledge } from './knowledge/types';
import { parseDraft } from './markdown/parse';
import { compileGrammar } from './reading/compile';
import { readRoles } from './reading/document';
import { readBlock } from './reading/read';
import { readReferences } from './reading/references';

export interface CheckOptions extends ProfileChoice {
  /** Whether words for people are looked at too; true unless settings turn it off. */
  readonly language?: boolean;
  /** Id of the edition of the Code of Ethics for drafts that name none. */
  readonly edition?: string;
  /** How citations that are offered are written; inline unless settings say otherwise. */
  readonly citationStyle?: CitationStyle;
  /** Figures that take the place of the built-in ones, by id: `people-per-fte`, `lowest-hourly-pay`. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface CheckResult {
  /** Id of the profile that was applied. */
  readonly profile: string;
  /** In document order. */
  readonly findings: readonly Finding[];
}

export interface Engine {
  readonly knowledge: Knowledge;
  /** Reads a whole draft. Never throws because of the text. */
  check(source: string, options?: CheckOptions): CheckResult;
}

/** The one factory. Knowledge is compiled once; an engine keeps nothing of the drafts it has read. */
export function createEngine(knowledge: Knowledge): Engine {
  const grammar = compileGrammar(knowledge);
  const duties = compileDuties(knowledge);
  const structure = compileStructure(knowledge);
  const language = compileLanguage(knowledge);
  return {
    knowledge,
    check(source, options = {}) {
      const draft = parseDraft(source);
      const { profile, findings } = chooseProfile(draft, options, knowledge);
      const roles = readRoles(draft, grammar);
      const read: ReadPassage[] = [];
      const references = readReferences(draft, grammar, roles);
      for (const block of draft.blocks) {
        if (block.kind === 'heading') continue;
        const sentences = readBlock(block, grammar, roles, references.get(block.start));
        read.push({ block, sentences });
        for (const sentence of sentences)
          findings.push(...assessSentence(sentence, duties, roles.hasPeer && !roles.setApart, source, profile));
      }
      findings.push(...checkStructure(readPassages(draft, grammar, roles, read), structure, profile));
      if (language && options.language !== false) findings.push(...checkLanguage(read, language, source, profile));
      return { profile: profile.id, findings: order(deduplicate(findings)) };
    },
  };
}
