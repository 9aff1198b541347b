// `npm run docs`: writes docs/rules.md, the reference of all rules, from server/knowledge.
// `npm run docs:check`: writes nothing, and fails where that file is not what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleFamily } from '../server/src/engine/findings/finding';
import { loadKnowledge } from '../server/src/engine/knowledge/loader';
import type { Knowledge, Profile, Rule, Source } from '../server/src/engine/knowledge/types';
import { prose, table } from '../server/src/features/catalog/markdown';
import { sourceEntry } from '../server/src/features/catalog/pages';
import { ruleBody, strengthInBrief } from '../server/src/features/catalog/rule-page';
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
  const head = ['rule', 'id', ...profiles.map(({ id }) => `under \`${id}\``)];
  const rows = rules.map((rule) => [
    `[${prose(rule.title)}](#${rule.id})`,
    `\`${rule.id}\``,
    ...profiles.map((profile) => strengthInBrief(rule, profile)),
  ]);
  return `${table(head, rows)}\n`;
}

function section(rule: Rule, profiles: readonly Profile[], sources: Sources): string {
  const parts = [`<a id="${rule.id}"></a>\n\n### ${prose(rule.title)}`, ...ruleBody(rule, profiles, sources)];
  return `${parts.join('\n\n')}\n`;
}

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
