/*
 * The settings, declared once. `package.json` repeats their names, types and defaults for the editor, and a test holds
 * the two together.
 */

/** The part of a client's configuration that is ours. */
export const SETTINGS_SECTION = 'peerRoleCheck';

/** What the server is told. */
export interface Settings {
  /** False: nothing is underlined, and hovers are silent. */
  readonly enable: boolean;
  /** Id of the profile for drafts that name none. Always one that the engine knows. */
  readonly profile: string;
}

export const DEFAULT_SETTINGS: Settings = { enable: true, profile: 'accs' };

/** Every setting below `peerRoleCheck.`, with its default. `trace.server` is read by the language client itself. */
export const SETTING_DEFAULTS: Readonly<Record<string, boolean | string>> = {
  ...DEFAULT_SETTINGS,
  'trace.server': 'messages',
};

export interface SettingsReading {
  readonly settings: Settings;
  /** One sentence for every value that could not be used, for the log. */
  readonly problems: readonly string[];
}

/**
 * Settings from whatever a client sends. What is missing, or of another kind than it should be, is replaced by its
 * default: a slip in a settings file must not leave a draft unchecked.
 *
 * @param raw the value of our section, `{ "enable": true, "profile": "accs" }`
 * @param profiles ids of the profiles that the engine knows
 */
export function readSettings(raw: unknown, profiles: readonly string[]): SettingsReading {
  const problems: string[] = [];
  const values = isRecord(raw) ? raw : {};
  if (!isRecord(raw) && raw !== undefined && raw !== null) {
    problems.push(`"${SETTINGS_SECTION}" is ${show(raw)}, not a group of settings. The defaults are used.`);
  }

  let enable = DEFAULT_SETTINGS.enable;
  if (typeof values['enable'] === 'boolean') {
    enable = values['enable'];
  } else if (isSet(values['enable'])) {
    problems.push(`"${SETTINGS_SECTION}.enable" is ${show(values['enable'])}. Use true or false; ${enable} is used.`);
  }

  let profile = DEFAULT_SETTINGS.profile;
  const wanted = values['profile'];
  if (typeof wanted === 'string' && profiles.includes(wanted)) {
    profile = wanted;
  } else if (isSet(wanted)) {
    const known = profiles.map((id) => `"${id}"`).join(', ');
    problems.push(
      `"${SETTINGS_SECTION}.profile" is ${show(wanted)}, which is no profile of this version. ` +
        `Use one of ${known}; "${profile}" is used.`,
    );
  }
  return { settings: { enable, profile }, problems };
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
