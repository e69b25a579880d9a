import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { CANCEL, type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let mails: KeptMails;
let clerk: Viewer;
let event: Row;
let people: GivenPerson[];
let registered: GivenRegistered[];

const SEND = `mutation ($input: SendEventMessageInput!) { sendEventMessage(input: $input) {
  message { id subject body states mode recipientCount sentAt sentBy { id } event { id } } userErrors { code field message } } }`;
const MESSAGES = `query ($id: ID!) { event(id: $id) { messages { totalCount nodes { subject recipientCount } } } }`;

const text = { subject: 'Breng uw laptop mee', body: 'Er is stroom aan elke tafel.\n\nTot dan! <b>De ploeg</b>' };

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  mails = await KeptMails.of(on);
  clerk = staff(await given.person());
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ title: 'Kennisdag NIS2' });
  people = await events.people(3);
  registered = await events.registrations(event, people);
});

const send = (by: Viewer, input: object = {}) =>
  on.as(by).run(SEND, { input: { eventId: event.id, ...text, ...input } });

/** Who got a mail with this subject. */
const readersOf = async (subject = text.subject): Promise<string[]> => {
  const rows = await on.sql<{ recipient: string }>(
    'select recipient from outbox_message where subject = $1 and recipient = any ($2) order by recipient',
    [subject, people.map(({ email }) => email)],
  );
  return rows.map(({ recipient }) => recipient);
};
const emails = (...indexes: number[]): string[] => indexes.map((index) => people[index]!.email).toSorted();

/** Refused with this code, and nobody got a mail. */
async function expectRefusal(answer: Promise<unknown>, code: string, field?: string[]): Promise<void> {
  expect(await answer).toHaveUserError(code, field);
  expect([await readersOf(), await on.sql('select from event_message where event_id = $1', [event.id])]).toEqual([
    [],
    [],
  ]);
}

