import { Catalogs } from './catalogs';
import { placeInOwnPack, placeOf, stem, type FilePlace } from './layout';
import { resolveProfiles } from './profiles';
import { FileReader, type Read } from './reader';
import {
  complainAboutLooking,
  complainAboutProfileFigures,
  complainAboutRuleReferences,
  complainAboutUnknown,
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
  ownRolesSchema,
  profileSchema,
  resemblanceSchema,
  rolesSchema,
  ruleSchema,
  sourceSchema,
  sourcesFileSchema,
  suppressionSchema,
  suppressionsFileSchema,
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
  ProfileFile,
  Resemblance,
  Roles,
  Rule,
  Source,
  Suppression,
  Word,
} from './types';

const NO_ROLES: Roles = { peer: [], other: [], collective: [], person: [], none: [] };

/**
 * Reads a whole pack. Every mistake in every file is reported, in the order of the files and of their lines; what has
 * a mistake is left out, and everything else is loaded.
 *
 * @param own an organization's own files, which add to the pack or take the place of its entries. What they are is told
 *   by their content, not by their place. Only their own mistakes are reported for them.
 */
export function loadKnowledge(
  files: readonly KnowledgeFile[],
  own: readonly KnowledgeFile[] = [],
): {
  knowledge: Knowledge;
  errors: readonly KnowledgeError[];
} {
  const loader = new Loader();
  for (const file of files) loader.read(file, false);
  for (const file of own) loader.read(file, true);
  return loader.finish();
}

class Loader {
  private readonly readers = new Map<string, FileReader>();
  private readonly strays: KnowledgeError[] = [];
  private readonly roles: FileReader[] = [];
  private rolesHold = false;
  private sourcesSpoiled = false;
  private readonly sources = new Shelf<Source>('source');
  private readonly figures = new Shelf<Figure>('figure');
  private readonly words = new Shelf<Word>('word');
  private readonly lexicons = new Shelf<Lexicon>('word list');
  private readonly cues = new Shelf<CueSet>('cue list');
  private readonly profiles = new Shelf<ProfileFile>('profile');
  private readonly rules = new Shelf<Rule>('rule');
  private readonly catalogs = new Catalogs();
  private readonly suppressions: Read<Suppression>[] = [];
  private resemblance: Resemblance | undefined;
  private readonly ruleFiles: FileReader[] = [];
  private readonly profileFiles: FileReader[] = [];

  read(input: KnowledgeFile, own: boolean): void {
    const path = input.path.replaceAll('\\', '/');
    const byPath = own ? undefined : placeOf(path);
    if (byPath?.kind === 'ignored') return;
    // An organization's own "roles.yml" stands in a folder of its own.
    const key = own ? `own/${path}` : path;
    if (byPath?.kind === 'unknown' || this.readers.has(key)) {
      const twice = 'This file is there twice. Take one of them out.';
      this.strays.push({ path, line: 1, message: byPath?.kind === 'unknown' ? byPath.message : twice });
      return;
    }
    const file = new FileReader({ path, text: input.text }, own);
    const place = byPath ?? ownPlace(file);
    if (place.kind === 'ignored') return;
    this.readers.set(key, file);
    if (place.kind !== 'unknown') this.readKind(file, place);
    else if (file.errors.length === 0) file.complain({ path: [], message: place.message });
  }

  private readKind(file: FileReader, place: Exclude<FilePlace, { kind: 'ignored' | 'unknown' }>): void {
    switch (place.kind) {
      case 'roles':
        this.roles.push(file);
        if (!file.own) this.rolesHold = file.check(rolesSchema) !== undefined;
        else file.check(ownRolesSchema);
        break;
      case 'sources':
        this.sourcesSpoiled ||= !Array.isArray(file.raw(['sources']));
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
        this.readProfile(file, place.name);
        break;
      case 'rule':
        this.readRule(file, place);
        break;
      case 'edition':
        this.catalogs.readEdition(file, (read) => this.named(read, place.name, file));
        break;
      case 'references':
        this.catalogs.readReferences(file);
        break;
      case 'rewording':
        this.catalogs.readRewording(file);
        break;
      case 'statements':
        this.catalogs.readStatements(file);
        break;
      case 'suppressions':
        this.suppressions.push(...file.checkList(suppressionsFileSchema, suppressionSchema, 'suppressions').good);
        break;
      case 'resemblance':
        this.resemblance = file.check(resemblanceSchema)?.value;
        break;
      case 'wording':
        this.catalogs.readWording(file);
        break;
    }
  }

