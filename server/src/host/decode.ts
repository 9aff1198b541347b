/** A text, or why it is none, in words for the person who named the file. */
export type Decoded = { readonly text: string } | { readonly problem: string };

const AS_UTF8 = 'Save it as plain text with the encoding UTF-8, and check that.';

/**
 * The text of a file. A byte order mark is left out, as editors do, so that the first line's characters count from 0.
 * Nothing is guessed: a draft that is read wrongly would be checked wrongly, without anybody noticing.
 */
export function decodeDraft(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return { problem: `This file is saved as UTF-16 (Windows calls it "Unicode"). ${AS_UTF8}` };
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    return { problem: `This is a Word, PDF or other document, not plain text. ${AS_UTF8}` };
  }
  if (bytes.includes(0)) {
    return { problem: `This is not a text file (it contains NUL bytes). ${AS_UTF8}` };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      problem: `This file is not saved as UTF-8 text: line ${String(badLine(bytes))} cannot be read. ${AS_UTF8}`,
    };
  }
}

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean => prefix.every((b, i) => bytes[i] === b);

/** The first line, from 1, that is no UTF-8. A line break never is a part of another UTF-8 character. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? undefined : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    start = end + 1;
    line++;
  }
}
