import { AUTHORITIES } from './statements';
import { AUTHORITY, counted, listed } from '../words';
import type { Review } from './model';

/** The review in two sentences, for those who read no further. */
export function summarize(
  review: Pick<Review, 'drafts' | 'unreadable' | 'findings' | 'statements' | 'suppressed'>,
): [string, string] {
  return [against(review), besides(review)];
}

function against({ drafts, unreadable, findings }: Pick<Review, 'drafts' | 'unreadable' | 'findings'>): string {
  const unread = unreadable.length > 0 ? ` (${counted(unreadable.length, 'more file')} could not be read)` : '';
  if (drafts.length === 0)
    return unreadable.length > 0
      ? `No draft could be read: ${counted(unreadable.length, 'file')} could not be opened, or ${unreadable.length === 1 ? 'is' : 'are'} no text.`
      : 'There was no draft to read.';
  const where = `${drafts.length === 1 ? 'this draft' : `these ${String(drafts.length)} drafts`}${unread}`;
  const stated = findings.filter(({ certainty }) => certainty === 'breach');
  if (stated.length === 0) return `Nothing was found in ${where} that goes against the limits and terms of peer roles.`;
  const parts = AUTHORITIES.flatMap((authority) => {
    const n = stated.filter((finding) => finding.authority === authority).length;
    return n === 0 ? [] : [`${n === stated.length ? '' : `${String(n)} `}against ${AUTHORITY[authority]}`];
  });
  const points = counted(stated.length, 'point');
  const goes = stated.length === 1 ? 'goes' : 'go';
  return `In ${where}, ${points} ${goes} against the limits and terms of peer roles: ${listed(parts)}.`;
}

function besides({
  drafts,
  findings,
  statements,
  suppressed,
}: Pick<Review, 'drafts' | 'findings' | 'statements' | 'suppressed'>): string {
  if (drafts.length === 0) return 'Nothing can be said about it.';
  const open = findings.filter(({ certainty }) => certainty === 'open').length;
  const missing = statements.filter(({ state }) => state === 'missing').length;
  const more = open === findings.length ? 'point' : 'more point';
  const said = [
    open > 0 &&
      `${counted(open, more)} ${open === 1 ? 'is' : 'are'} left open by the wording, and ${open === 1 ? 'needs' : 'need'} somebody to look`,
    missing > 0 &&
      `${String(missing)} of the ${counted(statements.length, 'statement')} that are asked for or recommended ${missing === 1 ? 'is' : 'are'} missing`,
    statements.length > 0 && missing === 0 && 'no statement that is asked for or recommended is missing',
    suppressed.length > 0 &&
      `${counted(suppressed.length, 'point')} ${suppressed.length === 1 ? 'was' : 'were'} left out with ${suppressed.length === 1 ? 'a reason' : 'a reason for each'}`,
  ].filter((part) => part !== false);
  // Each part is a sentence of its own, with commas in it.
  const text = said.length > 0 ? said.join('; ') : 'nothing is left open, and nothing was left out';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
