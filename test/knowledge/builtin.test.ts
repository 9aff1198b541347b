import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '../../server/src/engine/knowledge/layout';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { builtinKnowledge } from '../../server/src/host/builtin-knowledge.generated';
import { readPackFolder } from '../../server/src/host/node-packs';

const PACK = join(import.meta.dirname, '../../server/knowledge');

describe('the knowledge that comes with the product', () => {
  it('has no mistakes', () => {
    assert.deepEqual(loadKnowledge(builtinKnowledge).errors, []);
  });

  it('is embedded as it stands in the folder: what the loader reads, and nothing else', () => {
    const inFolder = readPackFolder(PACK).filter(({ path }) => placeOf(path).kind !== 'ignored');
    assert.deepEqual(builtinKnowledge, inFolder);
  });

  it('has the six sources, and says which are known second-hand or undated', () => {
    const { sources } = loadKnowledge(builtinKnowledge).knowledge;
    assert.deepEqual([...sources.keys()], ['tips-2017', 'rfi-2017', 'update-2012', 'cps-spec', 'hcbs-ny', 'accs-rfr']);
    assert.match(sources.get('accs-rfr')?.note ?? '', /second-hand.*items a to c only/s);
  });

  it('has the accs profile: two duties, certification and two statements by contract, the other duties by the code of ethics, which 7.5 cites', () => {
    const accs = loadKnowledge(builtinKnowledge).knowledge.profiles.get('accs');
    assert.ok(accs);
    assert.deepEqual(accs.severity, { contract: 'error', ethics: 'warning', practice: 'information' });
    const contract = Object.entries(accs.rules).filter(([, rule]) => rule.authority === 'contract');
    assert.deepEqual(
      contract.map(([id, rule]) => [id, rule.sources]),
      [
        ['medication-administration', [{ key: 'accs-rfr', section: '7.5 a' }]],
        ['representative-payee', [{ key: 'accs-rfr', section: '7.5 b' }]],
        // Reported by tips-2017, the rule's own source; the contract's clause is not known to us.
        ['certification-terms', undefined],
        ['missing-code-of-ethics', [{ key: 'accs-rfr', section: '7.5' }]],
        ['missing-retention-strategy', [{ key: 'tips-2017', section: '4' }]],
      ],
    );
    const ethics = Object.values(accs.rules).filter((rule) => rule.authority === 'ethics');
    assert.ok(ethics.length >= 10);
    for (const rule of ethics) assert.deepEqual(rule.sources?.[0], { key: 'accs-rfr', section: '7.5' });
  });
});

describe('reading a pack from a folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pack-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('finds YAML at any depth, with / between folders, in a fixed order, and nothing else', () => {
    mkdirSync(join(folder, 'rules', 'duty'), { recursive: true });
    for (const path of [
      'roles.yml',
      'rules/duty/b.yml',
      'rules/duty/a.yml',
      'rules/duty/c.yaml',
      'README.md',
      'x.yml.bak',
    ]) {
      writeFileSync(join(folder, path), path);
    }
    assert.deepEqual(readPackFolder(folder), [
      { path: 'roles.yml', text: 'roles.yml' },
      { path: 'rules/duty/a.yml', text: 'rules/duty/a.yml' },
      { path: 'rules/duty/b.yml', text: 'rules/duty/b.yml' },
      { path: 'rules/duty/c.yaml', text: 'rules/duty/c.yaml' },
    ]);
  });

  it('finds nothing in an empty folder', () => {
    assert.deepEqual(readPackFolder(folder), []);
  });
});
