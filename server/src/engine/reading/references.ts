import type { Block, Draft } from '../markdown/draft';
import { readBlock } from './read';
import type { Actor } from './readable';
import type { Grammar } from './compile';
import type { DraftRoles } from './document';
import type { ModeReading } from './mode';

/** What another place of the draft says of an item: "Peer Personnel shall perform the functions at 4.2(a) through (d)". */
export interface Reference {
  readonly actor: Actor;
  readonly mode: ModeReading;
}

/** Items that are assigned, or kept from somebody, elsewhere; by the start offset of the item's block. */
export type References = ReadonlyMap<number, Reference>;

const NUMBER = /^\d+(?:\.\d+)*$/;
const MENTIONED = /(?:(?:§+\s*|section\s+|sections\s+)?(\d+(?:\.\d+)*)\s*)?\(([a-z]{1,4})\)/gi;

export function readReferences(draft: Draft, grammar: Grammar, roles: DraftRoles): References {
  const places = labelled(draft.blocks);
  const found = new Map<number, Reference>();
  if (places.size === 0) return found;
  for (const block of draft.blocks) {
    if (block.kind === 'heading' || !MENTIONED.test(block.text)) continue;
    MENTIONED.lastIndex = 0;
    for (const s of readBlock(block, grammar, roles)) {
      let section = '';
      let last: { label: string; to: number } | undefined;
      for (const match of block.text.slice(s.sentence.start, s.sentence.end).matchAll(MENTIONED)) {
        const at = s.sentence.start + match.index;
        section = match[1] ?? section;
        const label = match[2]!.toLowerCase();
        const between = last ? block.text.slice(last.to, at) : '';
        const labels = last && /^\s*(?:through|to|–|-)\s*$/.test(between) ? range(last.label, label) : [label];
        last = { label, to: at + match[0].length };
        const token = s.sentence.tokens.findIndex((t) => t.start >= at);
        if (token < 0) continue;
        const { actor, mode } = s.read(token, token + 1);
        if (!actor || actor.kind === 'unknown' || actor.kind === 'person' || actor.origin !== 'subject') continue;
        for (const l of labels) {
          const target = places.get(`${section}|${l}`) ?? (section ? undefined : places.get(`|${l}`));
          if (target !== undefined && target !== block.start)
            found.set(target, { actor: { ...actor, origin: 'reference' }, mode });
        }
      }
    }
  }
  return found;
}

/** Lettered items by their section's number and their letter; without a number too where the letter stands but once. */
function labelled(blocks: readonly Block[]): Map<string, number> {
  const places = new Map<string, number>();
  const seen = new Map<string, number>();
  let section = '';
  for (const block of blocks) {
    const label = block.context.label?.toLowerCase();
    if (!label) continue;
    if (NUMBER.test(label)) section = label;
    else if (/^[a-z]{1,4}$/.test(label)) {
      places.set(`${section}|${label}`, block.start);
      seen.set(label, (seen.get(label) ?? 0) + 1);
      if (seen.get(label) === 1) places.set(`|${label}`, block.start);
      else places.delete(`|${label}`);
    }
  }
  return places;
}

function range(from: string, to: string): string[] {
  if (from.length !== 1 || to.length !== 1) return [to];
  const labels: string[] = [];
  for (let c = from.charCodeAt(0) + 1; c <= to.charCodeAt(0); c++) labels.push(String.fromCharCode(c));
  return labels;
}
