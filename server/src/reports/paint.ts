/** Marks words for a terminal; `plain` leaves them as they are. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  severity(severity: string, text: string): string;
}

const same = (text: string): string => text;

export const plain: Paint = { strong: same, faint: same, severity: (_, text) => text };

const sgr =
  (code: number) =>
  (text: string): string =>
    `\u001b[${String(code)}m${text}\u001b[0m`;

const COLORS: Readonly<Record<string, number>> = { error: 31, warning: 33, information: 36, hint: 36 };

/** ANSI colors. The words say everything too: color is never the only sign. */
export const colored: Paint = {
  strong: sgr(1),
  faint: sgr(2),
  severity: (severity, text) => sgr(COLORS[severity] ?? 1)(text),
};
