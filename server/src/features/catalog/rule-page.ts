import type { Authority, Severity, SourceRef } from '../../engine/findings/finding';
import type { Knowledge, Profile, Rule } from '../../engine/knowledge/types';
import { weightOf } from '../../engine/knowledge/weight';
import { example, prose } from './markdown';

type Sources = Knowledge['sources'];

export const AUTHORITIES: Readonly<Record<Authority, string>> = {
  contract: 'the contract',
  ethics: 'a code of ethics, or what the field says about it',
  practice: 'a recommendation of the sources',
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
};

/** What a rule looks for, why, and who says so, below its heading: the same in the printed reference and in the editor. */
export function ruleBody(rule: Rule, profiles: readonly Profile[], sources: Sources): string[] {
  const parts = [
    `\`${rule.id}\``,
    `${prose(rule.message)} ${prose(rule.why)}`,
    `**Flagged**, for example:\n\n${rule.flags.map(example).join('\n')}`,
    `**Left alone**, for example:\n\n${rule.allows.map(example).join('\n')}`,
    `**Allowed instead:** ${prose(rule.allowed)}`,
  ];
  if (rule.question !== undefined && (rule.reads?.open.length ?? 0) > 0) {
    parts.push(`**Where the wording leaves it open:** "${prose(rule.question)}"`);
  }
  parts.push(
    `**How strong:**\n\n${profiles.map((profile) => strength(rule, profile, sources)).join('\n')}`,
    `**Who says so:**\n\n${distinct(rule.sources)
      .map((ref) => `- ${cited(ref, sources)}`)
      .join('\n')}`,
  );
  return parts;
}

/** How strongly the rule's findings are shown under a contract, in a word: "warning (ethics)". */
export function strengthInBrief(rule: Rule, profile: Profile): string {
  const weight = weightOf(rule, profile);
  return weight ? `${SEVERITIES[weight.severity]} (${weight.authority})` : 'not checked';
}

/** "*The Paper*, 7.5 a". */
export function cited({ key, section }: SourceRef, sources: Sources): string {
  const title = `*${prose(sources.get(key)?.title ?? key)}*`;
  return section === undefined ? title : `${title}, ${prose(section)}`;
}

function strength(rule: Rule, profile: Profile, sources: Sources): string {
  const name = `${prose(profile.title)}, \`${profile.id}\``;
  const weight = weightOf(rule, profile);
  if (!weight) return `- ${name}: not checked.`;
  const own = new Set(rule.sources.map(keyOf));
  const added = distinct(weight.sources.filter((ref) => !own.has(keyOf(ref))));
  const also = added.length > 0 ? ` It cites ${added.map((ref) => cited(ref, sources)).join('; ')}.` : '';
  return `- ${name}: ${SEVERITIES[weight.severity]}. It rests on ${AUTHORITIES[weight.authority]}.${also}`;
}

const keyOf = ({ key, section }: SourceRef): string => JSON.stringify([key, section]);

function distinct(refs: readonly SourceRef[]): SourceRef[] {
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
}
