import * as z from 'zod';
import { authority, family, id, severity, sourceRef, text, texts } from './schema-parts';

/*
 * The one declaration of what a knowledge file may hold. The types (`types.ts`), the loader's messages and the JSON
 * Schemas for editors are made from it. A description is shown to people: it says what to write there. Catalogs
 * (editions of the Code, approved wording and the like) are in `catalog-schemas.ts`.
 */

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

/** An organization's own names of roles: any of the groups. */
export const ownRolesSchema = rolesSchema.partial();

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
  severity: severity.exactOptional().describe("the rule's own severity, whatever a contract gives to its authority"),
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
  cites: z
    .array(sourceRef)
    .min(1)
    .exactOptional()
    .describe("the only sources that are cited, instead of the rule's own"),
  except: texts.exactOptional().describe('patterns: what the contract itself asks for or allows; no finding there'),
  open: texts.exactOptional().describe('patterns: what the contract leaves open; asked there, not stated'),
  only: texts
    .exactOptional()
    .describe('patterns: of what the rule finds, the only things that are shown under this contract'),
  message: text.exactOptional().describe("what is shown under the words, instead of the rule's own message"),
  question: text.exactOptional().describe("the same for an open case, instead of the rule's own question"),
  allowed: text.exactOptional().describe("what is allowed instead, in place of the rule's own"),
  notes: texts.exactOptional().describe('remarks about this contract that are shown with each finding'),
});

export const profileSchema = z.strictObject({
  id,
  title: text.describe('the name of the contract, for people'),
  answers: text.describe('what a draft under this profile answers'),
  jurisdiction: text
    .exactOptional()
    .describe('the state that the contract is of; citations of a Code of another state are not offered'),
  extends: id.exactOptional().describe('the id of a profile that this one begins from; what is written here wins'),
  severity: z
    .strictObject({ contract: severity, ethics: severity, practice: severity })
    .exactOptional()
    .describe('how strongly a breach is shown, by what the limit rests on; left out only beside "extends"'),
  figures: z
    .record(z.string(), z.union([z.number().nonnegative(), z.literal('none')], 'Write a number from 0 up, or none.'))
    .exactOptional()
    .describe('numbers that this contract sets otherwise, by the id in figures.yml; "none": it sets none'),
  rules: z.record(z.string(), profileRule).describe('what this contract changes, by rule id'),
});

export const suppressionSchema = z.strictObject({
  rule: id.describe('the id of a rule'),
  because: text.describe('why its findings are left out in all drafts of this workspace'),
});

export const suppressionsFileSchema = z.strictObject({
  suppressions: z.array(suppressionSchema).min(1).describe('findings that are left out in all drafts, and why'),
});

export const resemblanceSchema = z.strictObject({
  rules: texts.describe('the rules that there are exemplars of, in the order that the weights count them in'),
  bias: z.array(z.int()).describe('for each rule, what a text without any known word begins with'),
  weights: text
    .refine(
      (lines) =>
        lines
          .trimEnd()
          .split('\n')
          .every((line) => /^\S+(?: \d+:-?\d+)+$/.test(line)),
      {
        error: 'Make this file anew with "npm run resemblance".',
      },
    )
    .describe('for each feature, a line with the index of a rule and its weight'),
});
