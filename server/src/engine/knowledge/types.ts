import type * as z from 'zod';
import type {
  contractReferenceSchema,
  editionSchema,
  moveSchema,
  prohibitionSchema,
  rewordingSchema,
  statementSchema,
  wordingSchema,
} from './catalog-schemas';
import type {
  cueSetSchema,
  figureSchema,
  lexiconSchema,
  profileSchema,
  rolesSchema,
  ruleSchema,
  sourceSchema,
  suppressionSchema,
  wordSchema,
} from './schemas';

/* What each field means is declared, once, in `schemas.ts`; these are the types of what the loader hands out. */

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** A knowledge file as it is handed to the loader: `path` is shown in errors, relative to the pack, with `/`. */
export interface KnowledgeFile {
  readonly path: string;
  readonly text: string;
}

/** A mistake in a knowledge file. `line` counts from 1, for people. */
export interface KnowledgeError {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** `knowledge/sources.yml`: the papers that the limits come from. */
export type Source = DeepReadonly<z.infer<typeof sourceSchema>>;

/** `knowledge/figures.yml`: numbers that a draft is compared with, such as the people for each FTE in a peer role. */
export type Figure = DeepReadonly<z.infer<typeof figureSchema>>;

/** `knowledge/words.yml`: a word for people, and what to say instead. `any` and `except` are patterns. */
export type Word = DeepReadonly<z.infer<typeof wordSchema>>;

/**
 * `knowledge/lexicons/*.yml`: words that mean the same for a rule. Patterns name one as `{id}`.
 * `verb` and `noun` entries match all inflections of their (first) word; `phrase` entries match as written.
 */
export type Lexicon = DeepReadonly<z.infer<typeof lexiconSchema>>;

/**
 * `knowledge/rules/<family>/<id>.yml`. Duty rules have `reads`; rules of other families have `check` (the name of a
 * check of `engine/checks`), `reads`, or both.
 */
export type Rule = DeepReadonly<z.infer<typeof ruleSchema>>;

/** How a rule recognizes what it looks for: pattern strings, see `docs/how-a-sentence-is-read.md`. */
export type DutyReading = NonNullable<Rule['reads']>;

/**
 * `knowledge/profiles/<id>.yml`: the contract that a draft answers. `rules` says what it changes, by rule id; a rule
 * that is not named runs as it is. `sources` there are added to the rule's own: before them where the profile says
 * `authority: contract`, else after them.
 */
export type Profile = Omit<ProfileFile, 'severity' | 'extends'> &
  Required<Pick<ProfileFile, 'severity'>> & {
    /** Ids of the profiles that it begins from, the nearest first. */
    readonly beginsFrom?: readonly string[];
  };

/** A profile as it is written; `extends` is resolved by the loader. */
export type ProfileFile = DeepReadonly<z.infer<typeof profileSchema>>;

/** What a profile changes about one rule. */
export type ProfileRule = Profile['rules'][string];

/** `knowledge/roles.yml`: who is who. Entries are patterns. */
export type Roles = DeepReadonly<z.infer<typeof rolesSchema>>;

/** `knowledge/cues/*.yml`: words that say what a clause does with a duty. Entries are patterns. */
export type CueSet = DeepReadonly<z.infer<typeof cueSetSchema>>;

/** `knowledge/code-of-ethics/<id>.yml`: a Code of Ethics in one edition. Titles and summaries are ours. */
export type Edition = DeepReadonly<z.infer<typeof editionSchema>>;

export type Principle = Edition['principles'][number];

/** `knowledge/references/*.yml`: a place in a contract that drafts cite. */
export type ContractReference = DeepReadonly<z.infer<typeof contractReferenceSchema>>;

/**
 * `knowledge/rewording.yml`: what a sentence can say instead of a duty. `phrase` stands after "will"; `verb` is the one
 * word of it that is inflected, at its first place. Of a rule's entries the one fits best whose `when` words the
 * sentence uses most; one without `when` is the default.
 */
export type Rewording = DeepReadonly<z.infer<typeof rewordingSchema>>;

/** `knowledge/rewording.yml`: a limit as a prohibition; `phrase` stands after "do not" and "does not". */
export type Prohibition = DeepReadonly<z.infer<typeof prohibitionSchema>>;

/** `knowledge/rewording.yml`: the roles that a duty can go to, by words of their names; the best first. */
export type Move = DeepReadonly<z.infer<typeof moveSchema>>;

/** `knowledge/statements.yml`: a statement that a good response contains, and the patterns that show it. */
export type Statement = DeepReadonly<z.infer<typeof statementSchema>>;

/** `knowledge/wording/*.yml`: approved wording to insert; `body` is Markdown with tab stops as VS Code's snippets have. */
export type Wording = DeepReadonly<z.infer<typeof wordingSchema>> & { readonly group: string };

/**
 * `knowledge/resemblance.yml`, made from the exemplars: how much each word speaks for each rule. `weights` has a line for
 * each feature, with the index of a rule and its weight; these and `bias` are in sixteenths.
 */
export interface Resemblance {
  readonly rules: readonly string[];
  readonly bias: readonly number[];
  readonly weights: string;
}

/** `.peer-role-check/suppressions.yml`: a rule that an organization has decided to leave out, with its reason. */
export type Suppression = DeepReadonly<z.infer<typeof suppressionSchema>>;

/** Everything the engine knows; what could not be read is in the loader's errors, and left out here. */
export interface Knowledge {
  readonly roles: Roles;
  readonly lexicons: ReadonlyMap<string, Lexicon>;
  readonly cues: ReadonlyMap<string, CueSet>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly words: ReadonlyMap<string, Word>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly rules: ReadonlyMap<string, Rule>;
  /** By id, the built-in ones first. */
  readonly editions: ReadonlyMap<string, Edition>;
  readonly references: ReadonlyMap<string, ContractReference>;
  readonly rewordings: readonly Rewording[];
  readonly prohibitions: readonly Prohibition[];
  readonly moves: readonly Move[];
  readonly statements: ReadonlyMap<string, Statement>;
  readonly wordings: ReadonlyMap<string, Wording>;
  /** What an organization leaves out in all of its drafts; nothing that comes with the product. */
  readonly suppressions: readonly Suppression[];
  /** Missing where there are no exemplars: then whatever a pattern matches is believed. */
  readonly resemblance?: Resemblance;
  /** The rules that an organization has written or written anew: their patterns are believed. */
  readonly ownRules: ReadonlySet<string>;
}
