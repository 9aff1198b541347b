/* Small drafts that say nothing of what a good one says, for tests of statements. */

/** The parts of a job description. */
export const BODY = `## What you would do

- Spend time with people who would like company, in the kitchen or at the library.
- Go along to an appointment when somebody asks you to.
- Host the Friday supper with a colleague.
- Keep the van's appointments with the garage.

## Requirements

Patience, a sense of humor, and a license to drive the old van to the market now and then.

## Pay

$22.00 an hour, thirty hours a week.
`;

export const describesRole = (title: string): string => `# ${title}\n\nElm Court is looking for you.\n\n${BODY}\n`;

export const POSTING = describesRole('Peer Mentor, Elm Court');
