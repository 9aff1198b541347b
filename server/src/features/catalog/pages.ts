import type {
  ContractReference,
  Edition,
  Knowledge,
  Principle,
  Rule,
  Source,
  Wording,
} from '../../engine/knowledge/types';
import { plainWording } from '../../engine/statements/wording-text';
import { prose, table } from './markdown';
import { cited, ruleBody, strengthInBrief } from './rule-page';

/*
 * The catalog as pages to read inside the editor: Markdown, made from the knowledge when somebody asks for it. Pages
 * link to each other by relative paths, as files in a folder would.
 */

/** The name of every page begins at this one: `rules/routine-notes.md`, `code-of-ethics/2008/8.md`. */
export const START_PAGE = 'start.md';

export const rulePage = (id: string): string => `rules/${id}.md`;
export const editionPage = (edition: string): string => `code-of-ethics/${edition}.md`;
export const principlePage = (edition: string, number: number): string => `code-of-ethics/${edition}/${number}.md`;
export const referencePage = (id: string): string => `contracts/${id}.md`;
export const wordingPage = (id: string): string => `wording/${id}.md`;
const SOURCES_PAGE = 'sources.md';

/** A page of the catalog as Markdown; undefined where there is no such page. */
export function catalogPage(path: string, knowledge: Knowledge): string | undefined {
  const page = find(path, knowledge);
  return page && `${page.join('\n\n')}\n`;
}

/** The paths of all pages there are. */
export function allPages({ rules, editions, references, wordings }: Knowledge): string[] {
  return [
    START_PAGE,
    SOURCES_PAGE,
    ...[...rules.keys()].map(rulePage),
    ...[...editions.values()].flatMap(({ id, principles }) => [
      editionPage(id),
      ...principles.map(({ number }) => principlePage(id, number)),
    ]),
    ...[...references.keys()].map(referencePage),
    ...[...wordings.keys()].map(wordingPage),
  ];
}

function find(path: string, knowledge: Knowledge): string[] | undefined {
  if (path === START_PAGE) return start(knowledge);
  if (path === SOURCES_PAGE) return sources(knowledge);
  const [, folder, name = '', sub] = /^([a-z-]+)\/([^/]+?)(?:\/(\d+))?\.md$/.exec(path) ?? [];
  if (folder === 'rules') {
    const rule = knowledge.rules.get(name);
    return rule && ruleAsPage(rule, knowledge);
  }
  if (folder === 'contracts') {
    const reference = knowledge.references.get(name);
    return reference && referenceAsPage(reference, knowledge);
  }
  if (folder === 'wording') {
    const wording = knowledge.wordings.get(name);
    return wording && wordingAsPage(wording, knowledge);
  }
  const edition = folder === 'code-of-ethics' ? knowledge.editions.get(name) : undefined;
  if (edition === undefined) return undefined;
  if (sub === undefined) return editionAsPage(edition, knowledge);
  const principle = edition.principles.find(({ number }) => number === Number(sub));
  return principle && principleAsPage(principle, edition, knowledge);
}

function start({ rules, editions, references, profiles, wordings }: Knowledge): string[] {
  const known = [...profiles.values()];
  return [
    '# What Peer Role Check knows',
    'Every limit that a draft is checked against, with its reasons and sources; the Code of Ethics in the editions that ' +
      'are known; and the places in contracts that drafts cite. All of it is in our own words: for the exact wording, ' +
      'look in the source.',
    '## The Code of Ethics',
    [...editions.values()]
      .map((e) => `- [${prose(e.title)}](${editionPage(e.id)})${e.complete ? '' : ', known in part'}`)
      .join('\n'),
    '## The rules',
    table(
      ['rule', ...known.map(({ id }) => `under \`${id}\``)],
      [...rules.values()].map((rule) => [
        `[${prose(rule.title)}](${rulePage(rule.id)})`,
        ...known.map((profile) => strengthInBrief(rule, profile)),
      ]),
    ),
    '## Contract references',
    [...references.values()].map((r) => `- [${prose(r.forms[0] ?? r.title)}](${referencePage(r.id)})`).join('\n'),
    '## Approved wording',
    [...wordings.values()].map((w) => `- [${prose(w.title)}](${wordingPage(w.id)})`).join('\n'),
    `## Sources\n\n[The papers behind all this](${SOURCES_PAGE})`,
  ];
}

