const SINGLE_QUOTES = '\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u2039\u203a';
const DOUBLE_QUOTES = '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb';
const HYPHENS = '\u2010\u2011\u2212';
const SPACES = '\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000';
/** No width on the page: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark. */
export const INVISIBLE = '\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff';
const CONTROLS = '\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029';

const ODD = /[^\n\x20-\x7e]/;
const single = new RegExp(`[${SINGLE_QUOTES}]`, 'g');
const double = new RegExp(`[${DOUBLE_QUOTES}]`, 'g');
const hyphens = new RegExp(`[${HYPHENS}]`, 'g');
const blanks = new RegExp(`[${SPACES}${CONTROLS}]`, 'g');
const invisible = new RegExp(`[${INVISIBLE}]+`, 'g');
/** What stands within words: "don't" is one word even if something invisible follows its apostrophe. */
const IN_WORD = /[\p{L}\p{N}']/u;

/** The soft hyphen stands for every invisible character inside of a word, so that the word stays one word. */
export const SOFT_HYPHEN = '\u00ad';

/**
 * The text with what pasting brings along made plain, character for character (the length stays): straight quotes, plain
 * spaces and hyphens. Invisible characters become U+00AD inside of a word and a space elsewhere. Line feeds and en/em
 * dashes stay.
 */
export function plain(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(single, "'")
    .replace(double, '"')
    .replace(hyphens, '-')
    .replace(blanks, ' ')
    .replace(invisible, (run, at: number, all: string) =>
      IN_WORD.test(all.charAt(at - 1)) && IN_WORD.test(all.charAt(at + run.length))
        ? SOFT_HYPHEN.repeat(run.length)
        : ' '.repeat(run.length),
    );
}
