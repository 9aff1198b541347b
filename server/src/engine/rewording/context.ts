import type { Block } from '../markdown/draft';
import { tokenize } from '../prose/token';
import { formAt } from './forms';
import type { Place } from './place';
import type { Form, VerbBook } from './verbs';

/** Whether what introduces a list goes on with a verb's base form: "The peer specialist will:". */
export const asksForBase = (lead: string): boolean =>
  /\b(?:will|shall|must|may|can|should|would|to)(?:\s+also)?\s*[:—–-]?$/i.test(lead.trim());

const NAMES_THINGS =
  /\b(?:include|includes|including|involve|involves|are|is|for|of|in|duties|responsibilities|functions|tasks|through|by)\s*[:—–-]?$/i;

/** The form that the words before a list, or its other items, ask for. */
export function contextForm({ block }: Place, blocks: readonly Block[], verbs: VerbBook): Form | undefined {
  const lead = block.context.leadIns.at(-1)?.text ?? '';
  if (asksForBase(lead)) return 'base';
  if (NAMES_THINGS.test(lead.trim())) return 'gerund';
  return formOfAll(siblingsOf(block, blocks), verbs);
}

/** The form that most of the blocks begin with. */
export function formOfAll(blocks: readonly Block[], verbs: VerbBook): Form | undefined {
  const counts = new Map<Form, number>();
  for (const { text } of blocks) {
    const form = formAt(tokenize(text.slice(0, 60)), 0, verbs);
    if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The other items of the same list, or cells of the same column. */
export function siblingsOf(block: Block, blocks: readonly Block[]): Block[] {
  const { cell } = block.context;
  return blocks.filter((other) => {
    if (other === block || other.kind !== block.kind) return false;
    const at = other.context.cell;
    if (cell || at) return cell !== undefined && at?.table === cell.table && at.column === cell.column && at.row >= 0;
    return other.context.leadIns.at(-1)?.start === block.context.leadIns.at(-1)?.start && sameSection(other, block);
  });
}

export const sameSection = (a: Block, b: Block): boolean =>
  a.context.headings.at(-1)?.start === b.context.headings.at(-1)?.start;
