/** The draft in which an example of a rule is read: a bullet under a duty list, or a sentence under a neutral heading. */
export const exampleDraft = (example: string): string =>
  example.startsWith('---\n') || example.startsWith('# ')
    ? example
    : example.startsWith('- ')
      ? `# Peer Specialist\n\nThe peer specialist will:\n\n${example}\n`
      : `# Program\n\n${example}\n`;