  finish(): { knowledge: Knowledge; errors: readonly KnowledgeError[] } {
    // Only now is everything known that a rule or a profile may name.
    const sources = this.sourcesSpoiled ? undefined : this.sources.known;
    const lexicons = this.lexicons.known;
    for (const file of this.ruleFiles) complainAboutRuleReferences(file, sources, lexicons);
    for (const file of this.profileFiles) complainAboutProfileFigures(file, this.figures.known);
    const mayChange = new Map(
      this.profileFiles.map((file) => [file, knownRulesOfProfile(file, this.rules.known, sources, lexicons)]),
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
      profiles: resolveProfiles(this.profiles, (file) => mayChange.get(file) ?? new Set()),
      rules: this.rules.filter(({ file }) => file.errors.length === 0),
      suppressions: this.suppressions
        .filter(({ file, at }) => complainAboutUnknown(file, [...at, 'rule'], this.rules.known, 'rule'))
        .map(({ value }) => value),
      ...(this.resemblance !== undefined && { resemblance: this.resemblance }),
      ownRules: new Set(this.rules.all.filter(({ file }) => file.own).map(({ value }) => value.id)),
      ...this.catalogs.finish({ sources, lexicons, rules: this.rules.known, profiles: this.profiles.known }),
    };
    const inFiles = [...this.readers.values()].flatMap(({ errors }) => [...errors].sort((a, b) => a.line - b.line));
    return { knowledge, errors: [...inFiles, ...this.strays] };
  }

  private readRoles(): Roles {
    if (!this.roles.some(({ own }) => !own)) {
      const message = 'This file is missing: without it, nobody in a draft is known to be a peer. Add it.';
      this.strays.push({ path: 'roles.yml', line: 1, message });
      return NO_ROLES;
    }
    const patterns = (group: keyof Roles): string[] =>
      this.roles.flatMap((file) => workingPatterns(file, [group], this.lexicons.known));
    const roles = {
      peer: patterns('peer'),
      other: patterns('other'),
      collective: patterns('collective'),
      person: patterns('person'),
      none: patterns('none'),
    };
    return this.rolesHold ? roles : NO_ROLES;
  }

  private readProfile(file: FileReader, name: string | undefined): void {
    this.profileFiles.push(file);
    const checked = file.check(profileSchema);
    if (checked !== undefined && checked.value.severity === undefined && checked.value.extends === undefined) {
      const message = '"severity:" is missing. Add it, or "extends:" with the profile that this one begins from.';
      file.complain({ path: [], message });
      return;
    }
    this.profiles.add(this.named(checked, name, file), [file.raw(['id'])], ({ id }) => id);
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

  private readRule(file: FileReader, place: { readonly name?: string; readonly family?: string }): void {
    this.ruleFiles.push(file);
    const checked = this.named(file.check(ruleSchema), place.name, file);
    const family = file.raw(['family']);
    if (typeof family === 'string' && place.family !== undefined && family !== place.family) {
      const message = `This says "${family}", but the file is in the folder "${place.family}". Make them the same.`;
      file.complain({ path: ['family'], message });
    }
    complainAboutLooking(file);
    const rule = file.errors.length === 0 ? checked : undefined;
    this.rules.add(rule, [place.name, file.raw(['id'])], ({ id }) => id);
  }

  /** Reports an `id` that is not the file's name; people find a rule by the name of its file. No `name`: any will do. */
  private named<T extends { readonly id: string }>(
    read: Read<T> | undefined,
    name: string | undefined,
    file: FileReader,
  ): Read<T> | undefined {
    const id = file.raw(['id']);
    if (typeof id !== 'string' || name === undefined || id === name) return read;
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

function ownPlace(file: FileReader): FilePlace {
  const value = file.raw();
  return placeInOwnPack(file.path, typeof value === 'object' && value !== null ? Object.keys(value) : []);
}
