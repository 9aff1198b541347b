import type { ReportingDescriptor } from 'sarif';
import type { Authority, Finding, RuleFamily, Severity, SourceRef } from '../engine/findings/finding';
import type { Knowledge, Profile, Rule } from '../engine/knowledge/types';
import { weightOf } from '../engine/knowledge/weight';
import type { CheckedFile } from './checked-file';
import { AUTHORITY, cited } from './words';

export const LEVEL = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Record<Severity, string>;

/** What is said about a rule, wherever it comes from. */
interface About {
  readonly id: string;
  readonly family: RuleFamily;
  readonly title: string;
  readonly why: string;
  readonly allowed: string;
  readonly severity: Severity;
  readonly authority: Authority;
  readonly sources: readonly SourceRef[];
}

/**
 * The rules that were looked for under the profiles that were applied, and those that something was found by. Where
 * profiles differ, the first one's weight stands here; each result has its own all the same.
 *
 * There is no `helpUri`: it has to be the address of a page, and the rules have none. `help` says all of it.
 */
export function ruleDescriptors(
  files: readonly CheckedFile[],
  findings: readonly Finding[],
  knowledge: Pick<Knowledge, 'rules' | 'sources' | 'profiles'>,
): ReportingDescriptor[] {
  const profiles = [...new Set(files.map(({ profile }) => profile))].flatMap((id) => knowledge.profiles.get(id) ?? []);
  const known = [...knowledge.rules.values()].flatMap((rule) => underFirst(rule, profiles) ?? []);
  const ids = new Set(known.map(({ id }) => id));
  const others = new Map(
    findings.filter(({ rule }) => !ids.has(rule)).map((finding) => [finding.rule, ofItself(finding)]),
  );
  return [...known, ...others.values()].map((about) => descriptor(about, knowledge));
}

function underFirst(rule: Rule, profiles: readonly Profile[]): About | undefined {
  for (const profile of profiles) {
    const weight = weightOf(rule, profile);
    if (weight) return { ...rule, allowed: profile.rules[rule.id]?.allowed ?? rule.allowed, ...weight };
  }
  return undefined;
}

/** Remarks on the draft itself have no rule file. */
const REMARKS: Readonly<Record<string, string>> = {
  'unknown-profile': 'The draft names a profile that is not known, so it was read under another one.',
  'unknown-edition':
    'The draft names an edition of the Code of Ethics that is not known, so it was read with another one.',
  'unclear-suppression': 'A comment that was meant to leave a finding out is not understood, or gives no reason.',
  'unused-suppression': 'A comment leaves out something that is not found there any more.',
};

const ofItself = ({ rule: id, family, severity, authority, allowed, sources }: Finding): About => {
  const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return { id, family, title, why: REMARKS[id] ?? title, allowed, severity, authority, sources };
};

function descriptor(rule: About, knowledge: Pick<Knowledge, 'sources'>): ReportingDescriptor {
  const { id, family, title, authority } = rule;
  return {
    id,
    name: id.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: plainText(title) },
    fullDescription: { text: plainText(rule.why) },
    help: { text: plainText(help(rule, knowledge, asText)), markdown: help(rule, knowledge, asMarkdown) },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: { family, authority, tags: [family, authority] },
  };
}

interface Style {
  readonly strong: (text: string) => string;
  readonly prose: (text: string) => string;
}

const asText: Style = { strong: (text) => text, prose: (text) => text };
const asMarkdown: Style = {
  strong: (text) => `**${text}**`,
  prose: (text) => text.replace(/[\\`*_[\]<>]/g, '\\$&'),
};

function help(rule: About, knowledge: Pick<Knowledge, 'sources'>, { strong, prose }: Style): string {
  // A remark on the draft itself forbids nothing, and rests on nobody's word.
  if (rule.family === 'document') return prose(rule.why);
  const papers = rule.sources.map((ref) => {
    const publisher = knowledge.sources.get(ref.key)?.publisher;
    return `- ${prose(publisher === undefined ? cited(ref, knowledge) : `${cited(ref, knowledge)}. ${publisher}.`)}`;
  });
  return [
    prose(rule.why),
    ...(rule.allowed === '' ? [] : [`${strong('Allowed instead:')} ${prose(rule.allowed)}`]),
    `${strong('Who says so:')} this rests on ${AUTHORITY[rule.authority]}.`,
    ...(papers.length > 0 ? [papers.join('\n')] : []),
  ].join('\n\n');
}

/**
 * A text as SARIF's plain messages want it: braces are doubled, since they stand for arguments (section 3.11.5), and
 * nothing may look like a link (3.11.6).
 */
export const plainText = (text: string): string =>
  text.replace(/[{}]/g, (brace) => brace + brace).replaceAll('](', '\\](');
