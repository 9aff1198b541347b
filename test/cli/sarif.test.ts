import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import type { Engine } from '../../server/src/engine/engine';
import type { Finding } from '../../server/src/engine/findings/finding';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import type { CheckedFile } from '../../server/src/reports/checked-file';
import { sarifReport } from '../../server/src/reports/sarif';
import { Desk } from './run';
import { schemaErrors } from './sarif-schema';

const ROOT = join(import.meta.dirname, '../..');

/** Every report that a test looks at is valid. */
function runOf(text: string): Run {
  const log = JSON.parse(text) as Log;
  assert.deepEqual(schemaErrors(log), []);
  assert.equal(log.version, '2.1.0');
  const [run] = log.runs;
  assert.ok(run && log.runs.length === 1);
  return run;
}

const results = (run: Run): Result[] => run.results ?? [];
const fingerprint = (result: Result): string => result.partialFingerprints?.['peerRoleCheck/v1'] ?? '';

describe('the command line: SARIF', () => {
  let desk: Desk;
  beforeEach(() => (desk = new Desk()));
  afterEach(() => {
    desk.clear();
  });

  const sarif = async (...paths: string[]): Promise<Run> =>
    runOf((await desk.run(['check', '--format', 'sarif', ...paths])).out);

  it('names the program, its version and the rules, and each result names its rule', async () => {
    desk.put({ 'a.md': 'BREACH and OPEN' });
    const run = await sarif('a.md');
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    assert.equal(run.tool.driver.name, 'Peer Role Check');
    assert.equal(run.tool.driver.version, version);
    const rules = run.tool.driver.rules ?? [];
    assert.deepEqual(
      results(run).map(({ ruleId, ruleIndex }) => [ruleId, rules[ruleIndex ?? -1]?.id]),
      [
        ['capitals', 'capitals'],
        ['capitals', 'capitals'],
      ],
    );
  });

  it('says where, in lines and columns from 1 and UTF-16 characters, with any line break', async () => {
    desk.put({ 'a.md': 'one\r\ntwo\rthree\n😀 BREACH ALL' });
    const run = await sarif('a.md');
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(run.newlineSequences, ['\r\n', '\n', '\r']);
    assert.deepEqual(results(run)[0]?.locations?.[0]?.physicalLocation?.region, {
      startLine: 4,
      startColumn: 4,
      endLine: 4,
      endColumn: 14,
      snippet: { text: 'BREACH ALL' },
    });
  });

  it('gives each severity its level, and says how sure and on whose authority', async () => {
    desk.put({ 'a.md': 'BREACH WARN INFO HINT OPEN' });
    const found = results(await sarif('a.md'));
    assert.deepEqual(
      found.map(({ level }) => level),
      ['error', 'warning', 'note', 'note', 'warning'],
    );
    assert.deepEqual(found[1]?.properties, {
      authority: 'ethics',
      certainty: 'breach',
      allowed: 'Talking softly.',
      sources: [{ key: 'paper', section: '10' }, { key: 'lost' }],
    });
    assert.equal(found[4]?.properties?.['certainty'], 'open');
  });

  it('names drafts by relative addresses with slashes, whatever is in their names', async () => {
    desk.put({ 'Bewerbung für 100%/a b#1?.md': 'BREACH', 'c:d.md': 'BREACH' });
    for (const path of ['.', './']) {
      const run = await sarif(path);
      const uris = ['Bewerbung%20f%C3%BCr%20100%25/a%20b%231%3F.md', 'c%3Ad.md'];
      const places = results(run).map((result) => result.locations?.[0]?.physicalLocation?.artifactLocation);
      assert.deepEqual(
        places,
        uris.map((uri, index) => ({ uri, uriBaseId: '%SRCROOT%', index })),
      );
      assert.ok(run.originalUriBaseIds?.['%SRCROOT%']);
    }
  });

  it('lists every draft that was checked, and says where some could not be read', async () => {
    desk.put({ 'a.md': 'fine', 'b.md': 'BREACH' });
    const good = await sarif('a.md', 'b.md');
    assert.deepEqual(
      good.artifacts?.map(({ location }) => location?.uri),
      ['a.md', 'b.md'],
    );
    assert.equal(good.invocations?.[0]?.executionSuccessful, true);

    const { out, err, status } = await desk.run(['check', '--format', 'sarif', 'a.md', 'missing.md']);
    assert.equal(status, 2);
    assert.match(err, /^peer-role-check: missing\.md: /);
    const [invocation] = runOf(out).invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    const [said] = invocation?.toolExecutionNotifications ?? [];
    assert.match(said?.message.text ?? '', /There is no such file/);
    assert.equal(said?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'missing.md');
  });

  it('is valid where nothing was found, and for standard input', async () => {
    desk.put({ 'a.md': 'fine' });
    assert.deepEqual(results(await sarif('a.md')), []);
    const { out } = await desk.run(['check', '--format', 'sarif', '-'], { stdin: 'BREACH' });
    const place = results(runOf(out))[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    assert.equal(place?.description?.text, 'standard input');
    assert.equal(place.uriBaseId, undefined);
  });

  describe('recognizes a finding in a later version of the draft', () => {
    const of = async (text: string): Promise<string[]> => {
      desk.put({ 'a.md': text });
      return results(await sarif('a.md')).map(fingerprint);
    };

    it('where lines moved, or break elsewhere', async () => {
      const before = await of('BREACH ALL and WARN');
      assert.deepEqual(await of('# New\n\nMore text. BREACH ALL\n\nand\n\nWARN'), before);
      assert.match(before[0] ?? '', /^[0-9a-f]{16}:1$/);
    });

    it('and tells other words, and the same words elsewhere, from it', async () => {
      const [first, second, third, ...none] = await of('BREACH, BREACH, BREACH ALL');
      assert.equal(new Set([first, second, third]).size, 3);
      assert.deepEqual(none, []);
      assert.deepEqual(await of('BREACH, gone, BREACH ALL'), [first, third]);
    });
  });
});

describe('SARIF, from what the checker knows', function () {
  this.timeout(60_000); // the first engine is slow to make on a busy computer
  let engine: Engine;
  before(() => ({ engine } = createBuiltinEngine()));

  const checked = (path: string, source: string): CheckedFile => ({ path, source, ...engine.check(source) });
  const report = (...files: CheckedFile[]): Run =>
    runOf(sarifReport(files, engine.knowledge, { version: '1.2.3', unreadable: [] }));
  const rule = (run: Run, id: string): ReportingDescriptor | undefined =>
    run.tool.driver.rules?.find((descriptor) => descriptor.id === id);

  it('is valid for the examples, and every snippet is what stands at its place', () => {
    const names = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.md'));
    const files = names.map((name) => checked(name, readFileSync(join(ROOT, 'examples', name), 'utf8')));
    const run = report(...files);
    assert.ok(results(run).length > 3);
    for (const result of results(run)) {
      const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
      const lines = files.find(({ path }) => path === artifactLocation?.uri)?.source.split('\n') ?? [];
      const { startLine = 0, endLine = 0, startColumn = 0, endColumn = 0 } = region ?? {};
      const words = lines.slice(startLine - 1, endLine);
      words.push((words.pop() ?? '').slice(0, endColumn - 1));
      words.unshift((words.shift() ?? '').slice(startColumn - 1));
      assert.equal(words.join('\n'), region?.snippet?.text);
    }
  });

  it('explains each rule: what, why, what is allowed, on whose authority, and from where', () => {
    const descriptor = rule(report(checked('a.md', '')), 'medication-administration');
    const known = engine.knowledge.rules.get('medication-administration');
    assert.ok(descriptor && known);
    assert.equal(descriptor.name, 'MedicationAdministration');
    assert.equal(descriptor.shortDescription?.text, known.title);
    assert.equal(descriptor.fullDescription?.text, known.why);
    assert.equal(descriptor.defaultConfiguration?.level, 'error');
    assert.deepEqual(descriptor.properties, { family: 'duty', authority: 'contract', tags: ['duty', 'contract'] });
    for (const text of [descriptor.help?.text ?? '', descriptor.help?.markdown ?? '']) {
      assert.ok(text.includes(known.allowed));
      assert.match(text, /this rests on the contract/);
      assert.match(text, /^- Request for Response: .*\(7\.5 a\)\. Massachusetts Department/m);
    }
    assert.match(descriptor.help?.markdown ?? '', /\*\*Allowed instead:\*\*/);
    assert.doesNotMatch(descriptor.help?.text ?? '', /\*\*/);
  });

  it('gives no address for help where there is no page', () => {
    for (const descriptor of report(checked('a.md', '')).tool.driver.rules ?? []) assert.ok(!('helpUri' in descriptor));
  });

  it('has the rules that were looked for, and those of remarks on the draft itself', () => {
    assert.ok(rule(report(checked('a.md', '')), 'routine-notes'));
    assert.deepEqual(report().tool.driver.rules, []);
    const accs = engine.knowledge.profiles.get('accs');
    assert.ok(accs);
    const without = new Map([['accs', { ...accs, rules: { ...accs.rules, 'routine-notes': { off: true } } }]]);
    const knowledge = { ...engine.knowledge, profiles: without };
    const run = runOf(sarifReport([checked('a.md', '')], knowledge, { version: '1.2.3', unreadable: [] }));
    assert.ok(rule(run, 'clinical-duties') && !rule(run, 'routine-notes'));

    const odd = report(checked('a.md', '---\npeer-role-profile: "{0} [a](1)"\n---\n'));
    assert.match(rule(odd, 'unknown-profile')?.help?.text ?? '', /^The draft names a profile that is not known/);
    // No viewer takes the writer's words for a place to fill in, or for a link.
    assert.match(results(odd)[0]?.message.text ?? '', /"\{\{0\}\} \[a\\\]\(1\)"/);
  });

  it('has what was left out on purpose too, marked as such, with the reason', () => {
    const note = '<!-- peer-role-check: allow medication-administration because the county asks for it -->';
    const duty = 'The peer specialist administers medication.';
    const [left, found, ...others] = results(report(checked('a.md', `${duty} ${note}\n\n${duty}\n`)));
    assert.deepEqual(others, []);
    assert.equal(left?.ruleId, 'medication-administration');
    const [suppression] = left.suppressions ?? [];
    assert.equal(suppression?.kind, 'inSource');
    assert.equal(suppression.justification, 'the county asks for it');
    assert.equal(suppression.location?.physicalLocation?.region?.startLine, 1);
    assert.equal(suppression.location.physicalLocation.region.snippet?.text, note);
    assert.deepEqual(found?.suppressions, []);
    const [alone] = results(report(checked('a.md', `More.\n\n${duty}\n\n${duty}\n`)));
    assert.ok(alone);
    assert.equal(fingerprint(alone), fingerprint(left), 'it is the same finding, left out or not');

    const { findings, ...rest } = checked('a.md', duty);
    const ofAll = findings.map((finding) => ({ finding, reason: 'Our contract.', by: 'workspace' as const }));
    const [everywhere] = results(report({ ...rest, findings: [], suppressed: ofAll }));
    assert.deepEqual(everywhere?.suppressions, [{ kind: 'external', justification: 'Our contract.' }]);
  });

  it('leads to the other places that belong to a finding', () => {
    const source = 'One.\nTwo.';
    const [finding] = engine.check('The peer specialist administers medication.').findings;
    assert.ok(finding);
    const related: Finding = {
      ...finding,
      span: { start: 0, end: 3 },
      related: [{ span: { start: 5, end: 8 }, message: 'Named here.' }],
    };
    const run = report({ ...checked('a.md', source), findings: [related] });
    const [place] = results(run)[0]?.relatedLocations ?? [];
    assert.equal(place?.message?.text, 'Named here.');
    assert.equal(place.physicalLocation?.region?.startLine, 2);
    assert.equal(place.physicalLocation.artifactLocation?.uri, 'a.md');
  });

  it('names drafts elsewhere by whole addresses', () => {
    const uri = (path: string): string | undefined => {
      const location = report(checked(path, '')).artifacts?.[0]?.location;
      assert.equal(location?.uriBaseId, undefined);
      return location?.uri;
    };
    assert.equal(uri('/home/a b/c.md'), 'file:///home/a%20b/c.md');
    assert.equal(uri('C:/Users/a b/c.md'), 'file:///C:/Users/a%20b/c.md');
    assert.equal(uri('//server/share/c.md'), 'file://server/share/c.md');
    assert.equal(uri('/half \ud800.md'), 'file:///half%20%EF%BF%BD.md');
  });
});
