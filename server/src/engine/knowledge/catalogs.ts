import type * as z from 'zod';
import {
  contractReferenceSchema,
  contractReferencesFileSchema,
  editionSchema,
  moveSchema,
  prohibitionSchema,
  rewordingFileSchema,
  rewordingSchema,
  statementSchema,
  statementsFileSchema,
  wordingFileSchema,
  wordingSchema,
} from './catalog-schemas';
import type { FileReader, Read } from './reader';
import {
  complainAboutSource,
  complainAboutSources,
  complainAboutUnknown,
  workingPatterns,
  type Known,
} from './references';
import { Shelf } from './shelf';
import type { ContractReference, Edition, Knowledge, Move, Prohibition, Rewording, Statement, Wording } from './types';

/** What a catalog may name, known once all files are read. `sources`: undefined where the list cannot be read. */
interface Named {
  readonly sources: Known | undefined;
  readonly lexicons: Known;
  readonly rules: Known;
  readonly profiles: Known;
}

/** Reads the catalogs: the Code of Ethics by edition, contract references, permitted forms, statements, wording. */
export class Catalogs {
  private readonly editions = new Shelf<Edition>('edition');
  private readonly references = new Shelf<ContractReference>('contract reference');
  private readonly statements = new Shelf<Statement>('statement');
  private readonly wordings = new Shelf<Wording>('wording');
  private readonly rewordings: Read<Rewording>[] = [];
  private readonly prohibitions: Read<Prohibition>[] = [];
  private readonly moves: Read<Move>[] = [];

  /** @param named reports an id that is not `name`, where the file has to be named as its id */
  readEdition(
    file: FileReader,
    named: <T extends { id: string }>(read: Read<T> | undefined) => Read<T> | undefined,
  ): void {
    this.editions.add(named(file.check(editionSchema)), [file.raw(['id'])], ({ id }) => id);
  }

  readReferences(file: FileReader): void {
    shelve(this.references, file, file.checkList(contractReferencesFileSchema, contractReferenceSchema, 'references'));
  }

  readStatements(file: FileReader): void {
    shelve(this.statements, file, file.checkList(statementsFileSchema, statementSchema, 'statements'));
  }

  readRewording(file: FileReader): void {
    this.rewordings.push(...file.checkList(rewordingFileSchema, rewordingSchema, 'rewording').good);
    // What is wrong in these lists was said with the first.
    const good = <S extends z.ZodType>(list: string, schema: S): Read<z.output<S>>[] => {
      const raw = file.raw([list]);
      if (!Array.isArray(raw)) return [];
      return raw.flatMap((entry: unknown, index) => {
        const read = schema.safeParse(entry).success ? file.check(schema, [list, index]) : undefined;
        return read === undefined ? [] : [read];
      });
    };
    this.prohibitions.push(...good('prohibition', prohibitionSchema));
    this.moves.push(...good('move', moveSchema));
  }

  readWording(file: FileReader): void {
    const { good, bad } = file.checkList(wordingFileSchema, wordingSchema, 'wording');
    const group = file.raw(['group']);
    const title = typeof group === 'string' ? group : '';
    shelve(this.wordings, file, {
      good: good.map((read) => ({ ...read, value: { ...read.value, group: title } })),
      bad,
    });
  }

  finish(
    named: Named,
  ): Pick<Knowledge, 'editions' | 'references' | 'rewordings' | 'prohibitions' | 'moves' | 'statements' | 'wordings'> {
    const { sources, lexicons, rules, profiles } = named;
    const statements = this.statements.known;
    const sound = ({ file, at, value }: Read<{ rule: string; profiles?: readonly string[] | undefined }>): boolean => {
      const all = [
        complainAboutUnknown(file, [...at, 'rule'], rules, 'rule'),
        complainAboutUnknown(file, [...at, 'profiles'], profiles, 'profile'),
        complainAboutSources(file, [...at, 'sources'], sources),
        hasVerb(file, at, value),
      ];
      return all.every(Boolean);
    };
    return {
      editions: this.editions.filter(({ file, at, value }) => {
        const limits = value.principles.flatMap((principle, p) =>
          principle.limits.map((_, i) => [...at, 'principles', p, 'limits', i, 'rule']),
        );
        const known = limits.map((path) => complainAboutUnknown(file, path, rules, 'rule'));
        return [
          complainAboutSource(file, [...at, 'source', 'key'], sources),
          hasOwnNumbers(file, value),
          ...known,
        ].every(Boolean);
      }),
      references: this.references.filter(({ file, at }) =>
        complainAboutSource(file, [...at, 'source', 'key'], sources),
      ),
      rewordings: this.rewordings.filter(sound).map(({ value }) => value),
      prohibitions: this.prohibitions.filter(sound).map(({ value }) => value),
      moves: this.moves.filter(sound).map(({ value }) => value),
      statements: this.statements.map(({ file, at, value }) => {
        complainAboutSources(file, [...at, 'sources'], sources);
        complainAboutUnknown(file, [...at, 'only'], profiles, 'profile');
        const changed = Object.entries(value.profiles).map(([id, change]) => {
          const path = [...at, 'profiles', id];
          complainAboutUnknown(file, path, profiles, 'profile', id);
          complainAboutSources(file, [...path, 'sources'], sources);
          const cues = change.cues && workingPatterns(file, [...path, 'cues'], lexicons);
          return [id, { ...change, ...(cues && { cues }) }] as const;
        });
        return {
          ...value,
          cues: workingPatterns(file, [...at, 'cues'], lexicons),
          profiles: Object.fromEntries(changed),
        };
      }),
      wordings: this.wordings.filter(({ file, at }) =>
        [
          complainAboutSources(file, [...at, 'sources'], sources),
          complainAboutUnknown(file, [...at, 'profiles'], profiles, 'profile'),
          complainAboutUnknown(file, [...at, 'statements'], statements, 'statement'),
        ].every(Boolean),
      ),
    };
  }
}

/** The ids of the editions and statements are in the entries; a bad entry keeps its id from being called unknown. */
function shelve<T extends { readonly id: string }>(
  shelf: Shelf<T>,
  file: FileReader,
  { good, bad }: { readonly good: readonly Read<T>[]; readonly bad: readonly (readonly (string | number)[])[] },
): void {
  for (const path of bad) shelf.add(undefined, [file.raw([...path, 'id'])], ({ id }) => id);
  for (const read of good) shelf.add(read, [], ({ id }) => id);
}

/** Reports a number that two principles of an edition have. */
function hasOwnNumbers(file: FileReader, { principles }: Edition): boolean {
  const seen = new Set<number>();
  let all = true;
  principles.forEach(({ number }, index) => {
    if (seen.has(number)) {
      const message = `There is a principle ${number} already, above. Give this one another number, or take it out.`;
      file.complain({ path: ['principles', index, 'number'], message });
      all = false;
    }
    seen.add(number);
  });
  return all;
}

/** Reports a `verb` that its phrase does not contain: it could not be inflected. */
function hasVerb(file: FileReader, at: Read<unknown>['at'], value: object): boolean {
  const { verb, phrase } = value as Partial<z.infer<typeof rewordingSchema>>;
  if (verb === undefined || phrase === undefined || phrase.split(/[^\p{L}'-]+/u).includes(verb)) return true;
  file.complain({
    path: [...at, 'verb'],
    message: `The word "${verb}" is not in the phrase. Write the word that it has.`,
  });
  return false;
}
