import { placeOf, stem } from './layout';
import { FileReader, type Read } from './reader';
import {
  complainAboutLooking,
  complainAboutRuleReferences,
  hasKnownSource,
  knownRulesOfProfile,
  workingPatterns,
} from './references';
import {
  cueSetSchema,
  cueSetsFileSchema,
  figureSchema,
  figuresFileSchema,
  lexiconSchema,
  lexiconsFileSchema,
  profileSchema,
  rolesSchema,
  ruleSchema,
  sourceSchema,
  sourcesFileSchema,
  wordSchema,
  wordsFileSchema,
} from './schemas';
import { Shelf } from './shelf';
import type {
  CueSet,
  Figure,
  Knowledge,
  KnowledgeError,
  KnowledgeFile,
  Lexicon,
  Profile,
  Roles,
  Rule,
  Source,
  Word,
} from './types';

const NO_ROLES: Roles = { peer: [], other: [], collective: [], person: [], none: [] };

/**
 * Reads a whole pack. Every mistake in every file is reported, in the order of the files and of their lines; what has
 * a mistake is left out, and everything else is loaded.
 */
export function loadKnowledge(files: readonly KnowledgeFile[]): {
  knowledge: Knowledge;
  errors: readonly KnowledgeError[];
} {
  const loader = new Loader();
  for (const file of files) loader.read(file);
  return loader.finish();
}

class Loader {
  private readonly readers = new Map<string, FileReader>();
  private readonly strays: KnowledgeError[] = [];
  private roles: FileReader | undefined;
  private rolesHold = false;
  private sourcesSpoiled = false;
  private readonly sources = new Shelf<Source>('source');
  private readonly figures = new Shelf<Figure>('figure');
  private readonly words = new Shelf<Word>('word');
  private readonly lexicons = new Shelf<Lexicon>('word list');
  private readonly cues = new Shelf<CueSet>('cue list');
  private readonly profiles = new Shelf<Profile>('profile');
  private readonly rules = new Shelf<Rule>('rule');
  private readonly ruleFiles: FileReader[] = [];
  private readonly profileFiles: FileReader[] = [];

  read(input: KnowledgeFile): void {
    const path = input.path.replaceAll('\\', '/');
    const place = placeOf(path);
    if (place.kind === 'ignored') return;
    if (place.kind === 'unknown' || this.readers.has(path)) {
      const message = place.kind === 'unknown' ? place.message : 'This file is there twice. Take one of them out.';
      this.strays.push({ path, line: 1, message });
      return;
    }
    const file = new FileReader({ path, text: input.text });
    this.readers.set(path, file);
    switch (place.kind) {
      case 'roles':
        this.roles = file;
        this.rolesHold = file.check(rolesSchema) !== undefined;
        break;
      case 'sources':
        this.sourcesSpoiled = !Array.isArray(file.raw(['sources']));
        this.shelve(this.sources, file.checkList(sourcesFileSchema, sourceSchema, 'sources'), file, 'key');
        break;
      case 'figures':
        this.shelve(this.figures, file.checkList(figuresFileSchema, figureSchema, 'figures'), file, 'id');
        break;
      case 'words':
        this.shelve(this.words, file.checkList(wordsFileSchema, wordSchema, 'words'), file, 'id');
        break;
      case 'lexicons':
        this.shelve(this.lexicons, file.checkList(lexiconsFileSchema, lexiconSchema, 'lexicons'), file, 'id');
        break;
      case 'cues':
        this.readCues(file);
        break;
      case 'profile':
        this.profileFiles.push(file);
        this.profiles.add(this.named(file.check(profileSchema), place.id, file), [], ({ id }) => id);
        break;
      case 'rule':
        this.readRule(file, place);
        break;
    }
  }

