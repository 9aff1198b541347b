import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a limit rests on: the contract itself, a code of ethics, or a recommendation of the sources. */
export type Authority = 'contract' | 'ethics' | 'practice';

/** `breach`: the text assigns what the role must not have. `open`: it may; a person has to look. */
export type Certainty = 'breach' | 'open';

export type RuleFamily = 'duty' | 'structure' | 'completeness' | 'citation' | 'language' | 'document';

/** A place in one of the sources: `key` is an id of `knowledge/sources.yml`. */
export interface SourceRef {
  readonly key: string;
  readonly section?: string;
}

/** Where the reader learned who acts. */
export type ActorOrigin =
  'subject' | 'agent' | 'pronoun' | 'lead-in' | 'row' | 'column' | 'heading' | 'title' | 'front-matter' | 'reference';

/** What was read and why; every span is in document offsets. */
export interface Evidence {
  /** Who acts: the words that say so, where they stand, and how the clause is tied to them. */
  readonly actor?: {
    readonly text: string;
    readonly span: Span;
    readonly origin: ActorOrigin;
    /** True where peers are meant only as part of "staff", "the team" and the like. */
    readonly collective: boolean;
  };
  /** The words that name the duty, in reading order. */
  readonly duty: readonly { readonly text: string; readonly span: Span }[];
  /** The pattern, figure or exemplar by which the duty was recognized, in words for a contributor. */
  readonly by: string;
  /** Arithmetic or other remarks worth showing ("2.0 FTE for 120 people is 1 to 60"). */
  readonly notes?: readonly string[];
}

/** A change of the draft, in offsets of the text that was checked. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * `permitted`: the duty is replaced by what the role may do. `prohibition`: it becomes a limit, with its citation.
 * `other-role`: it moves to a role that may have it. `insert`: approved wording is put in.
 */
export type SuggestionKind = 'permitted' | 'prohibition' | 'other-role' | 'insert' | 'citation' | 'correction';

/** Wording that can take the place of what was found, as it would stand in the draft. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  /** What it does, with the new words. Plain text. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly sources?: readonly SourceRef[];
}

/** One finding, rendered by the editor, the command line and the reports alike. */
export interface Finding {
  readonly rule: string;
  readonly family: RuleFamily;
  /** The duty's clause, in document offsets. */
  readonly span: Span;
  /** The words under `span`, as they stand in the source. */
  readonly text: string;
  readonly severity: Severity;
  readonly authority: Authority;
  readonly certainty: Certainty;
  /** Plain text, one or two short sentences. */
  readonly message: string;
  /** The limit in the words of the contract or with its figure, where these are not the rule's own. Plain text. */
  readonly limit?: string;
  readonly evidence: Evidence;
  /** What is allowed instead, in our words. Plain text. */
  readonly allowed: string;
  readonly sources: readonly SourceRef[];
  /** Other places in the draft that belong to the finding. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** The best first; none where no sound one is known. */
  readonly suggestions?: readonly Suggestion[];
}
