import type { Finding } from '../findings/finding';
import type { Edition, Profile } from '../knowledge/types';
import type { Draft } from '../markdown/draft';
import { declaredEditions, type CompiledCitations } from './find';

export const EDITION_KEY = 'code-of-ethics';
export const DEFAULT_EDITION = '2008';

export interface EditionChoice {
  /** Id of the edition that the draft is read with. */
  readonly id: string;
  /** Undefined only where the knowledge has no edition at all. */
  readonly edition: Edition | undefined;
  /** Whether the draft itself says so, in its front matter. */
  readonly byDraft: boolean;
  readonly findings: readonly Finding[];
}

/**
 * The edition of the Code that a draft is read with: the one in its front matter, else the only one that its text names as
 * such, else the one that settings give, else the complete one of 2008. An edition in the front matter that is not known
 * is a finding: the writer has to learn that another one was assumed.
 */
export function chooseEdition(draft: Draft, setting: string | undefined, compiled: CompiledCitations): EditionChoice {
  const { editions } = compiled.knowledge;
  const entry = draft.frontMatter.find(({ key }) => key === EDITION_KEY);
  const named = entry && editions.get(entry.value.trim());
  if (named) return { id: named.id, edition: named, byDraft: true, findings: [] };
  const declared = [...declaredEditions(draft, compiled)];
  const edition =
    (declared.length === 1 ? editions.get(declared[0]!) : undefined) ??
    editions.get(setting ?? '') ??
    editions.get(DEFAULT_EDITION) ??
    [...editions.values()][0];
  const id = edition?.id ?? DEFAULT_EDITION;
  if (!entry || editions.size === 0) return { id, edition, byDraft: false, findings: [] };
  const known = [...editions.keys()].join(', ');
  const span = entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan;
  const finding: Finding = {
    rule: 'unknown-edition',
    family: 'document',
    span,
    text: draft.source.slice(span.start, span.end),
    severity: 'warning',
    authority: 'practice',
    certainty: 'breach',
    message: `There is no edition "${entry.value.trim()}" of the Code of Ethics here. This draft was read with "${id}". Known: ${known}.`,
    evidence: { duty: [], by: EDITION_KEY },
    allowed: `One of: ${known}.`,
    sources: [],
  };
  return { id, edition, byDraft: false, findings: [finding] };
}

/** Whether an edition may be offered under a contract: a Code of another state is not, unless the draft itself chooses it. */
export const applies = ({ edition, byDraft }: EditionChoice, { jurisdiction }: Profile): boolean =>
  byDraft || jurisdiction === undefined || jurisdiction === edition?.jurisdiction;
