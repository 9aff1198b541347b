import type { Certainty, Finding, Severity, SourceRef } from '../engine/findings/finding';
import type { Knowledge } from '../engine/knowledge/types';
import type { SuppressedFinding } from '../engine/suppression/apply';
import { isNoDraft } from '../engine/suppression/read';
import { LineIndex } from '../engine/text/lines';
import type { CheckedFile } from './checked-file';
import type { Paint } from './paint';
import { printable } from './printable';
import { AUTHORITY, counted } from './words';

const QUOTE_LIMIT = 160; // characters; long enough for a clause, short enough to stay on a few lines

const CERTAINTY: Readonly<Record<Certainty, string>> = {
  breach: 'the text says so',
  open: 'please check, the wording leaves it open',
};

/** The report for people: each finding with its place, and a summary. */
export function textReport(
  files: readonly CheckedFile[],
  knowledge: Pick<Knowledge, 'sources' | 'profiles'>,
  paint: Paint,
): string {
  const parts = files.filter((file) => file.findings.length > 0).map((file) => fileReport(file, paint));
  const left = files.flatMap(suppressedLines);
  if (left.length > 0) parts.push(['Left out, with a reason', ...left.map((line) => `  ${line}`), ''].join('\n'));
  const cited = citedSources(files, knowledge);
  if (cited.length > 0) parts.push(['Sources', ...cited.map((line) => `  ${line}`), ''].join('\n'));
  // A memo that was saved beside the drafts is none.
  const drafts = files.filter(({ source }) => !isNoDraft(source));
  return `${[...parts, summary(drafts, knowledge, paint)].join('\n')}\n`;
}

function fileReport(file: CheckedFile, paint: Paint): string {
  const lines = new LineIndex(file.source);
  const name = file.path === '-' ? 'standard input' : printable(file.path);
  return file.findings
    .map((finding) => {
      const place = `${name}:${String(lines.positionAt(finding.span.start).line + 1)}`;
      return [
        `${paint.strong(place)}: ${paint.severity(finding.severity, finding.severity)}: "${quotation(finding.text)}"`,
        `    ${printable(finding.message)}`,
        // A remark on the draft itself (its profile, say) rests on no source and forbids nothing.
        ...(finding.family === 'document' ? [] : details(finding, paint)),
        '',
      ].join('\n');
    })
    .join('\n');
}

/** Nothing that was left out is forgotten: each with its place, and the reason that somebody has given. */
function suppressedLines({ path, source, suppressed }: CheckedFile): string[] {
  const lines = new LineIndex(source);
  const name = path === '-' ? 'standard input' : printable(path);
  return suppressed.map(
    ({ finding, reason, by }) =>
      `${name}:${String(lines.positionAt(finding.span.start).line + 1)}: ${finding.rule}: "${quotation(finding.text)}", ` +
      `because ${printable(reason)} (${DECIDED[by]})`,
  );
}

const DECIDED: Readonly<Record<SuppressedFinding['by'], string>> = {
  comment: 'comment in the draft',
  'front-matter': 'for the whole draft',
  workspace: 'for all drafts of the workspace',
};

const details = (finding: Finding, paint: Paint): string[] => [
  `    ${paint.faint('Source:')} ${sourceLine(finding)}`,
  `    ${paint.faint('Certainty:')} ${certaintyLine(finding)}`,
  `    ${paint.faint('Allowed:')} ${printable(finding.allowed)}`,
  ...(finding.suggestions ?? [])
    .filter(({ kind }) => kind === 'permitted')
    .slice(0, 1)
    .map(({ title }) => `    ${paint.faint('Instead:')} ${printable(title)}`),
];

function sourceLine(finding: Finding): string {
  const refs = finding.sources.map(refText).join('; ');
  return printable(`${refs} (rests on ${AUTHORITY[finding.authority]})`);
}

const refText = ({ key, section }: SourceRef): string => (section === undefined ? key : `${key}, ${section}`);

const certaintyLine = (finding: Finding): string =>
  finding.evidence.actor?.collective === true
    ? `${CERTAINTY[finding.certainty]}; peers are meant among others ("${quotation(finding.evidence.actor.text)}")`
    : CERTAINTY[finding.certainty];

/** The titles behind the keys, once, in the order in which they were first cited. */
function citedSources(files: readonly CheckedFile[], knowledge: Pick<Knowledge, 'sources'>): string[] {
  const keys = new Set(files.flatMap((file) => file.findings.flatMap((f) => f.sources.map(({ key }) => key))));
  return [...keys].map((key) => {
    const source = knowledge.sources.get(key);
    return source === undefined ? key : `${key}: ${source.title}. ${source.publisher}.`;
  });
}

function summary(files: readonly CheckedFile[], knowledge: Pick<Knowledge, 'profiles'>, paint: Paint): string {
  const checked = `Checked ${counted(files.length, 'draft')}${against(files, knowledge)}: `;
  const findings = files.flatMap((file) => file.findings);
  if (files.length === 0) return 'No draft was checked.';
  if (findings.length === 0) return `${checked}nothing found.`;
  const of = (severity: Severity): number => findings.filter((f) => f.severity === severity).length;
  const counts = [
    of('error') > 0 && paint.severity('error', counted(of('error'), 'error')),
    of('warning') > 0 && paint.severity('warning', counted(of('warning'), 'warning')),
    of('information') > 0 && paint.severity('information', `${String(of('information'))} for information`),
    of('hint') > 0 && paint.severity('hint', counted(of('hint'), 'hint')),
  ].filter((part) => part !== false);
  const open = findings.filter((f) => f.certainty === 'open').length;
  return `${checked}${counts.join(', ')}.${open > 0 ? ` ${String(open)} of these ${open === 1 ? 'leaves' : 'leave'} it open: please check.` : ''}`;
}

/** ` against Adult Community Clinical Services (ACCS)`; the names of all profiles where the drafts name several. */
function against(files: readonly CheckedFile[], knowledge: Pick<Knowledge, 'profiles'>): string {
  const titles = [...new Set(files.map((file) => knowledge.profiles.get(file.profile)?.title ?? file.profile))];
  return titles.length === 0 ? '' : ` against ${titles.join(' and ')}`;
}

/** Words of the draft on one line, shortened where they are very long. */
function quotation(text: string): string {
  const line = printable(text);
  return line.length > QUOTE_LIMIT ? `${line.slice(0, QUOTE_LIMIT - 1).trimEnd()}…` : line;
}
