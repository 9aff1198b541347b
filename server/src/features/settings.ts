import type { CitationStyle } from '../engine/citations/citation';

/*
 * The settings, declared once. `package.json` repeats their names, types and defaults for the editor, and a test holds
 * the two together.
 */

/** The part of a client's configuration that is ours. */
export const SETTINGS_SECTION = 'peerRoleCheck';

const CITATION_STYLES: readonly CitationStyle[] = ['inline', 'footnote', 'link'];

/** What the server is told. */
export interface Settings {
  /** False: nothing is underlined, and hovers are silent. */
  readonly enable: boolean;
  /** Id of the profile for drafts that name none. Always one that the engine knows. */
  readonly profile: string;
  /** Whether words for people are looked at too. */
  readonly respectfulLanguage: boolean;
  /** Id of the edition of the Code of Ethics for drafts that name none. Always one that the engine knows. */
  readonly codeEdition: string;
  readonly citationStyle: CitationStyle;
  /** People for each FTE in peer roles, at most; 0: the figure that comes with the product. */
  readonly peoplePerFte: number;
  /** The least starting pay, in dollars an hour; 0: the figure that comes with the product. */
  readonly lowestHourlyPay: number;
}

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  profile: 'accs',
  respectfulLanguage: true,
  codeEdition: '2008',
  citationStyle: 'inline',
  peoplePerFte: 0,
  lowestHourlyPay: 0,
};

/** Every setting below `peerRoleCheck.`, with its default. `trace.server` is read by the language client itself. */
export const SETTING_DEFAULTS: Readonly<Record<string, boolean | string | number>> = {
  ...DEFAULT_SETTINGS,
  'trace.server': 'messages',
};

export interface SettingsReading {
  readonly settings: Settings;
  /** One sentence for every value that could not be used, for the log. */
  readonly problems: readonly string[];
}

/** Ids that a setting can name, of what the engine knows. */
export interface Choices {
  readonly profiles: readonly string[];
  readonly editions: readonly string[];
}

/**
 * Settings from whatever a client sends. What is missing, or of another kind than it should be, is replaced by its
 * default: a slip in a settings file must not leave a draft unchecked.
 *
 * @param raw the value of our section, `{ "enable": true, "profile": "accs" }`
 */
export function readSettings(raw: unknown, { profiles, editions }: Choices): SettingsReading {
  const problems: string[] = [];
  const values = isRecord(raw) ? raw : {};
  if (!isRecord(raw) && isSet(raw)) {
    problems.push(`"${SETTINGS_SECTION}" is ${show(raw)}, not a group of settings. The defaults are used.`);
  }

  const read = <K extends keyof Settings>(
    key: K,
    accept: (value: unknown) => Settings[K] | undefined,
    use: string,
  ): Settings[K] => {
    const value = values[key];
    const accepted = isSet(value) ? accept(value) : DEFAULT_SETTINGS[key];
    if (accepted !== undefined) return accepted;
    const fallback = DEFAULT_SETTINGS[key];
    problems.push(`"${SETTINGS_SECTION}.${key}" is ${show(value)}. ${use}; ${show(fallback)} is used.`);
    return fallback;
  };
  const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
  const amount = (value: unknown): number | undefined =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
  const among =
    <T extends string>(known: readonly T[]) =>
    (value: unknown): T | undefined =>
      known.find((candidate) => candidate === value);
  const oneOf = (known: readonly string[]): string => `Use one of ${known.map((id) => `"${id}"`).join(', ')}`;

  const settings: Settings = {
    enable: read('enable', flag, 'Use true or false'),
    profile: read('profile', among(profiles), oneOf(profiles)),
    respectfulLanguage: read('respectfulLanguage', flag, 'Use true or false'),
    codeEdition: read('codeEdition', among(editions), oneOf(editions)),
    citationStyle: read('citationStyle', among(CITATION_STYLES), oneOf(CITATION_STYLES)),
    peoplePerFte: read('peoplePerFte', amount, 'Use a number, or 0 for the figure of the sources'),
    lowestHourlyPay: read('lowestHourlyPay', amount, 'Use a number, or 0 for the figure of the sources'),
  };
  return { settings, problems };
}

/**
 * Our section out of settings that a client sent unasked: some send `{ "peerRoleCheck": { … } }`, some what is inside.
 */
export function ownSection(sent: unknown): unknown {
  return isRecord(sent) && SETTINGS_SECTION in sent ? sent[SETTINGS_SECTION] : sent;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Clients send `null` for a setting that nobody set. */
const isSet = (value: unknown): boolean => value !== undefined && value !== null;

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);
