import type { Authority, Finding, SourceRef } from '../engine/findings/finding';
import type { Knowledge } from '../engine/knowledge/types';
import { printable } from './printable';

/* Words that the reports share: the one for a terminal, and those for GitHub's pages and viewers of SARIF. */

/** What a limit rests on, after "rests on". */
export const AUTHORITY: Readonly<Record<Authority, string>> = {
  contract: 'the contract',
  ethics: 'a code of ethics',
  practice: 'a recommendation',
};

/** The title of the paper and the place in it; the bare key where the paper is not known. */
export function cited({ key, section }: SourceRef, { sources }: Pick<Knowledge, 'sources'>): string {
  const title = sources.get(key)?.title ?? key;
  return section === undefined ? title : `${title} (${section})`;
}

/** What a reader has to know to weigh a finding; nothing where it is plain. */
export const reservations = ({ certainty, evidence: { actor } }: Finding): string[] => [
  ...(certainty === 'open' ? ['Please check: the wording leaves it open.'] : []),
  ...(actor?.collective === true ? [`Peers are meant among others ("${printable(actor.text)}").`] : []),
];

/** "1 draft", "2 drafts". */
export const counted = (n: number, noun: string): string => `${String(n)} ${noun}${n === 1 ? '' : 's'}`;

/** "a", "a and b", "a, b, and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1) ?? ''}`;
