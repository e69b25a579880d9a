import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  inRoles,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenMembership } from '../../../test/given-membership.js';
import {
  ACCEPT,
  CANCEL,
  CHANGE_MODE,
  DECLINE,
  GivenRegistration,
  REGISTER,
  seen,
} from '../../../test/given-registration.js';
import { anotherUpkeep } from '../../../test/other-process.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let memberships: GivenMembership;
let stranger: GivenPerson;

const COLLEAGUE = REGISTER.replaceAll('registerForEvent', 'registerColleague').replaceAll(
  'RegisterForEvent',
  'RegisterColleague',
);

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  memberships = new GivenMembership(on);
  stranger = await given.person();
});
beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

const register = (person: Row, input: object) =>
  on.as(signedIn(person)).run(REGISTER, { input: { mode: 'ON_SITE', ...input } });

/** Refused with this code, and nothing was written. */
async function expectRefusal(event: Row, answer: Promise<unknown>, code: string, field?: string[]): Promise<void> {
  const before = await events.statesOf(event);
  expect(await answer).toHaveUserError(code, field);
  expect(await events.statesOf(event)).toEqual(before);
}

describe('registering for an event', () => {
  it('confirms while there are places, and tells the person once', async () => {
    const [event, person] = [await events.event({ title: 'Kennisdag NIS2' }), await given.person()];
    const { data } = await register(person, { eventId: event.id });
    expect(data.registerForEvent).toMatchObject({
      registration: {
        state: 'CONFIRMED',
        waitingPosition: null,
        mode: 'ON_SITE',
        audience: 'NON_MEMBER',
        priceCents: 0,
      },
      userErrors: [],
    });
    expect(await events.mailsTo(person)).toEqual(['U bent ingeschreven: Kennisdag NIS2']);
  });

  it('puts who comes later on the waiting list, in order of arrival', async () => {
    const event = await events.event({ title: 'Vol', capacity_on_site: 1 });
    const people = await events.people(3);
    const positions = (await events.registrations(event, people)).map(({ waitingPosition }) => waitingPosition);
    expect([positions, await events.mailsTo(people[2]!)]).toEqual([[null, 1, 2], ['U staat op de wachtlijst: Vol']]);
  });

  it('knows no limit where there is none', async () => {
    const event = await events.event({ capacity_on_site: null });
    const registered = await events.registrations(event, await events.people(4));
    expect(registered.map(({ state }) => state)).toEqual(Array(4).fill('CONFIRMED'));
  });

  it('counts places per mode of attendance', async () => {
    const event = await events.event({ mode: 'HYBRID', capacity_on_site: 1, capacity_online: 1 });
    const people = await events.people(4);
    const modes = ['ON_SITE', 'ONLINE', 'ON_SITE', 'ONLINE'];
    const registered = await Promise.all(
      people.map((one, index) => events.register(event, one, { mode: modes[index] })),
    );
    expect(registered.map(({ state }) => state).sort()).toEqual(['CONFIRMED', 'CONFIRMED', 'WAITLISTED', 'WAITLISTED']);
    expect(await events.mailsTo(people[0]!)).toHaveLength(1);
  });

  it('of members without a price of their own costs what non-members pay, and is not possible where that has none', async () => {
    const town = await given.authority();
    await memberships.accededApproved(town);
    const [colleague] = await events.people(1);
    await given.employment(colleague!, town);
    const open = await events.event({}, { NON_MEMBER: 2_500, COMPANY: 40_000 });
    const { data } = await register(colleague!, { eventId: open.id });
    expect(data.registerForEvent.registration).toMatchObject({ audience: 'NON_MEMBER', priceCents: 2_500 });
    const closed = await events.event({}, { EFFECTIVE: 0, COMPANY: 0 });
    expect(await register(colleague!, { eventId: closed.id })).toHaveUserError('FORBIDDEN');
    expect(await events.statesOf(closed)).toEqual([]);
  });

  it('takes the lowest price among the memberships of the person and of the employers of today', async () => {
    const prices = { NON_MEMBER: 30_000, EFFECTIVE: 10_000, ACCEDED: 5_000, COMPANY: 40_000 };
    const event = await events.event({ capacity_on_site: 20 }, prices);
    const [town, company] = [await given.authority(), await given.organisation()];
    await memberships.accededApproved(town);
    await memberships.companyApproved(company);
    const [effective, colleague, vendor, left] = await events.people(4);
    await memberships.effectiveApproved(effective!);
    await given.employment(colleague!, town);
    await given.employment(vendor!, company);
    await given.employment(left!, town, { to: '2026-11-02' });
    const both = await given.person();
    await memberships.effectiveApproved(both);
    await given.employment(both, town);
    const priced = [];
    for (const person of [effective!, colleague!, vendor!, left!, both]) {
      const { data } = await register(person, { eventId: event.id });
      const { audience, priceCents } = data.registerForEvent.registration;
      priced.push([audience, priceCents]);
    }
    expect(priced).toEqual([
      ['EFFECTIVE', 10_000],
      ['ACCEDED', 5_000],
      ['COMPANY', 40_000],
      ['NON_MEMBER', 30_000],
      ['ACCEDED', 5_000],
    ]);
  });

  it('is not for an audience without a price', async () => {
    const event = await events.event({}, { ACCEDED: 0 });
    await expectRefusal(event, register(stranger, { eventId: event.id }), 'FORBIDDEN');
  });

  it('keeps the answers to the questions of the event', async () => {
    const [event, person] = [await events.event(), await given.person()];
    const diet = await events.events.question(event, { label: 'Dieet?' });
    const size = await events.events.question(event, {
      label: 'Maat?',
      kind: 'CHOICE',
      options: ['S', 'M'],
      required: true,
    });
    const answers = [
      { questionId: size.id, answer: 'M' },
      { questionId: diet.id, answer: 'geen noten' },
    ];
    const { id } = await events.register(event, person, { answers });
    const query = 'query ($id: ID!) { node(id: $id) { ... on Registration { answers { question answer } } } }';
    const { data } = await on.as(signedIn(person)).run(query, { id });
    expect(data.node.answers).toEqual([
      { question: 'Dieet?', answer: 'geen noten' },
      { question: 'Maat?', answer: 'M' },
    ]);
  });

  it('needs an answer to a question that requires one', async () => {
    const event = await events.event();
    await events.events.question(event, { required: true });
    await expectRefusal(event, register(stranger, { eventId: event.id }), 'BAD_USER_INPUT', ['answers']);
  });

  it('refuses an answer that is too long, at its place', async () => {
    const event = await events.event();
    const { id: questionId } = await events.events.question(event);
    const answers = [{ questionId, answer: 'x'.repeat(2_001) }];
    await expectRefusal(event, register(stranger, { eventId: event.id, answers }), 'BAD_USER_INPUT', [
      'answers',
      '0',
      'answer',
    ]);
  });

  it.each([
    ['before the window opens', { registration_opens_at: '2026-11-02T09:00:01Z' }],
    ['after it closed', { registration_closes_at: '2026-11-02T09:00:00Z' }],
    ['once it has begun', { starts_at: '2026-11-02T09:00:00Z' }],
    ['when it is cancelled', { status: 'CANCELLED', cancellation_reason: 'Staking.' }],
  ])('is refused %s', async (_when, columns) => {
    const event = await events.event(columns);
    await expectRefusal(event, register(stranger, { eventId: event.id }), 'INVALID_STATE');
  });

  it('for a draft is answered as for an event that does not exist', async () => {
    const draft = await events.event({ status: 'DRAFT', published_at: null });
    const answers = [
      await register(stranger, { eventId: draft.id }),
      await register(stranger, { eventId: newId('event') }),
    ];
    expect(answers[0]).toHaveUserError('NOT_FOUND', ['eventId']);
    expect(answers[0]!.data).toEqual(answers[1]!.data);
  });

  it('refuses a mode that the event does not have', async () => {
    const event = await events.event();
    await expectRefusal(event, register(stranger, { eventId: event.id, mode: 'ONLINE' }), 'BAD_USER_INPUT', ['mode']);
  });

  it('happens once, until the registration is over', async () => {
    const [event, person] = [await events.event(), await given.person()];
    const first = await events.register(event, person);
    await expectRefusal(event, register(person, { eventId: event.id }), 'ALREADY_EXISTS');
    await events.ask(first.viewer, CANCEL, seen(first));
    expect((await events.register(event, person)).state).toBe('CONFIRMED');
  });

  it('sent again with the same key gives the first one, and with other input is refused', async () => {
    const [event, person] = [await events.event({ mode: 'HYBRID' }), await given.person()];
    const input = { idempotencyKey: 'sleutel' };
    const [first, again] = [await events.register(event, person, input), await events.register(event, person, input)];
    expect(again.id).toBe(first.id);
    const other = register(person, { eventId: event.id, ...input, mode: 'ONLINE' });
    await expectRefusal(event, other, 'IDEMPOTENCY_MISMATCH', ['idempotencyKey']);
  });

  it('needs somebody who is signed in', async () => {
    const event = await events.event();
    const answer = await on.as({ staffRoles: [], employments: [], circlePeerIds: [] }).run(REGISTER, {
      input: { eventId: event.id, mode: 'ON_SITE' },
    });
    expect(answer).toHaveError('UNAUTHENTICATED');
  });
});

