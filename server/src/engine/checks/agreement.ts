import { asActor } from '../reading/actor';
import type { ReadSentence } from '../reading/read';
import type { Mention } from '../reading/roles';
import type { Actor } from '../reading/readable';
import type { Range } from './concern';

const ONE_PERSON = /^(?:she|he|she'll|he'll|she's|he's)$/;
const SEVERAL = /(?:s|staff|people|personnel|workforce|team|crew|those)$/;

/**
 * "All peer specialists report to her. She reports to the director": whom a "she" or "he" stands for is one person. Of the
 * sentences before, the last role in the singular; nobody where there is none.
 */
export function agreed(
  s: ReadSentence,
  stretch: Range,
  from: number,
  actor: Actor | undefined,
  sentences: readonly ReadSentence[],
): Actor | undefined {
  if (!actor || actor.kind !== 'peer' || !isSeveral(actor.text)) return actor;
  const { tokens } = s.sentence;
  const start = s.offset + tokens[0]!.start;
  const inSentence = actor.span.start >= start && actor.span.start < s.offset + tokens.at(-1)!.end;
  if (inSentence || !tokens.slice(stretch.from, from).some((t) => ONE_PERSON.test(t.lower))) return actor;
  const before = sentences.slice(0, Math.max(0, sentences.indexOf(s)));
  for (const earlier of [...before].reverse()) {
    const single = earlier.mentions.filter((m) => isRole(m) && !isSeveral(textOf(earlier, m)));
    // "Marisol, our Peer Services Manager, began as a peer bridger": the subject, where one is a role.
    const one = single.find((m) => !m.governed) ?? single.at(-1);
    if (one) return one.kind === 'peer' ? asActor(earlier, one, 'pronoun') : undefined;
  }
  return undefined;
}

const isSeveral = (role: string): boolean => SEVERAL.test(role.toLowerCase()) && !/ss$/.test(role);
const isRole = ({ kind }: Mention): boolean => kind === 'peer' || kind === 'other';
const textOf = (s: ReadSentence, { from, to }: Mention): string =>
  s.sentence.tokens
    .slice(from, to)
    .map((t) => t.text)
    .join(' ');