describe('a message about an event', () => {
  it('goes to who takes part, once each, and is written down', async () => {
    await events.ask(registered[1]!.viewer, CANCEL, seen(registered[1]!));
    await events.register(event, people[1]!);
    const { data } = await send(clerk);
    expect(data.sendEventMessage.message).toMatchObject({
      ...text,
      states: ['CONFIRMED', 'ATTENDED'],
      mode: null,
      recipientCount: 1,
      sentAt: '2026-11-02T09:00:00.000Z',
      sentBy: { id: clerk.personId },
      event: { id: event.id },
    });
    expect(await readersOf()).toEqual(emails(0));
    expect((await on.as(clerk).run(MESSAGES, { id: event.id })).data.event.messages).toEqual({
      totalCount: 1,
      nodes: [{ subject: text.subject, recipientCount: 1 }],
    });
  });

  it('goes to those of the states and the mode that are named, each person once', async () => {
    await events.ask(registered[1]!.viewer, CANCEL, seen(registered[1]!));
    await events.register(event, people[1]!);
    const { data } = await send(clerk, { states: ['CANCELLED', 'WAITLISTED', 'OFFERED'], mode: 'ON_SITE' });
    expect([data.sendEventMessage.message.recipientCount, await readersOf()]).toEqual([2, emails(1, 2)]);
    await expectUnread(send(clerk, { mode: 'ONLINE', subject: 'Voor wie thuis kijkt' }), 'Voor wie thuis kijkt');
  });

  it('is read as it was written, with why it comes, in the language of who reads it', async () => {
    await on.sql(`update person set language = 'FR', name = 'Anne Delvaux' where id = $1`, [people[0]!.id]);
    await send(clerk);
    const mail = (await mails.to(people[0]!.email)).find(({ subject }) => subject === text.subject);
    expect(mail!.text).toContain(
      'Bonjour Anne Delvaux,\n\nEr is stroom aan elke tafel.\n\nTot dan! <b>De ploeg</b>\n\n',
    );
    expect(mail!.text).toMatch(/vous vous êtes inscrit à « Kennisdag NIS2 » \(jeudi 10 décembre 2026.*\)\./);
    expect(mail!.html).toContain('<p>Tot dan! &lt;b&gt;De ploeg&lt;/b&gt;</p>');
  });

  it('is sent once, however often the same call comes, also at once', async () => {
    const input = { idempotencyKey: 'parkeren' };
    const answers = await Promise.all([1, 2, 3].map(() => send(clerk, input)));
    const ids = answers.map(({ data }) => data.sendEventMessage.message.id);
    expect([new Set(ids).size, await readersOf()]).toEqual([1, emails(0, 1)]);
    expect(await send(clerk, { ...input, subject: 'Iets anders' })).toHaveUserError('IDEMPOTENCY_MISMATCH');
  });

  it('about what was cancelled reaches who had a place', async () => {
    const CANCEL_EVENT = `mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { userErrors { code message } } }`;
    await events.ask(clerk, CANCEL_EVENT, { id: event.id, expectedVersion: 1, reason: 'Ziekte van de spreker' });
    await send(clerk, { states: ['CANCELLED'] });
    expect(await readersOf()).toEqual(emails(0, 1, 2));
  });

  it('of a meeting is sent, and seen, by the coordinator of its circle', async () => {
    const [circle, coordinator] = [await given.circle(), await given.person()];
    await given.coordinator(circle, coordinator);
    await on.sql(`update event set series = 'CIRCLE_MEETING', circle_id = $2 where id = $1`, [event.id, circle.id]);
    expect((await send(signedIn(coordinator))).data.sendEventMessage.message.recipientCount).toBe(2);
    const seenBy = async (viewer: Viewer) =>
      (await on.as(viewer).run(MESSAGES, { id: event.id })).data.event.messages.totalCount;
    expect(await Promise.all([signedIn(coordinator), registered[0]!.viewer, anonymous].map(seenBy))).toEqual([1, 0, 0]);
  });

  it.each([
    ['NL', 'Dit bericht is geschreven door Jo Peeters, coördinator van kenniskring Westhoek NL.\n\nDag '],
    ['FR', 'Ce message a été écrit par Jo Peeters, qui coordonne le cercle de connaissances Westhoek FR.\n\nBonjour '],
    ['EN', 'This message was written by Jo Peeters, coordinator of knowledge circle Westhoek EN.\n\nHello '],
    [
      'DE',
      'Diese Nachricht wurde geschrieben von Jo Peeters, Koordination des Wissenskreises Westhoek DE.\n\nGuten Tag ',
    ],
  ])('of a coordinator says in %s first who wrote it', async (language, beginning) => {
    await on.sql('update person set language = $2 where id = $1', [people[0]!.id, language]);
    const [circle, coordinator] = [
      await given.circle({ name: `Westhoek ${language}` }),
      await given.person({ name: 'Jo Peeters' }),
    ];
    await given.coordinator(circle, coordinator);
    await on.sql(`update event set series = 'CIRCLE_MEETING', circle_id = $2 where id = $1`, [event.id, circle.id]);
    await send(signedIn(coordinator));
    const mail = (await mails.to(people[0]!.email)).find(({ subject }) => subject === text.subject)!;
    expect(mail.text.startsWith(beginning)).toBe(true);
    expect(mail.html.indexOf('Jo Peeters')).toBeLessThan(mail.html.indexOf(people[0]!.name));
  });

  it.each([
    ['NL', 'Dit bericht is geschreven door de vereniging.\n\nDag '],
    ['FR', 'Ce message a été écrit par l’association.\n\nBonjour '],
    ['EN', 'This message was written by the association.\n\nHello '],
    ['DE', 'Diese Nachricht wurde geschrieben vom Verband.\n\nGuten Tag '],
  ])('of staff says in %s first that the association wrote it, and names nobody', async (language, beginning) => {
    await on.sql('update person set language = $2 where id = $1', [people[0]!.id, language]);
    await send(clerk);
    const mail = (await mails.to(people[0]!.email)).find(({ subject }) => subject === text.subject)!;
    expect(mail.text.startsWith(beginning)).toBe(true);
  });

  it('reaches nobody who was erased', async () => {
    await on.sql('delete from person where id = $1', [people[0]!.id]);
    expect((await send(clerk)).data.sendEventMessage.message.recipientCount).toBe(1);
  });

  it('is sent by nobody else', async () => {
    await expectRefusal(send(registered[0]!.viewer), 'FORBIDDEN');
    await expectRefusal(send(clerk, { eventId: newId('event') }), 'NOT_FOUND', ['eventId']);
    await on.sql(`update event set status = 'DRAFT', published_at = null where id = $1`, [event.id]);
    await expectRefusal(send(registered[0]!.viewer), 'NOT_FOUND', ['eventId']);
  });

  it('is not sent to nobody, nor without words', async () => {
    await expectRefusal(send(clerk, { states: ['NO_SHOW'] }), 'INVALID_STATE');
    await expectRefusal(send(clerk, { states: [] }), 'BAD_USER_INPUT', ['states']);
    await expectRefusal(send(clerk, { subject: 'x' }), 'BAD_USER_INPUT', ['subject']);
    await expectRefusal(send(clerk, { body: 'kort' }), 'BAD_USER_INPUT', ['body']);
  });

  it('is one of ten a day at most', async () => {
    for (let sent = 1; sent <= 10; sent += 1) await send(clerk, { subject: `Bericht ${sent}` });
    const eleventh = await send(clerk);
    expect(eleventh).toHaveUserError('RATE_LIMITED');
    expect(await readersOf()).toEqual([]);
    on.clock.set('2026-11-03T09:00:01Z');
    expect((await send(clerk)).data.sendEventMessage.message.recipientCount).toBe(2);
  });
});

async function expectUnread(answer: Promise<unknown>, subject: string): Promise<void> {
  expect(await answer).toHaveUserError('INVALID_STATE');
  expect(await readersOf(subject)).toEqual([]);
}