describe('registering a colleague', () => {
  let town: GivenOrganisation;
  let contact: GivenPerson;
  let colleague: GivenPerson;
  const acting = (role: string) => inRoles(employee(contact, town), role);

  beforeEach(async () => {
    [town, contact, colleague] = [await given.authority(), await given.person(), await given.person()];
    await given.employment(colleague, town);
  });

  it.each(['MEMBER_CONTACT', 'ICT_MANAGER'])('is for the %s, and tells the colleague', async (role) => {
    const event = await events.event();
    const input = { eventId: event.id, mode: 'ON_SITE', personId: colleague.id };
    const { registration } = await events.ask(acting(role), COLLEAGUE, input);
    expect([registration.state, (await events.mailsTo(colleague)).length, await events.mailsTo(contact)]).toEqual([
      'CONFIRMED',
      1,
      [],
    ]);
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Registration { person { name } registeredBy { name } } } }';
    await given.consent(contact);
    expect((await on.as(employee(colleague, town)).run(query, { id: registration.id })).data.node).toEqual({
      person: { name: colleague.name },
      registeredBy: { name: contact.name },
    });
  });

  it('is refused to others, as if the person were not there', async () => {
    const event = await events.event();
    const input = { eventId: event.id, mode: 'ON_SITE', personId: colleague.id };
    for (const viewer of [acting('READER'), signedIn(stranger)])
      await expectRefusal(event, on.as(viewer).run(COLLEAGUE, { input }), 'NOT_FOUND', ['personId']);
    const elsewhere = { ...input, personId: stranger.id };
    await expectRefusal(event, on.as(acting('MEMBER_CONTACT')).run(COLLEAGUE, { input: elsewhere }), 'NOT_FOUND', [
      'personId',
    ]);
  });

  it('at the door takes what is free, though somebody waits who was offered nothing in time', async () => {
    const event = await events.event({ capacity_on_site: 1 });
    await events.registrations(event, [await given.person(), await given.person()]);
    await on.sql('update event set capacity_on_site = 2 where id = $1', [event.id]);
    const input = { eventId: event.id, mode: 'ON_SITE' };
    const at = (person: Row) => events.ask(staff(stranger), COLLEAGUE, { ...input, personId: person.id });
    on.clock.set('2026-12-10T08:59:59Z');
    expect((await at(await given.person())).registration.state).toBe('WAITLISTED');
    on.clock.set('2026-12-10T09:00:00Z');
    expect((await at(await given.person())).registration.state).toBe('CONFIRMED');
    const late = await given.person();
    await expectRefusal(
      event,
      on.as(staff(stranger)).run(COLLEAGUE, { input: { ...input, personId: late.id } }),
      'INVALID_STATE',
    );
  });

  it('is what staff does for anybody, also at the door', async () => {
    const event = await events.event();
    on.clock.set('2026-12-10T09:30:00Z');
    const input = { eventId: event.id, mode: 'ON_SITE', personId: colleague.id };
    expect((await events.ask(staff(stranger), COLLEAGUE, input)).registration.state).toBe('CONFIRMED');
  });

  it('lets the contact cancel it as well', async () => {
    const registration = await events.register(await events.event(), colleague);
    const { registration: cancelled } = await events.ask(acting('MEMBER_CONTACT'), CANCEL, seen(registration));
    expect(cancelled.state).toBe('CANCELLED');
  });
});

