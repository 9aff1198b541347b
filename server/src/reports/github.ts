import type { Finding, Severity } from '../engine/findings/finding';
import type { Knowledge } from '../engine/knowledge/types';
import { LineIndex } from '../engine/text/lines';
import type { CheckedFile } from './checked-file';
import { printable } from './printable';
import { AUTHORITY, cited, reservations } from './words';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * The report for GitHub Actions: a workflow command for each finding, which GitHub shows beside the line that it is
 * about. Lines and columns count from 1, in UTF-16 characters; the end column is the one behind the last character.
 * Nothing found, nothing written. The format: GitHub's "Workflow commands for GitHub Actions".
 *
 * @param files `path` with `/` between folders, relative to the root of the repository
 */
export function githubReport(files: readonly CheckedFile[], knowledge: Pick<Knowledge, 'rules' | 'sources'>): string {
  return files
    .flatMap((file) => {
      const lines = new LineIndex(file.source);
      return file.findings.map((finding) => `${command(finding, file.path, lines, knowledge)}\n`);
    })
    .join('');
}

function command(
  finding: Finding,
  path: string,
  lines: LineIndex,
  knowledge: Pick<Knowledge, 'rules' | 'sources'>,
): string {
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(finding.span.end);
  const title = knowledge.rules.get(finding.rule)?.title ?? 'Peer Role Check';
  // Text that comes from standard input is in no file that GitHub could show it beside.
  const place: Record<string, string | number> =
    path === '-'
      ? {}
      : {
          file: path.replace(/^(\.\/)+/, ''),
          line: start.line + 1,
          endLine: end.line + 1,
          // GitHub takes columns for places on a single line only.
          ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
        };
  const properties = Object.entries({ ...place, title }).map(([name, value]) => `${name}=${property(String(value))}`);
  const said = path === '-' ? [`Standard input, line ${String(start.line + 1)}:`] : [];
  const message = [...said, ...sentences(finding, knowledge)].map(printable).join('\n');
  return `::${COMMAND[finding.severity]} ${properties.join(',')}::${data(message)}`;
}

function sentences(finding: Finding, knowledge: Pick<Knowledge, 'sources'>): string[] {
  // A remark on the draft itself (its profile, say) rests on no source and forbids nothing.
  if (finding.family === 'document') return [finding.message];
  return [
    finding.message,
    ...reservations(finding),
    ...(finding.allowed === '' ? [] : [`Allowed instead: ${finding.allowed}`]),
    `This rests on ${AUTHORITY[finding.authority]}${finding.sources.length > 0 ? ':' : '.'}`,
    ...finding.sources.map((ref) => `- ${cited(ref, knowledge)}`),
  ];
}

/** Percent first: the other marks are written with one. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
