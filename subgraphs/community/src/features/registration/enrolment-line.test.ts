import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { type GivenPerson, signedIn, startCommunity } from '../../../test/given.js';
import type { GivenEvent } from '../../../test/given-event.js';
import { type GivenRegistered, GivenRegistration, REGISTER, SIGN_UP } from '../../../test/given-registration.js';
import { holding, untilWaiting } from '../../../test/held-locks.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { anotherCommunity } from '../../../test/other-process.js';

interface Answered {
  readonly data?: { registerForEvent: { registration: GivenRegistered | null; userErrors: { code: string }[] } } | null;
  readonly errors?: readonly { extensions: { code?: string } }[];
}

let on: TestSubgraph;
let given: GivenRegistration;
let mails: KeptMails;
let ask: Awaited<ReturnType<typeof anotherCommunity>>;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new GivenRegistration(on);
  mails = await KeptMails.of(on);
  ask = await anotherCommunity(on);
});
beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

interface Sent {
  readonly key?: string;
  readonly mode?: string;
  readonly signal?: AbortSignal;
}

/** State of the registration, or the code of why there is none. */
async function register(event: GivenEvent, person: GivenPerson, { key, mode = 'ON_SITE', signal }: Sent = {}) {
  const input = { eventId: event.id, mode, ...(key !== undefined && { idempotencyKey: key }) };
  const { data, errors } = (await ask(signedIn(person), REGISTER, { input }, signal)) as Answered;
  if (errors) return { state: errors[0]!.extensions.code };
  const { registration, userErrors } = data!.registerForEvent;
  return registration ?? { state: userErrors[0]!.code };
}

const statesOf = (answers: readonly { state?: string }[]): (string | undefined)[] => answers.map(({ state }) => state);

const lock = ({ id }: GivenEvent) => ({ text: 'select from event where id = $1 for update', values: [id] });

describe('those who wait together for their turn at an event', () => {
  it('are taken in together, in order of arrival, with one statement for all their rows', async () => {
    const event = await given.event({ capacity_on_site: 3 });
    const people = await given.people(30);
    const before = await insertsOf();
    await holding(on, lock(event), async (letGo) => {
      const answers = people.map((person) => register(event, person));
      await untilWaiting(on, 1);
      await letGo();
      expect(statesOf(await Promise.all(answers))).toEqual([
        ...Array<string>(3).fill('CONFIRMED'),
        ...Array<string>(27).fill('WAITLISTED'),
      ]);
      expect((await Promise.all(answers)).map((one) => (one as GivenRegistered).waitingPosition)).toEqual([
        ...Array<null>(3).fill(null),
        ...Array.from({ length: 27 }, (_, index) => index + 1),
      ]);
    });
    expect((await insertsOf()) - before).toBe(1);
    expect(await mails.to(people[2]!.email)).toMatchObject([
      { subject: expect.stringContaining('U bent ingeschreven') },
    ]);
    expect(await mails.to(people[29]!.email)).toMatchObject([{ text: expect.stringContaining('op plaats 27 van') }]);
  });

  it('are each refused for their own reason, which takes nothing from the others', async () => {
    const event = await given.event({ capacity_on_site: 2 });
    const [first, second, third] = await given.people(3);
    await register(event, first!);
    await holding(on, lock(event), async (letGo) => {
      const answers = [register(event, first!), register(event, second!, { mode: 'ONLINE' }), register(event, third!)];
      await untilWaiting(on, 1);
      await letGo();
      expect(statesOf(await Promise.all(answers))).toEqual(['ALREADY_EXISTS', 'BAD_USER_INPUT', 'CONFIRMED']);
    });
    expect(await given.statesOf(event)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('keep their keys apart: a repetition has the first answer, other input is refused, and a refusal leaves no key', async () => {
    const event = await given.event({ capacity_on_site: 9 });
    const [first, second, third] = await given.people(3);
    const registered = await register(event, first!, { key: 'once' });
    await on.sql(
      `insert into idempotency_key (person_id, key, input_hash, result_id, created_at) values ($1, 'used', 'other', 'x', $2)`,
      [second!.id, on.clock.now()],
    );
    await holding(on, lock(event), async (letGo) => {
      const answers = [
        register(event, first!, { key: 'once' }),
        register(event, second!, { key: 'used' }),
        register(event, third!, { key: 'free', mode: 'ONLINE' }),
      ];
      await untilWaiting(on, 1);
      await letGo();
      const [again, ...refused] = await Promise.all(answers);
      expect(again).toEqual(registered);
      expect(statesOf(refused)).toEqual(['IDEMPOTENCY_MISMATCH', 'BAD_USER_INPUT']);
    });
    expect(await register(event, third!, { key: 'free' })).toMatchObject({ state: 'CONFIRMED' });
    expect(await given.statesOf(event)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('are not registered when they were told TIMEOUT before the turn came', async () => {
    const event = await given.event({ capacity_on_site: 9 });
    const [first, second] = await given.people(2);
    const gone = new AbortController();
    await holding(on, lock(event), async (letGo) => {
      const answers = [register(event, first!), register(event, second!, { signal: gone.signal })];
      await untilWaiting(on, 1);
      gone.abort();
      await letGo();
      expect(statesOf(await Promise.all(answers))).toEqual(['CONFIRMED', 'TIMEOUT']);
    });
    expect(await given.statesOf(event)).toEqual(['CONFIRMED']);
  });

  it('go on without somebody who is gone meanwhile', async () => {
    const event = await given.event({ capacity_on_site: 9 });
    const [leaver, other] = await given.people(2);
    await holding(on, { text: 'delete from person where id = $1', values: [leaver!.id] }, async (letGo) => {
      await holding(on, lock(event), async (begin) => {
        const answers = [register(event, leaver!), register(event, other!)];
        await untilWaiting(on, 1);
        await begin();
        // the rows of both wait for what becomes of the person
        await untilWaiting(on, 1);
        await letGo();
        expect(statesOf(await Promise.all(answers))).toEqual(['NOT_FOUND', 'CONFIRMED']);
      });
    });
    expect(await given.statesOf(event)).toEqual(['CONFIRMED']);
  });

  it('wait for a session too, and sign up for nothing after TIMEOUT', async () => {
    const event = await given.event({ capacity_on_site: 9 });
    const session = await given.session(event);
    const [one] = await given.registrations(event, await given.people(1));
    const sign = (signal?: AbortSignal) => ask(one!.viewer, SIGN_UP, { input: { sessionId: session.id } }, signal);
    const gone = new AbortController();
    await holding(on, lock(event), async (letGo) => {
      const answers = Promise.all([register(event, (await given.people(1))[0]!), sign(gone.signal)]);
      await untilWaiting(on, 1);
      gone.abort();
      await letGo();
      expect((await answers)[1]).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
    });
    expect(await on.sql('select from session_signup where session_id = $1', [session.id])).toEqual([]);
  });
});

/** Statements that wrote registrations so far. */
async function insertsOf(): Promise<number> {
  const [row] = await on.sql<{ count: number }>(`select count(distinct xmin::text)::int as count from registration`);
  return row!.count;
}