describe('a place that comes free', () => {
  it('is offered to the next in line, who accepts it', async () => {
    const event = await events.event({ title: 'Gegeerd', capacity_on_site: 1 });
    const people = await events.people(3);
    const [first, second] = await events.registrations(event, people);
    await events.ask(first!.viewer, CANCEL, seen(first!));
    expect(await events.statesOf(event)).toEqual(['CANCELLED', 'OFFERED', 'WAITLISTED']);
    const { registration } = await events.ask(second!.viewer, ACCEPT, { id: second!.id, expectedVersion: 2 });
    expect([registration.state, await events.mailsTo(people[1]!)]).toEqual([
      'CONFIRMED',
      ['Er is een plaats voor u: Gegeerd', 'U bent ingeschreven: Gegeerd', 'U staat op de wachtlijst: Gegeerd'],
    ]);
  });

  it('is kept for nobody else: who comes now waits behind those who wait', async () => {
    const event = await events.event({ capacity_on_site: 1 });
    const [first] = await events.registrations(event, await events.people(2));
    await events.ask(first!.viewer, CANCEL, seen(first!));
    expect((await events.register(event, stranger)).waitingPosition).toBe(1);
  });

  it('goes on to the next when it is declined', async () => {
    const event = await events.event({ capacity_on_site: 1 });
    const [first, second] = await events.registrations(event, await events.people(3));
    await events.ask(first!.viewer, CANCEL, seen(first!));
    await events.ask(second!.viewer, DECLINE, { id: second!.id, expectedVersion: 2 });
    expect(await events.statesOf(event)).toEqual(['CANCELLED', 'CANCELLED', 'OFFERED']);
  });

  it('is kept for its hours, and never beyond the start', async () => {
    const until = async (columns: object): Promise<Date> => {
      const event = await events.event({ capacity_on_site: 1, ...columns });
      const [first, second] = await events.registrations(event, await events.people(2));
      await events.ask(first!.viewer, CANCEL, seen(first!));
      const [row] = await on.sql<{ until: Date }>('select offer_expires_at as until from registration where id = $1', [
        second!.id,
      ]);
      return row!.until;
    };
    const soon = { starts_at: '2026-11-03T09:00:00Z', ends_at: '2026-11-03T10:00:00Z' };
    expect([await until({ offer_hours: 48 }), await until({ offer_hours: 48, ...soon })]).toEqual([
      new Date('2026-11-04T09:00:00Z'),
      new Date('2026-11-03T09:00:00Z'),
    ]);
  });

  it('can be accepted until the offer expires, not afterwards', async () => {
    const event = await events.event({ capacity_on_site: 1, offer_hours: 24 });
    const [first, second] = await events.registrations(event, await events.people(2));
    await events.ask(first!.viewer, CANCEL, seen(first!));
    on.clock.set('2026-11-03T09:00:00Z');
    const input = { id: second!.id, expectedVersion: 2 };
    await expectRefusal(event, on.as(second!.viewer).run(ACCEPT, { input }), 'INVALID_STATE');
    await expectRefusal(event, on.as(second!.viewer).run(DECLINE, { input }), 'INVALID_STATE');
  });

  it('goes to the next when the offer expires, and both are told once, however often the job runs', async () => {
    const event = await events.event({ title: 'Traag', capacity_on_site: 1, offer_hours: 24 });
    const people = await events.people(3);
    const [first] = await events.registrations(event, people);
    await events.ask(first!.viewer, CANCEL, seen(first!));
    on.clock.set('2026-11-03T09:00:00Z');
    const upkeep = await anotherUpkeep(on);
    await upkeep.settle();
    await upkeep.settle();
    expect(await events.statesOf(event)).toEqual(['CANCELLED', 'OFFER_EXPIRED', 'OFFERED']);
    expect([await events.mailsTo(people[1]!), await events.mailsTo(people[2]!)]).toEqual([
      ['Er is een plaats voor u: Traag', 'U staat op de wachtlijst: Traag', 'Uw aangeboden plaats is vervallen: Traag'],
      ['Er is een plaats voor u: Traag', 'U staat op de wachtlijst: Traag'],
    ]);
  });

  it('because the capacity was raised goes to who waits', async () => {
    const event = await events.event({ capacity_on_site: 1 });
    await events.registrations(event, await events.people(4));
    await on.sql('update event set capacity_on_site = 3 where id = $1', [event.id]);
    await (await anotherUpkeep(on)).settle();
    expect(await events.statesOf(event)).toEqual(['CONFIRMED', 'OFFERED', 'OFFERED', 'WAITLISTED']);
  });

  it('is offered to nobody once the event has begun', async () => {
    const event = await events.event({ capacity_on_site: 1 });
    await events.registrations(event, await events.people(2));
    await on.sql('update event set capacity_on_site = 2 where id = $1', [event.id]);
    on.clock.set('2026-12-10T09:00:00Z');
    await (await anotherUpkeep(on)).settle();
    expect(await events.statesOf(event)).toEqual(['CONFIRMED', 'WAITLISTED']);
  });
});

