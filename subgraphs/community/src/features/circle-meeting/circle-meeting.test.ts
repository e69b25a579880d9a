import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import type { GivenEvent } from '../../../test/given-event.js';
import {
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { ACCEPT, CANCEL, GivenRegistration, REGISTER, seen } from '../../../test/given-registration.js';
import { KeptCalendars } from '../../../test/kept-calendars.js';
import { KeptMails, reasonIn, signInLink } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let calendars: KeptCalendars;
let mails: KeptMails;
let keeper: Viewer;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  calendars = await KeptCalendars.of(on);
  mails = await KeptMails.of(on);
  keeper = staff(await given.person());
});

const change = (mutation: string, input: object, viewer = keeper): Promise<Answer> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  return on
    .as(viewer)
    .run(
      `mutation ($input: ${type}) { ${mutation}(input: $input) { event { id circleOnly } userErrors { code field message } } }`,
      { input },
    );
};

async function circleWithMember(): Promise<{ circle: Row; member: GivenOrganisation }> {
  const [circle, member] = [await given.circle(), await given.authority()];
  await given.membership(circle, member);
  return { circle, member };
}

async function employed(organisation: Row, columns: object = {}): Promise<GivenPerson> {
  const person = await given.person();
  await given.employment(person, organisation, { ...columns });
  return person;
}

const contactOf = (organisation: Row): Promise<GivenPerson> => employed(organisation, { roles: ['MEMBER_CONTACT'] });

async function coordinatorOf(circle: Row): Promise<GivenPerson> {
  const person = await given.person();
  await given.coordinator(circle, person);
  return person;
}

const meetingOf = (circle: Row, columns: object = {}): Promise<GivenEvent> =>
  events.event({ series: 'CIRCLE_MEETING', circle_id: circle.id, ...columns });

const draftOf = (circle: Row, columns: object = {}): Promise<GivenEvent> =>
  meetingOf(circle, { status: 'DRAFT', published_at: null, ...columns });

/** As they follow each other: published or moved at first, then cancelled. */
const publish = ({ id }: Row, viewer = keeper) => change('publishEvent', { id, expectedVersion: 1 }, viewer);
const move = ({ id }: Row, viewer = keeper) =>
  change('updateEvent', { id, expectedVersion: 1, startsAt: '2026-12-10T10:00:00Z' }, viewer);
const cancel = ({ id }: Row, viewer = keeper) =>
  change('cancelEvent', { id, expectedVersion: 2, reason: 'De spreker is ziek.' }, viewer);

const toldOf = async (people: readonly GivenPerson[], beginning: string): Promise<number[]> => {
  const subjects = await Promise.all(people.map((one) => events.mailsTo(one)));
  return subjects.map((all) => all.filter((subject) => subject.startsWith(beginning)).length);
};

const register = (event: Row, person: Row, viewer = signedIn(person)): Promise<Answer> =>
  on.as(viewer).run(REGISTER, { input: { eventId: event.id, mode: 'ON_SITE' } });

describe('a meeting of a circle that is published', () => {
  it('tells each once: contact persons, ICT managers, coordinators, and who of a member came before', async () => {
    const { circle, member } = await circleWithMember();
    const second = await given.authority();
    await given.membership(circle, second);
    const contact = await contactOf(member);
    await given.employment(contact, second, { roles: ['MEMBER_CONTACT', 'ICT_MANAGER'] });
    const manager = await employed(second, { roles: ['ICT_MANAGER'] });
    const coordinator = await coordinatorOf(circle);
    const [came, colleague] = [await employed(member), await employed(member)];
    const former = await meetingOf(circle, { starts_at: '2026-03-10T09:00:00Z', ends_at: '2026-03-10T11:00:00Z' });
    await on.sql(
      `insert into registration (id, event_id, person_id, mode, audience, price_cents, ticket_code, state, arrival, checked_in_at)
        values ('registration_came', $1, $2, 'ON_SITE', 'NON_MEMBER', 0, '0123456789ABCDEFGHJKMNPQ', 'ATTENDED', 1, '2026-03-10T09:00:00Z')`,
      [former.id, came.id],
    );
    const left = await given.authority();
    await given.membership(circle, left, { to: '2026-01-01' });
    const gone = await contactOf(left);
    const draft = await draftOf(circle);
    await publish(draft);
    expect(await toldOf([contact, manager, coordinator, came, colleague, gone], 'Kenniskring')).toEqual([
      1, 1, 1, 1, 0, 0,
    ]);
    expect(await calendars.of(contact)).toMatchObject([{ uid: draft.id, method: 'PUBLISH', status: 'TENTATIVE' }]);
  });

  it('tells where to register, where it is, whom to ask, and that who has a place gets the address online', async () => {
    const { circle, member } = await circleWithMember();
    const contact = await contactOf(member);
    const meeting = await draftOf(circle, { mode: 'HYBRID', online_url: 'https://a.example/zaal' });
    await publish(meeting);
    await cancel(meeting);
    const [announced, cancelled] = (await mails.to(contact.email)).map(({ text }) => text);
    expect(announced).toContain('De Factorij; online; wie een plaats heeft, krijgt het adres.');
    expect(announced).toContain(signInLink);
    expect(announced).toContain('Vragen? Die beantwoordt de regiocoördinator van uw kenniskring.');
    expect(announced).not.toContain('a.example');
    expect(cancelled).not.toContain('https://');
  });

  it.each(reasonIn('De spreker is ziek.'))('tells in %s why it was cancelled', async (language, reason) => {
    const { circle, member } = await circleWithMember();
    const contact = await given.person({ language });
    await given.employment(contact, member, { roles: ['MEMBER_CONTACT'] });
    const meeting = await draftOf(circle);
    await publish(meeting);
    await cancel(meeting);
    expect((await mails.to(contact.email)).at(-1)!.text.split('\n')).toContain(reason);
  });

  it('does not tell who publishes it, and other events tell no circle', async () => {
    const { circle, member } = await circleWithMember();
    const [contact, coordinator] = [await contactOf(member), await coordinatorOf(circle)];
    const meeting = await draftOf(circle);
    await publish(meeting, signedIn(coordinator));
    const other = await events.event({ status: 'DRAFT', published_at: null });
    await publish(other);
    expect(await toldOf([contact, coordinator], 'Kenniskring')).toEqual([1, 0]);
  });

  it('and moves, and is cancelled, tells so whom it told, registrants as such and nobody twice', async () => {
    const { circle, member } = await circleWithMember();
    const contact = await contactOf(member);
    const coming = await contactOf(member);
    const meeting = await meetingOf(circle);
    await register(meeting, coming);
    await move(meeting);
    await cancel(meeting);
    expect([
      await toldOf([contact, coming], 'Andere tijd of plaats voor kenniskring'),
      await toldOf([contact, coming], 'Tijd of plaats gewijzigd'),
      await toldOf([contact, coming], `Kenniskring`),
      await toldOf([contact, coming], 'Gaat niet door'),
    ]).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
  });
});

