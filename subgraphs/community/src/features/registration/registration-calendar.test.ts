import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { ACCEPT, CANCEL, GivenRegistration, seen } from '../../../test/given-registration.js';
import { readCalendar } from '../../../test/ics.js';

let on: TestSubgraph;
let given: Given;
let registrations: GivenRegistration;
let clerk: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  registrations = new GivenRegistration(on);
  clerk = staff(await given.person());
  // mails keep what they carry as long as they are not sent
  await on.sql(`create function keep_attachments() returns trigger language plpgsql as $$
    begin new.attachments := old.attachments; return new; end $$`);
  await on.sql(`create trigger keep_attachments before update on outbox_message
    for each row execute function keep_attachments()`);
});

/** What the mails to somebody do to a calendar, in any order: the clock of a test stands still. */
async function calendarsOf({ email }: GivenPerson) {
  const mails = await on.sql<{ attachments: { fileName: string; type: string; content: string }[] }>(
    'select attachments from outbox_message where recipient = $1',
    [email],
  );
  return mails.flatMap(({ attachments }) =>
    attachments.map(({ type, content }) => {
      const { method, entries } = readCalendar(content);
      return { type, method, ...entries[0]! };
    }),
  );
}

const cancelEvent = ({ id }: Row) =>
  on.as(clerk).run('mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { userErrors { message } } }', {
    input: { id, expectedVersion: 1, reason: 'Ziekte' },
  });

describe('the mail about a registration', () => {
  it('puts a confirmed place into the calendar, with the address to attend online', async () => {
    const person = await given.person();
    const event = await registrations.event({ title: 'Kennisdag', mode: 'HYBRID', online_url: 'https://a.example' });
    await registrations.registrations(event, [person]);
    expect(await calendarsOf(person)).toMatchObject([
      {
        type: 'text/calendar; charset=utf-8; method=PUBLISH',
        method: 'PUBLISH',
        uid: event.id,
        summary: 'Kennisdag',
        status: 'CONFIRMED',
        sequence: 0,
        description: 'Online: https://a.example',
        location: 'De Factorij',
        start: 'Europe/Brussels 2026-12-10T10:00:00',
      },
    ]);
  });

  it('puts nothing into the calendar of who waits', async () => {
    const [first, second] = [await given.person(), await given.person()];
    await registrations.registrations(await registrations.event({ capacity_on_site: 1 }), [first, second]);
    expect([await calendarsOf(first), await calendarsOf(second)]).toEqual([[expect.anything()], []]);
  });

  it('puts an offered place there as tentative, and as confirmed once it is accepted', async () => {
    const [first, second] = [await given.person(), await given.person()];
    const event = await registrations.event({ capacity_on_site: 1, mode: 'HYBRID', online_url: 'https://a.example' });
    const [place, waiting] = await registrations.registrations(event, [first, second]);
    await on.as(signedIn(first)).run(CANCEL, { input: seen(place!) });
    const offered = await calendarsOf(second);
    const [{ version } = { version: 0 }] = await on.sql<{ version: number }>(
      'select version from registration where id = $1',
      [waiting!.id],
    );
    await on.as(signedIn(second)).run(ACCEPT, { input: { id: waiting!.id, expectedVersion: version } });
    const statuses = (await calendarsOf(second)).map(({ status }) => status).toSorted();
    expect([offered, statuses]).toMatchObject([
      [{ method: 'PUBLISH', status: 'TENTATIVE', description: null }],
      ['CONFIRMED', 'TENTATIVE'],
    ]);
  });

  it('takes a place that was given up out of the calendar', async () => {
    const person = await given.person();
    const event = await registrations.event();
    const [place] = await registrations.registrations(event, [person]);
    await on.as(signedIn(person)).run(CANCEL, { input: seen(place!) });
    const cancelled = (await calendarsOf(person)).filter(({ method }) => method === 'CANCEL');
    expect(cancelled).toMatchObject([{ uid: event.id, status: 'CANCELLED', sequence: 0 }]);
  });

  it('takes a cancelled event out of the calendar, with a higher sequence', async () => {
    const person = await given.person();
    const event = await registrations.event();
    await registrations.registrations(event, [person]);
    await cancelEvent(event);
    const cancelled = (await calendarsOf(person)).filter(({ method }) => method === 'CANCEL');
    expect(cancelled).toMatchObject([{ uid: event.id, status: 'CANCELLED', sequence: 1, description: 'Ziekte' }]);
  });
});
