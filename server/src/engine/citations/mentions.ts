import { editionOfYear, type Code, type CompiledCitations } from './compile';
import type { Piece } from './pieces';

/** A Code of Ethics named in a text: piece range `from` (included) to `to` (excluded). */
export interface CodeMention {
  readonly from: number;
  readonly to: number;
  /**
   * `ours`: of the knowledge. `foreign`: of another body. `bare`: "Code of Ethics", whose body the text around tells.
   * `short`: "the Code".
   */
  readonly kind: 'ours' | 'foreign' | 'bare' | 'short';
  /** For `ours` and `bare`. */
  readonly code?: Code;
  /** As the mention itself names it: an edition's id, or a year of which no edition is known. */
  readonly edition?: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that may stand before "Code of Ethics" without saying whose it is. */
const NEUTRAL = words(
  'the our a an this that these its their his her your my any each every all both of in on under per by with to from see cf and or ' +
    'but also as at for against into within than is are was be not via follow follows following followed cite cites cited ' +
    'citing uphold upholds honor honors read know knows sign signs signed adopt adopts accept accepts current revised same ' +
    'own full entire complete applicable official latest new updated relevant whole published written professional ' +
    'massachusetts ma mass commonwealth state statewide dmh violates violate breaches meets supports appendix exhibit',
);
/** Bodies and trades that have codes of their own, as they stand in lower case. */
const OTHERS = words(
  'nursing nurse nurses social work worker workers counselor counselors counseling counselling therapist therapists clinical ' +
    'clinician clinicians medical physician physicians psychologist psychologists psychiatric psychiatrist psychiatrists ' +
    'agency agencies company corporate organization organizations organizational provider providers employer employee ' +
    'employees staff board bank union hospital house building residents business vendor contractor federal county city ' +
    'university college association society recovery coach coaches family partner partners advocate advocates',
);
const STATES = words(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana ' +
    'iowa kansas kentucky louisiana maine maryland michigan minnesota mississippi missouri montana nebraska nevada ' +
    'hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania island tennessee texas utah vermont ' +
    'virginia washington wisconsin wyoming national international nys texas',
);
const PEERS = words('peer peers cps cpss certified specialist specialists massachusetts role roles');
const JOINTS = new Set(["'s", "'", '(', ')', ',', '"', '*']);
const YEAR = /^(?:19|20)\d\d$/;
const ABOUT_YEAR = words(
  'rev revised revision as in of summer spring fall winter the edition version from adopted updated last',
);

/** The Codes of Ethics that a text names, in reading order. */
export function findMentions(list: readonly Piece[], compiled: CompiledCitations): CodeMention[] {
  const found: CodeMention[] = [];
  for (let i = 0; i < list.length;) {
    const mention = list[i]!.kind === 'mark' ? undefined : mentionAt(list, i, compiled);
    if (mention) found.push(mention);
    i = mention?.to ?? i + 1;
  }
  return found;
}

function mentionAt(list: readonly Piece[], at: number, compiled: CompiledCitations): CodeMention | undefined {
  const named = compiled.names.longestAt(list, at, (i) => JOINTS.has(list[i]!.lower));
  if (!named) return otherCode(list, at) ?? shortMention(list, at);
  const { code, edition, kind } = named.value;
  if (isAbbreviation(list, at, named.to) && !mayAbbreviate(list, at, named.to)) return undefined;
  const to = shut(list, at, named.to);
  if (isForeign(list, at, to, kind)) return { from: bodyBefore(list, at), to, kind: 'foreign' };
  const base = { from: at, to, code, kind: kind === 'own' ? ('ours' as const) : ('bare' as const) };
  if (edition) return { ...base, to: pastEdition(list, to), edition: edition.id };
  const behind = yearBehind(list, to);
  if (behind) return { ...base, to: behind.to, edition: editionOfYear(code, behind.year)?.id ?? behind.year };
  const before = yearBefore(list, at);
  if (before) return { ...base, from: before.from, edition: editionOfYear(code, before.year)?.id ?? before.year };
  return base;
}

const isAbbreviation = (list: readonly Piece[], from: number, to: number): boolean =>
  to === from + 1 && /^c\.?o\.?e\.?$/.test(list[from]!.lower);

/** "COE" stands for much else; here it is the Code where a number follows, or in capitals a principle. */
function mayAbbreviate(list: readonly Piece[], from: number, to: number): boolean {
  if (list[from - 1]?.lower === '-') return false;
  let next = to;
  while (next < to + 3 && /^[:#(,§.]$/.test(list[next]?.lower ?? '')) next++;
  const piece = list[next];
  return piece?.kind === 'number' || /^(?:principles?|nos?|numbers?|sections?)$/.test(piece?.lower ?? '');
}

/** "the Code", "this Code": a code that was named before. */
function shortMention(list: readonly Piece[], at: number): CodeMention | undefined {
  const piece = list[at]!;
  if (piece.lower !== 'code' || !/^(?:the|our|this|that|its|same|of)$/.test(list[at - 1]?.lower ?? '')) {
    // "the 2015 Code"
    if (piece.text !== 'Code' || !YEAR.test(list[at - 1]?.text ?? '')) return undefined;
  }
  const next = list[at + 1];
  if (next?.kind === 'word' && (/^(?:of|section|chapter)$/.test(next.lower) || /^\p{Lu}/u.test(next.text)))
    return undefined;
  const year = YEAR.test(list[at - 1]?.text ?? '') ? list[at - 1]!.text : undefined;
  return {
    from: year === undefined ? at : at - 1,
    to: at + 1,
    kind: 'short',
    ...(year !== undefined && { edition: year }),
  };
}

/** "Code of Ethical Conduct", "code of conduct": not ours unless an edition has that name. */
function otherCode(list: readonly Piece[], at: number): CodeMention | undefined {
  if (!/^codes?$/.test(list[at]!.lower) || list[at + 1]?.lower !== 'of') return undefined;
  const kind = list[at + 2]?.lower ?? '';
  if (!/^(?:ethics|ethical|conduct|professional|practice|federal|massachusetts)$/.test(kind)) return undefined;
  const to = /^(?:ethical|professional)$/.test(kind) && list[at + 3]?.kind === 'word' ? at + 4 : at + 3;
  return { from: at, to, kind: 'foreign' };
}

/** "the National Association of Social Workers Code of Ethics": the name of the body belongs to it. */
function bodyBefore(list: readonly Piece[], at: number): number {
  let from = at;
  while (from > at - 8 && from > 0 && /^(?:\p{Lu}|of$|'s?$|for$|and$)/u.test(list[from - 1]!.text)) from--;
  return from;
}

const pastEdition = (list: readonly Piece[], to: number): number =>
  /^(?:edition|version|revision)$/.test(list[to]?.lower ?? '') ? to + 1 : to;

/** The end with the bracket that a range of pieces has opened. */
export function shut(list: readonly Piece[], from: number, to: number): number {
  const open = list.slice(from, to).filter(({ lower }) => lower === '(').length;
  const closed = list.slice(from, to).filter(({ lower }) => lower === ')').length;
  return open > closed && list[to]?.lower === ')' ? to + 1 : to;
}

function isForeign(list: readonly Piece[], from: number, to: number, kind: 'own' | 'bare'): boolean {
  const before = list[from - 1];
  if (kind === 'own') return before?.kind === 'word' && STATES.has(before.lower) && /^\p{Lu}/u.test(before.text);
  return isOthersBefore(list, from - 1) || isOthersBehind(list, to);
}

function isOthersBefore(list: readonly Piece[], at: number): boolean {
  const piece = list[at];
  if (!piece) return false;
  if (piece.lower === "'s" || piece.lower === "'") {
    const owner = list[at - 1];
    return owner !== undefined && !PEERS.has(owner.lower) && !NEUTRAL.has(owner.lower);
  }
  if (piece.kind !== 'word') return false;
  if (OTHERS.has(piece.lower)) return true;
  if (NEUTRAL.has(piece.lower) || PEERS.has(piece.lower)) return false;
  if (/^\p{Lu}{2,}s?$/u.test(piece.text)) return true;
  const first = at === 0 || /^[.:;!?("]$/.test(list[at - 1]!.lower);
  return /^\p{Lu}/u.test(piece.text) && !first;
}

/** "Code of Ethics for Nurses", "Code of Ethics of the NASW", "Code of Ethics (ACA)". */
function isOthersBehind(list: readonly Piece[], to: number): boolean {
  const joint = list[to]?.lower ?? '';
  if (!/^(?:for|of|\()$/.test(joint)) return false;
  for (let i = to + 1; i < Math.min(to + 6, list.length); i++) {
    const { kind, lower, text } = list[i]!;
    if (kind !== 'word' || PEERS.has(lower)) return false;
    if (OTHERS.has(lower)) return true;
    if (
      joint === '('
        ? /^\p{Lu}{2,}$/u.test(text) && !/^(?:COE|DMH|MA)$/.test(text)
        : /^\p{Lu}/u.test(text) && !NEUTRAL.has(lower)
    )
      return true;
    if (joint === '(') return false;
  }
  return false;
}

/** "(2008)", ", 2008 edition", "(as revised in 2008)", "2008": the year of an edition behind a name. */
export function yearBehind(
  list: readonly Piece[],
  at: number,
): { readonly year: string; readonly to: number } | undefined {
  const open = list[at]?.lower === '(' || list[at]?.lower === '[';
  let i = open || list[at]?.lower === ',' ? at + 1 : at;
  const filling = i;
  while (i < filling + 5 && (ABOUT_YEAR.has(list[i]?.lower ?? '') || (i > filling && list[i]?.lower === '.'))) i++;
  const year = list[i]?.text ?? '';
  if (!YEAR.test(year)) return undefined;
  const named = /^(?:edition|version|revision|ed|text)$/.test(list[i + 1]?.lower ?? '');
  // "the Code of Ethics in 2008" tells of a year, not of an edition.
  if (i > filling && !open && !named && !/^(?:rev|revised|edition|version)$/.test(list[filling]!.lower))
    return undefined;
  let to = i + 1;
  if (named) to += list[to + 1]?.lower === '.' && list[to + 1]!.glued && list[to]!.lower === 'ed' ? 2 : 1;
  if (list[to]?.lower === ',' && list[to + 1]?.lower === 'as' && list[to + 2]?.lower === 'cited') {
    for (let k = to + 3; k < to + 6; k++) if (YEAR.test(list[k]?.text ?? '')) to = k + 1;
  }
  if (open && /^[)\]]$/.test(list[to]?.lower ?? '')) to++;
  return { year, to };
}

/** "2008 CPS Code of Ethics", "the 2008 edition of the CPS Code of Ethics". */
function yearBefore(list: readonly Piece[], at: number): { readonly year: string; readonly from: number } | undefined {
  let i = at - 1;
  if (list[i]?.lower === 'the' || list[i]?.lower === 'our') i--;
  if (list[i]?.lower === 'of') i--;
  if (/^(?:edition|version|revision|text)$/.test(list[i]?.lower ?? '')) i--;
  else i = at - 1;
  const year = list[i]?.text ?? '';
  return YEAR.test(year) && list[i]!.kind === 'number' ? { year, from: i } : undefined;
}
