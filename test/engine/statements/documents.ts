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

const PEOPLE = `Peer Staff spend their days with people who would like company, in the kitchen or at the library. Peer Staff host groups on Tuesdays. They go along to appointments when somebody asks, and come to the table when a person would like them there. Peer Staff have a room of their own on the first floor, with a telephone and a kettle. Everyone is welcome in it, and Peer Staff keep the door open.`;

/** A response that answers a call for bids with a section on peer roles, which says `more` and none of the statements else. */
export const response = (more = ''): string =>
  `# Response to RFR 24-7\n\n## 1. Who we are\n\nClinicians and nurses work in six towns.\n\n## 7.5 Peer roles\n\n${PEOPLE}\n\n${more}\n`;

export const policy = (more = ''): string => `# Policy 12: Peer roles\n\n${PEOPLE}\n\n${more}\n`;

/** A posting whose front matter, and nothing else, names the role. */
export const BARE_POSTING = `---\nposition: Peer Mentor\nlocation: Elm Court\n---\n\nThe peer mentor will:\n\n- spend time with people who would like company\n- go along to an appointment when somebody asks\n- host the Friday supper with a colleague\n- see that the piano is tuned before the summer concert\n\nRequirements: patience, a sense of humor, and a license to drive the old van to the market now and then.\n\nPay: $22.00 an hour, thirty hours a week. To apply, come by any afternoon and ask for Dee.`;
