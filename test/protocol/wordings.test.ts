import assert from 'node:assert/strict';
import { asNewDraft, type WordingOffer } from '../../server/src/features/wordings';
import { createBuiltinEngine } from '../../server/src/host/create-checker';
import { PULL, URI, type Editor } from './editor';
import { editorWithServer } from './in-process';

const builtin = createBuiltinEngine();

describe('approved wording in an editor', () => {
  let editor: Editor;
  beforeEach(() => (editor = editorWithServer(() => builtin)));
  afterEach(() => editor.connection.dispose());
  const ask = (params: object) => editor.connection.sendRequest<WordingOffer[]>('peerRoleCheck/wordings', params);

  it('is what suits the draft’s contract, first what the draft lacks', async () => {
    await editor.start(PULL);
    await editor.open(
      '---\npeer-role-profile: accs\n---\n\n# Certified Peer Specialist: job description\n\nThe peer specialist will:\n\n- Sit with people who want company.\n- Lead a peer support group every week.\n- Go along to appointments when somebody asks for it.\n- Share from their own experience when it may be of use.\n- Help people find groups and places that they like.\n\n## Qualifications\n\n- Certification as a peer specialist within six months.\n- Experience with groups is welcome.\n\n## Hours and pay\n\n- Full time, 40 hours a week, at $24 an hour.\n\nTo apply, send a letter to our office.\n',
    );
    const offers = await ask({ uri: URI });
    assert.ok(offers.some(({ id }) => id === 'documentation-accs'));
    assert.equal(
      offers.some(({ id }) => id === 'documentation-cbhc'),
      false,
    );
    const missing = offers.filter((offer) => offer.missing);
    assert.ok(missing.length > 0 && missing.length < offers.length);
    assert.ok(offers.slice(0, missing.length).every((offer) => offer.missing));
  });

  it('is there without a draft, for a contract', async () => {
    await editor.start(PULL);
    const offers = await ask({ profile: 'hcbs-ny' });
    assert.ok(offers.some(({ id }) => id === 'hcbs-ny-job-description'));
    assert.ok(offers.every((offer) => !offer.missing));
  });

  it('makes new drafts of each kind, with a title', async () => {
    await editor.start(PULL);
    const offers = await ask({ profile: 'accs', newDrafts: true });
    assert.deepEqual([...new Set(offers.map(({ draft }) => draft))].sort(), [
      'contract-clause',
      'job-description',
      'policy',
      'rfr-section',
    ]);
    for (const { id, body, plain } of offers) {
      assert.match(body, /^# \S/, id);
      assert.equal([...plain.matchAll(/^# /gm)].length, 1, id);
    }
  });
});

describe('wording as a new draft', () => {
  it('has its first heading as the title, and the others below it', () => {
    assert.equal(asNewDraft('### A\n\nx\n\n#### B\n', 'T'), '# A\n\nx\n\n## B\n');
  });

  it('gets a title where it has none, or several', () => {
    assert.equal(asNewDraft('x\n', 'T'), '# T\n\nx\n');
    assert.equal(asNewDraft('### A\n\n### B\n', 'T'), '# T\n\n## A\n\n## B\n');
  });
});
