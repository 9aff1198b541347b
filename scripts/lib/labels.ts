// Drafts with inline labels: ⟦the words⟧{rule-id} or {rule-a,rule-b}; labels may nest. `ambiguous` counts neither way.

export interface Label {
  readonly rule: string;
  /** Half-open range in the text without its markers, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Takes the markers out. @throws Error where a marker is not closed or not labelled */
export function readLabels(marked: string): { text: string; labels: Label[] } {
  let text = '';
  const labels: Label[] = [];
  const open: number[] = [];
  for (let i = 0; i < marked.length;) {
    const c = marked[i]!;
    if (c === '⟦') {
      open.push(text.length);
      i++;
    } else if (c === '⟧') {
      const start = open.pop();
      const name = /^\{([a-z,\- ]+)\}/.exec(marked.slice(i + 1));
      if (start === undefined || !name)
        throw new Error(`a label is broken near "${marked.slice(Math.max(0, i - 30), i + 20)}"`);
      for (const rule of name[1]!.split(',')) labels.push({ rule: rule.trim(), start, end: text.length });
      i += 1 + name[0].length;
    } else {
      text += c;
      i++;
    }
  }
  if (open.length > 0) throw new Error('a label is not closed');
  return { text, labels };
}
