import { checkCitations, compileCitationRules } from './citations/check';
import type { Citation, CitationStyle, ContractMention } from './citations/citation';
import { applies, chooseEdition } from './citations/edition';
import { findCitations } from './citations/find';
import { rankPrinciples, type RankedPrinciple } from './citations/topics';
import type { FigureRead } from './checks/figures';
import { checkLanguage, compileLanguage } from './checks/language';
import { measuresOf } from './checks/measures';
import { readPassages, type ReadPassage } from './checks/passage';
import { checkStructure, compileStructure } from './checks/structure';
import { assessSentence } from './duties/assess';
import { compileDuties } from './duties/compile';
import { compileLens } from './duties/lens';
import { markCrossed, orderDuties, type DutyRead } from './duties/who';
import type { Finding } from './findings/finding';
import { chooseProfile, type ProfileChoice } from './findings/profile';
import { deduplicate, order } from './findings/stages';
import type { Edition, Knowledge } from './knowledge/types';
import type { Draft } from './markdown/draft';
import { parseDraft } from './markdown/parse';
import { compileGrammar } from './reading/compile';
import { readRoles, type DraftRoles } from './reading/document';
import { readBlock } from './reading/read';
import { readReferences } from './reading/references';
import { compileRewordings } from './rewording/compile';
import { rolesOfPart, type KnownRoles } from './rewording/part-roles';
import { withSuggestions } from './rewording/suggest';
import { suppress, type SuppressedFinding } from './suppression/apply';
import { isNoDraft } from './suppression/read';
import { checkStatements, type ChecklistEntry } from './statements/check';
import { compileStatements } from './statements/compile';
import { sectionsOf, type Section } from './statements/sections';

export interface CheckOptions extends ProfileChoice {
  /** Whether words for people are looked at too; true unless settings turn it off. */
  readonly language?: boolean;
  /** Id of the edition of the Code of Ethics for drafts that name none. */
  readonly edition?: string;
  /** How citations that are offered are written; inline unless settings say otherwise. */
  readonly citationStyle?: CitationStyle;
  /** Whether wording that can take a duty's place is looked for too; true unless a caller has no use for it. */
  readonly suggestions?: boolean;
  /** Figures that take the place of the built-in ones, by id: `people-per-fte`, `lowest-hourly-pay`. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface CheckResult {
  /** Id of the profile that was applied. */
  readonly profile: string;
  /** In document order. */
  readonly findings: readonly Finding[];
  /** What the draft or its workspace leaves out, each with its reason; never among the findings. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What the draft says in figures about its peer roles, in document order. */
  readonly figures: readonly FigureRead[];
  /** What a draft of its kind should say, and where this one says it; empty where a draft is asked for nothing. */
  readonly checklist: readonly ChecklistEntry[];
  /** Statements that it makes although a draft of its kind is not asked for them; for a review of several drafts. */
  readonly unasked: readonly ChecklistEntry[];
  /** Citations of a Code of Ethics, in document order. */
  readonly citations: readonly Citation[];
  /** Mentions of places in contracts, in document order. */
  readonly mentions: readonly ContractMention[];
  /** Id of the edition of the Code of Ethics that the draft was read with. */
  readonly edition: string;
  /** The limited duties that the draft gives to anybody, in document order. */
  readonly duties: readonly DutyRead[];
  /** The draft's own headings, in document order. */
  readonly sections: readonly Section[];
}

export interface Engine {
  readonly knowledge: Knowledge;
  /** Reads a whole draft. Never throws because of the text. */
  check(source: string, options?: CheckOptions): CheckResult;
  /** The principles of the edition that a draft is read with, those first that `words` speak of most. */
  principles(
    draft: Draft,
    words: string,
    options?: CheckOptions,
  ): { readonly edition: Edition; readonly ranked: readonly RankedPrinciple[] } | undefined;
}

