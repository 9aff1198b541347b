import { parseDraft } from '../../server/src/engine/markdown/parse';

/**
 * A draft's blocks, one line each: kind, label, text with runs of spaces made one, and lead-ins from the inside outwards.
 * "list-item a: pass meds; < The nurse shall:"
 */
export function view(source: string): string[] {
  return parseDraft(source).blocks.map(({ kind, text, context }) => {
    const label = context.label === undefined ? '' : ` ${context.label}`;
    const leads = [...context.leadIns].reverse().map((lead) => ` < ${squeeze(lead.text)}`);
    return `${context.quoted ? '> ' : ''}${kind}${label}: ${squeeze(text)}${leads.join('')}`;
  });
}

/** The heading path of each block that is no heading: "text | outer / inner". */
export function paths(source: string): string[] {
  return parseDraft(source)
    .blocks.filter(({ kind }) => kind !== 'heading')
    .map(({ text, context }) => `${squeeze(text)} | ${context.headings.map((h) => squeeze(h.text)).join(' / ')}`);
}

/** The texts of all blocks, with the spaces as they are. */
export const texts = (source: string): string[] => parseDraft(source).blocks.map(({ text }) => text);

const squeeze = (text: string): string => text.replace(/ +/g, ' ').trim();
