// English inflection, as far as lexicons need it: from a base form to every form a draft may use. The irregular verbs are
// those that occur in duty lists; an unknown verb is inflected by the regular spelling rules.

const IRREGULAR: Readonly<Record<string, string>> = {
  be: 'am is are was were been being',
  become: 'became becoming becomes',
  begin: 'begins began begun beginning',
  bring: 'brings brought bringing',
  buy: 'buys bought buying',
  catch: 'catches caught catching',
  choose: 'chooses chose chosen choosing',
  come: 'comes came coming',
  cut: 'cuts cutting',
  deal: 'deals dealt dealing',
  do: 'does did done doing',
  draw: 'draws drew drawn drawing',
  drive: 'drives drove driven driving',
  feed: 'feeds fed feeding',
  feel: 'feels felt feeling',
  fill: 'fills filled filling',
  find: 'finds found finding',
  get: 'gets got gotten getting',
  give: 'gives gave given giving',
  go: 'goes went gone going',
  have: 'has had having',
  hear: 'hears heard hearing',
  hold: 'holds held holding',
  keep: 'keeps kept keeping',
  know: 'knows knew known knowing',
  lay: 'lays laid laying',
  lead: 'leads led leading',
  leave: 'leaves left leaving',
  lend: 'lends lent lending',
  let: 'lets letting',
  look: 'looks looked looking',
  lose: 'loses lost losing',
  make: 'makes made making',
  meet: 'meets met meeting',
  oversee: 'oversees oversaw overseen overseeing',
  pay: 'pays paid paying',
  put: 'puts putting',
  read: 'reads reading',
  rise: 'rises rose risen rising',
  run: 'runs ran running',
  say: 'says said saying',
  see: 'sees saw seen seeing',
  sell: 'sells sold selling',
  send: 'sends sent sending',
  set: 'sets setting',
  show: 'shows showed shown showing',
  sit: 'sits sat sitting',
  speak: 'speaks spoke spoken speaking',
  spend: 'spends spent spending',
  stand: 'stands stood standing',
  steer: 'steers steered steering',
  take: 'takes took taken taking',
  teach: 'teaches taught teaching',
  tell: 'tells told telling',
  think: 'thinks thought thinking',
  undertake: 'undertakes undertook undertaken undertaking',
  withdraw: 'withdraws withdrew withdrawn withdrawing',
  withhold: 'withholds withheld withholding',
  write: 'writes wrote written writing',
  rewrite: 'rewrites rewrote rewritten rewriting',
  wake: 'wakes woke woken waking',
  win: 'wins won winning',
  understand: 'understands understood understanding',
  bind: 'binds bound binding',
  drop: 'drops dropped dropping',
  lie: 'lies lay lain lying',
  shut: 'shuts shutting',
  sign: 'signs signed signing',
  feedback: 'feedback',
};

const IRREGULAR_PAST = new Set(
  (
    'was were became began brought bought caught chose came dealt did drew drove fed felt found got gave went had heard ' +
    'held kept knew laid led left lent lost made met oversaw paid ran said saw sold sent showed sat spoke spent stood took ' +
    'taught told thought undertook withdrew withheld wrote rewrote woke won understood'
  ).split(' '),
);

const VOWEL = /[aeiou]/;
/** Verbs of more than one syllable that double their last consonant all the same. */
const DOUBLING = new Set([
  'prefer',
  'refer',
  'transfer',
  'commit',
  'submit',
  'permit',
  'admit',
  'compel',
  'control',
  'format',
]);

/** All forms of a verb, its base form included. */
export function verbForms(base: string): string[] {
  // "organise" stands for "organize" too, and the other way round.
  const twin =
    /i[sz]e$/.test(base) &&
    !/^(?:raise|praise|advise|revise|supervise|exercise|size|prize|rise|promise|comprise|seize|improvise|televise|devise|advertise|surprise|wise|appraise)$/.test(
      base,
    )
      ? base.replace(/i([sz])e$/, (_, c: string) => (c === 's' ? 'ize' : 'ise'))
      : undefined;
  return twin ? [...regularForms(base), ...regularForms(twin)] : regularForms(base);
}

function regularForms(base: string): string[] {
  const irregular = IRREGULAR[base];
  if (irregular !== undefined) return [base, ...irregular.split(' ')];
  const s = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  if (base.endsWith('ie')) return [base, s, `${base}d`, `${base.slice(0, -2)}ying`];
  if (base.endsWith('e')) return [base, s, `${base}d`, base.endsWith('ee') ? `${base}ing` : `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [base, s, `${base.slice(0, -1)}ied`, `${base}ing`];
  const short = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) || DOUBLING.has(base);
  const stem = short ? base + base.at(-1)! : base;
  const forms = [base, s, `${stem}ed`, `${stem}ing`];
  // British spelling doubles a final l ("labelled", "counselling").
  if (/[^aeiou][aeiou]l$/.test(base)) forms.push(`${base}led`, `${base}ling`);
  return forms;
}

const IRREGULAR_PLURAL: Readonly<Record<string, string>> = {
  person: 'people persons',
  child: 'children',
  man: 'men',
  woman: 'women',
  diagnosis: 'diagnoses',
  analysis: 'analyses',
  staff: 'staff staffs',
  criterion: 'criteria',
  medium: 'media',
};

/** Singular and plural of a noun. */
export function nounForms(base: string): string[] {
  const irregular = IRREGULAR_PLURAL[base];
  if (irregular !== undefined) return [base, ...irregular.split(' ')];
  if (/(?:s|x|z|ch|sh)$/.test(base)) return [base, `${base}es`];
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`];
  return VOWEL.test(base) || base.length > 1 ? [base, `${base}s`] : [base];
}

/** Whether a lower-case word looks like a simple past form. Past participles of regular verbs look the same. */
export const looksPast = (word: string): boolean =>
  IRREGULAR_PAST.has(word) ||
  (/[a-z]{2}ed$/.test(word) && !/(?:eed|(?:hundr|sacr|kindr|nak|wick|crook)ed)$/.test(word));
