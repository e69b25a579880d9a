import { Client } from 'pg';
import { newId } from '@lokaal/shared/ids';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenMembership } from '../../../test/given-membership.js';
import { GivenRegistration, REGISTER } from '../../../test/given-registration.js';
import { holding, type Statement, untilWaiting } from '../../../test/held-locks.js';
import { anotherCommunity } from '../../../test/other-process.js';
import { newTicketCode } from './ticket-code.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let memberships: GivenMembership;
/** Connections of two who come at once. */
let one: Client;
let other: Client;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  memberships = new GivenMembership(on);
  [one, other] = [new Client({ connectionString: on.urls.owner }), new Client({ connectionString: on.urls.owner })];
  for (const client of [one, other]) {
    await client.connect();
    closeBeforeDropping(() => client.end());
  }
});
beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

/** Somebody who is registered for an event, a member, and employed by one that is a member: the ids of all. */
async function everything() {
  const [person, employer, next, later] = [
    await given.person(),
    await given.authority(),
    await given.organisation(),
    await given.organisation(),
  ];
  const job = await given.employment(person, employer);
  await given.employment(person, later, { from: '2027-01-01' });
  const [event, nextEvent] = [await events.event(), await events.event()];
  const { text, values } = registering(person, event);
  await on.sql(text, values);
  await memberships.effectiveApproved(person);
  await memberships.accededApproved(employer);
  return { person, employer, next, job, event, nextEvent };
}

type All = Awaited<ReturnType<typeof everything>>;

const statement = (text: string, ...values: unknown[]): Statement => ({ text, values });

/** As somebody who waits. */
const registering = (person: Row, event: Row): Statement =>
  statement(
    `insert into registration (id, event_id, person_id, mode, audience, price_cents, ticket_code, state, arrival)
      values ($1, $2, $3, 'ON_SITE', 'NON_MEMBER', 0, $4, 'WAITLISTED', 1)`,
    newId('registration'),
    event.id,
    person.id,
    newTicketCode(),
  );

/** What changes a name, an address or an employer, and what is written beside it. */
const changes: Readonly<Record<string, (all: All) => Statement>> = {
  'somebody changes the name': ({ person }) =>
    statement(`update person set name = name || ' van Nieuw' where id = $1`, person.id),
  'somebody changes the e-mail address': ({ person }) =>
    statement(`update person set email = 'nieuw.' || email where id = $1`, person.id),
  'an organisation changes its name': ({ employer }) =>
    statement(`update organisation set legal_name = legal_name || ' Nieuw' where id = $1`, employer.id),
  'an employment ends': ({ job }) => statement(`update employment set to_date = '2026-12-01' where id = $1`, job.id),
  'an employment goes over to another organisation': ({ job, next }) =>
    statement('update employment set organisation_id = $2 where id = $1', job.id, next.id),
  'an employment is deleted': ({ job }) => statement('delete from employment where id = $1', job.id),
  'an event moves': ({ event }) =>
    statement(
      `update event set starts_at = '2027-02-09T09:00:00Z', ends_at = '2027-02-09T16:00:00Z' where id = $1`,
      event.id,
    ),
  'somebody registers': ({ person, nextEvent }) => registering(person, nextEvent),
  'an employment begins': ({ person, employer }) =>
    statement(
      `insert into employment (id, person_id, organisation_id, function_title, from_date) values ($1, $2, $3, 'DPO', '2026-11-02')`,
      newId('employment'),
      person.id,
      employer.id,
    ),
  'somebody applies for a membership': ({ person }) =>
    statement(
      `insert into membership (id, type, person_id, applied_at) values ($1, 'EFFECTIVE', $2, now())`,
      newId('membership'),
      person.id,
    ),
  'an organisation applies for a membership': ({ employer }) =>
    statement(
      `insert into membership (id, type, organisation_id, holder_kind, applied_at) values ($1, 'ACCEDED', $2, 'MUNICIPALITY', now())`,
      newId('membership'),
      employer.id,
    ),
};

