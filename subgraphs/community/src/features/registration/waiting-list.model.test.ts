import '../../../../../shared/test/matchers.js';
import fc from 'fast-check';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { type GivenPerson, type Row, signedIn, startCommunity } from '../../../test/given.js';
import { ACCEPT, CANCEL, DECLINE, GivenRegistration, REGISTER } from '../../../test/given-registration.js';
import { anotherUpkeep } from '../../../test/other-process.js';
import type { WaitingListUpkeep } from './waiting-list-upkeep.js';

/*
 * Each change of who has a place passes under the lock of its event, so whatever happens at once happens in some order. Here are
 * such orders, of enrolling, cancelling, accepting, declining, expiring and other capacities, beside a model of the rules in
 * memory: after every step both have the same people in the same states.
 */

const hour = 3_600_000;
const begin = Date.parse('2026-11-02T09:00:00Z');
const startsAt = begin + 100 * hour;
const offerHours = 24;

interface Line {
  readonly person: number;
  state: string;
  expires: number;
}

/** The rules, as one would explain them. */
class Model {
  readonly lines: Line[] = [];
  now = begin;

  constructor(public capacity: number) {}

  register(person: number): void {
    if (this.own(person) || this.now >= startsAt) return;
    const state = this.free() > 0 && this.waiting().length === 0 ? 'CONFIRMED' : 'WAITLISTED';
    this.lines.push({ person, state, expires: 0 });
  }

  accept(person: number): void {
    const line = this.standing(person);
    if (line) line.state = 'CONFIRMED';
  }

  decline(person: number): void {
    const line = this.standing(person);
    if (line) this.leave(line);
  }

  cancel(person: number): void {
    const line = this.own(person);
    if (line && this.now < startsAt) this.leave(line);
  }

  settle(): void {
    for (const line of this.lines)
      if (line.state === 'OFFERED' && line.expires <= this.now) line.state = 'OFFER_EXPIRED';
    this.promote();
  }

  private leave(line: Line): void {
    line.state = 'CANCELLED';
    this.promote();
  }

  private promote(): void {
    if (this.now >= startsAt) return;
    for (const line of this.waiting().slice(0, Math.max(0, this.free()))) {
      line.state = 'OFFERED';
      line.expires = Math.min(this.now + offerHours * hour, startsAt);
    }
  }

  private standing(person: number): Line | undefined {
    return this.lines.find((line) => line.person === person && line.state === 'OFFERED' && this.now < line.expires);
  }

  private own(person: number): Line | undefined {
    return this.lines.find(
      (line) => line.person === person && ['CONFIRMED', 'OFFERED', 'WAITLISTED'].includes(line.state),
    );
  }

  private waiting(): Line[] {
    return this.lines.filter(({ state }) => state === 'WAITLISTED');
  }

  private free(): number {
    return this.capacity - this.lines.filter(({ state }) => state === 'CONFIRMED' || state === 'OFFERED').length;
  }
}

type Step =
  | { readonly what: 'register' | 'cancel' | 'accept' | 'decline'; readonly person: number }
  | { readonly what: 'settle' }
  | { readonly what: 'wait'; readonly hours: number }
  | { readonly what: 'resize'; readonly capacity: number };

const person = fc.integer({ min: 0, max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('register' as const), person }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('cancel' as const), person }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('accept' as const, 'decline' as const), person }) },
  { weight: 2, arbitrary: fc.constant({ what: 'settle' as const }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('resize' as const), capacity: fc.integer({ min: 1, max: 4 }) }),
  },
);

let on: TestSubgraph;
let given: GivenRegistration;
let upkeep: WaitingListUpkeep;
let people: GivenPerson[];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new GivenRegistration(on);
  upkeep = await anotherUpkeep(on);
  people = await given.people(8);
});

const mutations = { cancel: CANCEL, accept: ACCEPT, decline: DECLINE };

/** The same step through the graph; refusals are answers like others. */
async function take(event: Row, model: Model, one: Step): Promise<void> {
  if (one.what === 'settle') return upkeep.settle();
  if (one.what === 'wait') return on.clock.set(new Date(model.now).toISOString());
  if (one.what === 'resize')
    return void (await on.sql('update event set capacity_on_site = $2 where id = $1', [event.id, one.capacity]));
  const viewer = signedIn(people[one.person]!);
  if (one.what === 'register')
    return void (await on.as(viewer).run(REGISTER, { input: { eventId: event.id, mode: 'ON_SITE' } }));
  const [latest] = await on.sql<{ id: string; version: number }>(
    'select id, version from registration where event_id = $1 and person_id = $2 order by arrival desc limit 1',
    [event.id, viewer.personId],
  );
  if (!latest) return;
  const input = { id: latest.id, expectedVersion: latest.version };
  const { errors } = await on.as(viewer).run(mutations[one.what], { input });
  expect(errors).toBeUndefined();
}

function advance(model: Model, one: Step): void {
  if (one.what === 'settle') model.settle();
  else if (one.what === 'wait') model.now += one.hours * hour;
  else if (one.what === 'resize') model.capacity = one.capacity;
  else model[one.what](one.person);
}

it('places go by order of arrival, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }),
      async (capacity, steps) => {
        on.clock.set(new Date(begin).toISOString());
        const times = { starts_at: new Date(startsAt).toISOString(), ends_at: new Date(startsAt + hour).toISOString() };
        const event = await given.event({ ...times, capacity_on_site: capacity, offer_hours: offerHours });
        const model = new Model(capacity);
        for (const one of steps) {
          advance(model, one);
          await take(event, model, one);
          const rows = await on.sql<{ person_id: string; state: string }>(
            'select person_id, state from registration where event_id = $1 order by arrival',
            [event.id],
          );
          expect(rows).toEqual(model.lines.map(({ person: who, state }) => ({ person_id: people[who]!.id, state })));
        }
      },
    ),
    { numRuns: 15 },
  );
});
