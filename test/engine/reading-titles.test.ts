import assert from 'node:assert/strict';
import { given } from './real-pack';

const posting = (title: string): string =>
  `# ${title}\n\nDuties:\n\n- Administer medication.\n- Write progress notes.\n`;

describe('who acts: in a posting, the role of its title', () => {
  const PEERS = [
    'Peer Support Specialist I',
    'ACT Team Peer Specialist',
    'Harm Reduction Peer',
    'Young Adult Access Center Peer',
    'Recovery Coach - Emergency Department',
    'Recovery Residence Peer Manager',
    'Recovery Support Navigator',
    'Family Support Partner',
    'Warmline Operator',
    'Expert by Experience',
    'Peer-Support Worker',
    'Peer Services Coordinator',
    'Wellness Coach (Peer)',
    'Job Posting #4471 Peer Worker',
    'We are hiring a peer specialist',
    'Guidelines for Peer Specialists',
  ];
  const OTHERS = [
    'Registered Nurse',
    'Residential Counselor',
    'Recovery Counselor',
    'Peer Support Program Nurse',
    'Outreach Clinician, Peer Program',
    'Supervising peer specialists',
    'Nurses and the peer role',
    'Work with the peer team',
  ];

  for (const title of PEERS) it(`is a peer’s: ${title}`, () => assert.equal(given(posting(title)), 'meds notes'));
  for (const title of OTHERS) it(`is not a peer’s: ${title}`, () => assert.equal(given(posting(title)), ''));
});
