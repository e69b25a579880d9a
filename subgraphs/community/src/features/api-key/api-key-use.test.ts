import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { newApiKey, readApiKey } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenApiKeys, type Keeper, type MadeKey } from '../../../test/given-api-key.js';
import { Given, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let keys: GivenApiKeys;
let editor: Keeper;
let key: MadeKey;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  keys = new GivenApiKeys(on, given);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  editor = await keys.editor();
  key = await keys.key(editor);
});

const statusOf = async ({ id }: MadeKey): Promise<string> => {
  const clerk = staff(await given.person());
  const { data } = await on.as(clerk).run('query ($id: ID!) { node(id: $id) { ... on ApiKey { status } } }', { id });
  return data.node.status;
};

describe('a key', () => {
  it('is a system of its organisation, no person, with its scopes', async () => {
    const { organisation } = editor;
    expect(await keys.viewerOf(key)).toEqual({
      staffRoles: [],
      employments: [],
      circlePeerIds: [],
      apiKey: {
        id: key.id,
        scopes: ['CATALOGUE_WRITE'],
        organisation: { organisationId: organisation.id, organisationKind: 'COMPANY', predecessorIds: [] },
        circlePeerIds: [],
      },
    });
  });

  it('brings predecessors and circle peers of an authority', async () => {
    const [old, peer, circle] = [await given.authority(), await given.authority(), await given.circle()];
    const town = await given.authority({ predecessor_ids: [old.id] });
    await given.membership(circle, town);
    await given.membership(circle, peer);
    const made = await keys.key(await keys.keeper(town, 'ICT_MANAGER'), { scopes: ['PORTFOLIO_READ'] });
    expect((await keys.viewerOf(made))?.apiKey).toMatchObject({
      organisation: { organisationId: town.id, organisationKind: 'MUNICIPALITY', predecessorIds: [old.id] },
      circlePeerIds: [peer.id],
    });
  });

  it('is unknown with another secret', async () => {
    const forged = readApiKey(newApiKey(key.id))!;
    expect(await keys.viewerOf({ ...key, reference: forged })).toBeUndefined();
    expect(await keys.viewerOf({ ...key, reference: { keyId: key.id, secretHash: '' } })).toBeUndefined();
    expect(await keys.viewerOf({ ...key, reference: readApiKey(newApiKey(newId('apikey')))! })).toBeUndefined();
  });

  it('holds until the moment that it expires', async () => {
    on.clock.set('2027-01-31T08:59:59.999Z');
    expect([await statusOf(key), (await keys.viewerOf(key))?.apiKey?.id]).toEqual(['ACTIVE', key.id]);
    on.clock.set('2027-01-31T09:00:00Z');
    expect([await statusOf(key), await keys.viewerOf(key)]).toEqual(['EXPIRED', undefined]);
  });

  it('is nobody at once when it is revoked', async () => {
    expect(await keys.viewerOf(key)).toBeDefined();
    await keys.revoke(editor.viewer, key);
    expect([await statusOf(key), await keys.viewerOf(key)]).toEqual(['REVOKED', undefined]);
  });

  it.each<[string, string]>([
    ['loses the role', `update employment set roles = '{READER}' where id = $1`],
    ['leaves the organisation', `update employment set to_date = '2026-11-02' where id = $1`],
  ])('is suspended from the moment that its maker %s, and holds again when that is undone', async (_what, change) => {
    await on.sql(change, [editor.employment.id]);
    expect([await statusOf(key), await keys.viewerOf(key)]).toEqual(['SUSPENDED', undefined]);
    await on.sql(`update employment set roles = '{VENDOR_EDITOR}', to_date = null where id = $1`, [
      editor.employment.id,
    ]);
    expect([await statusOf(key), (await keys.viewerOf(key))?.apiKey?.id]).toEqual(['ACTIVE', key.id]);
  });

  it('is not kept by the role of a colleague, nor by one of its maker elsewhere', async () => {
    await keys.keeper(editor.organisation, 'VENDOR_EDITOR');
    await given.employment(editor.person, await given.organisation(), { roles: ['VENDOR_EDITOR'] });
    await on.sql(`update employment set roles = '{}' where id = $1`, [editor.employment.id]);
    expect([await statusOf(key), await keys.viewerOf(key)]).toEqual(['SUSPENDED', undefined]);
  });

  it('is suspended when its maker is erased, and when its organisation is dissolved', async () => {
    const other = await keys.editor();
    const ended = await keys.key(other);
    await on.sql('delete from person where id = $1', [editor.person.id]);
    await on.sql(`update organisation set status = 'DISSOLVED', ended_on = '2026-10-01' where id = $1`, [
      other.organisation.id,
    ]);
    for (const one of [key, ended])
      expect([await statusOf(one), await keys.viewerOf(one)]).toEqual(['SUSPENDED', undefined]);
  });

  it('says when it was used to the minute, and a use changes neither its version nor its age', async () => {
    const stamps = async () =>
      (await on.sql('select last_used_at, version, updated_at, xmin::text from api_key where id = $1', [key.id]))[0]!;
    const before = await stamps();
    expect(before['last_used_at']).toBeNull();
    await keys.viewerOf(key);
    const used = await stamps();
    expect(used).toEqual({ ...before, last_used_at: new Date('2026-11-02T09:00:00Z'), xmin: expect.any(String) });
    on.clock.set('2026-11-02T09:00:59Z');
    await Promise.all(Array.from({ length: 20 }, () => keys.viewerOf(key)));
    expect(await stamps()).toEqual(used);
    on.clock.set('2026-11-02T09:01:00Z');
    await keys.viewerOf(key);
    expect((await stamps())['last_used_at']).toEqual(new Date('2026-11-02T09:01:00Z'));
  });

  it('that does not hold is not noted as used', async () => {
    await keys.viewerOf({ ...key, reference: readApiKey(newApiKey(key.id))! });
    await keys.revoke(editor.viewer, key);
    await keys.viewerOf(key);
    expect(await on.sql('select last_used_at from api_key where id = $1', [key.id])).toEqual([{ last_used_at: null }]);
  });
});
