import type { Knowledge } from '../knowledge/types';
import { verbForms } from '../prose/inflect';

/**
 * The shape that a verb has where it stands. `base` stands after "will" and "to", `plural` after a plural subject or "you",
 * `imperative` without any ("- Give …").
 */
export type Form = 'base' | 'imperative' | 'plural' | 'third' | 'gerund';

/** A verb's form for a place: "help", "helps", "helping". */
export function conjugate(base: string, form: Form): string {
  if (form !== 'third' && form !== 'gerund') return base;
  const ending = form === 'third' ? /s$/ : /ing$/;
  return verbForms(base).find((f) => f !== base && ending.test(f)) ?? base;
}

/** A word as a form of a verb that the knowledge knows. */
export interface VerbForm {
  readonly base: string;
  readonly form: 'base' | 'third' | 'gerund' | 'past';
  /** The word is as often a noun ("checks", "notes"). */
  readonly perhapsNoun: boolean;
}

/** Every form of every verb of the lexicons, for finding what form a bullet has. */
export type VerbBook = ReadonlyMap<string, VerbForm>;

const PLAIN_VERBS = 'verb';

export function compileVerbs(knowledge: Knowledge): VerbBook {
  const book = new Map<string, VerbForm>();
  const lexicons = [...knowledge.lexicons.values()].filter((lexicon) => lexicon.kind === 'verb');
  // Plain verbs first: what another list says of the same word does not make it a noun.
  lexicons.sort((a, b) => Number(b.id === PLAIN_VERBS) - Number(a.id === PLAIN_VERBS));
  for (const { id, entries } of lexicons)
    for (const entry of entries) {
      const base = entry.toLowerCase().split(/\s+/)[0]!;
      for (const word of verbForms(base)) {
        if (book.has(word)) continue;
        const form =
          word === base ? 'base' : /ing$/.test(word) ? 'gerund' : /s$/.test(word) && word !== 'was' ? 'third' : 'past';
        book.set(word, { base, form, perhapsNoun: id !== PLAIN_VERBS });
      }
    }
  return book;
}
