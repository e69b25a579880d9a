import { createDataSource } from '@lokaal/shared/database';
import type { DataSource } from 'typeorm';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { Given, startCommunity } from '../../../test/given.js';
import { active, expired, GivenMembership } from '../../../test/given-membership.js';
import { endMembershipsOf } from './end-memberships.js';
import { membershipSlice } from './membership.slice.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let db: DataSource;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  memberships = new GivenMembership(on);
  db = await createDataSource({ url: on.urls.server, applicationName: 'test', entities: [] });
  closeBeforeDropping(() => db.destroy());
});

it('leaves of an erased person that there was a member, and nothing of who it was', async () => {
  const person = await given.person({ name: 'Wis Mij' });
  const [old, present] = [
    await memberships.effectiveApproved(person, expired),
    await memberships.effectiveApproved(person, { ...active, applied_by_id: person.id }),
  ];
  await db.transaction((tx) => endMembershipsOf(tx, person.id, '2026-11-02'));
  for (const { table, of, erasure } of membershipSlice.personalData ?? [])
    await on.sql(`update ${table} set ${(erasure as { set: string }).set} where ${of}`, [person.id]);
  await on.sql('delete from person where id = $1', [person.id]);
  const kept = await on.sql(
    `select id, person_id, applied_by_id, holder_name, cancelled_on::text, fee_cents from membership where id = any($1) order by since`,
    [[old.id, present.id]],
  );
  const nobody = { person_id: null, applied_by_id: null, holder_name: '', fee_cents: 25_000 };
  expect(kept).toEqual([
    { ...nobody, id: old.id, cancelled_on: null },
    { ...nobody, id: present.id, cancelled_on: '2026-11-02' },
  ]);
});

it('takes an application away that nobody decided yet', async () => {
  const person = await given.person();
  await memberships.effective(person);
  await db.transaction((tx) => endMembershipsOf(tx, person.id, '2026-11-02'));
  expect(await on.sql('select 1 from membership where person_id = $1', [person.id])).toEqual([]);
});
