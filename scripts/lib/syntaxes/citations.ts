// Citations: of the Code of Ethics, and of places in contracts.
import { anyOf, exactly, FROM, FROM_ANY_CASE, maybe, NO_LETTER, rule, type MatchRule } from './shape';

const CODE_SCOPE = 'constant.numeric.citation.code-of-ethics.peer-role-check';
const CONTRACT_SCOPE = 'constant.numeric.citation.contract.peer-role-check';

// The Code.

const NUMBER = String.raw`(?:#|nos?\.? ?)?\d{1,2}(?!(?!_)\w|%|\.\d|-[a-z])`;
const AND = String.raw`(?: ?[,&/–—-] ?(?:and |or )?| (?:and|or|to|through|thru) )`;
const NUMBERS = `${NUMBER}(?:${AND}${NUMBER})*`;
const BEFORE_NUMBERS = '(?:#|§{1,2} ?|(?:principles?|sections?|items?|numbers?) )';
const THE_CODE = anyOf(
  '(?:Massachusetts |MA )?(?:CPS |Peer Specialist |Certified Peer Specialist )?Code of Ethics',
  'CPS Code',
  'the Code',
  'COE',
);
const EDITION = String.raw`,? \(?(?:edition |revised )?(?:19|20)\d{2}(?!\d)\)?`;
/** The principle's title, behind its number. */
const TITLE = exactly(String.raw` \([A-Z][^()\[\]*_]{2,40}\)`);
const OF_THE_CODE = ` of the ${maybe('\\d{4} ')}${maybe('CPS ', 'Massachusetts ')}Code(?: of Ethics)?${NO_LETTER}`;
const PHRASE_ENDS = String.raw`(?= ?(?:$|[.,;:)\]]))`;

const OF_CODE: readonly MatchRule[] = [
  rule(
    '"CPS Code of Ethics #10", "CPS Code of Ethics (2008), principle 8", "COE principles 7-10".',
    CODE_SCOPE,
    FROM_ANY_CASE,
    THE_CODE,
    maybe(EDITION),
    '[,:]? ?',
    anyOf(`${BEFORE_NUMBERS}${NUMBERS}${maybe(TITLE)}`, String.raw`\(${BEFORE_NUMBERS}${NUMBERS}\)`),
  ),
  rule(
    'A bare number, where nothing else can be meant: "COE 8"; "Code of Ethics 10" at the end of a phrase.',
    CODE_SCOPE,
    FROM_ANY_CASE,
    anyOf(`COE[,:]? ${NUMBERS}`, `(?:CPS )?Code of Ethics,? ${NUMBER}${PHRASE_ENDS}`),
  ),
  rule('An edition: "CPS Code of Ethics (2008)".', CODE_SCOPE, FROM_ANY_CASE, THE_CODE, EDITION),
  rule(
    '"Principle 10 (Dual Roles)", "principles 7, 8 and 10 of the Code". Not "in principle 30 people".',
    CODE_SCOPE,
    `${FROM}(?<![iI]n )(?i)principles? `,
    maybe('numbers? '),
    NUMBERS,
    maybe(TITLE),
    maybe(OF_THE_CODE),
  ),
  rule(
    '"§10 of the Code", "number 8 of the CPS Code of Ethics".',
    CODE_SCOPE,
    String.raw`(?<!\w|§|-)(?i)`,
    String.raw`(?:§{1,2} ?|(?:sections?|items?|numbers?|nos?\.) |#)`,
    NUMBERS,
    OF_THE_CODE,
  ),
];

// Contracts. server/knowledge/references/contract-references.yml has the ways of writing them, and a test compares.

const LETTER_ENDS = String.raw`(?!(?!_)\w|['’-])`;

/** "a", "(a)", ".a". A bare "a" or "i" behind a space may be a word; it counts where a phrase ends or goes on with "and". */
const LETTER = anyOf(
  String.raw`\.?[a-z]${LETTER_ENDS}`,
  String.raw` ?\([a-z]\)`,
  String.raw` [b-hj-z]${LETTER_ENDS}`,
  String.raw` [ai](?= ?(?:$|[,.;:)\]–—-]|(?:and|or|to|through|of the)${NO_LETTER}))`,
);
const MORE_LETTERS = String.raw`(?:(?:,| and| or| to| through|, and) ?(?:\([a-z]\)|[b-hj-z]${LETTER_ENDS}))*`;
const LETTERS = maybe(LETTER + MORE_LETTERS);
const SECTION = String.raw`\d{1,2}(?:\.\d{1,2})+(?!\d)`;
const PAPER = `${maybe('(?:ACCS|CBFS|DMH|CBHC) ')}(?:RFR|RFP|RFI)`;
const SECTION_WORD = String.raw`(?:(?:section|sec\.) |§{1,2} ?)`;

