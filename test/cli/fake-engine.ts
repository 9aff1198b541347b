import type { CheckOptions, Engine } from '../../server/src/engine/engine';
import type { Finding, Severity } from '../../server/src/engine/findings/finding';
import type { Knowledge } from '../../server/src/engine/knowledge/types';
import { EMPTY } from '../knowledge/empty';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  BREACH: 'error',
  WARN: 'warning',
  INFO: 'information',
  HINT: 'hint',
  OPEN: 'warning',
};

const severity = { contract: 'error', ethics: 'warning', practice: 'information' } as const;

const knowledge: Knowledge = {
  ...EMPTY,
  sources: new Map([['paper', { key: 'paper', title: 'A Paper', publisher: 'A Committee, 2012' }]]),
  profiles: new Map([
    ['accs', { id: 'accs', title: 'The ACCS contract', answers: 'a call', severity, rules: {} }],
    ['cbhc', { id: 'cbhc', title: 'The CBHC contract', answers: 'another', severity, rules: {} }],
  ]),
};

/**
 * Finds words in capitals, `BREACH` and so on; leaves `LEFT` out with a reason; applies profiles as the real engine does.
 * Chokes on `CHOKE`, and loses a stage at `STUMBLE`.
 */
export function fakeEngine(asked: CheckOptions[] = []): Engine {
  return {
    knowledge,
    principles: () => undefined,
    check(source, options = {}) {
      asked.push(options);
      if (source.includes('CHOKE')) throw new Error('choked');
      const named = /^---\r?\npeer-role-profile: (\w+)/.exec(source)?.[1];
      const findings = [...source.matchAll(/\b(BREACH|WARN|INFO|HINT|OPEN)( ALL)?\b/g)].map((match) => finding(match));
      return {
        profile: options.profileOverride ?? named ?? options.profileDefault ?? 'accs',
        findings,
        figures: [],
        checklist: [],
        suppressed: [...source.matchAll(/\bLEFT\b/g)].map((match) => ({
          finding: finding(match),
          reason: 'we were asked',
          by: 'comment' as const,
          span: { start: match.index, end: match.index + match[0].length },
        })),
        citations: [],
        mentions: [],
        edition: '2008',
        duties: [],
        sections: [],
        unasked: [],
        named: [],
        failures: source.includes('STUMBLE') ? [{ stage: 'citations', error: new Error('stumbled') }] : [],
      };
    },
  };
}

function finding(match: RegExpExecArray): Finding {
  const [text, word = ''] = match;
  const span = { start: match.index, end: match.index + text.length };
  return {
    rule: 'capitals',
    family: 'duty',
    span,
    text,
    severity: SEVERITIES[word] ?? 'error',
    authority: 'ethics',
    certainty: word === 'OPEN' ? 'open' : 'breach',
    message: 'Peers do not shout.',
    evidence: {
      ...(match[2] && { actor: { text: 'all staff', span, origin: 'subject' as const, collective: true } }),
      duty: [{ text, span }],
      by: 'capitals',
      ...(word === 'HINT' && { notes: ['only a hint'] }),
    },
    allowed: 'Talking softly.',
    sources: word === 'WARN' ? [{ key: 'paper', section: '10' }, { key: 'lost' }] : [{ key: 'paper' }],
  };
}
