import type { ReadPassage } from '../checks/passage';
import type { Finding, Suggestion } from '../findings/finding';
import type { Edition, Profile } from '../knowledge/types';
import type { Draft } from '../markdown/draft';
import type { Grammar } from '../reading/compile';
import type { DraftRoles } from '../reading/document';
import { frameOf } from '../reading/lead';
import type { Span } from '../text/span';
import { candidatesFor } from './candidates';
import { citationOf } from './cite';
import { permittedFor, prohibitionFor, type Rewordings } from './compile';
import type { Candidate, Desk } from './desk';
import { belowList, fitsInPlace } from './limit';
import { isSharedMark, movesOf, type Elsewhere } from './move';
import { exceptInItem, leftToOthers, sharedBy } from './others';
import { predicatesIn } from './parts';
import { placeOf, type Place, type Range } from './place';
import { permitted, prohibited } from './say';
import { shapesOf, type Shape } from './shape';
import type { VerbBook } from './verbs';
import { Verifier, type Recheck } from './verify';

/** What a draft's suggestions are made from. */
export interface Circumstances {
  readonly draft: Draft;
  readonly read: readonly ReadPassage[];
  readonly grammar: Grammar;
  readonly roles: DraftRoles;
  readonly profile: Profile;
  /** The edition of the Code that limits are cited from; none where no Code applies. */
  readonly edition: Edition | undefined;
  /** What the draft is asked to say, and where it says it: words that no rewrite may take away. */
  readonly checklist: readonly { readonly present: readonly Span[] }[];
  /** All findings of the draft, those that it leaves out with a reason too. */
  readonly known: readonly Finding[];
  /** Reads a part of the draft anew. */
  readonly recheck: Recheck;
}

/**
 * How many findings of a draft get wording that can take their place. Each is read again with it, which takes time; who has
 * more of them settles these first.
 */
const MOST = 60;

/** The findings, those on duties with wording that can take the duty's place. Each rewrite was read again before. */
export function withSuggestions(
  findings: readonly Finding[],
  rewordings: Rewordings,
  around: Circumstances,
): Finding[] {
  const verifier = new Verifier(around);
  const elsewhere: Elsewhere = {
    ...around,
    rewordings,
    frameOf: (block) => frameOf(block, around.grammar, around.roles),
  };
  let left = MOST;
  return findings.map((finding) => {
    if (finding.family === 'duty' && left-- <= 0) return finding;
    const place = finding.family === 'duty' ? placeOf(finding, around.read) : undefined;
    if (!place) return finding;
    const suggestions = new Suggester(place, elsewhere, around, verifier).all();
    return suggestions.length > 0 ? { ...finding, suggestions } : finding;
  });
}

/** What can take the place of one duty. */
class Suggester {
  private readonly desk: Desk;
  private readonly shapes: readonly Shape[];
  /** The roles that the sentence gives the duty to together, where one is no peer role. */
  private readonly shared: ReturnType<typeof sharedBy>;
  private readonly isCollective: boolean;

  constructor(
    private readonly place: Place,
    private readonly elsewhere: Elsewhere,
    private readonly around: Circumstances,
    private readonly verifier: Verifier,
  ) {
    const { verbs } = elsewhere.rewordings;
    const duties = around.known
      .filter((f) => f.family === 'duty' && f.rule !== place.finding.rule)
      .flatMap((f) => f.evidence.duty.map((d) => d.span));
    this.desk = { place, source: around.draft.source, verbs, duties };
    this.shapes = isSharedMark(place, elsewhere) ? [] : shapesOf(place, around.draft.blocks, verbs);
    this.shared = sharedBy(place);
    this.isCollective = place.finding.evidence.actor?.collective === true;
  }

  all(): Suggestion[] {
    return [this.permitted(), this.limit(), this.moved()].filter((s) => s !== undefined);
  }

  private first<C extends Candidate>(candidates: readonly C[]): C | undefined {
    const { finding, block } = this.place;
    return candidates.find((c) => this.verifier.accepts(finding, block, c));
  }

  private permitted(): Suggestion | undefined {
    const { place, desk, shapes, shared } = this;
    const { rewordings } = this.elsewhere;
    // What all staff do in a list stays for the others: a list item cannot say two things of two roles.
    if (this.isCollective && !shared) return undefined;
    const part = partOf(place, shapes[0], rewordings.verbs);
    for (const rewording of permittedFor(rewordings, place.finding.rule, this.around.profile, place, part)) {
      const saying = permitted(rewording);
      const found = this.first(
        shapes.flatMap((shape) =>
          shared ? leftToOthers(desk, shape, shared, saying, '') : candidatesFor(desk, shape, saying),
        ),
      );
      if (found)
        return {
          kind: 'permitted',
          title: `Replace with: “${shortened(found.shown)}”`,
          edits: found.edits,
          sources: rewording.sources,
        };
    }
    return undefined;
  }

  private limit(): Suggestion | undefined {
    const { place, desk, shapes, shared, isCollective } = this;
    const { rule } = place.finding;
    const prohibition = prohibitionFor(this.elsewhere.rewordings, rule, this.around.profile);
    if (!prohibition || place.s.mark || isContrast(place)) return undefined;
    const { draft, edition } = this.around;
    const citation = citationOf(rule, edition);
    const saying = prohibited(prohibition, citation);
    const ways = (shape: Shape): Candidate[] => {
      if (shared) return leftToOthers(desk, shape, shared, isCollective ? undefined : saying, citation);
      if (isCollective) return [];
      if (shape.is !== 'fragment' || fitsInPlace(desk, shape, draft.blocks)) return candidatesFor(desk, shape, saying);
      return belowList(desk, shape, saying, draft);
    };
    const found = this.first([...shapes.flatMap(ways), ...exceptInItem(desk, citation)]);
    return (
      found && {
        kind: 'prohibition',
        title: `Turn into a limit: “${shortened(found.shown)}”`,
        edits: found.edits,
      }
    );
  }

  private moved(): Suggestion | undefined {
    const found = this.first(movesOf(this.desk, this.elsewhere));
    if (!found) return undefined;
    const { role, shown, edits } = found;
    const title = shown ? `Move to “${role}”: “${shortened(shown)}”` : `Leave this to “${role}”`;
    return { kind: 'other-role', title, edits };
  }
}

/** "Not only do peers listen, they also …": half of a contrast that a limit would break. */
const isContrast = ({ tokens }: Place): boolean =>
  tokens.some((t, i) => t.lower === 'not' && /^(?:only|just)$/.test(tokens[i + 1]?.lower ?? ''));

/** The words that a permitted form is chosen by: the predicate that names the duty, else its clause. */
function partOf({ s, clause, duty, tokens }: Place, shape: Shape | undefined, verbs: VerbBook): Range {
  const whole = s.clauses[clause]!;
  if (!shape || shape.is === 'whole' || (shape.is === 'fragment' && shape.nominal)) return whole;
  const range = shape.is === 'active' ? shape.predicate : shape.range;
  const parts = predicatesIn(tokens, range, shape.form, verbs).filter((r) => r.from < duty.to && duty.from < r.to);
  const [first] = parts;
  return first ? { from: first.from, to: parts.at(-1)!.to } : whole;
}

/** Longest new words in a title, so that it stays below 120 characters with what stands around them. */
const LONGEST = 84;

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1)).replace(/[,;]$/, '')}…`;
}
