import * as z from 'zod';
import { authority, id, sourceRef, text, texts } from './schema-parts';

/* What the catalogs hold: the Code of Ethics by edition, contract references, wording, statements. See `schemas.ts`. */

const principleSchema = z.strictObject({
  number: z.int().min(1).max(99).describe('the number of the principle in this edition'),
  title: text.describe('a short title'),
  summary: text.describe('what the principle asks, in our own words'),
  text: text.exactOptional().describe('the words of the Code itself, in an edition that your organization holds'),
  topics: z.array(text).default([]).describe('words by which a sentence is about the principle'),
  touches: z
    .array(text)
    .default([])
    .describe(
      'weaker words: beside one of them the number is not doubted, but they alone state nothing of the principle',
    ),
  broad: z
    .boolean()
    .exactOptional()
    .describe(
      'true: the principle bears on nearly every limit, so its number is not doubted for the limit that it stands beside',
    ),
  aliases: z.array(text).default([]).describe('other titles that people write for it'),
  limits: z
    .array(
      z.strictObject({
        rule: id.describe('the id of a rule that rests on the principle'),
        mapping: z.enum(['ours', 'stated']).describe('stated: a source says so; ours: our own reading'),
        first: z
          .boolean()
          .exactOptional()
          .describe('true: of several principles, the one to cite first for this limit'),
        where: text.describe('the place in the source, or what the reading stands on'),
      }),
    )
    .default([])
    .describe('the limits of the role that rest on the principle'),
});

export const editionSchema = z.strictObject({
  id: id.describe('a short name for the edition, such as its year, in quotes: "2008"'),
  title: text.describe('the name of the Code and its edition, as citations write it'),
  jurisdiction: text.describe('the state or body that the Code is of'),
  complete: z.boolean().describe('true: all principles are here; false: only some are known'),
  source: sourceRef.describe('where the edition is known from'),
  note: text.exactOptional().describe('what people should know before they rely on it'),
  caution: text.exactOptional().describe('the same in a few words, beside an offer to cite it'),
  principles: z.array(principleSchema).min(1).describe('the principles'),
});

export const contractReferenceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'Use small letters, digits, single hyphens and dots only, like "rfr-7.5-a".')
    .describe('a short name, like "accs-rfr-7.5-a"'),
  forms: texts.describe('ways in which people write the reference'),
  title: text.describe('a short title'),
  summary: text.describe('what it says, in our own words'),
  source: sourceRef.describe('where it stands'),
  note: text.exactOptional().describe('what people should know before they rely on it'),
});

export const contractReferencesFileSchema = z.strictObject({
  references: z.array(contractReferenceSchema).min(1).describe('places in contracts that drafts cite'),
});

export const rewordingSchema = z.strictObject({
  rule: id.describe('the id of the rule whose duty is replaced'),
  when: texts.exactOptional().describe('words (base forms) that make this wording fit best'),
  phrase: text.describe('what stands after "will"'),
  verb: text.describe('the word of the phrase that is inflected'),
  sources: z.array(sourceRef).min(1).describe('what the permitted form rests on'),
  ours: z.boolean().exactOptional().describe('true: the sources are silent, and it is our own reading'),
  profiles: z.array(id).min(1).exactOptional().describe('only under these contracts'),
});

export const prohibitionSchema = z.strictObject({
  rule: id.describe('the id of the rule'),
  phrase: text.describe('the limit, to stand after "do not" and "does not"'),
  profiles: z.array(id).min(1).exactOptional().describe('only under these contracts'),
});

export const moveSchema = z.strictObject({
  rule: id.describe('the id of the rule'),
  roles: texts.describe("words (base forms) of other roles' names that may have the duty, the best first"),
});

export const rewordingFileSchema = z.strictObject({
  rewording: z.array(rewordingSchema).min(1).describe('permitted forms'),
  prohibition: z.array(prohibitionSchema).min(1).describe('limits, said as such'),
  move: z.array(moveSchema).default([]).describe('roles that a duty can go to'),
});

const documentKind = z.enum(['job-description', 'response', 'policy']);

export const statementSchema = z.strictObject({
  id,
  title: text.describe('what the statement is about, for people; also a heading for wording that has none'),
  why: text.describe('why a draft should make it'),
  sources: z.array(sourceRef).min(1).describe('the places in the sources that ask for it'),
  authority,
  only: z.array(id).min(1).exactOptional().describe('the contracts for which it is asked; left out: all'),
  asked: z
    .array(documentKind)
    .min(1)
    .default(['response', 'policy'])
    .describe('the kinds of drafts that should make it: job-description, response (to a call for bids), policy'),
  headings: texts.describe('words of a heading that it belongs under, the best first'),
  cues: texts.describe('patterns: any of them shows that the draft makes the statement'),
  limits: z
    .boolean()
    .default(false)
    .describe('true: a sentence that keeps a limited duty from a peer role makes the statement too'),
  figures: z
    .array(z.enum(['ratio', 'caseload', 'fte & people', 'pay', 'supervision by a peer']))
    .default([])
    .describe('figures of peer roles that make the statement too: any of these'),
  by: documentKind
    .exactOptional()
    .describe('a draft of this kind makes the statement by what it is: job-description, response, policy'),
  below: z
    .enum(['small-team-fte'])
    .exactOptional()
    .describe(
      'the figure of figures.yml from which on it is not asked: a draft with so many FTE in peer roles, or more',
    ),
  profiles: z
    .record(
      z.string(),
      z.strictObject({
        authority: authority.exactOptional(),
        sources: z.array(sourceRef).min(1).exactOptional(),
        cues: texts.exactOptional(),
      }),
    )
    .default({})
    .describe('what a contract changes, by the id of its profile'),
});

export const statementsFileSchema = z.strictObject({
  statements: z.array(statementSchema).min(1).describe('statements that a good response contains'),
});

export const wordingSchema = z.strictObject({
  id,
  title: text.describe('the name of the wording, for people'),
  description: text.describe('what it is for, in a sentence'),
  profiles: z.array(id).min(1).describe('the contracts that it suits'),
  statements: z.array(id).default([]).describe('the statements that it makes'),
  draft: z
    .enum(['job-description', 'rfr-section', 'contract-clause', 'policy'])
    .exactOptional()
    .describe('the kind of new draft that it makes by itself; left out: none'),
  for: z
    .array(documentKind)
    .min(1)
    .exactOptional()
    .describe('the kinds of drafts that it can be put into: job-description, response, policy; left out: any'),
  sources: z.array(sourceRef).min(1).describe('what it rests on'),
  body: text.describe('the text, with tab stops as in ${1:name}'),
});

export const wordingFileSchema = z.strictObject({
  group: text.describe('the group that these are listed under'),
  wording: z.array(wordingSchema).min(1).describe('approved wordings'),
});
