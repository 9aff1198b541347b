import type { Finding } from '../engine/findings/finding';

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a with 64 bits (Fowler, Noll and Vo), over UTF-16 code units; 16 hexadecimal digits. Not for secrets. */
function fnv1a(text: string): string {
  let hash = OFFSET_BASIS;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * PRIME);
  return hash.toString(16).padStart(16, '0');
}

/**
 * Recognizes findings of one draft in its later versions: by rule and words, and among the same words by their order.
 * Lines may move and break elsewhere. Findings are to be handed over in document order.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  of({ rule, text }: Pick<Finding, 'rule' | 'text'>): string {
    const words = `${rule}\n${text.replace(/\s+/g, ' ').trim()}`;
    const occurrence = (this.seen.get(words) ?? 0) + 1;
    this.seen.set(words, occurrence);
    return `${fnv1a(words)}:${String(occurrence)}`;
  }
}
