/** The one of `known` that `written` is most likely a slip of; `undefined` when none is near enough to suggest. */
export function closest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Two letters in five may be off: enough for a swapped pair in a short word, too little for another word.
  let least = Math.floor(written.length * 0.4) + 1;
  for (const candidate of known) {
    const edits = distance(written.toLowerCase(), candidate.toLowerCase());
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/**
 * All of `known` that `written` may be a slip or a part of ("hcbs" for "hcbs-ny"), the likeliest first; of equal ones in
 * the order given.
 */
export function nearest(written: string, known: Iterable<string>): string[] {
  const own = written.trim().toLowerCase();
  if (own === '') return [];
  const least = Math.floor(own.length * 0.4) + 1;
  return [...known]
    .map((candidate) => {
      const other = candidate.toLowerCase();
      const part = own.length > 2 && (other.startsWith(own) || own.includes(other));
      return { candidate, edits: Math.min(distance(own, other), part ? 1 : Infinity) };
    })
    .filter(({ edits }) => edits < least || edits === 1)
    .sort((a, b) => a.edits - b.edits)
    .map(({ candidate }) => candidate);
}

/** ` Did you mean "…"?`, or nothing. */
export function suggestion(written: string, known: Iterable<string>): string {
  const near = closest(written, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** How many letters have to be added, taken out or exchanged to make `b` of `a` (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(exchanged, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
