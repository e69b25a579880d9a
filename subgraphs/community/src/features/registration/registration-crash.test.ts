import { lockWaits } from '../../../../../shared/test/lock-waits.js';
import '../../../../../shared/test/matchers.js';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { type GivenPerson, type Row, signedIn, startCommunity } from '../../../test/given.js';
import { GivenRegistration, REGISTER } from '../../../test/given-registration.js';
import { anotherCommunity, anotherUpkeep, secrets } from '../../../test/other-process.js';

let on: TestSubgraph;
let given: GivenRegistration;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new GivenRegistration(on);
});

interface Acknowledged {
  readonly id: string;
  readonly state: string;
}

interface Enrolling {
  readonly event: Row;
  readonly people: readonly GivenPerson[];
}

type Kill = () => unknown;

/** Another process enrols these people at once, every third of whom cancels, until it is killed after some answer. */
async function killed(
  { event, people }: Enrolling,
  after: (count: number, kill: Kill) => void,
): Promise<Acknowledged[]> {
  const child = fork(join(__dirname, '../../../test/enrolling-process.mjs'), [], { silent: true, execArgv: [] });
  const heard: Acknowledged[] = [];
  child.on('message', (answer) => {
    heard.push(answer as Acknowledged);
    after(heard.length, () => child.kill('SIGKILL'));
  });
  child.send({ databaseUrl: on.urls.server, eventId: event.id, personIds: people.map(({ id }) => id), secrets });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return heard;
}

/** PostgreSQL notices that its client is gone once it has done what it was asked. */
async function untilNobodyWrites(): Promise<void> {
  const busy = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
  while ((await on.sql(busy)).length > 0) await new Promise((resolve) => setImmediate(resolve));
}

/** What a half-written change would leave behind. */
const traces: Readonly<Record<string, string>> = {
  'a registration of which nobody was told, or twice': `select r.id from registration r join person p on p.id = r.person_id
    where r.event_id = $1 and 1 <> (select count(*) from outbox_message m where m.recipient = p.email
      and (m.subject like 'U bent ingeschreven:%' or m.subject like 'U staat op de wachtlijst:%'))`,
  'an offer of which nobody was told, or twice': `select r.id from registration r join person p on p.id = r.person_id
    where r.event_id = $1 and (r.offered_at is not null)::int
      <> (select count(*) from outbox_message m where m.recipient = p.email and m.subject like 'Er is een plaats voor u:%')`,
  'a cancellation of which nobody was told, or twice': `select r.id from registration r join person p on p.id = r.person_id
    where r.event_id = $1 and (r.state = 'CANCELLED')::int
      <> (select count(*) from outbox_message m where m.recipient = p.email and m.subject like 'Uw inschrijving is geannuleerd:%')`,
  'a mail about a registration that is not there': `select m.id from outbox_message m join person p on p.email = m.recipient
    where p.id = any ($2) and not exists (select from registration r where r.event_id = $1 and r.person_id = p.id)`,
  'more places held than there are': `select id from event where id = $1 and capacity_on_site
    < (select count(*) from registration where event_id = event.id and holds_place(state))`,
  'a gap in the order of arrival': `select from registration where event_id = $1 having max(arrival) <> count(*)`,
  'a place that is free while somebody waits': `select id from event where id = $1 and capacity_on_site
    > (select count(*) from registration where event_id = event.id and holds_place(state))
    and exists (select from registration where event_id = event.id and state = 'WAITLISTED')`,
};

async function tracesOf(event: Row, people: readonly GivenPerson[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, text] of Object.entries(traces)) {
    const values = text.includes('$2') ? [event.id, people.map(({ id }) => id)] : [event.id];
    if ((await on.sql(text, values)).length > 0) found.push(name);
  }
  return found;
}

