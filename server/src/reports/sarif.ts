import type { Artifact, ArtifactLocation, Location, Log, Notification, Region, Result, Suppression } from 'sarif';
import type { Finding } from '../engine/findings/finding';
import type { Knowledge } from '../engine/knowledge/types';
import type { SuppressedFinding } from '../engine/suppression/apply';
import { LineIndex } from '../engine/text/lines';
import type { Span } from '../engine/text/span';
import type { CheckedFile } from './checked-file';
import { Fingerprints } from './fingerprint';
import { LEVEL, plainText, ruleDescriptors } from './sarif-rules';

/*
 * SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), for GitHub code scanning and other viewers. Section
 * numbers in comments are those of the standard.
 */

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Stands for the folder that relative paths start from. Its place on the computer is nobody's business. */
const ROOT = '%SRCROOT%';

/** What is reported besides the drafts that were checked. */
export interface SarifContext {
  /** The version of this program. */
  readonly version: string;
  /** What could not be read, and why. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
}

/** @param files `path` with `/` between folders */
export function sarifReport(
  files: readonly CheckedFile[],
  knowledge: Pick<Knowledge, 'rules' | 'sources' | 'profiles'>,
  { version, unreadable }: SarifContext,
): string {
  const rules = ruleDescriptors(
    files,
    files.flatMap(({ findings, suppressed }) => [...findings, ...suppressed.map(({ finding }) => finding)]),
    knowledge,
  );
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Peer Role Check', version, semanticVersion: version, rules } },
        invocations: [
          { executionSuccessful: unreadable.length === 0, toolExecutionNotifications: unreadable.map(notification) },
        ],
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which the check was run.' } } },
        artifacts: files.map(artifact),
        results: files.flatMap((file, index) => resultsOf(file, index, ruleIndex)),
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const artifact = ({ path }: CheckedFile): Artifact => ({ location: artifactLocation(path), roles: ['analysisTarget'] });

const notification = ({ path, message }: { readonly path: string; readonly message: string }): Notification => ({
  level: 'error',
  message: { text: plainText(message) },
  locations: [{ physicalLocation: { artifactLocation: artifactLocation(path) } }],
});

function resultsOf(file: CheckedFile, index: number, ruleIndex: ReadonlyMap<string, number>): Result[] {
  const lines = new LineIndex(file.source);
  const fingerprints = new Fingerprints();
  const place = (span: Span): Location => ({
    physicalLocation: {
      artifactLocation: { ...artifactLocation(file.path), index },
      region: region(span, file.source, lines),
    },
  });
  return [...file.findings.map((finding) => ({ finding })), ...file.suppressed]
    .sort((a, b) => a.finding.span.start - b.finding.span.start)
    .map((found) => ({
      ...result(found.finding, place, ruleIndex, fingerprints),
      // Always there, also where it is empty: what is missing counts as not known (3.27.23).
      suppressions: 'reason' in found ? [suppression(found, place)] : [],
    }));
}

const suppression = ({ by, reason, span }: SuppressedFinding, place: (span: Span) => Location): Suppression => ({
  kind: by === 'workspace' ? 'external' : 'inSource',
  justification: reason,
  ...(span && { location: place(span) }),
});

function result(
  finding: Finding,
  place: (span: Span) => Location,
  ruleIndex: ReadonlyMap<string, number>,
  fingerprints: Fingerprints,
): Result {
  const { rule, severity, authority, certainty, allowed, sources, related = [] } = finding;
  const index = ruleIndex.get(rule);
  return {
    ruleId: rule,
    ...(index !== undefined && { ruleIndex: index }),
    // An open case is a failure of a lower level, not `kind: review`: that has to have the level "none" (3.27.9), which
    // viewers leave out.
    level: LEVEL[severity],
    message: { text: plainText(finding.message) },
    locations: [place(finding.span)],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ span, message }, id) => ({
        id,
        ...place(span),
        message: { text: plainText(message) },
      })),
    }),
    // Under a name of its own: GitHub calculates `primaryLocationLineHash` itself, and warns of another one there.
    partialFingerprints: { 'peerRoleCheck/v1': fingerprints.of(finding) },
    properties: {
      authority,
      certainty,
      allowed,
      sources: sources.map(({ key, section }) => (section === undefined ? { key } : { key, section })),
    },
  };
}

/** Lines and columns count from 1; the end column is the one behind the last character (3.30.8). */
function region(span: Span, source: string, lines: LineIndex): Region {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    snippet: { text: source.slice(span.start, span.end) },
  };
}

function artifactLocation(path: string): ArtifactLocation {
  // Each location has to have a URI (3.4.3); this one says where the text came from and leads into no file of a project.
  if (path === '-') return { uri: 'file:///dev/stdin', description: { text: 'standard input' } };
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
  if (drive !== undefined) return { uri: `file:///${drive}${encoded(path.slice(drive.length))}` };
  if (path.startsWith('//')) return { uri: `file:${encoded(path)}` };
  if (path.startsWith('/')) return { uri: `file://${encoded(path)}` };
  return { uri: encoded(path.replace(/^(\.\/)+/, '')), uriBaseId: ROOT };
}

/** Half a surrogate pair, which a file name can have on Windows, is no Unicode and can be in no URI. */
const encoded = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