  finish(): { knowledge: Knowledge; errors: readonly KnowledgeError[] } {
    // Only now is everything known that a rule or a profile may name.
    const sources = this.sourcesSpoiled ? undefined : this.sources.known;
    const lexicons = this.lexicons.known;
    for (const file of this.ruleFiles) complainAboutRuleReferences(file, sources, lexicons);
    const mayChange = new Map(
      this.profileFiles.map((file) => [file, knownRulesOfProfile(file, this.rules.known, sources)]),
    );
    const knowledge: Knowledge = {
      roles: this.readRoles(),
      lexicons: this.lexicons.values,
      cues: this.cues.map(({ value, file, at }) => ({
        ...value,
        entries: workingPatterns(file, [...at, 'entries'], lexicons),
      })),
      sources: this.sources.values,
      figures: this.figures.filter(({ file, at }) => hasKnownSource(file, at, sources)),
      words: this.words.map(({ value, file, at }) => ({
        ...value,
        any: workingPatterns(file, [...at, 'any'], lexicons),
        except: workingPatterns(file, [...at, 'except'], lexicons),
      })),
      profiles: this.profiles.map(({ value, file }) => ({
        ...value,
        rules: Object.fromEntries(Object.entries(value.rules).filter(([id]) => mayChange.get(file)?.has(id))),
      })),
      rules: this.rules.filter(({ file }) => file.errors.length === 0),
    };
    const inFiles = [...this.readers.values()].flatMap(({ errors }) => [...errors].sort((a, b) => a.line - b.line));
    return { knowledge, errors: [...inFiles, ...this.strays] };
  }

  private readRoles(): Roles {
    const file = this.roles;
    if (file === undefined) {
      const message = 'This file is missing: without it, nobody in a draft is known to be a peer. Add it.';
      this.strays.push({ path: 'roles.yml', line: 1, message });
      return NO_ROLES;
    }
    const patterns = (group: keyof Roles): string[] => workingPatterns(file, [group], this.lexicons.known);
    const roles = {
      peer: patterns('peer'),
      other: patterns('other'),
      collective: patterns('collective'),
      person: patterns('person'),
      none: patterns('none'),
    };
    return this.rolesHold ? roles : NO_ROLES;
  }

  private readCues(file: FileReader): void {
    const raw = file.raw();
    if (typeof raw === 'object' && raw !== null && 'cues' in raw) {
      this.shelve(this.cues, file.checkList(cueSetsFileSchema, cueSetSchema, 'cues'), file, 'id');
      return;
    }
    const name = stem(file.path.split('/').at(-1) ?? '');
    this.cues.add(this.named(file.check(cueSetSchema), name, file), [name], (cues) => cues.id);
  }

  private readRule(file: FileReader, place: { readonly id: string; readonly family: string }): void {
    this.ruleFiles.push(file);
    const checked = this.named(file.check(ruleSchema), place.id, file);
    const family = file.raw(['family']);
    if (typeof family === 'string' && family !== place.family) {
      const message = `This says "${family}", but the file is in the folder "${place.family}". Make them the same.`;
      file.complain({ path: ['family'], message });
    }
    complainAboutLooking(file);
    const rule = file.errors.length === 0 ? checked : undefined;
    this.rules.add(rule, [place.id, file.raw(['id'])], ({ id }) => id);
  }

  /** Reports an `id` that is not the file's name; people find a rule by the name of its file. */
  private named<T extends { readonly id: string }>(
    read: Read<T> | undefined,
    name: string,
    file: FileReader,
  ): Read<T> | undefined {
    const id = file.raw(['id']);
    if (typeof id !== 'string' || id === name) return read;
    const message = `The id is "${id}", but the file is named "${name}.yml". Make them the same.`;
    file.complain({ path: ['id'], message });
    return undefined;
  }

  private shelve<T extends { readonly id: string } | { readonly key: string }>(
    shelf: Shelf<T>,
    entries: ReturnType<FileReader['checkList']>,
    file: FileReader,
    idKey: 'id' | 'key',
  ): void {
    for (const path of entries.bad) shelf.add(undefined, [file.raw([...path, idKey])], () => '');
    for (const read of entries.good as Read<T>[]) {
      shelf.add(read, [], (value) => ('id' in value ? value.id : value.key), idKey);
    }
  }
}
