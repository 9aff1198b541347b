/**
 * Makes every character show as itself: no emphasis, link, image, HTML, entity, code, table, maths or heading, and no
 * bare address that an editor would turn into a link. For text on one line.
 */
export const escapeMarkdown = (text: string): string =>
  escapeWithin(text)
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

/** The same for text that does not stand at the beginning of a line, where it could make a list. */
export const escapeWithin = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&$!@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.');
