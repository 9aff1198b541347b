import type { ActorOrigin, Authority, RuleFamily } from '../engine/findings/finding';

/* Words for people, for what the engine says in ids. */

/** What a limit rests on, as a sentence. */
export const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  contract: 'The contract itself says so.',
  ethics: 'A code of ethics, or what the field says about it, asks for this.',
  practice: 'It is a recommendation of the sources, not a rule of a contract.',
};

/** How a hover leads in what a rule says, what is right instead, and the way to the rule's page: not every rule is a limit. */
export const RULE_WORDS: Readonly<
  Record<RuleFamily, { readonly says: string; readonly instead: string; readonly open: string; readonly more: string }>
> = {
  duty: {
    says: 'The limit:',
    instead: 'Allowed instead:',
    open: 'These words leave it open whether the limit is touched. Please look at them yourself.',
    more: 'More about this limit',
  },
  structure: about('The terms of the role:', 'What fits instead:'),
  completeness: about('What is missing:', 'What would say it:'),
  citation: about('The citation:', 'What fits:'),
  language: about('The word:', 'What to say instead:'),
  document: about('The draft:', 'What fits:'),
};

function about(says: string, instead: string): (typeof RULE_WORDS)[RuleFamily] {
  return {
    says,
    instead,
    open: 'These words leave it open. Please look at them yourself.',
    more: 'More about this rule',
  };
}

/**
 * Where the reader learned who acts, to follow the name: "peer specialist, *from the heading on line 12*".
 *
 * @param line counted from 1
 */
export function originWords(origin: ActorOrigin, line: number): string {
  return ORIGIN_WORDS[origin].replace('{line}', `line ${line}`);
}

const ORIGIN_WORDS: Readonly<Record<ActorOrigin, string>> = {
  subject: 'named in the sentence itself',
  agent: 'named in the sentence itself',
  pronoun: 'whom the pronoun stands for, on {line}',
  'lead-in': 'from the words that introduce the list, on {line}',
  row: 'from the row of the table, on {line}',
  column: 'from the head of the column, on {line}',
  heading: 'from the heading on {line}',
  title: 'from the title on {line}',
  'front-matter': 'from the front matter, on {line}',
  reference: 'from the place that the text refers to, on {line}',
};
