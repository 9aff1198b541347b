import { answersTo } from '../knowledge/lineage';
import type { Knowledge, Profile, Prohibition, Rewording } from '../knowledge/types';
import { nounForms, verbForms } from '../prose/inflect';
import type { Place, Range } from './place';
import { compileVerbs, type VerbBook } from './verbs';

/** Words that follow each other, each in all its forms. */
type Words = readonly ReadonlySet<string>[];

interface Form {
  readonly rewording: Rewording;
  /** For each word of `when`: the forms of its words. Empty for the default. */
  readonly when: readonly Words[];
}

/** Permitted forms and limits, ready to be chosen from. */
export interface Rewordings {
  readonly verbs: VerbBook;
  readonly byRule: ReadonlyMap<string, readonly Form[]>;
  readonly prohibitions: readonly Prohibition[];
  /** By rule: words of the names of roles that may have the duty, in all their forms; the best first. */
  readonly moves: ReadonlyMap<string, readonly Words[]>;
}

export function compileRewordings(knowledge: Knowledge): Rewordings {
  const byRule = new Map<string, Form[]>();
  for (const rewording of knowledge.rewordings) {
    const form = {
      rewording,
      when: (rewording.when ?? []).map(inForms),
    };
    byRule.set(rewording.rule, [...(byRule.get(rewording.rule) ?? []), form]);
  }
  const moves = new Map(knowledge.moves.map(({ rule, roles }) => [rule, roles.map(inForms)]));
  return { verbs: compileVerbs(knowledge), byRule, prohibitions: knowledge.prohibitions, moves };
}

const inForms = (words: string): Words =>
  words
    .toLowerCase()
    .split(/\s+/)
    .map((word) => new Set([word, ...verbForms(word), ...nounForms(word)]));

/** How well a role's name fits a rule's duties: 0 is best, `undefined` where it is none of those that may have them. */
export function fitOf({ moves }: Rewordings, rule: string, role: string): number | undefined {
  const said = role.toLowerCase().split(/[^\p{L}]+/u);
  const fit = (moves.get(rule) ?? []).findIndex((words) =>
    said.some((_, i) => words.every((forms, k) => forms.has(said[i + k] ?? ''))),
  );
  return fit < 0 ? undefined : fit;
}

const suits = ({ profiles }: { readonly profiles?: readonly string[] | undefined }, profile: Profile): boolean =>
  profiles === undefined || profiles.some((id) => answersTo(profile, id));

/**
 * The permitted forms for a rule, the best first, the default last. A form fits the better the more words of its `when`
 * the part of the sentence uses; words within the duty itself count double.
 */
export function permittedFor(
  { byRule }: Rewordings,
  rule: string,
  profile: Profile,
  { tokens, duty }: Pick<Place, 'tokens' | 'duty'>,
  part: Range,
): Rewording[] {
  const weight = (words: Words): number => {
    let best = 0;
    for (let i = part.from; i + words.length <= part.to; i++)
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
