import type { Knowledge, Profile } from '../knowledge/types';
import { nearest } from '../knowledge/closest';
import type { Draft, FrontMatterEntry } from '../markdown/draft';
import type { Finding, Suggestion } from './finding';

export const PROFILE_KEY = 'peer-role-profile';
export const DEFAULT_PROFILE = 'accs';

/** Where a profile was named, strongest first: the command line, the draft's front matter, settings. */
export interface ProfileChoice {
  /** From the command line: beats the draft's own front matter. */
  readonly profileOverride?: string;
  /** From settings: used when neither the command line nor the front matter names one. */
  readonly profileDefault?: string;
}

/**
 * The profile a draft is read under. A name that is not known is passed over, and where the draft itself gives it, that is
 * a finding: the writer has to learn that another contract was assumed.
 */
export function chooseProfile(
  draft: Draft,
  choice: ProfileChoice,
  knowledge: Knowledge,
): { profile: Profile; findings: Finding[] } {
  const { profiles } = knowledge;
  const fallback =
    profiles.get(choice.profileDefault ?? '') ?? profiles.get(DEFAULT_PROFILE) ?? [...profiles.values()][0];
  if (!fallback) throw new Error('The knowledge has no profile: profiles/*.yml is missing.');
  const override = profiles.get(choice.profileOverride ?? '');
  const entry = draft.frontMatter.find((e) => e.key === PROFILE_KEY);
  const named = entry && profiles.get(entry.value.trim());
  const profile = override ?? named ?? fallback;
  if (!entry || named) return { profile, findings: [] };
  const known = [...profiles.keys()].join(', ');
  const suggestions = corrections(entry, draft.source, [...profiles.keys()]);
  return {
    profile,
    findings: [
      {
        rule: 'unknown-profile',
        family: 'document',
        span: entry.valueSpan.end > entry.valueSpan.start ? entry.valueSpan : entry.keySpan,
        text: draft.source.slice(entry.valueSpan.start, entry.valueSpan.end),
        severity: 'warning',
        authority: 'practice',
        certainty: 'breach',
        message: `There is no profile "${entry.value.trim()}". This draft was read as "${profile.id}". Known: ${known}.`,
        evidence: { duty: [], by: PROFILE_KEY },
        allowed: `One of: ${known}.`,
        sources: [],
        ...(suggestions.length > 0 && { suggestions }),
      },
    ],
  };
}

/** The profiles that were likely meant, or all of them where none is named yet. */
function corrections({ value, valueSpan }: FrontMatterEntry, source: string, known: readonly string[]): Suggestion[] {
  const written = value.trim();
  const meant = written === '' ? known : nearest(written, known);
  // "profile:" without a space behind it would no longer be read as a key.
  const space = source[valueSpan.start - 1] === ':' ? ' ' : '';
  return meant.map((id) => ({
    kind: 'correction',
    title: written === '' ? `Read this draft as "${id}"` : `Change "${written}" to "${id}"`,
    edits: [{ span: valueSpan, text: space + id }],
  }));
}