describe('cancelling a registration', () => {
  it('is told, and frees the place', async () => {
    const [event, person] = [await events.event({ title: 'Weg' }), await given.person()];
    const registration = await events.register(event, person);
    const { registration: after } = await events.ask(registration.viewer, CANCEL, seen(registration));
    expect([after.state, await events.mailsTo(person)]).toEqual([
      'CANCELLED',
      ['U bent ingeschreven: Weg', 'Uw inschrijving is geannuleerd: Weg'],
    ]);
  });

  it('by others is answered as for what does not exist', async () => {
    const event = await events.event();
    const registration = await events.register(event, await given.person());
    const other = on.as(signedIn(stranger));
    await expectRefusal(
      event,
      other.run(CANCEL, { input: { ...seen(registration), expectedVersion: 9 } }),
      'NOT_FOUND',
      ['id'],
    );
    await expectRefusal(
      event,
      other.run(CANCEL, { input: { id: newId('registration'), expectedVersion: 1 } }),
      'NOT_FOUND',
      ['id'],
    );
  });

  it('needs the version that was seen', async () => {
    const event = await events.event();
    const { id, viewer } = await events.register(event, await given.person());
    const input = { id, expectedVersion: 7 };
    await expectRefusal(event, on.as(viewer).run(CANCEL, { input }), 'CONFLICT', ['expectedVersion']);
  });

  it('is too late once the event has begun, and done once', async () => {
    const event = await events.event();
    const [first, second] = await events.registrations(event, await events.people(2));
    await events.ask(first!.viewer, CANCEL, seen(first!));
    const again = on.as(first!.viewer).run(CANCEL, { input: { id: first!.id, expectedVersion: 2 } });
    await expectRefusal(event, again, 'INVALID_STATE');
    on.clock.set('2026-12-10T09:00:00Z');
    await expectRefusal(event, on.as(second!.viewer).run(CANCEL, { input: seen(second!) }), 'INVALID_STATE');
  });
});

