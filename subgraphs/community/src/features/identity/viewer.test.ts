import { decodeJwt } from 'jose';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { hours, IdentityFixture, type TestPerson } from '../../../test/identity-fixture.js';

const fixture = new IdentityFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.close());

async function organisation(name: string, predecessors: string[] = []): Promise<string> {
  const id = newId('organisation');
  const insert = `insert into organisation (id, kind, legal_name, predecessor_ids) values ($1, 'COMPANY', $2, $3)`;
  await fixture.sql(insert, id, name, predecessors);
  return id;
}

interface Employment {
  readonly roles?: string[];
  readonly from?: string;
  readonly to?: string | null;
}

async function employ(
  personId: string,
  organisationId: string,
  { roles = [], from = '2020-01-01', to = null }: Employment = {},
) {
  const id = newId('employment');
  await fixture.sql(
    `insert into employment (id, person_id, organisation_id, function_title, roles, from_date, to_date)
    values ($1, $2, $3, 'ICT', $4, $5, $6)`,
    id,
    personId,
    organisationId,
    roles,
    from,
    to,
  );
  return id;
}

async function circle(members: [string, string, string | null][]): Promise<void> {
  const id = newId('circle');
  await fixture.sql(`insert into knowledge_circle (id, name, founded_on) values ($1, $1, '2010-01-01')`, id);
  for (const [organisationId, from, to] of members)
    await fixture.sql(
      'insert into circle_membership (id, circle_id, organisation_id, from_date, to_date) values ($1, $2, $3, $4, $5)',
      newId('circlemember'),
      id,
      organisationId,
      from,
      to,
    );
}

async function session({ id, email }: TestPerson): Promise<() => Promise<Viewer | undefined>> {
  const { accessToken } = await fixture.signIn({ email });
  const sessionId = String(decodeJwt(accessToken)['sid']);
  return () => fixture.identity.viewerOf({ personId: id, sessionId });
}

describe('viewerOf', () => {
  it('gives employments with kind, roles and predecessors, staff roles and circle peers', async () => {
    const person = await fixture.person();
    const old = await organisation('Oude gemeente');
    const own = await organisation('Fusiegemeente', [old]);
    const [peer, past] = [await organisation('Buur'), await organisation('Vroegere buur')];
    await circle([
      [own, '2020-01-01', null],
      [peer, '2021-01-01', null],
      [past, '2015-01-01', '2022-01-01'],
    ]);
    await employ(person.id, own, { roles: ['DPO', 'CISO'] });
    await fixture.sql(`insert into staff_role values ($1, 'STAFF')`, person.id);
    expect(await (await session(person))()).toEqual({
      personId: person.id,
      staffRoles: ['STAFF'],
      employments: [
        { organisationId: own, organisationKind: 'COMPANY', roles: ['DPO', 'CISO'], predecessorIds: [old] },
      ],
      circlePeerIds: [peer],
    });
  });

  it('gives who works there without a role no circle peers: what circles share is for who has one', async () => {
    const person = await fixture.person();
    const [own, peer] = [await organisation('Zonder rol'), await organisation('Buur zonder rol')];
    await circle([
      [own, '2020-01-01', null],
      [peer, '2020-01-01', null],
    ]);
    await employ(person.id, own, { roles: [] });
    expect(await (await session(person))()).toMatchObject({ employments: [{ roles: [] }], circlePeerIds: [] });
  });

  it('gives a person without employment nothing more', async () => {
    const person = await fixture.person();
    expect(await (await session(person))()).toEqual({
      personId: person.id,
      staffRoles: [],
      employments: [],
      circlePeerIds: [],
    });
  });

  it('follows the calendar in Flanders: a right ends at midnight there', async () => {
    const person = await fixture.person();
    await employ(person.id, await organisation('Tot april'), { to: '2026-04-01' });
    fixture.clock.set('2026-03-31T21:59:00Z');
    const viewer = await session(person);
    expect((await viewer())?.employments).toHaveLength(1);
    fixture.clock.set('2026-03-31T22:00:00Z');
    expect((await viewer())?.employments).toHaveLength(0);
  });

  it('gives no right before its first day', async () => {
    const person = await fixture.person();
    await employ(person.id, await organisation('Later'), { from: '2030-01-01' });
    expect((await (await session(person))())?.employments).toEqual([]);
  });

  it('takes a right away with the next request', async () => {
    const person = await fixture.person();
    const employment = await employ(person.id, await organisation('Weg'));
    const viewer = await session(person);
    await viewer();
    await fixture.sql(`update employment set to_date = '2021-01-01' where id = $1`, employment);
    expect((await viewer())?.employments).toEqual([]);
  });

  it('knows nobody after sign-out, and nobody who is gone', async () => {
    const [person, gone] = [await fixture.person(), await fixture.person()];
    const [viewer, viewerGone] = [await session(person), await session(gone)];
    await fixture.identity.sessions.signOutEverywhere({
      personId: person.id,
      staffRoles: [],
      employments: [],
      circlePeerIds: [],
    });
    await fixture.sql('delete from person where id = $1', gone.id);
    expect([await viewer(), await viewerGone()]).toEqual([undefined, undefined]);
  });

  it('knows nobody after three days without use', async () => {
    const viewer = await session(await fixture.person());
    fixture.clock.advance(hours(73));
    expect(await viewer()).toBeUndefined();
  });

  it('does not take the session of another person', async () => {
    const [person, other] = [await fixture.person(), await fixture.person()];
    const { accessToken } = await fixture.signIn(person);
    const sessionId = String(decodeJwt(accessToken)['sid']);
    expect(await fixture.identity.viewerOf({ personId: other.id, sessionId })).toBeUndefined();
    expect(await fixture.identity.viewerOf({ personId: person.id, sessionId: 'onzin' })).toBeUndefined();
  });
});
