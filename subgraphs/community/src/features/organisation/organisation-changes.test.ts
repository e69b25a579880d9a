import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { contact, expired, GivenMembership } from '../../../test/given-membership.js';
import { KeptCalendars } from '../../../test/kept-calendars.js';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let clerk: Viewer;
let calendars: KeptCalendars;

const FIELDS = `{ organisation { id kind legalName enterpriseNumber ovoCode website status endedOn version
  address { street postalCode locality } municipality { nis } parent { id } } userErrors { code field message } }`;
const run = (viewer: Viewer, name: string, input: object): Promise<Answer> =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${FIELDS} }`,
      {
        input,
      },
    );
const create = (input: object, viewer = clerk): Promise<Answer> =>
  run(viewer, 'createOrganisation', { kind: 'AGB', legalName: 'AGB Polder', ...input });
const update = ({ id }: Row, changes: object, viewer = clerk): Promise<Answer> =>
  run(viewer, 'updateOrganisation', { id, expectedVersion: 1, ...changes });
const dissolve = ({ id }: Row, more: object = {}, viewer = clerk): Promise<Answer> =>
  run(viewer, 'dissolveOrganisation', { id, expectedVersion: 1, on: '2026-11-01', ...more });
const count = async (): Promise<number> => Number((await on.sql('select count(*) from organisation'))[0]!['count']);
const stored = async ({ id }: Row) => (await on.sql('select * from organisation where id = $1', [id]))[0]!;

beforeAll(async () => {
  on = await startCommunity();
  calendars = await KeptCalendars.of(on);
  given = new Given(on);
  memberships = new GivenMembership(on);
  clerk = staff(await given.person());
});

describe('adding an organisation', () => {
  it('writes down all that is known of it', async () => {
    const territory = await given.municipality();
    const parent = await given.organisation();
    const known = { enterpriseNumber: given.enterpriseNumber(), ovoCode: 'OVO002949', website: 'https://agb.example' };
    const address = { street: 'Markt 1', postalCode: '8600', locality: 'Diksmuide' };
    const { data } = await create({ ...known, ...address, nis: territory.nis, parentId: parent.id });
    expect(data.createOrganisation).toEqual({
      organisation: {
        id: expect.stringMatching(/^organisation_/),
        kind: 'AGB',
        legalName: 'AGB Polder',
        status: 'ACTIVE',
        endedOn: null,
        version: 1,
        ...known,
        address,
        municipality: { nis: territory.nis },
        parent: { id: parent.id },
      },
      userErrors: [],
    });
  });

  it('is done once, however often it is sent', async () => {
    const input = { enterpriseNumber: given.enterpriseNumber(), idempotencyKey: 'agb' };
    const answers = await Promise.all([1, 2, 3].map(() => create(input)));
    expect(new Set(answers.map(({ data }) => data.createOrganisation.organisation.id)).size).toBe(1);
  });

  it('gives an enterprise number to one of two that want it at once', async () => {
    const enterpriseNumber = given.enterpriseNumber();
    const answers = await Promise.all([1, 2, 3].map(() => create({ enterpriseNumber })));
    const codes = answers.flatMap(({ data }) =>
      data.createOrganisation.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS']);
  });

  it('puts an OCMW beside the municipality on one NIS code, once', async () => {
    const territory = await given.municipality();
    await given.organisation({ kind: 'MUNICIPALITY', municipality_id: territory.id });
    const input = { kind: 'OCMW', legalName: 'OCMW Polder', nis: territory.nis };
    expect((await create(input)).data.createOrganisation.userErrors).toEqual([]);
    expect(await create(input)).toHaveUserError('ALREADY_EXISTS');
    expect(await create({ ...input, kind: 'MUNICIPALITY' })).toHaveUserError('ALREADY_EXISTS');
  });

  it('is refused on a territory that is not there, that merged, or that is not told', async () => {
    const merged = await given.municipality({ valid_to: '2025-01-01' });
    const before = await count();
    expect(await create({ nis: '44999' })).toHaveUserError('NOT_FOUND', ['nis']);
    expect(await create({ nis: merged.nis })).toHaveUserError('INVALID_STATE');
    expect(await create({ kind: 'OCMW' })).toHaveUserError('BAD_USER_INPUT', ['nis']);
    expect(await count()).toBe(before);
  });

  it('is refused below a parent that is not there or that ended', async () => {
    const gone = await given.organisation({ status: 'DISSOLVED' });
    expect(await create({ parentId: newId('organisation') })).toHaveUserError('NOT_FOUND', ['parentId']);
    expect(await create({ parentId: gone.id })).toHaveUserError('INVALID_STATE');
  });

  it.each([
    ['legalName', { legalName: ' ' }],
    ['ovoCode', { ovoCode: 'OVO1' }],
    ['website', { website: 'javascript:alert(1)' }],
    ['website', { website: 'agb.example' }],
  ])('is refused with a %s such as in %j', async (field, input) => {
    expect(await create(input)).toHaveUserError('BAD_USER_INPUT', [field]);
  });

  it.each([{ enterpriseNumber: '0207.500.124' }, { nis: '21004' }, { nis: '123' }])(
    'is no question with %j',
    async (input) => {
      expect(await create(input)).toHaveError('BAD_USER_INPUT');
    },
  );
});

describe('changing an organisation', () => {
  it('changes what is sent, and clears what is null', async () => {
    const one = await given.organisation({ website: 'https://oud.example', locality: 'Gent' });
    const enterpriseNumber = given.enterpriseNumber();
    const { data } = await update(one, { legalName: 'Nieuw', website: null, street: 'Kouter 2', enterpriseNumber });
    expect(data.updateOrganisation).toMatchObject({
      organisation: {
        legalName: 'Nieuw',
        website: null,
        enterpriseNumber,
        address: { street: 'Kouter 2', locality: 'Gent' },
        version: 2,
      },
      userErrors: [],
    });
  });

  it('is refused in another version, to nothing, and for what is history', async () => {
    const one = await given.organisation({ legal_name: 'Blijft' });
    expect(await update(one, { legalName: 'Anders', expectedVersion: 2 })).toHaveUserError('CONFLICT', [
      'expectedVersion',
    ]);
    expect(await update(one, { legalName: null })).toHaveUserError('BAD_USER_INPUT', ['legalName']);
    const gone = await given.organisation({ status: 'DISSOLVED' });
    expect(await update(gone, { legalName: 'Anders' })).toHaveUserError('INVALID_STATE');
    expect(await update({ id: newId('organisation') }, {})).toHaveUserError('NOT_FOUND', ['id']);
    expect((await stored(one))['legal_name']).toBe('Blijft');
  });

  it('never makes an organisation part of itself', async () => {
    const top = await given.organisation();
    const middle = await given.organisation({ parent_id: top.id });
    const low = await given.organisation({ parent_id: middle.id });
    for (const parentId of [top.id, middle.id, low.id])
      expect(await update(top, { parentId })).toHaveUserError('BAD_USER_INPUT', ['parentId']);
    expect((await update(low, { parentId: top.id })).data.updateOrganisation.organisation.parent.id).toBe(top.id);
  });

  it('never closes a circle of parents, also when its arcs are drawn at once', async () => {
    const rings = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const top = await given.organisation();
        return { top, middle: await given.organisation({ parent_id: top.id }), free: await given.organisation() };
      }),
    );
    const arcs = rings.flatMap(({ top, middle, free }) => [
      () => update(free, { parentId: middle.id }),
      () => update(top, { parentId: free.id }),
    ]);
    const answers = await Promise.all(arcs.map((draw) => draw()));
    const codes = answers.flatMap(({ data }) =>
      data.updateOrganisation.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(rings.map(() => 'BAD_USER_INPUT'));
  });
});

describe('dissolving an organisation', () => {
  it('ends what hangs on it, and leaves it readable', async () => {
    const [agb, circle, person] = [
      await given.authority({ kind: 'OCMW', legal_name: 'OCMW Voorbij' }),
      await given.circle(),
      await given.person(),
    ];
    await given.employment(person, agb);
    await given.employment(await given.person(), agb, { from: '2026-12-01' });
    await given.employment(await given.person(), agb, { from: '2019-01-01', to: '2022-01-01' });
    await given.membership(circle, agb);
    await memberships.accededApproved(agb);
    const { data } = await dissolve(agb);
    expect(data.dissolveOrganisation).toMatchObject({
      organisation: { legalName: 'OCMW Voorbij', status: 'DISSOLVED', endedOn: '2026-11-01', version: 2 },
      userErrors: [],
    });
    const ends = await on.sql(
      `select 'employment' as what, to_date::text as "to" from employment where organisation_id = $1
        union all select 'circle', to_date::text from circle_membership where organisation_id = $1
        union all select 'member', cancelled_on::text from membership where organisation_id = $1 order by 1, 2`,
      [agb.id],
    );
    expect(ends).toEqual([
      { what: 'circle', to: '2026-11-01' },
      { what: 'employment', to: '2022-01-01' },
      { what: 'employment', to: '2026-11-01' },
      { what: 'member', to: '2026-11-01' },
    ]);
  });

  it('is told to its contact persons, and to the coordinators of its circle', async () => {
    const agb = await given.authority({ kind: 'AGB', legal_name: 'AGB Gedaan' });
    const [keeper, coordinator] = [await given.person(), await given.person()];
    await given.employment(keeper, agb, { roles: ['MEMBER_CONTACT'] });
    const circle = await given.circle();
    await given.coordinator(circle, coordinator);
    await given.membership(circle, agb);
    await dissolve(agb, { expectedVersion: 2 });
    await dissolve(agb);
    const subjects = 'select subject from outbox_message where recipient = $1';
    expect([await on.sql(subjects, [keeper.email]), await on.sql(subjects, [coordinator.email])]).toEqual([
      [{ subject: 'AGB Gedaan is ontbonden' }],
      [{ subject: expect.stringMatching(/^AGB Gedaan verlaat kenniskring/) }],
    ]);
  });

  it('takes the last day to renew its membership out of the calendars of its contact persons', async () => {
    const [agb, keeper] = [await given.authority({ kind: 'AGB', legal_name: 'AGB Voorbij' }), await given.person()];
    await given.employment(keeper, agb, { roles: ['MEMBER_CONTACT'] });
    const [membership, old] = [await memberships.accededApproved(agb), await memberships.accededApproved(agb, expired)];
    await dissolve(agb);
    const entry = { uid: membership.id, method: 'CANCEL', status: 'CANCELLED', sequence: 2 };
    expect(old.id).not.toBe(membership.id);
    expect(await calendars.of(keeper)).toEqual([expect.objectContaining(entry)]);
    const subjects = await on.sql('select subject from outbox_message where recipient = $1', [keeper.email]);
    expect(subjects).toContainEqual({ subject: 'Uw lidmaatschap is opgezegd' });
  });

  it('rejects what it applied for and withdraws what it asked', async () => {
    const agb = await given.authority({ kind: 'OCMW' });
    const application = await memberships.acceded(agb);
    const circle = await given.circle();
    await on.sql(
      `insert into circle_accession (id, circle_id, organisation_id, requested_at) values ($1, $2, $3, now())`,
      [newId('circleaccession'), circle.id, agb.id],
    );
    await dissolve(agb);
    const [open] = await on.sql(
      `select decision, (select state from circle_accession where organisation_id = $2) as state from membership where id = $1`,
      [application.id, agb.id],
    );
    expect(open).toEqual({ decision: 'REJECTED', state: 'WITHDRAWN' });
  });

  it('is refused for a municipality, in the future, twice, and before it joins a circle', async () => {
    const [town, one] = [await given.authority(), await given.organisation({ kind: 'AGB' })];
    expect(await dissolve(town)).toHaveUserError('INVALID_STATE');
    expect(await dissolve(one, { on: '2026-11-03' })).toHaveUserError('BAD_USER_INPUT', ['on']);
    expect(await dissolve(one, { expectedVersion: 2 })).toHaveUserError('CONFLICT');
    await given.membership(await given.circle(), one, { from: '2026-11-01' });
    expect(await dissolve(one)).toHaveUserError('INVALID_STATE');
    expect((await stored(one))['status']).toBe('ACTIVE');
    expect((await dissolve(one, { on: '2026-11-02' })).data.dissolveOrganisation.userErrors).toEqual([]);
    expect(await dissolve(one, { expectedVersion: 2 })).toHaveUserError('INVALID_STATE');
  });
});

describe('the register of organisations', () => {
  it.each(['createOrganisation', 'updateOrganisation', 'dissolveOrganisation'])(
    '%s is for staff only',
    async (name) => {
      const one = await given.organisation({ kind: 'AGB' });
      const inputs: Record<string, object> = {
        createOrganisation: { kind: 'AGB', legalName: 'AGB Polder' },
        updateOrganisation: { id: one.id, expectedVersion: 1 },
        dissolveOrganisation: { id: one.id, expectedVersion: 1, on: '2026-11-01' },
      };
      const before = await count();
      for (const viewer of [signedIn(await given.person()), contact(await given.person(), one)])
        expect(await run(viewer, name, inputs[name]!)).toHaveUserError('FORBIDDEN');
      expect(await run(anonymous, name, inputs[name]!)).toHaveError('UNAUTHENTICATED');
      expect([await count(), (await stored(one))['version']]).toEqual([before, 1]);
    },
  );

  it.each([
    ['organisation', 'parent_id', ''],
    ['organisation', 'merged_into_id', `, status = 'MERGED'`],
    ['municipality', 'successor_id', `, valid_to = '2025-01-01'`],
  ])('in the database, %s.%s never leads back to itself', async (table, column, more) => {
    const rows: Row[] = [];
    for (let index = 0; index < 3; index += 1)
      rows.push(await (table === 'organisation' ? given.organisation() : given.municipality()));
    const point = (one: Row, to: Row) =>
      on.sql(`update ${table} set ${column} = $2 ${more} where id = $1`, [one.id, to.id]);
    await point(rows[0]!, rows[1]!);
    await point(rows[1]!, rows[2]!);
    await expect(point(rows[2]!, rows[0]!)).rejects.toThrow('leads back to itself');
  });
});
