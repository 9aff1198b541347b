/**
 * The draft in which an example of a rule is read: a bullet under a duty list, or a sentence under a neutral heading. An example
 * that begins with a heading or with front matter is a draft of its own.
 */
export const exampleDraft = (example: string): string =>
  /^(?:---\n|#{1,6} )/.test(example)
    ? example
    : example.startsWith('- ')
      ? `# Peer Specialist\n\nThe peer specialist will:\n\n${example}\n`
      : `# Program\n\n${example}\n`;
