import { readPassages } from './checks/passage';
import { chooseEdition } from './citations/edition';
import { rankPrinciples, type RankedPrinciple } from './citations/topics';
import { compileKnowledge, type Compiled } from './compiled';
import { markCrossed, orderDuties } from './duties/who';
import type { Finding } from './findings/finding';
import type { Edition, Knowledge } from './knowledge/types';
import type { Draft } from './markdown/draft';
import type { CheckOptions, CheckResult, Stage, StageFailure } from './result';
import type { KnownRoles } from './rewording/part-roles';
import * as stages from './stages';
import { NO_STATEMENTS } from './statements/check';
import { sectionsOf } from './statements/sections';
import { isNoDraft } from './suppression/read';

export type { CheckOptions, CheckResult } from './result';

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
  const by = compileKnowledge(knowledge);
  return {
    knowledge,
    check: (source, options = {}) => check(isNoDraft(source) ? '' : source, options, by),
    principles(draft, words, options = {}) {
      const { edition } = chooseEdition(draft, options.edition, by.citing.compiled);
      return edition && { edition, ranked: rankPrinciples(words, edition, by.citing.compiled) };
    },
  };
}

/**
 * Walks a draft through the stages. Whoever writes must not lose every finding to a mistake in a stage that the others can
 * do without: such a failure is a part of the result.
 *
 * @param whole what a whole draft says of its roles, where `source` is only a part of it
 */
function check(source: string, options: CheckOptions, by: Compiled, whole?: KnownRoles): CheckResult {
  const failures: StageFailure[] = [];
  const attempt = <T>(stage: Stage, run: () => T, without: T): T => {
    try {
      return run();
    } catch (error) {
      failures.push({ stage, error });
      return without;
    }
  };

  const opened = stages.openDraft(source, options, by, whole);
  const { draft, profile, roles } = opened;
  const { read, duties, findings: onDuties } = stages.readDuties(opened, by);
  const checked = readPassages(draft, by.grammar, roles, read);
  const terms = attempt('terms', () => stages.checkTerms(opened, checked, by), stages.NO_TERMS);
  const { figures } = terms;
  const asked = attempt('statements', () => stages.askStatements(opened, checked, figures, by), NO_STATEMENTS);
  const onWords = attempt('language', () => stages.checkWords(opened, read, by), []);
  const before = [...opened.findings, ...onDuties, ...terms.findings, ...asked.findings, ...onWords];
  const cited = attempt('citations', () => stages.checkCited(opened, read, before, by), stages.noCitations(opened));
  const settled = stages.settle(opened, [...before, ...cited.findings], failures.length === 0, by);

  /** A rewrite is only offered if it was read with every stage. */
  const recheck = (part: string): readonly Finding[] => {
    const again = check(part, { ...options, suggestions: false, profileOverride: profile.id }, by, { draft, roles });
    if (again.failures[0]) throw again.failures[0].error;
    return again.findings;
  };
  const around = { read, edition: cited.applying, checklist: asked.checklist, recheck };
  const findings =
    options.suggestions === false
      ? settled.findings
      : attempt('suggestions', () => stages.offerWording(settled, opened, around, by), settled.findings);
  return {
    profile: profile.id,
    findings,
    suppressed: settled.suppressed,
    figures,
    checklist: asked.checklist,
    unasked: asked.unasked,
    ...cited.found,
    edition: cited.edition,
    duties: markCrossed(orderDuties(duties), settled.findings),
    sections: sectionsOf(draft),
    failures,
  };
}
