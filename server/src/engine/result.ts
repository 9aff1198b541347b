import type { FigureRead } from './checks/figures';
import type { Citation, CitationStyle, ContractMention, NamedCode } from './citations/citation';
import type { DutyRead } from './duties/who';
import type { Finding } from './findings/finding';
import type { ProfileChoice } from './findings/profile';
import type { ChecklistEntry } from './statements/check';
import type { Section } from './statements/sections';
import type { SuppressedFinding } from './suppression/apply';

export interface CheckOptions extends ProfileChoice {
  /** Whether words for people are looked at too; true unless settings turn it off. */
  readonly language?: boolean;
  /** Id of the edition of the Code of Ethics for drafts that name none. */
  readonly edition?: string;
  /** How citations that are offered are written; inline unless settings say otherwise. */
  readonly citationStyle?: CitationStyle;
  /** Whether wording that can take a duty's place is looked for too; true unless a caller has no use for it. */
  readonly suggestions?: boolean;
  /** Figures that take the place of the built-in ones, by id: `people-per-fte`, `lowest-hourly-pay`. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface CheckResult {
  /** Id of the profile that was applied. */
  readonly profile: string;
  /** In document order. */
  readonly findings: readonly Finding[];
  /** What the draft or its workspace leaves out, each with its reason; never among the findings. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What the draft says in figures about its peer roles, in document order. */
  readonly figures: readonly FigureRead[];
  /** What a draft of its kind should say, and where this one says it; empty where a draft is asked for nothing. */
  readonly checklist: readonly ChecklistEntry[];
  /** Statements that it makes although a draft of its kind is not asked for them; for a review of several drafts. */
  readonly unasked: readonly ChecklistEntry[];
  /** Citations of a Code of Ethics, in document order. */
  readonly citations: readonly Citation[];
  /** Mentions of places in contracts, in document order. */
  readonly mentions: readonly ContractMention[];
  /** Places that name a Code of Ethics and none of its principles, in document order. */
  readonly named: readonly NamedCode[];
  /** Id of the edition of the Code of Ethics that the draft was read with. */
  readonly edition: string;
  /** The limited duties that the draft gives to anybody, in document order. */
  readonly duties: readonly DutyRead[];
  /** The draft's own headings, in document order. */
  readonly sections: readonly Section[];
  /** Stages that failed, by a mistake in the program: all else is as it should be. For a log; almost always empty. */
  readonly failures: readonly StageFailure[];
}

/** What a draft can be checked without, if need be. */
export type Stage = 'terms' | 'statements' | 'language' | 'citations' | 'suggestions';

export interface StageFailure {
  readonly stage: Stage;
  /** What was thrown. */
  readonly error: unknown;
}

const NOT_DONE: Readonly<Record<Stage, string>> = {
  terms: 'the terms of the role were not checked',
  statements: 'missing statements were not looked for',
  language: 'words for people were not checked',
  citations: 'citations were not checked',
  suggestions: 'wording to put in place was not looked for',
};

/** "A mistake in the checker: citations were not checked. Everything else was." */
export const failureText = ({ stage }: StageFailure): string =>
  `A mistake in the checker: ${NOT_DONE[stage]}. Everything else was.`;