describe('a process that is killed while people enrol', () => {
  it.each([3, 25])('leaves nothing half done, after %d answers', async (answers) => {
    const event = await given.event({ capacity_on_site: 10 });
    const people = await given.people(40);
    const heard = await killed({ event, people }, (count, kill) => void (count === answers && kill()));
    await untilNobodyWrites();
    expect(await tracesOf(event, people)).toEqual([]);
    // every answer that was given is true
    const rows = await on.sql<Acknowledged>('select id, state from registration where event_id = $1', [event.id]);
    const ids = new Set(rows.map(({ id }) => id));
    expect(heard.filter(({ id }) => !ids.has(id))).toEqual([]);
    const cancelled = new Set(rows.filter(({ state }) => state === 'CANCELLED').map(({ id }) => id));
    expect(heard.filter(({ id, state }) => state === 'CANCELLED' && !cancelled.has(id))).toEqual([]);
    // and another process goes on without repair
    const there = new Set(
      (await on.sql<{ person_id: string }>('select person_id from registration where event_id = $1', [event.id])).map(
        (row) => row.person_id,
      ),
    );
    for (const person of people) if (!there.has(person.id)) await given.register(event, person);
    await (await anotherUpkeep(on)).settle();
    expect(await tracesOf(event, people)).toEqual([]);
  });
});

/** Whether somebody is about to write a mail that has to wait. */
const mailWaits = async (): Promise<boolean> => (await on.sql(`${lockWaits} and locktype = 'advisory'`)).length > 0;

it('a process that is killed between a registration and its mail leaves neither', async () => {
  const event = await given.event({ capacity_on_site: 10 });
  const people = await given.people(20);
  await on.sql(`create function hold_mail() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(42); return new; end $$`);
  await on.sql('create trigger hold before insert on outbox_message for each row execute function hold_mail()');
  const holdAndKill = async (kill: Kill): Promise<void> => {
    await on.sql('select pg_advisory_lock(42)');
    while (!(await mailWaits())) await new Promise((resolve) => setImmediate(resolve));
    kill();
  };
  await killed({ event, people }, (count, kill) => void (count === 4 && holdAndKill(kill)));
  await on.sql('select pg_advisory_unlock(42)');
  await untilNobodyWrites();
  await on.sql('drop trigger hold on outbox_message');
  expect(await tracesOf(event, people)).toEqual([]);
});

describe('a registration with an idempotencyKey', () => {
  const answerOf = async (answer: Promise<unknown>): Promise<string | undefined> => {
    const { data } = (await answer) as {
      data: { registerForEvent: { registration: Row | null; userErrors: { code: string }[] } };
    };
    const { registration, userErrors } = data.registerForEvent;
    return registration?.id ?? userErrors[0]?.code;
  };

  it('has the same answer after a restart; other input is refused, and keys are of one person', async () => {
    const [event, other] = [await given.event(), await given.event()];
    const [person, neighbour] = (await given.people(2)) as [GivenPerson, GivenPerson];
    const input = { eventId: event.id, mode: 'ON_SITE', idempotencyKey: 'sleutel' };
    const first = await answerOf(on.as(signedIn(person)).run(REGISTER, { input }));
    const restarted = await anotherCommunity(on);
    const again = await answerOf(restarted(signedIn(person), REGISTER, { input }));
    const changed = await answerOf(restarted(signedIn(person), REGISTER, { input: { ...input, eventId: other.id } }));
    const elses = await answerOf(restarted(signedIn(neighbour), REGISTER, { input }));
    expect([again, changed, elses === first]).toEqual([first, 'IDEMPOTENCY_MISMATCH', false]);
    expect([await given.statesOf(event), await given.statesOf(other)]).toEqual([['CONFIRMED', 'CONFIRMED'], []]);
  });

  it('that was refused can be sent again, and then counts', async () => {
    const event = await given.event({ registration_opens_at: '2026-11-03T09:00:00Z' });
    const [person] = (await given.people(1)) as [GivenPerson];
    const input = { eventId: event.id, mode: 'ON_SITE', idempotencyKey: 'te vroeg' };
    const early = await answerOf(on.as(signedIn(person)).run(REGISTER, { input }));
    on.clock.set('2026-11-03T09:00:00Z');
    await answerOf(on.as(signedIn(person)).run(REGISTER, { input }));
    expect([early, await given.statesOf(event)]).toEqual(['INVALID_STATE', ['CONFIRMED']]);
  });
});