/** The one factory. Knowledge is compiled once; an engine keeps nothing of the drafts it has read. */
export function createEngine(knowledge: Knowledge): Engine {
  const grammar = compileGrammar(knowledge);
  const duties = compileDuties(knowledge);
  const structure = compileStructure(knowledge);
  const language = compileLanguage(knowledge);
  const lenses = new Map([...knowledge.profiles].map(([id, profile]) => [id, compileLens(profile)]));
  const rewordings = compileRewordings(knowledge);
  const statements = compileStatements(knowledge, duties);
  const citing = compileCitationRules(knowledge, { trie: grammar.trie, duties });
  /** `known`: what a whole draft says of its roles, where `source` is only a part of it. */
  const check = (source: string, options: CheckOptions, known?: KnownRoles): CheckResult => {
    const draft = parseDraft(source);
    const { profile, findings } = chooseProfile(draft, options, knowledge);
    const lens = lenses.get(profile.id)!;
    const own = (): DraftRoles => readRoles(draft, grammar);
    const roles = known ? rolesOfPart(known, own) : own();
    const read: ReadPassage[] = [];
    const given: DutyRead[] = [];
    const references = readReferences(draft, grammar, roles);
    for (const block of draft.blocks) {
      if (block.kind === 'heading') continue;
      const sentences = readBlock(block, grammar, roles, references.get(block.start));
      read.push({ block, sentences });
      for (const sentence of sentences) {
        const assessed = assessSentence(sentence, duties, roles.hasPeer && !roles.setApart, source, lens);
        findings.push(...assessed.findings);
        given.push(...assessed.duties);
      }
    }
    const measures = measuresOf(knowledge, profile, options.figures);
    const checked = readPassages(draft, grammar, roles, read);
    const terms = checkStructure(checked, structure, lens, measures);
    findings.push(...terms.findings);
    const { figures } = terms;
    // A part of a draft is asked for nothing.
    const asked = known ? undefined : checkStatements(checked, figures, statements, profile);
    findings.push(...(asked?.findings ?? []));
    const checklist = asked?.checklist ?? [];
    if (language && options.language !== false) findings.push(...checkLanguage(read, language, source, lens));
    const choice = chooseEdition(draft, options.edition, citing.compiled);
    const cited = findCitations(draft, citing.compiled, choice.id);
    findings.push(...choice.findings);
    const collectives = roles.hasPeer && !roles.setApart;
    const style = options.citationStyle ?? 'inline';
    // A part of a draft does not show what is cited around it.
    if (!known)
      findings.push(
        ...checkCitations({ draft, read, collectives, found: cited, choice, profile, style, findings }, citing),
      );
    // A part of a draft has lost the comments around it.
    const all = deduplicate(findings);
    const settled = known ? { findings: all, suppressed: [] } : suppress(all, draft, knowledge);
    const { suppressed } = settled;
    const found = order(settled.findings);
    const result = {
      ...{ profile: profile.id, figures, checklist, suppressed, ...cited, edition: choice.id },
      duties: markCrossed(orderDuties(given), found),
      sections: sectionsOf(draft),
      unasked: asked?.unasked ?? [],
    };
    if (options.suggestions === false) return { ...result, findings: found };
    const recheck = (part: string): readonly Finding[] =>
      check(part, { ...options, suggestions: false, profileOverride: profile.id }, { draft, roles }).findings;
    const edition = applies(choice, profile) ? choice.edition : undefined;
    const around = { draft, read, grammar, roles, profile, edition, checklist, known: all, recheck };
    return { ...result, findings: withSuggestions(found, rewordings, around) };
  };
  return {
    knowledge,
    check: (source, options = {}) => check(isNoDraft(source) ? '' : source, options),
    principles(draft, words, options = {}) {
      const { edition } = chooseEdition(draft, options.edition, citing.compiled);
      return edition && { edition, ranked: rankPrinciples(words, edition, citing.compiled) };
    },
  };
}
