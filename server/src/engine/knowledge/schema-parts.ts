import * as z from 'zod';
import type { Authority, RuleFamily, Severity } from '../findings/finding';

/* Pieces that the schemas of several kinds of files share. */

// Compiling validators at run time needs `new Function`, which the browser's extension host may refuse.
z.config({ jitless: true });

/** `{ error: 'error' }` and so on: fails to compile where an enum and the findings' own type drift apart. */
type Names<T extends string> = { readonly [K in T]: K };

export const severity = z
  .enum({
    error: 'error',
    warning: 'warning',
    information: 'information',
    hint: 'hint',
  } satisfies Names<Severity>)
  .describe('how strongly it is shown');

export const authority = z
  .enum({ contract: 'contract', ethics: 'ethics', practice: 'practice' } satisfies Names<Authority>)
  .describe('what the limit rests on');

export const family = z
  .enum({
    duty: 'duty',
    structure: 'structure',
    completeness: 'completeness',
    citation: 'citation',
    language: 'language',
    document: 'document',
  } satisfies Names<RuleFamily>)
  .describe('the folder under rules/ that the file is in');

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens only, like "routine-notes".')
  .describe('a short name in small letters, like "routine-notes"');

export const text = z.string().regex(/\S/, 'It is empty. Write something here, or take the line out.');

export const texts = z.array(text).min(1);

export const sourceRef = z.strictObject({
  key: text.describe('the key of a source in sources.yml'),
  section: text.exactOptional().describe('where in the source, in quotes, like "7.5 a"'),
});