function ruleAsPage(rule: Rule, knowledge: Knowledge): string[] {
  const behind = [...knowledge.editions.values()].flatMap((edition) =>
    edition.principles.flatMap((principle) =>
      principle.limits
        .filter((limit) => limit.rule === rule.id)
        .map(
          (limit) =>
            `- [${prose(edition.title)}, principle ${principle.number}](../${principlePage(edition.id, principle.number)}), ` +
            `*${prose(principle.title)}*${limit.mapping === 'ours' ? ' (our own reading)' : ''}`,
        ),
    ),
  );
  return [
    `# ${prose(rule.title)}`,
    ...ruleBody(rule, [...knowledge.profiles.values()], knowledge.sources),
    ...(behind.length > 0 ? [`**Principles behind it:**\n\n${behind.join('\n')}`] : []),
    back('../'),
  ];
}

function editionAsPage(edition: Edition, knowledge: Knowledge): string[] {
  return [
    `# ${prose(edition.title)}`,
    `${prose(edition.jurisdiction)}. ${edition.complete ? 'All of its principles are here.' : 'Known in part only.'}` +
      ` From ${cited(edition.source, knowledge.sources)}.`,
    ...(edition.note === undefined ? [] : [`> ${prose(edition.note)}`]),
    table(
      ['no.', 'title', 'what it asks, in our words'],
      edition.principles.map(({ number, title, summary }) => [
        `[${number}](${edition.id}/${number}.md)`,
        prose(title),
        prose(summary),
      ]),
    ),
    back('../'),
  ];
}

function principleAsPage(principle: Principle, edition: Edition, knowledge: Knowledge): string[] {
  const limits = principle.limits.map(({ rule, mapping, where }) => {
    const title = knowledge.rules.get(rule)?.title ?? rule;
    const whose = mapping === 'ours' ? 'our own reading' : 'as the source says';
    return `- [${prose(title)}](../../${rulePage(rule)}): ${whose}. ${prose(where)}`;
  });
  return [
    `# Principle ${principle.number}: ${prose(principle.title)}`,
    `[${prose(edition.title)}](../${edition.id}.md), ${prose(edition.jurisdiction)}`,
    prose(principle.summary),
    // An organization that holds an edition may bring its words along; the built-in ones have summaries only.
    ...(principle.text === undefined ? [] : [`> ${prose(principle.text)}`]),
    ...(limits.length > 0 ? [`## Limits that rest on it\n\n${limits.join('\n')}`] : []),
    ...(edition.note === undefined ? [] : [`## Before you cite it\n\n${prose(edition.note)}`]),
    `From ${cited(edition.source, knowledge.sources)}.`,
    back('../../'),
  ];
}

function referenceAsPage({ forms, title, summary, source, note }: ContractReference, knowledge: Knowledge): string[] {
  return [
    `# ${prose(forms[0] ?? title)}: ${prose(title)}`,
    prose(summary),
    ...(note === undefined ? [] : [`> ${prose(note)}`]),
    `From ${cited(source, knowledge.sources)}.`,
    back('../'),
  ];
}

const wordingAsPage = (
  { title, description, profiles, sources: refs, body }: Wording,
  knowledge: Knowledge,
): string[] => [
  `# ${prose(title)}`,
  prose(description),
  `Suits: ${profiles.map((id) => prose(knowledge.profiles.get(id)?.title ?? id)).join('; ')}.`,
  `Rests on:\n\n${refs.map((ref) => `- ${cited(ref, knowledge.sources)}`).join('\n')}`,
  '---',
  plainWording(body).trimEnd(),
  '---',
  back('../'),
];

const sources = ({ sources: all }: Knowledge): string[] => [
  '# Sources',
  [...all.values()].map(sourceEntry).join('\n'),
  back(''),
];

export const sourceEntry = ({ key, title, publisher, note }: Source): string =>
  `- \`${key}\`: *${prose(title)}*. ${prose(publisher)}.${note === undefined ? '' : ` ${prose(note)}`}`;

const back = (up: string): string => `[All rules, principles and sources](${up}${START_PAGE})`;
