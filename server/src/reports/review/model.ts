import type { FigureKind } from '../../engine/checks/figures';
import type { Authority, Certainty, RuleFamily, Severity, SuggestionKind } from '../../engine/findings/finding';
import type { SuppressedFinding } from '../../engine/suppression/apply';

/*
 * A review of several drafts that belong together, as data: what the memo says, before it is put into words. It is plain
 * JSON, and `memo-json.ts` writes it as it is: see there before a field is renamed.
 */

/** Where something stands. Lines count from 1. */
export interface Place {
  /** The draft, as it was named; `-` for standard input. */
  readonly path: string;
  readonly line: number;
  /** The last line of it. */
  readonly endLine: number;
  /** The nearest heading above; left out where there is none. */
  readonly section?: string;
}

/** A place in one of the papers that the limits come from. */
export interface Authoritative {
  readonly key: string;
  /** The paper's title; its key where the paper is not known. */
  readonly title: string;
  readonly section?: string;
}

export interface SuggestedWording {
  readonly kind: SuggestionKind;
  /** What it does, as an editor's quick fix says it; long wording is shortened in it. */
  readonly title: string;
  /** The passage with the new words in it, on one line; left out where they belong elsewhere in the draft, or are long. */
  readonly text?: string;
}

export interface ReviewFinding {
  readonly rule: string;
  readonly family: RuleFamily;
  /** The short name of the rule. */
  readonly title: string;
  readonly severity: Severity;
  readonly authority: Authority;
  /** `open`: the wording leaves it open; somebody has to look. */
  readonly certainty: Certainty;
  readonly place: Place;
  /** The draft's words, on one line. */
  readonly quotation: string;
  readonly message: string;
  /** Why the limit exists; empty for remarks on the draft itself. */
  readonly why: string;
  /** What is allowed instead; may be empty. */
  readonly allowed: string;
  readonly sources: readonly Authoritative[];
  /** Arithmetic, and remarks of the contract. */
  readonly notes: readonly string[];
  /** The words ("all staff") by which peers are meant among others; left out where a peer role itself is meant. */
  readonly among?: string;
  /** The first of what the checker offers; left out where it offers nothing. */
  readonly suggestion?: SuggestedWording;
}

/** How often something was found. */
export interface Counts {
  /** The text says so. */
  readonly stated: number;
  /** The wording leaves it open. */
  readonly open: number;
}

export interface ReviewDraft extends Counts {
  readonly path: string;
  /** The contract that it was read for: an id of `profiles`. */
  readonly profile: string;
  /** The edition of the Code of Ethics that its citations were read with: an id of `editions`. */
  readonly edition: string;
}

export interface LimitRow extends Counts {
  readonly rule: string;
  readonly title: string;
  readonly authority: Authority;
}

/** A statement that at least one of the drafts is asked for. */
export interface ReviewStatement {
  readonly id: string;
  readonly title: string;
  /** `made`: one of the drafts makes it, which is enough for all; `left-out`: it is missing, and somebody gave a reason. */
  readonly state: 'made' | 'missing' | 'left-out';
  /** Where it is made: the first places of each draft. */
  readonly made: readonly Place[];
  /** Drafts that are asked for it, and do not make it. */
  readonly lacking: readonly string[];
  /** Of different contracts' views the strongest. */
  readonly authority: Authority;
  readonly sources: readonly Authoritative[];
  /** Why a draft should make it. */
  readonly why: string;
  readonly suggestion?: SuggestedWording;
}

export interface ReviewFigure {
  readonly kind: Exclude<FigureKind, 'supervision'>;
  /** Of a range its lower end. */
  readonly value: number;
  readonly most?: number;
  readonly unit: string;
  /** The draft's words, on one line. */
  readonly quotation: string;
  readonly role?: string;
  readonly place: Place;
}

/** What was worked out from a draft's figures. */
export interface Sum {
  readonly place: Place;
  readonly text: string;
}

export interface LeftOut {
  readonly finding: ReviewFinding;
  readonly reason: string;
  readonly by: SuppressedFinding['by'];
}

/** How often the drafts give one kind of duty to one role. */
export interface DutyCounts {
  readonly rule: string;
  /** Times that a limit is crossed. */
  readonly crossed: number;
  /** Times that the wording leaves it open. */
  readonly open: number;
  /** Times that somebody left the finding out, with a reason. */
  readonly leftOut: number;
  /** Times that the role has the duty, and no limit forbids it. */
  readonly has: number;
}

export interface RoleRow {
  /** In the drafts' own words: singular, small letters. */
  readonly role: string;
  readonly kind: 'peer' | 'other' | 'collective';
  /** In the order of `duties`; kinds of duty that the role does not have are left out. */
  readonly duties: readonly DutyCounts[];
}

export interface Review {
  readonly product: { readonly name: string; readonly version: string };
  /** The day on which the drafts were read: "2026-11-22". */
  readonly date: string;
  /** Two sentences. */
  readonly summary: readonly [string, string];
  readonly drafts: readonly ReviewDraft[];
  /** Files that could not be read, and why. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
  readonly profiles: readonly { readonly id: string; readonly title: string; readonly answers: string }[];
  readonly editions: readonly {
    readonly id: string;
    readonly title: string;
    readonly complete: boolean;
    readonly note?: string;
  }[];
  /** The limits that were met, the contract's first. */
  readonly limits: readonly LimitRow[];
  /** Duties and terms of the role, by draft and in document order. */
  readonly findings: readonly ReviewFinding[];
  /** Remarks on citations, on words for people, and on the drafts themselves. */
  readonly remarks: readonly ReviewFinding[];
  readonly statements: readonly ReviewStatement[];
  readonly figures: readonly ReviewFigure[];
  readonly sums: readonly Sum[];
  readonly suppressed: readonly LeftOut[];
  /** Who does what: the kinds of duty that occur, and who has them, peer roles first. */
  readonly matrix: {
    readonly duties: readonly { readonly rule: string; readonly title: string }[];
    readonly roles: readonly RoleRow[];
  };
  /** Sections with findings, by draft and in document order. */
  readonly sections: readonly (Counts & { readonly path: string; readonly section?: string })[];
  /** The papers that are cited above, in the order in which they were first cited. */
  readonly papers: readonly {
    readonly key: string;
    readonly title: string;
    readonly publisher?: string;
    readonly note?: string;
  }[];
}
