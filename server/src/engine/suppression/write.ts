import { citationPlace } from '../citations/place';
import type { TextEdit } from '../findings/finding';
import type { Draft } from '../markdown/draft';
import { setEntry } from '../markdown/set-entry';
import type { Span } from '../text/span';
import { ALLOW_KEY } from './read';

/**
 * Why somebody leaves a finding out, as it can stand in a comment anywhere in Markdown: on one line, without what would
 * end the comment or the cell of a table.
 */
export const cleanReason = (reason: string): string =>
  reason
    .replace(/^\s*because\s+/i, '')
    .replace(/\s+/g, ' ')
    .replace(/-{2,}>?/g, '–')
    .replace(/[|]/g, '/')
    .replace(/[<>]/g, '')
    .trim();

/** The edit that allows a rule in the sentence in which `where` ends: a comment behind it, within its item or cell. */
export function allowHere(draft: Draft, where: Span, rule: string, reason: string): TextEdit[] {
  const at = citationPlace(draft, where).mark;
  const text = ` <!-- peer-role-check: allow ${rule} because ${cleanReason(reason)} -->`;
  return [{ span: { start: at, end: at }, text }];
}

/** The edit that allows a rule in the whole draft: an entry of its front matter. */
export const allowInDraft = (draft: Draft, rule: string, reason: string): TextEdit[] =>
  setEntry(draft.source, ALLOW_KEY, { item: `${rule} because ${cleanReason(reason)}` });

/** The organization's own file with one more entry; a new file where there is none. Its other lines stay as they are. */
export function allowInWorkspace(file: string | undefined, rule: string, reason: string): string {
  const entry = `  - rule: ${rule}\n    because: ${JSON.stringify(cleanReason(reason))}\n`;
  if (file === undefined || file.trim() === '') {
    return `# Findings that are left out in all drafts of this workspace, and why.\nsuppressions:\n${entry}`;
  }
  return `${file.replace(/\s*$/, '\n')}${/^suppressions:/m.test(file) ? '' : 'suppressions:\n'}${entry}`;
}
