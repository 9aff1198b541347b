import type { Edition, Knowledge } from '../knowledge/types';
import type { DutyIndex } from '../duties/compile';
import { compileDuties } from '../duties/compile';
import type { PhraseTrie } from '../prose/phrases';
import { compileGrammar } from '../reading/compile';
import { compileContracts, type ContractForms } from './contracts';
import { Phrases, wordsOf } from './pieces';

/** A Code of Ethics, whatever its edition. */
export interface Code {
  /** Its name without edition: "CPS Code of Ethics". */
  readonly name: string;
  readonly editions: readonly Edition[];
}

/** What a name in a draft stands for. */
export interface CodeName {
  readonly code: Code;
  /** Where the name itself says the edition. */
  readonly edition?: Edition;
  /** `own`: the whole name; `bare`: "Code of Ethics", which other bodies have too. */
  readonly kind: 'own' | 'bare';
}

/** The editions and references of a pack in the form in which drafts are searched for them. */
export interface CompiledCitations {
  readonly knowledge: Knowledge;
  readonly codes: readonly Code[];
  readonly names: Phrases<CodeName>;
  /** Titles and aliases of principles, with the places that have them. */
  readonly titles: Phrases<readonly { readonly edition: string; readonly number: number }[]>;
  readonly contracts: ContractForms;
  /** For the limits that a text speaks of. */
  readonly reader: { readonly trie: PhraseTrie; readonly duties: DutyIndex };
}

const known = new WeakMap<Knowledge, CompiledCitations>();

/**
 * Compiled once for each knowledge; later calls give the same.
 *
 * @param reader what an engine has compiled of the same knowledge already
 */
export function compileCitations(knowledge: Knowledge, reader?: CompiledCitations['reader']): CompiledCitations {
  const there = known.get(knowledge);
  if (there) return there;
  const codes = codesOf(knowledge);
  const compiled: CompiledCitations = {
    knowledge,
    codes,
    names: namesOf(codes),
    titles: titlesOf(knowledge),
    contracts: compileContracts(knowledge),
    reader: reader ?? { trie: compileGrammar(knowledge).trie, duties: compileDuties(knowledge) },
  };
  known.set(knowledge, compiled);
  return compiled;
}

/** The code that an edition is of; undefined for an edition that is not known. */
export const codeOf = (edition: string, { codes }: CompiledCitations): Code | undefined =>
  codes.find(({ editions }) => editions.some(({ id }) => id === edition));

/** The edition of a year: named by its id, else by the first year in its title. */
export const editionOfYear = ({ editions }: Code, year: string): Edition | undefined =>
  editions.find(({ id }) => id === year) ?? editions.find(({ title }) => YEAR.exec(title)?.[0] === year);

const YEAR = /\b(?:19|20)\d\d\b/;
/** What a title says of its edition: all in brackets, and words about years. */
const OF_EDITION =
  /\([^()]*\)|\b(?:(?:as )?revised|revision|edition|version|rev|ed|of|in|summer)\b\.?(?= *(?:\d{4}|$))|\b(?:19|20)\d\d\b/gi;

const nameOf = (title: string): string =>
  title
    .replace(OF_EDITION, ' ')
    .replace(/\bedition\b/gi, ' ')
    .replace(/[\s,]+/g, ' ')
    .trim();

function codesOf({ editions }: Knowledge): Code[] {
  const byName = new Map<string, { name: string; editions: Edition[] }>();
  for (const edition of editions.values()) {
    const name = nameOf(edition.title) || edition.title;
    const key = isMassachusetts(edition, name)
      ? OURS
      : `${edition.jurisdiction}: ${wordsOf(name).join(' ')}`.toLowerCase();
    const code = byName.get(key);
    if (code) code.editions.push(edition);
    else byName.set(key, { name, editions: [edition] });
  }
  return [...byName.values()];
}

const OURS = 'cps';

/** Names that people write for the Massachusetts Code differ; the code is the same. */
const isMassachusetts = ({ jurisdiction }: Edition, name: string): boolean =>
  /\bmassachusetts\b/i.test(jurisdiction) &&
  /\b(?:cps|peer specialists?)\b.*\bethics\b|\bethics\b.*\bpeer specialists?\b/i.test(name);

const PEOPLE = [
  'cps',
  'certified peer specialist',
  'certified peer specialists',
  'certified peer specialist cps',
  'certified peer specialists cps',
  'peer specialist',
  'peer specialists',
];
const PLACES = ['', 'massachusetts ', 'ma ', 'mass '];
const BARE = ['code of ethics', 'ethics code', 'coe', 'c.o.e.'];

function namesOf(codes: readonly Code[]): Phrases<CodeName> {
  const names = new Phrases<CodeName>();
  for (const code of codes) {
    for (const edition of code.editions) names.add(wordsOf(edition.title), { code, edition, kind: 'own' });
    for (const edition of code.editions) {
      const name = nameOf(edition.title);
      const kind = BARE.includes(name.toLowerCase()) ? 'bare' : 'own';
      names.add(wordsOf(name), { code, kind });
    }
    if (!code.editions.some((edition) => isMassachusetts(edition, nameOf(edition.title)))) continue;
    for (const place of PLACES) {
      for (const people of PEOPLE) {
        for (const body of [...BARE, 'code']) names.add(wordsOf(`${place}${people} ${body}`), { code, kind: 'own' });
        for (const of of ['for', 'of'])
          names.add(wordsOf(`code of ethics ${of} ${place}${people}`), { code, kind: 'own' });
      }
      if (place !== '') names.add(wordsOf(`${place}code of ethics`), { code, kind: 'own' });
    }
  }
  const first = codes[0];
  if (first) for (const body of BARE) names.add(wordsOf(body), { code: first, kind: 'bare' });
  return names;
}

function titlesOf({ editions }: Knowledge): CompiledCitations['titles'] {
  const titles: CompiledCitations['titles'] = new Phrases();
  for (const { id: edition, principles } of editions.values())
    for (const { number, title, aliases } of principles)
      for (const name of [title, ...aliases])
        titles.add(wordsOf(name), [{ edition, number }], (there, [added]) =>
          there.some((t) => t.edition === edition && t.number === number) ? there : [...there, added!],
        );
  return titles;
}
