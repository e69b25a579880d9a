import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenApiKeys } from '../../../test/given-api-key.js';
import { Given, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let keys: GivenApiKeys;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  keys = new GivenApiKeys(on, given);
});
beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

const rows = () => on.sql<{ id: string }>('select id from api_key');

describe('making a key', () => {
  it('shows it once, for 90 days, and keeps its hash alone', async () => {
    const editor = await keys.editor();
    const { data } = await keys.create(editor, { name: 'Productcatalogus' });
    const { apiKey, secret } = data.createApiKey;
    expect(data.createApiKey.userErrors).toEqual([]);
    expect(apiKey).toEqual({
      id: expect.stringMatching(/^apikey_/),
      version: 1,
      name: 'Productcatalogus',
      lastCharacters: secret.slice(-4),
      scopes: ['CATALOGUE_WRITE'],
      status: 'ACTIVE',
      createdAt: '2026-11-02T09:00:00.000Z',
      expiresAt: '2027-01-31T09:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
      organisation: { id: editor.organisation.id },
      createdBy: { id: editor.person.id },
      revokedBy: null,
    });
    expect(secret).toMatch(/^ldk_[0-9a-z]{26}_[0-9a-f]{64}$/);
    const [stored] = await on.sql<{ row: string }>('select to_jsonb(k)::text as row from api_key k where id = $1', [
      apiKey.id,
    ]);
    expect(stored!.row).not.toContain(secret.slice(-64));
    expect(on.log.join('')).not.toContain(secret.slice(-64));
  });

  it('once more with the same idempotencyKey makes no other one, and does not show it again', async () => {
    const editor = await keys.editor();
    const first = await keys.create(editor, { idempotencyKey: 'eens' });
    const before = await rows();
    const again = await keys.create(editor, { idempotencyKey: 'eens' });
    expect(again.data.createApiKey.apiKey.id).toBe(first.data.createApiKey.apiKey.id);
    expect(again.data.createApiKey).toMatchObject({ secret: null, userErrors: [] });
    expect(await rows()).toEqual(before);
    expect(await keys.create(editor, { idempotencyKey: 'eens', name: 'Ander systeem' })).toHaveUserError(
      'IDEMPOTENCY_MISMATCH',
    );
  });

  it('is for its MEMBER_CONTACT or ICT_MANAGER at an authority', async () => {
    const town = await given.authority();
    for (const role of ['MEMBER_CONTACT', 'ICT_MANAGER']) {
      const { data } = await keys.create(await keys.keeper(town, role), { scopes: ['PORTFOLIO_READ'] });
      expect(data.createApiKey.apiKey.scopes).toEqual(['PORTFOLIO_READ']);
    }
  });

  it.each([
    ['a colleague who reads only', 'READER'],
    ['a colleague without a role'],
    ['the data protection officer', 'DPO'],
  ])('is refused %s', async (_who, ...roles) => {
    const before = await rows();
    const keeper = await keys.keeper(await given.organisation(), ...roles);
    expect(await keys.create(keeper)).toHaveUserError('FORBIDDEN');
    expect(await rows()).toEqual(before);
  });

  it('is refused for another organisation, also to staff, who act as themselves', async () => {
    const [editor, other] = [await keys.editor(), await given.organisation()];
    const before = await rows();
    expect(await keys.create({ ...editor, organisation: other })).toHaveUserError('FORBIDDEN');
    const clerk = staff(await given.person());
    expect(await keys.create({ viewer: clerk, organisation: other })).toHaveUserError('FORBIDDEN');
    expect(await rows()).toEqual(before);
  });

  it('is refused for what the successor took over: it gets keys of its own', async () => {
    const old = await given.authority();
    const town = await given.authority({ predecessor_ids: [old.id] });
    const keeper = await keys.keeper(town, 'ICT_MANAGER');
    const answer = await keys.create({ ...keeper, organisation: old }, { scopes: ['PORTFOLIO_READ'] });
    expect(answer).toHaveUserError('FORBIDDEN');
  });

  it('gives no scope that its maker does not have', async () => {
    const contact = await keys.keeper(await given.organisation(), 'MEMBER_CONTACT');
    expect(await keys.create(contact)).toHaveUserError('FORBIDDEN');
  });

  it('asks who is not signed in to sign in', async () => {
    expect(await keys.create({ viewer: anonymous, organisation: await given.organisation() })).toHaveError(
      'UNAUTHENTICATED',
    );
  });

  it.each<[string, object, string[]]>([
    ['that has expired already', { expiresAt: '2026-11-02T09:00:00Z' }, ['expiresAt']],
    ['for more than a year', { expiresAt: '2027-11-03T09:00:00.001Z' }, ['expiresAt']],
    ['without a scope', { scopes: [] }, ['scopes']],
    ['with one scope twice', { scopes: ['CATALOGUE_WRITE', 'CATALOGUE_WRITE'] }, ['scopes']],
    ['with a scope of a local authority', { scopes: ['CATALOGUE_WRITE', 'PORTFOLIO_READ'] }, ['scopes']],
    ['without a name', { name: '  ' }, ['name']],
    ['for what is no organisation', { organisationId: newId('person') }, ['organisationId']],
  ])('is refused a key %s', async (_what, more, field) => {
    const before = await rows();
    expect(await keys.create(await keys.editor(), more)).toHaveUserError('BAD_USER_INPUT', field);
    expect(await rows()).toEqual(before);
  });

  it('may last a year', async () => {
    const { data } = await keys.create(await keys.editor(), { expiresAt: '2027-11-03T09:00:00Z' });
    expect(data.createApiKey.apiKey.expiresAt).toBe('2027-11-03T09:00:00.000Z');
  });

  it('is refused for an organisation that does not exist, or no longer', async () => {
    const editor = await keys.editor();
    const nowhere = { ...editor.organisation, id: newId('organisation') };
    expect(await keys.create({ ...editor, organisation: nowhere })).toHaveUserError('NOT_FOUND', ['organisationId']);
    await on.sql(`update organisation set status = 'DISSOLVED', ended_on = '2026-10-01' where id = $1`, [
      editor.organisation.id,
    ]);
    expect(await keys.create(editor)).toHaveUserError('INVALID_STATE');
  });

  it('stops at 20 that hold, also when 30 are asked for at once; a revoked one makes room', async () => {
    const editor = await keys.editor();
    // with four connections at a time, five times four would be twenty without any order
    await keys.create(editor);
    const answers = await Promise.all(Array.from({ length: 30 }, () => keys.create(editor)));
    const made = answers.flatMap(({ data }) => (data.createApiKey.apiKey ? [data.createApiKey.apiKey] : []));
    expect(made).toHaveLength(19);
    expect(await keys.create(editor)).toHaveUserError('INVALID_STATE');
    await keys.revoke(editor.viewer, made[0]);
    expect((await keys.create(editor)).data.createApiKey.userErrors).toEqual([]);
  });
});

