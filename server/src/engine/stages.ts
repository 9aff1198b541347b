import type { FigureRead } from './checks/figures';
import { checkLanguage } from './checks/language';
import { measuresOf } from './checks/measures';
import type { CheckedDraft, ReadPassage } from './checks/passage';
import { checkStructure } from './checks/structure';
import { checkCitations } from './citations/check';
import { applies, chooseEdition, DEFAULT_EDITION } from './citations/edition';
import { findCitations, type FoundCitations } from './citations/find';
import type { Compiled } from './compiled';
import { assessSentence } from './duties/assess';
import type { ProfileLens } from './duties/lens';
import type { DutyRead } from './duties/who';
import type { Finding } from './findings/finding';
import { chooseProfile } from './findings/profile';
import { deduplicate, order } from './findings/stages';
import type { Edition, Profile } from './knowledge/types';
import type { Block, Draft } from './markdown/draft';
import { parseDraft } from './markdown/parse';
import { readRoles, type DraftRoles } from './reading/document';
import { readBlock, type ReadSentence } from './reading/read';
import type { Actor } from './reading/readable';
import { readReferences } from './reading/references';
import type { CheckOptions } from './result';
import { rolesOfPart, type KnownRoles } from './rewording/part-roles';
import { withSuggestions, type Circumstances } from './rewording/suggest';
import { checkStatements, NO_STATEMENTS, type StatementsRead } from './statements/check';
import { suppress, type SuppressedFinding } from './suppression/apply';

/* The stages that a draft walks through, in their order. Each returns what it has found and keeps nothing. */

/** A draft that has been parsed, with the contract and the roles that it is read with. */
export interface Opened {
  readonly draft: Draft;
  readonly options: CheckOptions;
  readonly profile: Profile;
  readonly lens: ProfileLens;
  readonly roles: DraftRoles;
  /** Whether "staff" and the like take in people in peer roles. */
  readonly collectives: boolean;
  /** The whole draft, where this is only a part of it that is read again. */
  readonly whole: KnownRoles | undefined;
  readonly findings: readonly Finding[];
}

export function openDraft(source: string, options: CheckOptions, by: Compiled, whole?: KnownRoles): Opened {
  const draft = parseDraft(source);
  const { profile, findings } = chooseProfile(draft, options, by.knowledge);
  const own = (): DraftRoles => readRoles(draft, by.grammar);
  const roles = whole ? rolesOfPart(whole, own) : own();
  const collectives = roles.hasPeer && !roles.setApart;
  return { draft, options, profile, lens: by.lenses.get(profile.id)!, roles, collectives, whole, findings };
}

export interface DutiesStage {
  /** All blocks but headings, in reading order. */
  readonly read: readonly ReadPassage[];
  /** The limited duties that the draft gives to anybody. */
  readonly duties: readonly DutyRead[];
  readonly findings: readonly Finding[];
}

/** Reads the draft, and which limited duties it gives to whom. */
export function readDuties({ draft, roles, collectives, lens }: Opened, by: Compiled): DutiesStage {
  const references = readReferences(draft, by.grammar, roles);
  const read = draft.blocks
    .filter(({ kind }) => kind !== 'heading')
    .reduce<{ block: Block; sentences: ReadSentence[] }[]>((before, block) => {
      const carried = lastSubject(before.at(-1), block);
      const reference = references.get(block.start);
      const sentences = readBlock(block, by.grammar, roles, {
        ...(reference && { reference }),
        ...(carried && { carried }),
      });
      before.push({ block, sentences });
      return before;
    }, []);
  const assessed = read.flatMap(({ sentences }) =>
    sentences.map((sentence) => assessSentence(sentence, by, collectives, draft.source, lens)),
  );
  return {
    read,
    duties: assessed.flatMap(({ duties }) => duties),
    findings: assessed.flatMap(({ findings }) => findings),
  };
}

