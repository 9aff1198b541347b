import type { ReadPassage } from '../checks/passage';
import type { Finding, Suggestion } from '../findings/finding';
import type { Edition, Profile } from '../knowledge/types';
import type { Draft } from '../markdown/draft';
import { candidatesFor } from './candidates';
import { citationOf } from './cite';
import { permittedFor, prohibitionFor, type Rewordings } from './compile';
import type { Candidate, Desk } from './desk';
import { belowList, fitsInPlace } from './limit';
import { exceptInItem, leftToOthers, sharedBy } from './others';
import { placeOf } from './place';
import { permitted, prohibited } from './say';
import { shapesOf } from './shape';
import { Verifier, type Recheck } from './verify';

/** What a draft's suggestions are made from. */
export interface Circumstances {
  readonly draft: Draft;
  readonly read: readonly ReadPassage[];
  readonly profile: Profile;
  /** The edition of the Code that limits are cited from; none where no Code applies. */
  readonly edition: Edition | undefined;
  /** Reads a part of the draft anew. */
  readonly recheck: Recheck;
}

/** The findings, those on duties with wording that can take the duty's place. */
export function withSuggestions(
  findings: readonly Finding[],
  rewordings: Rewordings,
  around: Circumstances,
): Finding[] {
  const verifier = new Verifier(around.draft, around.recheck);
  return findings.map((finding) => {
    if (finding.family !== 'duty') return finding;
    const suggestions = suggest(finding, rewordings, around, verifier);
    return suggestions.length > 0 ? { ...finding, suggestions } : finding;
  });
}

function suggest(
  finding: Finding,
  rewordings: Rewordings,
  { draft, read, profile, edition }: Circumstances,
  verifier: Verifier,
): Suggestion[] {
  const place = placeOf(finding, read);
  if (!place) return [];
  const { blocks } = draft;
  const desk: Desk = { place, source: draft.source, verbs: rewordings.verbs };
  const shapes = shapesOf(place, blocks, rewordings.verbs);
  const shared = sharedBy(place);
  const first = (candidates: readonly Candidate[]): Candidate | undefined =>
    candidates.find((c) => verifier.accepts(finding, place.block, c.edits));
  const suggestions: Suggestion[] = [];

  const clause = place.s.clauses[place.clause]!;
  for (const rewording of permittedFor(rewordings, finding.rule, profile, place.tokens, clause, place.duty)) {
    const saying = permitted(rewording);
    const found = first(
      shapes.flatMap((shape) =>
        shared ? leftToOthers(desk, shape, shared, saying, '') : candidatesFor(desk, shape, saying),
      ),
    );
    if (!found) continue;
    suggestions.push({
      kind: 'permitted',
      title: `Replace with: “${shortened(found.shown)}”`,
      edits: found.edits,
      sources: rewording.sources,
    });
    break;
  }

  const limit = prohibitionFor(rewordings, finding.rule, profile);
  if (!limit) return suggestions;
  const citation = citationOf(finding.rule, edition);
  const saying = prohibited(limit, citation);
  const found = first([
    ...shapes.flatMap((shape) => {
      if (shared)
        return leftToOthers(desk, shape, shared, finding.evidence.actor?.collective ? undefined : saying, citation);
      if (shape.is !== 'fragment' || fitsInPlace(desk, shape, blocks)) return candidatesFor(desk, shape, saying);
      return belowList(desk, shape, saying, draft);
    }),
    ...exceptInItem(desk, citation),
  ]);
  if (found)
    suggestions.push({
      kind: 'prohibition',
      title: `Turn into a limit: “${shortened(found.shown)}”`,
      edits: found.edits,
    });
  return suggestions;
}

const LONGEST = 96;

/** The words of a title, cut at a space. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1)).replace(/[,;]$/, '')}…`;
}