describe('revoking a key', () => {
  it.each<[string, () => ReturnType<GivenApiKeys['keeper']>]>([
    ['its maker', () => keys.editor()],
    ['its contact', async () => keys.keeper(await given.organisation(), 'VENDOR_EDITOR', 'MEMBER_CONTACT')],
  ])('is done by %s, and says who did it and when', async (_who, making) => {
    const keeper = await making();
    const key = await keys.key(keeper);
    on.clock.set('2026-11-03T10:00:00Z');
    const { data } = await keys.revoke(keeper.viewer, key);
    expect(data.revokeApiKey).toMatchObject({
      apiKey: { id: key.id, version: 2, status: 'REVOKED', revokedAt: '2026-11-03T10:00:00.000Z' },
      userErrors: [],
    });
    expect(data.revokeApiKey.apiKey.revokedBy).toEqual({ id: keeper.person.id });
  });

  it('is done by staff, and by a colleague who looks after keys', async () => {
    const editor = await keys.editor();
    const colleague = await keys.keeper(editor.organisation, 'MEMBER_CONTACT');
    for (const viewer of [staff(await given.person()), colleague.viewer]) {
      const { data } = await keys.revoke(viewer, await keys.key(editor));
      expect(data.revokeApiKey.apiKey.status).toBe('REVOKED');
    }
  });

  it('tells strangers that there is no such key, whatever version they name', async () => {
    const [editor, other] = [await keys.editor(), await keys.editor()];
    const reader = await keys.keeper(editor.organisation, 'READER');
    const key = await keys.key(editor);
    for (const { viewer } of [other, reader])
      expect(await keys.revoke(viewer, key, 7)).toHaveUserError('NOT_FOUND', ['id']);
    expect(await keys.viewerOf(key)).toBeDefined();
  });

  it('is refused for another version, twice, and for a key that is not there', async () => {
    const editor = await keys.editor();
    const key = await keys.key(editor);
    expect(await keys.revoke(editor.viewer, key, 2)).toHaveUserError('CONFLICT', ['expectedVersion']);
    await keys.revoke(editor.viewer, key);
    expect(await keys.revoke(editor.viewer, key, 2)).toHaveUserError('INVALID_STATE');
    expect(await keys.revoke(editor.viewer, { id: newId('apikey') })).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('is for good, and what a key may do does not change, whoever reaches the database', async () => {
    const editor = await keys.editor();
    const key = await keys.key(editor);
    await keys.revoke(editor.viewer, key);
    for (const change of [
      'revoked_at = null',
      `scopes = '{PORTFOLIO_READ}'`,
      `expires_at = expires_at + interval '1 day'`,
    ])
      await expect(on.sql(`update api_key set ${change} where id = $1`, [key.id])).rejects.toThrow('does not change');
  });
});
