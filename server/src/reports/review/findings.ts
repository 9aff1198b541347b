import type { Finding, SourceRef, TextEdit } from '../../engine/findings/finding';
import type { Knowledge } from '../../engine/knowledge/types';
import { cover } from '../../engine/text/span';
import { printable } from '../printable';
import type { Authoritative, ReviewFinding, SuggestedWording } from './model';
import type { Places } from './places';

/** What stands for a limit in the memo; everything else is a remark, or about a statement that is missing. */
export const isPoint = ({ family }: Pick<Finding, 'family'>): boolean => family === 'duty' || family === 'structure';

export function reviewFinding(
  finding: Finding,
  places: Places,
  knowledge: Pick<Knowledge, 'rules' | 'sources'>,
): ReviewFinding {
  const { rule: id, family, severity, authority, certainty, message, allowed, evidence } = finding;
  const rule = knowledge.rules.get(id);
  const suggestion = suggested(finding, places);
  return {
    rule: id,
    family,
    title: rule?.title ?? titleOf(id),
    severity,
    authority,
    certainty,
    place: places.at(finding.span),
    quotation: places.quote(finding.span),
    message,
    why: rule?.why ?? '',
    allowed,
    sources: finding.sources.map((ref) => authoritative(ref, knowledge)),
    notes: evidence.notes ?? [],
    ...(evidence.actor?.collective === true && { among: printable(evidence.actor.text) }),
    ...(suggestion && { suggestion }),
  };
}

/** Remarks on the draft itself have no rule file: "unused-suppression" has to do. */
const titleOf = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

export const authoritative = ({ key, section }: SourceRef, { sources }: Pick<Knowledge, 'sources'>): Authoritative => ({
  key,
  title: sources.get(key)?.title ?? key,
  ...(section !== undefined && { section }),
});

const LONGEST = 400; // characters of a passage with the new words in it; what is longer is no wording, but a section
const NEAR = 200; // characters; what is changed farther away from the finding than this is another passage

function suggested(finding: Finding, { file }: Places): SuggestedWording | undefined {
  const [first] = finding.suggestions ?? [];
  if (first === undefined) return undefined;
  const { kind, title, edits } = first;
  const text = kind === 'insert' || kind === 'citation' ? undefined : passageAfter(finding, edits, file.source);
  return { kind, title, ...(text !== undefined && { text }) };
}

/** The finding's words, and what is changed around them, as they would stand in the draft. */
function passageAfter({ span }: Finding, edits: readonly TextEdit[], source: string): string | undefined {
  const whole = cover([span, ...edits.map((edit) => edit.span)]);
  if (!whole || whole.start < span.start - NEAR || whole.end > span.end + NEAR) return undefined;
  let text = '';
  let at = whole.start;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    text += source.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  const passage = printable(text + source.slice(at, whole.end));
  return passage === '' || passage.length > LONGEST ? undefined : passage;
}