/** Both under way at once: the second begins before the first is committed. */
async function atOnce(first: Statement, second: Statement): Promise<void> {
  await one.query('begin');
  await one.query(first);
  const done = other.query(second);
  await untilWaiting(on, 1, done);
  await one.query('commit');
  await done;
}

interface Stale {
  readonly row: string;
}

/** Rows about this person, or the employers, beside which something else is kept than what is true. */
const stale = `
  select 'name in registration' as row from registration join person on person.id = person_id
    where person_id = $1 and person_name <> name
  union select 'words of registration' from registration
    where person_id = $1 and known_by <> registration_words_of(person_id, event_id)
  union select 'name in employment' from employment join person on person.id = person_id
    where person_id = $1 and person_name <> name
  union select 'organisation in employment' from employment join organisation on organisation.id = organisation_id
    where person_id = $1 and organisation_name <> legal_name
  union select 'name in membership' from membership join person on person.id = person_id
    where person_id = $1 and holder_name <> name
  union select 'organisation in membership' from membership join organisation on organisation.id = organisation_id
    where holder_name <> legal_name`;

describe('what is kept of people and organisations beside other rows is true', () => {
  it.each(Object.keys(changes))('when %s, and anything else happens at once', async (name) => {
    const wrong: string[] = [];
    for (const [what, second] of Object.entries(changes)) {
      if (what === name) continue;
      const all = await everything();
      await atOnce(changes[name]!(all), second(all));
      wrong.push(...(await on.sql<Stale>(stale, [all.person.id])).map(({ row }) => `${what}: ${row}`));
    }
    expect(wrong).toEqual([]);
  });

  it('when somebody registers while the own name and address change: the new ones find the registration, the old ones do not', async () => {
    const { person, nextEvent } = await everything();
    const doorkeeper = staff(await given.person());
    const changed = statement(
      `update person set name = 'Zwaluw Zomer', email = 'zwaluw@nieuw.example' where id = $1`,
      person.id,
    );
    await holding(on, changed, async (letGo) => {
      const registered = events.register(nextEvent, person);
      await untilWaiting(on, 1, registered);
      await letGo();
      await registered;
    });
    const query = `query ($id: ID!, $search: String) { event(id: $id) { registrations(search: $search) { nodes { personName } } } }`;
    const found = async (search: string) =>
      (await on.as(doorkeeper).run(query, { id: nextEvent.id, search })).data.event.registrations.nodes;
    const now = [{ personName: 'Zwaluw Zomer' }];
    expect([await found('zwaluw'), await found('zwaluw@nieuw.example'), await found(person.email)]).toEqual([
      now,
      now,
      [],
    ]);
  });

  it('when twenty colleagues register, change their names and addresses, and their employer its own, all at once', async () => {
    const ask = await anotherCommunity(on);
    const [event, employer, people] = [
      await events.event({ capacity_on_site: 20 }),
      await given.organisation(),
      await events.people(20),
    ];
    for (const person of people) await given.employment(person, employer);
    const rename = `mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { userErrors { code } } }`;
    const moveAll = async () => {
      for (const { id } of people) await one.query(`update person set email = 'nieuw.' || email where id = $1`, [id]);
    };
    await Promise.all([
      ...people.map((person) => ask(signedIn(person), REGISTER, { input: { eventId: event.id, mode: 'ON_SITE' } })),
      ...people.map((person) =>
        on.as(signedIn(person)).run(rename, { input: { expectedVersion: 1, name: `${person.name} van Nieuw` } }),
      ),
      moveAll(),
      other.query('update organisation set legal_name = $2 where id = $1', [employer.id, 'Nieuwe werkgever']),
    ]);
    expect(await events.statesOf(event)).toEqual(Array<string>(20).fill('CONFIRMED'));
    const wrong: Stale[] = [];
    for (const { id } of people) wrong.push(...(await on.sql<Stale>(stale, [id])));
    expect(wrong).toEqual([]);
  });
});
