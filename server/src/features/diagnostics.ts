import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DocumentUri,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../engine/findings/finding';
import type { LineIndex } from '../engine/text/lines';
import type { Span } from '../engine/text/span';
import { rulePage } from './catalog/pages';
import { START_OF_DOCUMENT, toRange } from './convert';
import { byPlace, byWeight } from './ranking';

/** The name that people see beside every message. */
export const SOURCE = 'Peer Role Check';

/**
 * How many findings of a draft are sent. VS Code draws 500 underlines a file and lists 1,000 messages, and drops the
 * rest without a word and without regard to weight; this stays below, with room for other extensions.
 */
export const MAX_SHOWN = 450;

/** The `code` of the one message that says how many findings are not sent. */
export const HELD_BACK = 'findings-held-back';

export interface DiagnosticsContext {
  readonly uri: DocumentUri;
  /** The version of the document that was checked. */
  readonly version: number;
  readonly lines: LineIndex;
  /** Whether the client shows other places beside a message. */
  readonly relatedInformation: boolean;
  /** Whether the client gives `data` back with a request for code actions. */
  readonly keepsData: boolean;
  /** The link to a page of the catalog, for clients that show them. */
  readonly linkTo?: ((path: string) => string) | undefined;
}

/** What a diagnostic carries as `data`: all that a code action needs. Plain JSON. */
export interface FindingData {
  readonly finding: Finding;
  /**
   * The version that the finding's offsets belong to. In a later one, the diagnostic's range (which the editor moves
   * along with the text) says by how much they are off.
   */
  readonly version: number;
}

/** The findings as the editor shows them, in document order; the heaviest `MAX_SHOWN` where there are more. */
export function toDiagnostics(findings: readonly Finding[], context: DiagnosticsContext): Diagnostic[] {
  if (findings.length <= MAX_SHOWN) return findings.map((finding) => toDiagnostic(finding, context));
  const shown = [...findings].sort(byWeight).slice(0, MAX_SHOWN).sort(byPlace);
  return [heldBack(findings.length), ...shown.map((finding) => toDiagnostic(finding, context))];
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function toDiagnostic(finding: Finding, context: DiagnosticsContext): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(finding.span, context.lines),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
  };
  const page = finding.family === 'document' ? undefined : context.linkTo?.(rulePage(finding.rule));
  if (page !== undefined) diagnostic.codeDescription = { href: page };
  if (context.keepsData) diagnostic.data = { finding, version: context.version } satisfies FindingData;
  if (context.relatedInformation) {
    const related = relatedPlaces(finding, context);
    if (related.length > 0) diagnostic.relatedInformation = related;
  }
  return diagnostic;
}

/** The places that the finding names itself, and where it says who acts, if that is outside of the underlined words. */
function relatedPlaces(finding: Finding, { uri, lines }: DiagnosticsContext): DiagnosticRelatedInformation[] {
  const places = [...(finding.related ?? [])];
  const { actor } = finding.evidence;
  if (actor !== undefined && !touches(finding.span, actor.span) && !places.some((p) => touches(p.span, actor.span))) {
    places.push({ span: actor.span, message: `Who it is about: "${actor.text.replace(/\s+/g, ' ')}"` });
  }
  return places.map(({ span, message }) => ({ location: { uri, range: toRange(span, lines) }, message }));
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** At the very start of the draft, so that it is seen first. */
function heldBack(total: number): Diagnostic {
  const count = (n: number): string => n.toLocaleString('en-US');
  return {
    range: START_OF_DOCUMENT,
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    code: HELD_BACK,
    message:
      `The ${count(MAX_SHOWN)} most serious of ${count(total)} findings are shown; ` +
      `${count(total - MAX_SHOWN)} are held back. As you settle those that are shown, the others appear. ` +
      'To see all of them at once, split the draft, or run "peer-role-check check" on the file.',
  };
}

/** The finding behind a diagnostic that a client sent back; undefined for anything else. */
export function findingOf(diagnostic: Diagnostic): FindingData | undefined {
  const data: unknown = diagnostic.data;
  if (typeof data !== 'object' || data === null || diagnostic.source !== SOURCE) return undefined;
  const { finding, version } = data as Partial<FindingData>;
  if (typeof version !== 'number' || typeof finding !== 'object' || finding === null) return undefined;
  return finding.rule === diagnostic.code ? { finding, version } : undefined;
}
