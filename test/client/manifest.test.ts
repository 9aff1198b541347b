import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CLIENT_ID, COMMANDS, EXTENSION_NAME } from '../../client/src/names';
import { SOURCE } from '../../server/src/features/diagnostics';
import { SETTING_DEFAULTS, SETTINGS_SECTION } from '../../server/src/features/settings';

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: unknown; readonly description: string };
    readonly virtualWorkspaces: unknown;
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const root = path.join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const settings = manifest.contributes.configuration.properties;

describe('the manifest', () => {
  it('has the settings of the code, with its defaults', () => {
    const defaults = Object.entries(settings).map(([name, setting]) => [name, setting.default]);
    const inCode = Object.entries(SETTING_DEFAULTS).map(([name, value]) => [`${SETTINGS_SECTION}.${name}`, value]);
    assert.deepEqual(Object.fromEntries(defaults), Object.fromEntries(inCode));
  });

  it('describes every setting, and every value of a choice', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.equal(setting.type, typeof setting.default, name);
      assert.ok((setting.description ?? setting.markdownDescription ?? '').length > 20, `${name} is not described`);
      if (setting.enum === undefined) continue;
      assert.ok(
        setting.enum.some((value) => value === setting.default),
        `${name}: its default is no choice`,
      );
      assert.equal(setting.enumDescriptions?.length, setting.enum.length, `${name}: choices without description`);
    }
  });

  it('offers the profiles that there are, by their titles', () => {
    const folder = path.join(root, 'server/knowledge/profiles');
    const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
    const profile = settings['peerRoleCheck.profile'];
    assert.deepEqual([...(profile?.enum ?? [])].sort(), files.map((name) => name.replace('.yml', '')).sort());
    profile?.enum?.forEach((id, i) => {
      const title = /^title: "?(.+?)"?$/m.exec(readFileSync(path.join(folder, `${id}.yml`), 'utf8'))?.[1];
      assert.equal(profile.enumItemLabels?.[i], title);
    });
  });

  it('declares the commands that the code registers, under one category', () => {
    const { commands } = manifest.contributes;
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(COMMANDS).sort());
    for (const { command, title, category } of commands) {
      assert.ok(command.startsWith(`${CLIENT_ID}.`), command);
      assert.ok(title.length > 0);
      assert.equal(category, EXTENSION_NAME);
    }
  });

  it('wakes the extension for Markdown only, and lets it run where nothing is trusted', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown']);
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    // Drafts are checked anywhere; what an organization has written itself is used only where it is trusted.
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.match(untrustedWorkspaces.description, /once the folder is trusted/);
    assert.equal(virtualWorkspaces, true);
  });

  it('uses one name and one section throughout', () => {
    assert.equal(EXTENSION_NAME, SOURCE);
    assert.equal(CLIENT_ID, SETTINGS_SECTION);
    assert.ok(existsSync(path.join(root, 'client/src/extension-web.ts')));
  });
});
