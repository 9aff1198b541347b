import type { CheckResult } from '../engine/engine';
import type { Knowledge, Wording } from '../engine/knowledge/types';
import type { Draft } from '../engine/markdown/draft';
import { plainWording } from '../engine/statements/wording-text';

/** Approved wording as an editor offers it. */
export interface WordingOffer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  /** Markdown with tab stops, as VS Code's snippets have them. */
  readonly body: string;
  /** The same as plain Markdown, the tab stops filled in. */
  readonly plain: string;
  /** The kind of new draft that it makes by itself. */
  readonly draft?: Wording['draft'];
  /** Whether it makes a statement that the draft lacks. */
  readonly missing: boolean;
}

/**
 * The wording that suits a contract: first what makes a statement that the draft lacks, then the rest, each in the order
 * of the files.
 *
 * @param profile id of the draft's profile
 * @param checklist of the draft; undefined where there is no draft yet
 */
export function wordingsFor(
  { wordings }: Pick<Knowledge, 'wordings'>,
  profile: string,
  checklist: CheckResult['checklist'] = [],
): WordingOffer[] {
  const lacking = new Set(checklist.filter(({ present }) => present.length === 0).map(({ statement }) => statement));
  const offers = [...wordings.values()]
    .filter(({ profiles }) => profiles.includes(profile))
    .map((wording) =>
      offer(
        wording,
        wording.statements.some((statement) => lacking.has(statement)),
      ),
    );
  return [...offers.filter(({ missing }) => missing), ...offers.filter(({ missing }) => !missing)];
}

function offer({ id, title, description, group, body, draft }: Wording, missing: boolean): WordingOffer {
  return { id, title, description, group, body, plain: plainWording(body), ...(draft && { draft }), missing };
}

/**
 * The same offers, those first that fit the place: their statements belong under the heading that the cursor is below.
 * Of these, what is about little else stands first; the order among the others stays.
 */
export function rankByPlace(
  offers: readonly WordingOffer[],
  { blocks }: Draft,
  offset: number,
  { statements, wordings }: Pick<Knowledge, 'statements' | 'wordings'>,
): WordingOffer[] {
  const heading = blocks.findLast(({ kind, start }) => kind === 'heading' && start < offset)?.text.toLowerCase() ?? '';
  const words = new Set(heading.split(/[^\p{L}]+/u));
  const made = ({ id }: WordingOffer): readonly string[] => wordings.get(id)?.statements ?? [];
  const fits = (offer: WordingOffer): boolean =>
    made(offer).some((statement) =>
      // "peer" and "role" are in every heading of such a draft, and tell nothing.
      statements.get(statement)?.headings.some((word) => words.has(word) && !/^(peers?|roles?)$/.test(word)),
    );
  // What makes one statement is about it; what makes many is a whole section.
  const fitting = offers.filter(fits).sort((a, b) => made(a).length - made(b).length);
  return [...fitting, ...offers.filter((candidate) => !fits(candidate))];
}

/**
 * Wording as a draft of its own: its topmost heading becomes the title. Wording without one gets `title`.
 *
 * @param body Markdown, with or without tab stops
 */
export function asNewDraft(body: string, title: string): string {
  const levels = [...body.matchAll(/^(#{1,6}) /gm)].map(([, marks]) => marks?.length ?? 1);
  const top = Math.min(...levels);
  const hasTitle = /^#{1,6} /.test(body) && levels[0] === top && levels.filter((level) => level === top).length === 1;
  const shift = (hasTitle ? 1 : 2) - (levels.length > 0 ? top : 2);
  const moved = body.replace(/^#{1,6}(?= )/gm, (marks) => '#'.repeat(Math.min(6, Math.max(1, marks.length + shift))));
  return hasTitle ? moved : `# ${title}\n\n${moved}`;
}
