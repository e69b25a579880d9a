import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { readApiKey } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenApiKeys, type Keeper, type MadeKey } from '../../../test/given-api-key.js';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let keys: GivenApiKeys;
let editor: Keeper;
let old: MadeKey;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  keys = new GivenApiKeys(on, given);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  editor = await keys.editor();
  old = await keys.key(editor, { expiresAt: '2026-12-02T09:00:00Z' });
  on.clock.set('2026-11-20T09:00:00Z');
});

async function rotated(more: object = {}): Promise<MadeKey> {
  const { data } = await keys.rotate(editor.viewer, old, more);
  const { apiKey, secret } = data.rotateApiKey;
  return { id: apiKey.id, secret, reference: readApiKey(secret)! };
}
const works = async (key: MadeKey): Promise<boolean> => (await keys.viewerOf(key)) !== undefined;
const rows = () => on.sql('select * from api_key order by id');

describe('replacing a key', () => {
  it('gives another one for the same system, shown once, while the one before goes on for a day', async () => {
    const { data } = await keys.rotate(editor.viewer, old);
    expect(data.rotateApiKey).toMatchObject({
      userErrors: [],
      secret: expect.stringMatching(/^ldk_/),
      apiKey: {
        version: 1,
        name: 'Productcatalogus',
        scopes: ['CATALOGUE_WRITE'],
        status: 'ACTIVE',
        expiresAt: '2026-12-20T09:00:00.000Z',
        replaces: { id: old.id, status: 'ACTIVE', revokedAt: '2026-11-21T09:00:00.000Z' },
        createdBy: { id: editor.person.id },
      },
    });
  });

  it('ends the one before when the overlap is over', async () => {
    const next = await rotated();
    on.clock.set('2026-11-21T08:59:59Z');
    const before = [await works(old), await works(next)];
    on.clock.set('2026-11-21T09:00:00Z');
    expect([before, await works(old), await works(next)]).toEqual([[true, true], false, true]);
  });

  it.each([
    [0, '2026-11-20T09:00:00Z'],
    [168, '2026-11-27T09:00:00Z'],
  ])('lets it go on for %s hours when that is asked for', async (overlapHours, end) => {
    await rotated({ overlapHours });
    const [row] = await on.sql<{ revoked_at: Date }>('select revoked_at from api_key where id = $1', [old.id]);
    on.clock.set(end);
    expect([row!.revoked_at, await works(old)]).toEqual([new Date(end), false]);
  });

  it('lets one before it go on, and no more than one', async () => {
    const next = await rotated();
    await keys.rotate(editor.viewer, next);
    expect([await works(old), await works(next)]).toEqual([false, true]);
  });

  it('lets the one before be revoked within the overlap, and never last longer', async () => {
    await rotated();
    const { data } = await keys.revoke(editor.viewer, old, 2);
    expect([data.revokeApiKey.apiKey.status, await works(old)]).toEqual(['REVOKED', false]);
    const later = on.sql(`update api_key set revoked_at = now() + interval '1 year' where id = $1`, [old.id]);
    await expect(later).rejects.toThrow('what a key may do does not change');
  });

  it('sent again with the same idempotencyKey makes no other one, and does not show it again', async () => {
    const { data } = await keys.rotate(editor.viewer, old, { idempotencyKey: 'eens' });
    const before = await rows();
    const again = await keys.rotate(editor.viewer, old, { idempotencyKey: 'eens' });
    expect(again.data.rotateApiKey).toMatchObject({
      secret: null,
      userErrors: [],
      apiKey: { id: data.rotateApiKey.apiKey.id },
    });
    expect(await rows()).toEqual(before);
  });

  it('of several at once happens once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => keys.rotate(editor.viewer, old)));
    const codes = answers.flatMap(({ data }) => data.rotateApiKey.userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
    expect(await on.sql('select id from api_key where replaces_id = $1', [old.id])).toHaveLength(1);
  });

  it('takes over the key of a colleague who left', async () => {
    await on.sql(`update employment set to_date = '2026-11-20' where id = $1`, [editor.employment.id]);
    const next = await keys.keeper(editor.organisation, 'VENDOR_EDITOR');
    const { data } = await keys.rotate(next.viewer, old);
    expect([data.rotateApiKey.apiKey.status, await works(old)]).toEqual(['ACTIVE', false]);
  });

  it.each<[string, () => Promise<Keeper['viewer']>, string]>([
    ['to strangers, as if there were none', async () => signedIn(await given.person()), 'NOT_FOUND'],
    [
      'to a colleague who reads only',
      async () => (await keys.keeper(editor.organisation, 'READER')).viewer,
      'NOT_FOUND',
    ],
    [
      'to who may not give its scopes',
      async () => (await keys.keeper(editor.organisation, 'ICT_MANAGER')).viewer,
      'FORBIDDEN',
    ],
    ['to staff, who act as themselves', async () => staff(await given.person()), 'FORBIDDEN'],
  ])('is refused %s', async (_who, viewer, code) => {
    const before = await rows();
    expect(await keys.rotate(await viewer(), old)).toHaveUserError(code);
    expect(await rows()).toEqual(before);
  });

  it('is refused of one that was revoked, replaced or has expired, and with another version', async () => {
    expect(await keys.rotate(editor.viewer, old, { expectedVersion: 2 })).toHaveUserError('CONFLICT');
    await rotated();
    expect(await keys.rotate(editor.viewer, old, { expectedVersion: 2 })).toHaveUserError('INVALID_STATE');
    const short = await keys.key(editor, { expiresAt: '2026-11-21T09:00:00Z' });
    on.clock.set('2026-11-21T09:00:00Z');
    expect(await keys.rotate(editor.viewer, short)).toHaveUserError('INVALID_STATE');
  });

  it.each([
    ['id', { id: 'x' }],
    ['expectedVersion', { expectedVersion: 0 }],
    ['overlapHours', { overlapHours: -1 }],
    ['overlapHours', { overlapHours: 169 }],
  ])('with a wrong %s is refused', async (field, input) => {
    expect(await keys.rotate(editor.viewer, old, input)).toHaveUserError('BAD_USER_INPUT', [field]);
    expect(await keys.rotate(editor.viewer, { id: newId('apikey') })).toHaveUserError('NOT_FOUND', ['id']);
  });
});
