import type { Engine } from '../../server/src/engine/engine';
import type { Finding } from '../../server/src/engine/findings/finding';
import type { Knowledge, Rule, Source } from '../../server/src/engine/knowledge/types';
import { EMPTY } from '../knowledge/empty';

/* A small engine, so that a test of the protocol does not depend on how well sentences are read. */

const rule: Rule = {
  id: 'medication-administration',
  family: 'duty',
  title: 'Giving medication',
  message: 'Peer roles do not give medication.',
  why: 'It makes one of two equals the other’s keeper.',
  allowed: 'Help someone prepare their questions.',
  authority: 'contract',
  sources: [{ key: 'paper', section: '7.5 a' }],
  reads: { any: ['administer'], except: [], open: [] },
  flags: ['- Administer medication.'],
  allows: ['- Sit with people.'],
};

const source: Source = { key: 'paper', title: 'The Paper [draft]', publisher: 'A publisher' };

export const knowledge: Knowledge = {
  ...EMPTY,
  roles: { peer: ['peer specialist'], other: ['nurse'], collective: ['staff'], person: ['resident'], none: [] },
  sources: new Map([[source.key, source]]),
  profiles: new Map(
    ['accs', 'second'].map((id) => [
      id,
      {
        id,
        title: id,
        answers: 'a test',
        severity: { contract: 'error', ethics: 'warning', practice: 'information' },
        rules: {},
      },
    ]),
  ),
  rules: new Map([[rule.id, rule]]),
};

/** A finding at `span`, with what a test wants to be different. */
export function finding(start: number, end: number, different: Partial<Finding> = {}): Finding {
  return {
    rule: rule.id,
    family: 'duty',
    span: { start, end },
    text: 'Administer medication',
    severity: 'error',
    authority: 'contract',
    certainty: 'breach',
    message: rule.message,
    evidence: { duty: [], by: 'a test' },
    allowed: rule.allowed,
    sources: rule.sources,
    ...different,
  };
}

/** Finds every "Administer medication"; chokes on "CHOKE", loses a stage at "STUMBLE"; says the profile where it reads "PROFILE". */
export const sampleEngine: Engine = {
  knowledge,
  principles: () => undefined,
  check(text, options = {}) {
    if (text.includes('CHOKE')) throw new Error('choked');
    const profile = options.profileDefault ?? 'none';
    const findings = [...text.matchAll(/Administer medication|PROFILE/g)].map((match) =>
      finding(match.index, match.index + match[0].length, match[0] === 'PROFILE' ? { message: profile } : {}),
    );
    return {
      profile,
      findings,
      figures: [],
      checklist: [],
      suppressed: [],
      citations: [],
      mentions: [],
      edition: '2008',
      duties: [],
      sections: [],
      unasked: [],
      named: [],
      failures: text.includes('STUMBLE') ? [{ stage: 'suggestions', error: new Error('stumbled') }] : [],
    };
  },
};
