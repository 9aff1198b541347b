import type { Knowledge, Profile, Prohibition, Rewording } from '../knowledge/types';
import { nounForms, verbForms } from '../prose/inflect';
import type { Token } from '../prose/token';
import type { Range } from './place';
import { compileVerbs, type VerbBook } from './verbs';

interface Form {
  readonly rewording: Rewording;
  /** For each word of `when`: the forms of its words. Empty for the default. */
  readonly when: readonly (readonly ReadonlySet<string>[])[];
}

/** Permitted forms and limits, ready to be chosen from. */
export interface Rewordings {
  readonly verbs: VerbBook;
  readonly byRule: ReadonlyMap<string, readonly Form[]>;
  readonly prohibitions: readonly Prohibition[];
}

export function compileRewordings(knowledge: Knowledge): Rewordings {
  const byRule = new Map<string, Form[]>();
  for (const rewording of knowledge.rewordings) {
    const form = {
      rewording,
      when: (rewording.when ?? []).map((words) => words.toLowerCase().split(/\s+/).map(formsOf)),
    };
    byRule.set(rewording.rule, [...(byRule.get(rewording.rule) ?? []), form]);
  }
  return { verbs: compileVerbs(knowledge), byRule, prohibitions: knowledge.prohibitions };
}

const formsOf = (word: string): ReadonlySet<string> => new Set([word, ...verbForms(word), ...nounForms(word)]);

const suits = ({ profiles }: { readonly profiles?: readonly string[] | undefined }, profile: Profile): boolean =>
  profiles === undefined || profiles.includes(profile.id);

/**
 * The permitted forms for a rule, the best first, the default last. A form fits the better the more words of its `when` the
 * clause uses; words within the duty itself count double.
 */
export function permittedFor(
  { byRule }: Rewordings,
  rule: string,
  profile: Profile,
  tokens: readonly Token[],
  clause: Range,
  duty: Range,
): Rewording[] {
  const weight = (words: readonly ReadonlySet<string>[]): number => {
    let best = 0;
    for (let i = clause.from; i + words.length <= clause.to; i++)
      if (words.every((forms, k) => forms.has(tokens[i + k]!.lower)))
        best = Math.max(best, words.length * (duty.from <= i && i < duty.to ? 2 : 1));
    return best;
  };
  return (byRule.get(rule) ?? [])
    .filter(({ rewording }) => suits(rewording, profile))
    .map(({ rewording, when }) => ({
      rewording,
      fit: when.reduce((sum, words) => sum + weight(words), 0),
      isDefault: when.length === 0,
    }))
    .filter(({ fit, isDefault }) => fit > 0 || isDefault)
    .sort((a, b) => b.fit - a.fit || Number(isOwn(b.rewording)) - Number(isOwn(a.rewording)))
    .map(({ rewording }) => rewording);
}

/** A contract's own form comes before the general one. */
const isOwn = ({ profiles }: Rewording): boolean => profiles !== undefined;

/** The limit behind a rule: a profile's own before the general one. */
export const prohibitionFor = (
  { prohibitions }: Rewordings,
  rule: string,
  profile: Profile,
): Prohibition | undefined => {
  const own = prohibitions.filter((p) => p.rule === rule && suits(p, profile));
  return own.find((p) => p.profiles) ?? own[0];
};