it('who moves or cancels a meeting is not told, as the other people of its circle are', async () => {
  const { circle, member } = await circleWithMember();
  const [contact, coordinator] = [await contactOf(member), await coordinatorOf(circle)];
  const meeting = await meetingOf(circle);
  await move(meeting, signedIn(coordinator));
  await cancel(meeting, signedIn(coordinator));
  expect([
    await toldOf([contact, coordinator], 'Andere tijd of plaats voor kenniskring'),
    await toldOf([contact, coordinator], 'Kenniskring'),
  ]).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

describe('a meeting for the people of its circle alone', () => {
  it('takes who works for a member today, coordinators and staff, and nobody else', async () => {
    const { circle, member } = await circleWithMember();
    const meeting = await meetingOf(circle, { circle_only: true, capacity_on_site: 9 });
    const staffer = await given.person();
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [staffer.id]);
    const admitted = [await employed(member), await coordinatorOf(circle), staffer];
    const refused = [
      await employed(member, { to: '2026-06-01' }),
      await employed(await given.authority()),
      await given.person(),
    ];
    for (const person of admitted) expect(await register(meeting, person)).not.toHaveUserError('FORBIDDEN');
    for (const person of refused) expect(await register(meeting, person)).toHaveUserError('FORBIDDEN');
    expect(await events.statesOf(meeting)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
  });

  it('lets staff invite a guest', async () => {
    const { circle } = await circleWithMember();
    const meeting = await meetingOf(circle, { circle_only: true });
    const guest = { eventId: meeting.id, mode: 'ON_SITE', personId: (await given.person()).id };
    await events.ask(
      keeper,
      `mutation ($input: RegisterColleagueInput!) { registerColleague(input: $input) { userErrors { code } } }`,
      guest,
    );
    expect(await events.statesOf(meeting)).toEqual(['CONFIRMED']);
  });

  it('offers a place that came free to the next of the circle, and lets no outsider accept one', async () => {
    const { circle, member } = await circleWithMember();
    const meeting = await meetingOf(circle, { capacity_on_site: 2 });
    const inside = [await employed(member), await employed(member), await employed(member)];
    const outside = [await given.person(), await given.person()];
    const people = [inside[0]!, inside[1]!, outside[0]!, outside[1]!, inside[2]!];
    const registered = await events.registrations(meeting, people);
    await events.ask(registered[0]!.viewer, CANCEL, seen(registered[0]!));
    await change('updateEvent', { id: meeting.id, expectedVersion: 1, circleOnly: true });
    await events.ask(registered[1]!.viewer, CANCEL, seen(registered[1]!));
    const accepted = await on
      .as(registered[2]!.viewer)
      .run(ACCEPT, { input: { id: registered[2]!.id, expectedVersion: registered[2]!.version + 1 } });
    expect(accepted).toHaveUserError('FORBIDDEN');
    expect(await events.statesOf(meeting)).toEqual(['CANCELLED', 'CANCELLED', 'OFFERED', 'WAITLISTED', 'OFFERED']);
  });

  it('is asked for when it is created, kept in a copy, and for a meeting of a circle only', async () => {
    const { circle } = await circleWithMember();
    const times = { startsAt: '2027-02-01T09:00:00Z', endsAt: '2027-02-01T11:00:00Z' };
    const input = {
      series: 'CIRCLE_MEETING',
      edition: 1,
      title: 'Besloten',
      mode: 'ON_SITE',
      circleOnly: true,
      ...times,
    };
    const created = await change('createEvent', { ...input, circleId: circle.id });
    const { id } = created.data.createEvent.event;
    const copied = await change('copyEvent', { id, edition: 2, title: 'Weer besloten', startsAt: times.startsAt });
    expect([created.data.createEvent.event.circleOnly, copied.data.copyEvent.event.circleOnly]).toEqual([true, true]);
    const count = () => on.sql('select count(*) from event');
    const before = await count();
    expect(await change('createEvent', { ...input, series: 'OTHER' })).toHaveUserError('BAD_USER_INPUT', [
      'circleOnly',
    ]);
    expect(await count()).toEqual(before);
  });
});