describe('changing the mode of attendance', () => {
  const hybrid = { mode: 'HYBRID', capacity_on_site: 1, capacity_online: 1 };

  it('takes a place in the other mode, and frees the one in this', async () => {
    const event = await events.event(hybrid);
    const [first, second] = await events.registrations(event, await events.people(2));
    const { registration } = await events.ask(first!.viewer, CHANGE_MODE, { ...seen(first!), mode: 'ONLINE' });
    const [next] = await on.sql<Row & { state: string }>('select state from registration where id = $1', [second!.id]);
    expect([registration, next!.state]).toMatchObject([{ state: 'CONFIRMED', mode: 'ONLINE' }, 'OFFERED']);
  });

  it('is refused to who would lose a place by it', async () => {
    const event = await events.event(hybrid);
    const [first, other] = await events.people(2);
    const registration = await events.register(event, first!);
    await events.register(event, other!, { mode: 'ONLINE' });
    const input = { ...seen(registration), mode: 'ONLINE' };
    await expectRefusal(event, on.as(registration.viewer).run(CHANGE_MODE, { input }), 'INVALID_STATE');
  });

  it('puts who waits at the end of the other line', async () => {
    const event = await events.event(hybrid);
    const people = await events.people(4);
    await events.registrations(event, people.slice(0, 2), { mode: 'ONLINE' });
    const [, waiting] = await events.registrations(event, people.slice(2));
    await events.ask(waiting!.viewer, CHANGE_MODE, { ...seen(waiting!), mode: 'ONLINE' });
    const query = 'query ($id: ID!) { node(id: $id) { ... on Registration { mode waitingPosition } } }';
    const { data } = await on.as(waiting!.viewer).run(query, { id: waiting!.id });
    expect(data.node).toEqual({ mode: 'ONLINE', waitingPosition: 2 });
  });

  it('is refused where the event has one mode', async () => {
    const event = await events.event();
    const registration = await events.register(event, await given.person());
    const input = { ...seen(registration), mode: 'ONLINE' };
    await expectRefusal(event, on.as(registration.viewer).run(CHANGE_MODE, { input }), 'BAD_USER_INPUT', ['mode']);
  });
});

it('a registration costs one statement to read, with all that hangs below it', async () => {
  const registration = await events.register(await events.event(), await given.person());
  const query = `query ($id: ID!) { node(id: $id) { ... on Registration { state waitingPosition ticketCode answers { answer }
    person { name } registeredBy { name } signups { nodes { state registration { id } } totalCount } } } }`;
  const run = () => on.as(registration.viewer).run(query, { id: registration.id });
  expect(await statementsOf(run)).toBe(1);
});