const RFI_TOPIC = `${anyOf(
  'core tasks',
  'code of ethics',
  'ratio',
  'pay ?rate',
  'pay',
  'supervision',
  'training',
  'medication administration program',
  'rep-payeeship',
  'routine notes',
  'treatment plans or assessments',
  'reading files or notes',
  'attendance at meetings',
)}${NO_LETTER}`;
/** Behind "core tasks": which of them. */
const RFI_TASK = anyOf(
  String.raw` \([^()\[\]*_\d]{2,30}\)`,
  `, ${anyOf('MAP', 'medication', 'rep payee', 'rep-payeeship', '(?:routine )?notes', 'treatment plans(?: and assessments)?', 'reading files(?: or notes)?', '(?:attendance at )?meetings')}${NO_LETTER}`,
);

const specificationPlace = (...names: readonly string[]): string =>
  String.raw`${anyOf(...names)} \d{1,2}(?!\d)${LETTERS}`;
const PLACES = [
  'Components of Service',
  'Staffing Requirements',
  'Collateral Linkages',
  String.raw`Quality Management(?: \(QM\))?`,
  '(?:Assessment, Treatment, and|Process Specifications,) Documentation',
];
/** Short or long ways that say enough only behind the name of the specifications. */
const PLACES_INSIDE = [...PLACES, 'Staffing', 'Documentation', 'Service Community, and Collateral Linkages'];

const OF_CONTRACT: readonly MatchRule[] = [
  rule(
    '"RFR 7.5", "ACCS RFR Section 7.5(a)", "RFR 7.5 b and c", "item a of RFR 7.5".',
    CONTRACT_SCOPE,
    FROM_ANY_CASE,
    maybe(String.raw`items? \(?[a-z]\)? of (?:the )?`),
    `${PAPER},? ${maybe(SECTION_WORD)}${SECTION}${LETTERS}`,
  ),
  rule(
    '"Section 7.5(a) of the ACCS RFR".',
    CONTRACT_SCOPE,
    String.raw`(?<!\w|§|-)(?i)`,
    `${SECTION_WORD}${SECTION}${LETTERS} of the ${anyOf(PAPER, 'contract')}${NO_LETTER}`,
  ),
  rule(
    'The section by its title: "Section 7.5, Peer Roles".',
    CONTRACT_SCOPE,
    String.raw`(?<!\w|§|\.|-)(?:(?:Section|§) ?)?7\.5,? Peer Roles`,
    NO_LETTER,
  ),
  rule(
    '"RFI response 2017, core tasks (MAP)", "2017 RFI response, Ratio".',
    CONTRACT_SCOPE,
    FROM_ANY_CASE,
    anyOf('2017 RFI(?: response)?', String.raw`RFI(?: response)? (?:2017|\(2017\))`, 'RFI response(?=, )'),
    NO_LETTER,
    maybe(`,? ${RFI_TOPIC}${maybe(RFI_TASK)}`),
  ),
  rule(
    "A bid's number on COMMBUYS.",
    CONTRACT_SCOPE,
    String.raw`${FROM_ANY_CASE}(?:(?:response to )?RFI )?BD-\d{2}-\d{4}(?:-[A-Z0-9]{1,12}){1,4}(?:, ${RFI_TOPIC})?`,
  ),
  rule(
    '"CPS performance specifications, Components of Service 3(c)".',
    CONTRACT_SCOPE,
    `${FROM}(?:CPS|Certified Peer Specialist) `,
    '(?:service-specific )?(?:performance )?specifications?',
    NO_LETTER,
    maybe(`, ${anyOf(specificationPlace(...PLACES_INSIDE), 'subcontracts', 'subcontracted arrangements')}`),
  ),
  rule('A place in those specifications by itself.', CONTRACT_SCOPE, FROM, specificationPlace(...PLACES)),
];

export const CITATIONS = { ofCode: OF_CODE, ofContract: OF_CONTRACT };
