import * as z from 'zod';
import type { Authority, RuleFamily, Severity } from '../findings/finding';

/*
 * The one declaration of what a knowledge file may hold. The types (`types.ts`), the loader's messages and the JSON
 * Schemas for editors are made from it. A description is shown to people: it says what to write there.
 */

// Compiling validators at run time needs `new Function`, which the browser's extension host may refuse.
z.config({ jitless: true });

/** `{ error: 'error' }` and so on: fails to compile where an enum and the findings' own type drift apart. */
type Names<T extends string> = { readonly [K in T]: K };

const severity = z
  .enum({
    error: 'error',
    warning: 'warning',
    information: 'information',
    hint: 'hint',
  } satisfies Names<Severity>)
  .describe('how strongly it is shown');

const authority = z
  .enum({ contract: 'contract', ethics: 'ethics', practice: 'practice' } satisfies Names<Authority>)
  .describe('what the limit rests on');

const family = z
  .enum({
    duty: 'duty',
    structure: 'structure',
    completeness: 'completeness',
    citation: 'citation',
    language: 'language',
    document: 'document',
  } satisfies Names<RuleFamily>)
  .describe('the folder under rules/ that the file is in');

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens only, like "routine-notes".')
  .describe('a short name in small letters, like "routine-notes"');

const text = z.string().regex(/\S/, 'It is empty. Write something here, or take the line out.');

const texts = z.array(text).min(1);

const sourceRef = z.strictObject({
  key: text.describe('the key of a source in sources.yml'),
  section: text.exactOptional().describe('where in the source, in quotes, like "7.5 a"'),
});

export const sourceSchema = z.strictObject({
  key: id,
  title: text.describe('the title of the paper'),
  publisher: text.describe('who published it, and when, for people'),
  year: z.int().min(1900).max(2100).exactOptional().describe('the year, left out where the paper does not say'),
  note: text.exactOptional().describe('what a reader should know about how we know it'),
});

export const sourcesFileSchema = z.strictObject({
  sources: z.array(sourceSchema).min(1).describe('the papers that the limits come from'),
});

export const figureSchema = z.strictObject({
  id,
  value: z.number().positive().describe('the number, without its unit'),
  unit: text.describe('what the number counts, for people'),
  year: z.int().min(1900).max(2100).exactOptional().describe('the year that it is from'),
  source: sourceRef.describe('the place in the sources that gives it'),
});

export const figuresFileSchema = z.strictObject({
  figures: z.array(figureSchema).min(1).describe('numbers that a draft is compared with'),
});

export const wordSchema = z.strictObject({
  id,
  say: text.describe('what to say instead, for people'),
  any: texts.describe('patterns for the word'),
  except: z.array(text).default([]).describe('patterns: other meanings, and names'),
});

export const wordsFileSchema = z.strictObject({
  words: z.array(wordSchema).min(1).describe('words for people, and what to say instead'),
});

export const lexiconSchema = z.strictObject({
  id,
  kind: z.enum(['verb', 'noun', 'phrase']).describe('verb and noun match all forms of a word, phrase as written'),
  entries: texts.describe('the words'),
});

export const lexiconsFileSchema = z.strictObject({
  lexicons: z.array(lexiconSchema).min(1).describe('lists of words that mean the same for a rule'),
});

export const cueSetSchema = z.strictObject({ id, entries: texts.describe('the words') });

export const cueSetsFileSchema = z.strictObject({
  cues: z.array(cueSetSchema).min(1).describe('lists of words that say what a clause does with a duty'),
});

export const rolesSchema = z.strictObject({
  peer: texts.describe('names of peer roles'),
  other: texts.describe('names of roles that are not peer roles'),
  collective: texts.describe('words that mean peers among others, like "staff"'),
  person: texts.describe('words for the people who receive services'),
  none: z.array(text).default([]).describe('words that contain a role\'s name and are nobody, like "staff meeting"'),
});

const dutyReading = z.strictObject({
  any: texts.describe('patterns: any of these makes the clause speak of the duty'),
  except: z.array(text).default([]).describe('patterns: any of these takes it back'),
  open: z.array(text).default([]).describe('patterns: any of these makes the clause an open case'),
});

export const ruleSchema = z.strictObject({
  id,
  family,
  title: text.describe('the name of the rule, for people'),
  message: text.describe('what is shown under the words: plain, short, no blame'),
  question: text.exactOptional().describe('the same for an open case, worded as a question'),
  why: text.describe('why the limit exists'),
  allowed: text.describe('what is allowed instead'),
  authority,
  sources: z.array(sourceRef).min(1).describe('the places in the sources that say so'),
  reads: dutyReading.exactOptional().describe('the patterns by which a duty is recognized'),
  check: id.exactOptional().describe('the name of a check that the engine has'),
  flags: texts.describe('sentences that the rule has to find'),
  allows: texts.describe('sentences that the rule has to leave alone'),
});

const profileRule = z.strictObject({
  off: z.boolean().exactOptional().describe('true: the rule does not run under this contract'),
  authority: authority.exactOptional(),
  severity: severity.exactOptional(),
  sources: z.array(sourceRef).min(1).exactOptional().describe("sources that this contract adds to the rule's own"),
});

export const profileSchema = z.strictObject({
  id,
  title: text.describe('the name of the contract, for people'),
  answers: text.describe('what a draft under this profile answers'),
  severity: z
    .strictObject({ contract: severity, ethics: severity, practice: severity })
    .describe('how strongly a breach is shown, by what the limit rests on'),
  rules: z.record(z.string(), profileRule).describe('what this contract changes, by rule id'),
});
