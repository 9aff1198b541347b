import type { Authority, RuleFamily, Severity, SourceRef } from '../findings/finding';

/** A knowledge file as it is handed to the loader: `path` is shown in errors, relative to the pack. */
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
export interface Source {
  readonly key: string;
  readonly title: string;
  /** Who published it, and when, for people. */
  readonly publisher: string;
  readonly year: number;
  /** What a reader should know about how we know it ("second-hand, items a to c only"). */
  readonly note?: string;
}

/** `knowledge/lexicons/*.yml`: words that mean the same for a rule. Patterns name one as `{id}`. */
export interface Lexicon {
  readonly id: string;
  /** `verb` and `noun` entries match all inflections of their (first) word; `phrase` entries match as written. */
  readonly kind: 'verb' | 'noun' | 'phrase';
  readonly entries: readonly string[];
}

/** How a rule recognizes what it looks for: pattern strings, see `docs/how-a-sentence-is-read.md`. */
export interface DutyReading {
  /** Any of these makes the clause speak of the duty. */
  readonly any: readonly string[];
  /** Any of these takes it back: another meaning of the same words, or the form that is allowed. */
  readonly except: readonly string[];
  /** Any of these makes the clause an open case. */
  readonly open: readonly string[];
}

/** `knowledge/rules/<family>/<id>.yml`. */
export interface Rule {
  readonly id: string;
  readonly family: RuleFamily;
  readonly title: string;
  /** What is shown under the words: plain, short, no blame. */
  readonly message: string;
  /** The same for an open case, worded as a question. */
  readonly question?: string;
  /** Why the limit exists, for the hover. */
  readonly why: string;
  /** What is allowed instead. */
  readonly allowed: string;
  readonly authority: Authority;
  readonly sources: readonly SourceRef[];
  /** Duty rules read clauses with patterns; other families name a check of `engine/checks`. */
  readonly reads?: DutyReading;
  readonly check?: string;
  readonly flags: readonly string[];
  readonly allows: readonly string[];
}

/** `knowledge/profiles/<id>.yml`: the contract that a draft answers. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly answers: string;
  /** Severity of a breach by the authority it rests on. */
  readonly severity: Readonly<Record<Authority, Severity>>;
  /** What this contract changes, by rule id. `off: true`: the rule does not run. */
  readonly rules: Readonly<
    Record<
      string,
      {
        readonly off?: boolean;
        readonly authority?: Authority;
        readonly severity?: Severity;
        readonly sources?: readonly SourceRef[];
      }
    >
  >;
}

/** `knowledge/roles.yml`: who is who. Entries are noun phrases, matched in singular and plural. */
export interface Roles {
  readonly peer: readonly string[];
  readonly other: readonly string[];
  readonly collective: readonly string[];
  readonly person: readonly string[];
}

/** `knowledge/cues/<id>.yml`: words that say what a clause does with a duty. */
export interface CueSet {
  readonly id: string;
  readonly entries: readonly string[];
}

/** Everything the engine knows; what could not be read is in the loader's errors, and left out here. */
export interface Knowledge {
  readonly roles: Roles;
  readonly lexicons: ReadonlyMap<string, Lexicon>;
  readonly cues: ReadonlyMap<string, CueSet>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly rules: ReadonlyMap<string, Rule>;
}
