import type { Prohibition, Rewording } from '../knowledge/types';
import { conjugate, type Form } from './verbs';

/** What a sentence is to say instead: an adverbial that may stand in front ("at a person's request"), and the words from the verb on. */
export interface Saying {
  /** Without its comma; empty where there is none. */
  readonly opener: string;
  /** Says what the role does not do, rather than what it does. */
  readonly isLimit: boolean;
  /** From the verb on, in the form that fits the place; `undefined` where the saying has no such form. */
  say(form: Form): string | undefined;
}

/** A permitted form. */
export function permitted({ phrase, verb }: Pick<Rewording, 'phrase' | 'verb'>): Saying {
  const at = phrase.search(new RegExp(`(?<![\\p{L}'-])${escaped(verb)}(?![\\p{L}'-])`, 'u'));
  const rest = phrase.slice(at + verb.length);
  return {
    opener: phrase.slice(0, at).replace(/[\s,]+$/, ''),
    isLimit: false,
    say: (form) => conjugate(verb, form) + rest,
  };
}

/** A limit. `citation` with its brackets, or empty. After "will" it is "not …". There is no way to say it as a noun. */
export function prohibited({ phrase }: Pick<Prohibition, 'phrase'>, citation: string): Saying {
  const rest = citation ? `${phrase} ${citation}` : phrase;
  const negation: Record<Form, string | undefined> = {
    base: 'not',
    imperative: 'do not',
    plural: 'do not',
    third: 'does not',
    gerund: undefined,
  };
  return {
    opener: '',
    isLimit: true,
    say: (form) => (negation[form] === undefined ? undefined : `${negation[form]} ${rest}`),
  };
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A subject as a limit has it: "each peer" and "all peers" with "not" may be read as "some". */
export const limited = (subject: string): string =>
  subject
    .replace(/^all (?:of )?(?:the )?(?=\S)/i, '')
    .replace(
      /^(?:each|every|any)(?: of the)? (\S)/i,
      (_, next: string) => `${/[aeiou]/i.test(next) ? 'an' : 'a'} ${next}`,
    );

/** "will not …", "cannot …". */
export const notAfter = (modal: string, words: string): string =>
  /^can$/i.test(modal) ? `${modal}${words}` : `${modal} ${words}`;
