import type { Finding } from '../engine/findings/finding';
import type { SuppressedFinding } from '../engine/suppression/apply';
import { LineIndex } from '../engine/text/lines';
import type { Span } from '../engine/text/span';
import type { CheckedFile } from './checked-file';

/*
 * The JSON report is a contract (version 1): other programs read it. Fields may be added; none may be renamed, moved or
 * taken out without a new version. Lines and UTF-16 characters count from 0, as in the Language Server Protocol.
 */

interface JsonPosition {
  readonly line: number;
  readonly character: number;
}

interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

interface JsonFinding extends Pick<Finding, 'rule' | 'severity' | 'authority' | 'certainty' | 'message' | 'text'> {
  readonly range: JsonRange;
  readonly evidence: {
    readonly actor?: {
      readonly text: string;
      readonly range: JsonRange;
      readonly origin: string;
      readonly collective: boolean;
    };
    readonly duty: readonly { readonly text: string; readonly range: JsonRange }[];
    readonly by: string;
    readonly notes?: readonly string[];
  };
  readonly allowed: string;
  readonly sources: readonly { readonly key: string; readonly section?: string }[];
  /** Wording that can take its place, the best first: what it does, in words. */
  readonly suggestions?: readonly { readonly kind: string; readonly title: string }[];
}

interface JsonSuppressed extends JsonFinding {
  readonly suppression: { readonly reason: string; readonly by: SuppressedFinding['by'] };
}

export interface JsonReport {
  readonly version: 1;
  /** The profile that was applied; null where the drafts name different ones. */
  readonly profile: string | null;
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly JsonFinding[];
    /** What the draft or its workspace leaves out, with the reason that is given there. */
    readonly suppressed: readonly JsonSuppressed[];
  }[];
}

/** `profile`: the one to show where no file could be read. */
export function jsonReport(files: readonly CheckedFile[], profile: string): string {
  const profiles = new Set(files.map((file) => file.profile));
  const [only = profile] = profiles;
  const report: JsonReport = {
    version: 1,
    profile: profiles.size > 1 ? null : only,
    files: files.map(({ path, source, findings, suppressed }) => {
      const lines = new LineIndex(source);
      return {
        path,
        findings: findings.map((finding) => jsonFinding(finding, lines)),
        suppressed: suppressed.map(({ finding, reason, by }) => ({
          ...jsonFinding(finding, lines),
          suppression: { reason, by },
        })),
      };
    }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonFinding(finding: Finding, lines: LineIndex): JsonFinding {
  const range = ({ start, end }: Span): JsonRange => ({ start: position(lines, start), end: position(lines, end) });
  const { actor, duty, by, notes } = finding.evidence;
  return {
    rule: finding.rule,
    severity: finding.severity,
    authority: finding.authority,
    certainty: finding.certainty,
    message: finding.message,
    range: range(finding.span),
    text: finding.text,
    evidence: {
      ...(actor && {
        actor: { text: actor.text, range: range(actor.span), origin: actor.origin, collective: actor.collective },
      }),
      duty: duty.map(({ text, span }) => ({ text, range: range(span) })),
      by,
      ...(notes && { notes }),
    },
    allowed: finding.allowed,
    sources: finding.sources.map(({ key, section }) => (section === undefined ? { key } : { key, section })),
    ...(finding.suggestions && { suggestions: finding.suggestions.map(({ kind, title }) => ({ kind, title })) }),
  };
}

const position = (lines: LineIndex, offset: number): JsonPosition => {
  const { line, character } = lines.positionAt(offset);
  return { line, character };
};
