// `npm run docs`: writes docs/rules.md, the reference of all rules, from server/knowledge.
// `npm run docs:check`: writes nothing, and fails where that file is not what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Authority, RuleFamily, Severity, SourceRef } from '../server/src/engine/findings/finding';
import { weightOf } from '../server/src/engine/knowledge/weight';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import type { Knowledge, Profile, Rule, Source } from '../server/src/engine/knowledge/types';
import { readPackFolder } from '../server/src/host/node-packs';

type Sources = ReadonlyMap<string, Source>;

const FAMILIES: Readonly<Record<RuleFamily, { readonly title: string; readonly about: string }>> = {
  duty: { title: 'Duties', about: 'What somebody in a peer role is asked to do, or to help with.' },
  structure: { title: 'Terms of the role', about: 'How a peer role is supervised, staffed, paid and hired for.' },
  completeness: { title: 'Statements that are missing', about: 'What a draft about a peer role leaves unsaid.' },
  citation: { title: 'Citations', about: 'What a draft says about its own sources.' },
  language: { title: 'Language', about: 'Words for people.' },
  document: { title: 'The document itself', about: 'What keeps a draft from being read as it is meant.' },
};

const AUTHORITIES: Readonly<Record<Authority, string>> = {
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

const HEAD = `<!-- Made by "npm run docs" from server/knowledge. Do not edit: write in the rule files, and run it again. -->

# The rules

What Peer Role Check looks for, and who says so. A duty is underlined only where a draft *gives* it to a peer role. The same
words are left alone where somebody else does it, where the draft forbids it, tells of it or asks about it, and where it is
done in a form that is allowed.

Examples without a subject are items of a list under "The peer specialist will:".

A finding is shown one step milder where the wording leaves it open whether a limit is touched, and one step milder where
people in peer roles are meant only as part of "staff", "the team" and the like. The steps are error, warning, information,
hint.
`;

/** The reference of all rules, as Markdown. The same knowledge always gives the same text. */
export function ruleReference({ rules, profiles, sources }: Knowledge): string {
  const known = [...profiles.values()];
  const families = (Object.keys(FAMILIES) as RuleFamily[])
    .map((family) => ({ family, members: [...rules.values()].filter((rule) => rule.family === family) }))
    .filter(({ members }) => members.length > 0)
    .map(({ family, members }) => ({ family, members: members.sort((a, b) => (a.id < b.id ? -1 : 1)) }));
  return [
    HEAD,
    contents(
      families.flatMap(({ members }) => members),
      known,
    ),
    ...families.flatMap(({ family, members }) => [
      `## ${FAMILIES[family].title}\n\n${FAMILIES[family].about}\n`,
      ...members.map((rule) => section(rule, known, sources)),
    ]),
    `## Sources\n\n${[...sources.values()].map(sourceEntry).join('\n')}\n`,
  ].join('\n');
}

function contents(rules: readonly Rule[], profiles: readonly Profile[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[
    row(['rule', 'id', ...profiles.map(({ id }) => `under \`${id}\``)]),
    row(['---', '---', ...profiles.map(() => '---')]),
    ...rules.map((rule) =>
      row([
        `[${cell(rule.title)}](#${rule.id})`,
        `\`${rule.id}\``,
        ...profiles.map((profile) => {
          const weight = weightOf(rule, profile);
          return weight ? `${SEVERITIES[weight.severity]} (${weight.authority})` : 'not checked';
        }),
      ]),
    ),
  ].join('\n')}\n`;
}

function section(rule: Rule, profiles: readonly Profile[], sources: Sources): string {
  const parts = [
    `<a id="${rule.id}"></a>\n\n### ${prose(rule.title)}`,
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
  return `${parts.join('\n\n')}\n`;
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

const sourceEntry = ({ key, title, publisher, note }: Source): string =>
  `- \`${key}\`: *${prose(title)}*. ${prose(publisher)}.${note === undefined ? '' : ` ${prose(note)}`}`;

function cited({ key, section }: SourceRef, sources: Sources): string {
  const title = `*${prose(sources.get(key)?.title ?? key)}*`;
  return section === undefined ? title : `${title}, ${prose(section)}`;
}

const keyOf = ({ key, section }: SourceRef): string => JSON.stringify([key, section]);

function distinct(refs: readonly SourceRef[]): SourceRef[] {
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
}

/** An example on one line; one of several lines (a table, a list) as it is. */
function example(text: string): string {
  const whole = text.trim();
  if (!whole.includes('\n')) return `- ${prose(whole.replace(/^- /, ''))}`;
  const lines = ['```markdown', ...whole.split('\n'), '```'].map((line) => (line === '' ? '' : `  ${line}`));
  return `- a passage:\n\n${lines.join('\n')}\n`;
}

/** Text on one line, in which nothing is markup. */
const prose = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_<>[\]|]/g, '\\$&')
    .replace(/^(#{1,6} |[-+] |\d+(?=[.)] ))/, '\\$1');

const cell = (text: string): string => prose(text);

function main(checkOnly: boolean): number {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  const file = path.join(root, 'docs/rules.md');
  const { knowledge, errors } = loadKnowledge(readPackFolder(path.join(root, 'server/knowledge')));
  if (errors.length > 0) {
    for (const e of errors) console.error(`server/knowledge/${e.path}:${e.line}: ${e.message}`);
    console.error('docs/rules.md is made from the rule files; mend these first.');
    return 1;
  }
  const fresh = ruleReference(knowledge);
  const old = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
  if (old === fresh) {
    console.log(`docs/rules.md is up to date (${knowledge.rules.size} rules).`);
    return 0;
  }
  if (checkOnly) {
    console.error('docs/rules.md is not what the rule files say. Run "npm run docs", and keep what it writes.');
    return 1;
  }
  writeFileSync(file, fresh);
  console.log(`docs/rules.md is written (${knowledge.rules.size} rules).`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.includes('--check'));