/** Who acted last in the block before, where that is in the same section and of the same kind. */
function lastSubject(
  before: { readonly block: Block; readonly sentences: readonly ReadSentence[] } | undefined,
  { kind, context }: Block,
): Actor | undefined {
  const same =
    before?.block.kind === kind && before.block.context.headings.at(-1)?.start === context.headings.at(-1)?.start;
  return same ? before.sentences.at(-1)?.last : undefined;
}

export interface TermsStage {
  readonly figures: readonly FigureRead[];
  readonly findings: readonly Finding[];
}

export const NO_TERMS: TermsStage = { figures: [], findings: [] };

/** The terms of the role, and what the draft says in figures. */
export function checkTerms({ profile, lens, options }: Opened, checked: CheckedDraft, by: Compiled): TermsStage {
  return checkStructure(checked, by.structure, lens, measuresOf(by.knowledge, profile, options.figures));
}

/** What a draft of its kind should say. A part of a draft is asked for nothing. */
export function askStatements(
  { profile, whole }: Opened,
  checked: CheckedDraft,
  figures: readonly FigureRead[],
  by: Compiled,
): StatementsRead {
  return whole ? NO_STATEMENTS : checkStatements(checked, figures, by.statements, profile);
}

/** Words for people. */
export function checkWords({ draft, lens, options }: Opened, read: readonly ReadPassage[], by: Compiled): Finding[] {
  return by.language && options.language !== false ? checkLanguage(read, by.language, draft.source, lens) : [];
}

export interface CitationsStage {
  /** Id of the edition of the Code that the draft is read with. */
  readonly edition: string;
  /** The edition that limits are cited from; none where no Code applies. */
  readonly applying: Edition | undefined;
  readonly found: FoundCitations;
  readonly findings: readonly Finding[];
}

export const noCitations = ({ options }: Opened): CitationsStage => ({
  edition: options.edition ?? DEFAULT_EDITION,
  applying: undefined,
  found: { citations: [], mentions: [], named: [] },
  findings: [],
});

/** What the draft cites, and what other findings should be cited for. */
export function checkCited(opened: Opened, read: readonly ReadPassage[], before: readonly Finding[], by: Compiled) {
  const { draft, collectives, profile, options, whole } = opened;
  const choice = chooseEdition(draft, options.edition, by.citing.compiled);
  const cited = findCitations(draft, by.citing.compiled, choice.id);
  const style = options.citationStyle ?? 'inline';
  const findings = [...before, ...choice.findings];
  // A part of a draft does not show what is cited around it.
  const doubts = whole
    ? []
    : checkCitations({ draft, read, collectives, found: cited, choice, profile, style, findings }, by.citing);
  const applying = applies(choice, profile) ? choice.edition : undefined;
  // "Code of Ethics" under another state's contract is most likely that state's.
  const found = { ...cited, named: cited.named.filter(({ saysWhose }) => saysWhose || applying !== undefined) };
  return { edition: choice.id, applying, found, findings: [...choice.findings, ...doubts] } satisfies CitationsStage;
}

export interface Settled {
  /** In document order. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Those too that are left out with a reason. */
  readonly all: readonly Finding[];
}

/**
 * One finding for a rule and place, and none that the draft leaves out with a reason.
 *
 * @param complete false where a stage has failed: what it would have found may be what a comment in the draft leaves out
 */
export function settle({ draft, whole }: Opened, found: readonly Finding[], complete: boolean, by: Compiled): Settled {
  const all = deduplicate(found);
  // A part of a draft has lost the comments around it.
  const { findings, suppressed } = whole ? { findings: all, suppressed: [] } : suppress(all, draft, by.knowledge);
  const known = complete ? findings : findings.filter(({ rule }) => rule !== 'unused-suppression');
  return { findings: order(known), suppressed, all };
}

/** The findings with wording that can take a duty's place. */
export const offerWording = (
  { findings, all }: Settled,
  { draft, roles, profile }: Opened,
  around: Pick<Circumstances, 'read' | 'edition' | 'checklist' | 'recheck'>,
  by: Compiled,
): Finding[] =>
  withSuggestions(findings, by.rewordings, { ...around, draft, grammar: by.grammar, roles, profile, known: all });
