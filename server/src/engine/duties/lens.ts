import { weightOf, type Weight } from '../knowledge/weight';
import type { Profile, ProfileRule, Rule } from '../knowledge/types';
import { findPattern, parsePattern, type Pattern, type Searchable } from '../prose/pattern';

/** A half-open range of token indices. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a rule has found in a sentence, before the contract has been asked. */
export interface Sighting {
  readonly sentence: Searchable;
  /** The words that tell; token ranges. */
  readonly parts: readonly Range[];
  readonly open: boolean;
  /** People in peer roles are meant only as part of "staff" and the like: one step milder. */
  readonly collective: boolean;
  /** What is said instead of the rule's own words, unless the contract has words of its own. */
  readonly says?: { readonly message?: string | undefined; readonly allowed?: string | undefined };
}

/** What a contract makes of it. */
export interface Verdict extends Weight {
  readonly open: boolean;
  readonly message: string;
  /** Missing where it is the rule's own message. */
  readonly limit?: string;
  readonly allowed: string;
  /** Remarks of the contract, to be shown with the finding. */
  readonly notes: readonly string[];
}

/** One contract's view of everything that the rules find. */
export interface ProfileLens {
  readonly profile: Profile;
  /** Nothing where the contract turns the rule off, asks for the duty itself, or shows others of the rule's duties only. */
  judge(rule: Rule, seen: Sighting): Verdict | undefined;
}

type Lists = Record<'except' | 'open' | 'only', readonly Pattern[] | undefined>;

/** Compiles a profile's patterns; once for an engine. */
export function compileLens(profile: Profile): ProfileLens {
  const parsed = (patterns: readonly string[] | undefined): readonly Pattern[] | undefined =>
    patterns?.map(parsePattern);
  const lists = new Map<string, Lists>(
    Object.entries(profile.rules).map(([id, { except, open, only }]) => [
      id,
      { except: parsed(except), open: parsed(open), only: parsed(only) },
    ]),
  );
  return {
    profile,
    judge(rule, seen) {
      const change = profile.rules[rule.id];
      const { except, open, only } = lists.get(rule.id) ?? {};
      if (touches(except, seen) || (only !== undefined && !touches(only, seen))) return undefined;
      const perhaps = seen.open || touches(open, seen);
      const weight = weightOf(rule, profile, (perhaps ? 1 : 0) + (seen.collective ? 1 : 0));
      return weight && { ...weight, open: perhaps, ...wordsOf(rule, change, perhaps, seen.says) };
    },
  };
}

/** The words of a finding under a contract; `says`: what stands for the rule's own words. */
export function wordsOf(
  rule: Rule,
  change: ProfileRule | undefined,
  open: boolean,
  says?: Sighting['says'],
): Pick<Verdict, 'message' | 'limit' | 'allowed' | 'notes'> {
  const limit = change?.message ?? says?.message;
  const message = limit ?? rule.message;
  const question = change?.question ?? rule.question ?? message;
  const allowed = change?.allowed ?? says?.allowed ?? rule.allowed;
  const words = { message: open ? question : message, allowed, notes: change?.notes ?? [] };
  return limit === undefined ? words : { ...words, limit };
}

/** Whether one of the patterns matches words that overlap what was found. */
function touches(patterns: readonly Pattern[] | undefined, { sentence, parts }: Sighting): boolean {
  const from = Math.min(...parts.map((p) => p.from));
  const to = Math.max(...parts.map((p) => p.to));
  return (patterns ?? []).some((pattern) =>
    findPattern(pattern, sentence, 0, sentence.tokens.length).some((hit) => hit.from < to && from < hit.to),
  );
}
