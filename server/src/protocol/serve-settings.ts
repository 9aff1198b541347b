import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { SETTINGS_SECTION } from '../features/settings';
import { describe } from './log';
import type { Session } from './session';

/** Listens for changed settings. */
export function serveSettings({ connection, settings }: Session, onChange: () => void): void {
  connection.onDidChangeConfiguration((change) => {
    settings.changed(change.settings);
    onChange();
  });
}

/** Asks to be told of changed settings. Possible only once the client is initialized. */
export function registerForSettings({ connection, client, log }: Session): void {
  if (!client.registersConfiguration) return;
  connection.client
    .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
    .catch((error: unknown) => log.warn(`Changed settings will not be noticed. ${describe(error)}`));
}
