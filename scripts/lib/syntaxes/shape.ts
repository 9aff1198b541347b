// Parts that the patterns of the grammars are put together from. A space in a pattern stands for an ordinary or a
// no-break space; classes therefore have no space in them.

export type Captures = Readonly<Record<string, { readonly name: string }>>;

/** One pattern of a TextMate grammar. Without a `name` it passes over what it matches. */
export interface MatchRule {
  readonly comment: string;
  readonly name?: string;
  readonly match: string;
  readonly captures?: Captures;
}

/** A span with patterns of its own inside. */
export interface SpanRule {
  readonly comment: string;
  readonly begin: string;
  readonly beginCaptures?: Captures;
  readonly end: string;
  readonly contentName?: string;
  readonly patterns?: readonly (MatchRule | SpanRule)[];
}

export interface Injection {
  readonly information_for_contributors: readonly string[];
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly (MatchRule | SpanRule | { readonly include: string })[];
  readonly repository?: Readonly<Record<string, { readonly patterns: readonly MatchRule[] }>>;
}

/** No letter or digit from here on. "_" is none: it closes an emphasis. */
export const NO_LETTER = String.raw`(?!(?!_)\w)`;

/*
 * Where a word may begin and end: not inside of another, nor in "peer-led" or "cps.org". With "\w", and not with "\p{L}":
 * a class of all letters takes ten times as long to compile, and all patterns are compiled for one line, the first that has
 * a paragraph or a heading.
 */
export const FROM = String.raw`(?<![^\W_]|-)`;
export const TO = String.raw`(?!(?!_)\w|@|[-.](?!_)\w)`;

/**
 * The same as FROM, and from there on upper and lower case are one. "(?i)" has to stand behind the look back: before it,
 * the search tries every character of a line instead of the few that the pattern can begin with.
 */
export const FROM_ANY_CASE = `${FROM}(?i)`;

/** Without "(?i)" inside of it. */
export const exactly = (pattern: string): string => `(?-i:${pattern})`;

export const anyOf = (...parts: readonly string[]): string => `(?:${parts.join('|')})`;
export const maybe = (...parts: readonly string[]): string => `(?:${parts.join('|')})?`;

const SPACE = String.raw`[\x20\x{A0}]`;

export function rule(comment: string, name: string | undefined, ...pattern: readonly string[]): MatchRule {
  const match = pattern.join('').replaceAll(' ', SPACE);
  return name === undefined ? { comment, match } : { comment, name, match };
}
