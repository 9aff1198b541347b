import type { Edition, Principle } from '../knowledge/types';
import type { Span } from '../text/span';

/** A citation of a Code of Ethics in a draft: "CPS Code of Ethics (2008), principles 7 and 8". */
export interface Citation {
  /** All of it, in document offsets. */
  readonly span: Span;
  /** The words under `span`. */
  readonly text: string;
  /** Id of the edition that it is read in: the one it names, else the draft's, else the one of the settings. */
  readonly edition: string;
  /** Whether the citation itself names its edition. */
  readonly namesEdition: boolean;
  /** In reading order; every number of a range, with the range's span. */
  readonly numbers: readonly CitedNumber[];
  /** Of a citation in a footnote: the marks that refer to it. It counts as standing there. */
  readonly marks?: readonly Span[];
}

export interface CitedNumber {
  readonly number: number;
  readonly span: Span;
  /** A title that stands beside the number ("#7, privacy"), and the principles of known editions that have it. */
  readonly title?: Span & { readonly of: readonly { readonly edition: string; readonly number: number }[] };
}

/** A Code of Ethics that is named without any number: "CPS Code of Ethics". It cites nothing by itself. */
export interface NamedCode {
  readonly span: Span;
  /** Id of the edition that it is read in: the one it names, else the draft's, else the one of the settings. */
  readonly edition: string;
  readonly namesEdition: boolean;
  /** Whether the words say whose Code it is; "Code of Ethics" alone does not. */
  readonly saysWhose: boolean;
}

/** A mention of a place in a contract: "ACCS RFR 7.5 (a)". `reference` is an id of `Knowledge.references`. */
export interface ContractMention {
  readonly span: Span;
  readonly text: string;
  readonly reference: string;
}

/** A principle with the edition that it stands in. */
export interface PrincipleInEdition {
  readonly edition: Edition;
  readonly principle: Principle;
}

/** How a citation is written: in the sentence, as a footnote, or as a link to the draft's own list of principles. */
export type CitationStyle = 'inline' | 'footnote' | 'link';
