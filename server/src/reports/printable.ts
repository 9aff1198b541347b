/** One line without control characters: what stands in a draft or a file name must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}
