import type { Finding } from '../findings/finding';
import type { Knowledge, Rule } from '../knowledge/types';
import { compileCitations, type CompiledCitations } from './compile';
import { Desk, type CitationCheck } from './desk';
import { unknownNumbers, wrongNumbers } from './doubt';
import { missingCitations } from './suggest';

const CHECKS: Readonly<Record<string, (desk: Desk, rule: Rule) => Finding[]>> = {
  'citation-unknown': unknownNumbers,
  'citation-mismatch': wrongNumbers,
  'citation-suggested': missingCitations,
};

/** The citation rules with their checks. */
export interface CitationRules {
  readonly compiled: CompiledCitations;
  readonly rules: readonly { readonly rule: Rule; readonly check: (desk: Desk, rule: Rule) => Finding[] }[];
}

export function compileCitationRules(knowledge: Knowledge, reader?: CompiledCitations['reader']): CitationRules {
  const compiled = compileCitations(knowledge, reader);
  const rules = [...knowledge.rules.values()].flatMap((rule) => {
    const check = rule.family === 'citation' && rule.check !== undefined ? CHECKS[rule.check] : undefined;
    return check ? [{ rule, check }] : [];
  });
  return { compiled, rules };
}

/** Reads a draft's citations of a Code of Ethics: numbers that do not exist, numbers that do not fit, places without one. */
export function checkCitations(check: CitationCheck, { compiled, rules }: CitationRules): Finding[] {
  const desk = new Desk(check, compiled);
  return rules.flatMap(({ rule, check: look }) => look(desk, rule));
}
