import assert from 'node:assert/strict';
import { BODY, describesRole, POSTING } from './documents';
import { check } from './light';

/* Which drafts are asked for statements: to ask a memo for a ratio would teach people to look away. */

const asked = (draft: string): number => check(draft).checklist.length;

describe('drafts that are asked for statements', () => {
  const rows: Readonly<Record<string, string>> = {
    'a posting with the role in its title': POSTING,
    'a posting with the role in its front matter': POSTING.replace(
      '# Peer Mentor, Elm Court',
      '---\nposition: Peer Mentor\n---\n\n# Come and work at Elm Court',
    ),
    'a posting without headings': POSTING.replaceAll(/^#+ (.*)$/gm, '$1:').replace(
      'Peer Mentor, Elm Court:',
      '---\njob title: Peer Mentor\n---',
    ),
    'a job description whose parts are bold lines': POSTING.replaceAll(/^## (.*)$/gm, '**$1**'),
    'a job description with its title in a table': `# Job description\n\n| Job title | Peer Bridger |\n| --- | --- |\n| Hours | 30 a week |\n\n${BODY}`,
    'a civil-service class specification': `**PEER SPECIALIST (Class Code 4120)**\n\n${BODY}`,
    'job descriptions of several roles, one of them a peer role':
      describesRole('Registered Nurse') + describesRole('Peer Specialist'),
    'a section on peer roles in a response': section('# Response to RFR 24-7\n\n## 7.5 Peer roles'),
    'a section on peer specialists in a proposal': section('# Proposal\n\n## Our approach: Certified Peer Specialists'),
    'a section alone, with the number that the call gave it': section('## 7.5 Peer Staff'),
    'a section that quotes the call': section('## Peer Support Staff\n\n> Bidders describe how peers are supported.'),
    'a section of a draft whose front matter names the contract': section(
      '---\npeer-role-profile: accs\n---\n\n# Peer roles at Elm Court',
    ),
    'a whole response that is about peer roles': section('# RFP response: Peer Specialist Services'),
    'a policy on peer roles': section('# Policy 12: Peer roles'),
    'a policy on peer roles in its front matter': section('---\ntitle: Policy on Peer Specialists\n---\n\n# Elm Court'),
  };
  for (const [name, draft] of Object.entries(rows))
    it(`are ${name}`, () => {
      assert.notEqual(asked(draft), 0);
    });
});

it('a section on peer roles that answers a call is no job description, whatever it says of duties and pay', () => {
  const statements = (draft: string): string[] => check(draft).checklist.map(({ statement }) => statement);
  const title = '# Section 7.5: Peer roles\n\n';
  const answer = statements(
    `${title}*From our response to a request for responses.*\n\n${describesRole('x').slice(5)}${section('')}`,
  );
  assert.ok(answer.includes('missing-staff-orientation'), answer.join());
  assert.ok(!statements(POSTING).includes('missing-staff-orientation'));
});

describe('drafts that are asked for nothing', () => {
  const rows: Readonly<Record<string, string>> = {
    'a memo': section('# Memo: peer roles'),
    'a memorandum under a heading of its own': section('# Memorandum\n\n## 7.5 Peer roles'),
    'a letter': `To: All staff\n\nFrom: Dee\n\n${section('# RFR 7.5 Peer roles')}`,
    'a letter to somebody': `Dear colleagues,\n\n${section('# RFR 7.5 Peer roles')}`,
    minutes: section('# Minutes of May 3\n\n## 7.5 Peer roles'),
    'a newsletter': section('# Newsletter\n\n## Now hiring: Peer Mentor'),
    'a handout': section('# Handout 2: Peer roles'),
    'a training outline': section('# Training outline\n\n## 1.2 Peer roles'),
    'a training plan for people in the role': describesRole('Training plan: Peer Support Workers'),
    'an appraisal of somebody in the role': describesRole('Performance appraisal: Peer Mentor'),
    'questions and answers': describesRole('Becoming a Peer Mentor: your questions'),
    'a handbook': section('# Staff handbook\n\n## 3.1 Peer roles'),
    'a budget': section('# Budget\n\n## 7.5 Peer Staff'),
    'a subcontract': section('# Subcontract for peer services'),
    'a regulation': section('# Regulation 311: peer support services'),
    'a nurse’s job description': describesRole('Registered Nurse'),
    'the job description of whoever hires peers': describesRole('Director of Nursing, with peer specialists'),
    'a recovery coach’s, which is not always a peer role': describesRole('Recovery Coach'),
    'a family partner’s, who is a peer of others': describesRole('Family Partner'),
    'a program description': section('# Harbor House\n\n## Peer specialists'),
    'a program description with a table of hours': section('# Peer Presence on Unit 6\n\n## Hours'),
    'a section about pay only': section('# Response to RFR 24-7\n\n## 7.6 Pay of peer staff'),
    'a section about hiring only': section('# Response to RFR 24-7\n\n## 7.8 Recruiting and keeping peer staff'),
    'a section about another team': section('# Response to RFR 24-7\n\n## 7.5 Nursing'),
    'a section that is quoted': section('# Response to RFR 24-7\n\n> ## 7.5 Peer roles'),
    'a policy about one question': section('# Policy 31: gifts and other ties\n\n## Part B. Peer roles'),
    'a policy about medication': section('# Policy 4.7: medication and peer specialists'),
    'a section too short to say anything':
      '# Response to RFR 24-7\n\n## 7.5 Peer roles\n\nSee Attachment B, where peer specialists are described.\n',
    'a section that speaks of something else': `# Response to RFR 24-7\n\n## 7.5 Peer roles\n\n${'The garden is open to everyone who likes to dig. '.repeat(12)}\n`,
    'a short posting':
      '# Peer Specialist\n\nThe peer specialist will:\n\n- Sit with people.\n\n## Requirements\n\nPatience.\n\n## Pay\n\n$22 an hour.\n',
    'a sentence': 'The peer specialist listens.',
    nothing: '',
  };
  for (const [name, draft] of Object.entries(rows))
    it(`are ${name}`, () => {
      const { checklist, findings } = check(draft);
      assert.deepEqual(checklist, []);
      assert.deepEqual(
        findings.filter((f) => f.family === 'completeness'),
        [],
      );
    });
});

/** A text about peer specialists under the given headings. */
function section(headings: string): string {
  return `${headings}\n\nPeer specialists spend their days with people who would like company, in the kitchen or at the library. Peer specialists host groups on Tuesdays, and they share their own stories. They go along to appointments when somebody asks. Everyone may meet a peer specialist, and nobody has to. Peer specialists have a room of their own on the first floor, with a telephone and a kettle.\n`;
}
