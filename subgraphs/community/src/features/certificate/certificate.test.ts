import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, signedIn, staff, startCommunity, type Row } from '../../../test/given.js';
import { GivenCertificates, ISSUE, REVOKE, VERIFY } from '../../../test/given-certificate.js';
import { KeptMails, reasonIn } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let given: Given;
let certificates: GivenCertificates;
let mails: KeptMails;
let keeper: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  certificates = new GivenCertificates(on);
  mails = await KeptMails.of(on);
  keeper = staff(await given.person());
});

const issue = (event: Row, input: object = {}, viewer = keeper) =>
  on.as(viewer).run(ISSUE, { input: { eventId: event.id, ...input } });
const revoke = (certificate: Row, input: object = {}, viewer = keeper) =>
  on.as(viewer).run(REVOKE, { input: { id: certificate.id, expectedVersion: 1, reason: 'Verkeerde naam', ...input } });
const verify = async (code: string) => (await on.as(anonymous).run(VERIFY, { code })).data.certificate;
const issuedFor = (event: Row) =>
  on.sql<{ id: string; code: string; title: string; holder_name: string; person_id: string; registration_id: string }>(
    'select * from certificate where event_id = $1 order by issued_at, id',
    [event.id],
  );
const mailsTo = async ({ email }: { email: string }) =>
  (await on.sql<{ subject: string }>('select subject from outbox_message where recipient = $1', [email])).map(
    ({ subject }) => subject,
  );

describe('certificates of an event', () => {
  it('go to who attended, and to nobody else; each is told', async () => {
    const event = await certificates.past();
    const [came, absent, coming] = [
      await given.person({ name: 'Fiène Çelik' }),
      await given.person(),
      await given.person(),
    ];
    await certificates.attended(event, came);
    await certificates.attended(event, absent, { state: 'NO_SHOW', checked_in_at: null });
    await certificates.attended(event, coming, { state: 'CONFIRMED', checked_in_at: null });
    const { data } = await issue(event);
    expect(data.issueCertificates).toEqual({
      issued: 1,
      earlier: 0,
      tooFewSessions: 0,
      event: { id: event.id },
      userErrors: [],
    });
    expect((await issuedFor(event)).map((one) => one.holder_name)).toEqual(['Fiène Çelik']);
    expect(await mailsTo(came)).toEqual(['Uw certificaat: Kennisdag NIS2']);
  });

  it('say what the training is called of which it is a session', async () => {
    const training = await certificates.trainings.training({ title: 'Certified DPO' });
    const event = await certificates.past({ title: 'Sessie in Kortrijk' });
    await certificates.trainings.heldAs(training, event);
    await certificates.attended(event, await given.person());
    await issue(event);
    expect((await issuedFor(event))[0]).toMatchObject({ title: 'Certified DPO', training_id: training.id });
  });

  it('take so many sessions as it says', async () => {
    const event = await certificates.past({ certificate_minimum_sessions: 2 });
    const at = (from: string, to: string) => ({ starts_at: `2026-10-06T${from}:00Z`, ends_at: `2026-10-06T${to}:00Z` });
    const sessions = [
      await certificates.trainings.events.session(event, at('08:00', '09:00')),
      await certificates.trainings.events.session(event, at('09:00', '10:00')),
    ];
    const [diligent, brief] = [await given.person(), await given.person()];
    const registrations = [await certificates.attended(event, diligent), await certificates.attended(event, brief)];
    for (const session of sessions) await certificates.attendedSession(registrations[0]!, session);
    await certificates.attendedSession(registrations[1]!, sessions[0]!);
    const { data } = await issue(event);
    expect(data.issueCertificates).toMatchObject({ issued: 1, tooFewSessions: 1 });
    expect((await issuedFor(event)).map((one) => one.person_id)).toEqual([diligent.id]);
  });

  it('are issued once, however often and however parallel staff asks', async () => {
    const event = await certificates.past();
    const people = await Promise.all(Array.from({ length: 12 }, () => given.person()));
    for (const person of people) await certificates.attended(event, person);
    const answers = await Promise.all(Array.from({ length: 6 }, () => issue(event)));
    const counts = answers.map(({ data }) => data.issueCertificates.issued as number);
    expect(counts.toSorted((one, other) => one - other)).toEqual([0, 0, 0, 0, 0, 12]);
    expect((await issuedFor(event)).length).toBe(12);
    expect(await mailsTo(people[0]!)).toHaveLength(1);
  });

  it('have codes of their own', async () => {
    const event = await certificates.past();
    for (let index = 0; index < 5; index += 1) await certificates.attended(event, await given.person());
    await issue(event);
    const codes = (await issuedFor(event)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(5);
    expect(codes.every((code) => /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true);
  });

  it('may be for some of them only', async () => {
    const event = await certificates.past();
    const [one] = [
      await certificates.attended(event, await given.person()),
      await certificates.attended(event, await given.person()),
    ];
    const { data } = await issue(event, { registrationIds: [one.id] });
    expect(data.issueCertificates.issued).toBe(1);
    expect((await issuedFor(event)).map((row) => row.registration_id)).toEqual([one.id]);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['before it is over', 'INVALID_STATE', { ends_at: '2026-11-30T15:00:00Z' }],
    ['when it gives none', 'INVALID_STATE', { certificate_hours: null }],
    ['when it was cancelled', 'INVALID_STATE', { status: 'CANCELLED' }],
  ])('are refused %s, and nothing is written', async (_when, code, columns) => {
    const event = await certificates.past(columns);
    await certificates.attended(event, await given.person());
    expect(await issue(event)).toHaveUserError(code as 'INVALID_STATE');
    expect(await issuedFor(event)).toEqual([]);
  });

  it('are refused to others than staff, and nothing is written', async () => {
    const event = await certificates.past();
    const person = await given.person();
    await certificates.attended(event, person);
    expect(await issue(event, {}, signedIn(person))).toHaveUserError('FORBIDDEN');
    expect(await issuedFor(event)).toEqual([]);
  });

  it('are refused for an event that does not exist, and for who did not attend it', async () => {
    const event = await certificates.past();
    const elsewhere = await certificates.attended(await certificates.past(), await given.person());
    expect(await issue({ id: newId('event') })).toHaveUserError('NOT_FOUND');
    expect(await issue(event, { registrationIds: [elsewhere.id] })).toHaveUserError('BAD_USER_INPUT');
    expect(await issue(event, { registrationIds: [] })).toHaveUserError('BAD_USER_INPUT');
  });

  it('are refused by the database too to who did not attend', async () => {
    const [person, event] = [await given.person(), await certificates.past()];
    const absent = await certificates.attended(event, person, { state: 'NO_SHOW', checked_in_at: null });
    await expect(certificates.certificate(person, { registration_id: absent.id, event_id: event.id })).rejects.toThrow(
      'a certificate is for who attended',
    );
  });
});

describe('a certificate', () => {
  it('is verified by its code alone, as it is typed', async () => {
    const { code } = await certificates.certificate(await given.person({ name: 'Jo Oïl' }));
    const shown = {
      code,
      name: 'Jo Oïl',
      title: 'Kennisdag NIS2',
      hours: 6,
      startsOn: '2026-10-06',
      endsOn: '2026-10-06',
      valid: true,
    };
    expect(await verify(code)).toEqual(shown);
    expect(await verify(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))).toEqual(shown);
  });

  it('that does not exist is null, as is what is no code', async () => {
    expect(await verify('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ')).toBeNull();
    expect(await verify("' or 1=1\u0000")).toBeNull();
  });

  it('keeps the name that it was issued with', async () => {
    const person = await given.person({ name: 'Els Vroeger' });
    const { code } = await certificates.certificate(person);
    await on.sql(`update person set name = 'Els Later' where id = $1`, [person.id]);
    expect((await verify(code)).name).toBe('Els Vroeger');
  });

  it('is revoked by staff with a reason, for good; its holder is told', async () => {
    const person = await given.person();
    const certificate = await certificates.certificate(person);
    const { data } = await revoke(certificate);
    expect(data.revokeCertificate).toMatchObject({
      userErrors: [],
      certificate: {
        version: 2,
        valid: false,
        revocationReason: 'Verkeerde naam',
        revokedAt: on.clock.now().toISOString(),
      },
    });
    expect((await verify(certificate.code)).valid).toBe(false);
    expect(await mailsTo(person)).toEqual(['Certificaat ingetrokken: Kennisdag NIS2']);
    expect(await revoke(certificate, { expectedVersion: 2 })).toHaveUserError('INVALID_STATE');
  });

  it.each(reasonIn('Verkeerde naam'))('tells its holder in %s why it was revoked', async (language, reason) => {
    const person = await given.person({ language });
    await revoke(await certificates.certificate(person));
    expect((await mails.to(person.email)).at(-1)!.text.split('\n')).toContain(reason);
  });

  it.each<[string, string, object]>([
    ['that somebody else changed', 'CONFLICT', { expectedVersion: 7 }],
    ['without a reason', 'BAD_USER_INPUT', { reason: '  ' }],
    ['that does not exist', 'NOT_FOUND', { id: newId('certificate') }],
  ])('%s is not revoked', async (_which, code, input) => {
    const certificate = await certificates.certificate(await given.person());
    expect(await revoke(certificate, input)).toHaveUserError(code as 'CONFLICT');
    expect((await verify(certificate.code)).valid).toBe(true);
  });

  it('is not revoked by its holder', async () => {
    const person = await given.person();
    const certificate = await certificates.certificate(person);
    expect(await revoke(certificate, {}, signedIn(person))).toHaveUserError('FORBIDDEN');
    expect((await verify(certificate.code)).valid).toBe(true);
  });

  it('that was revoked is not issued again in passing, but when it is asked for by name', async () => {
    const certificate = await certificates.certificate(await given.person());
    await revoke(certificate);
    const [row] = await on.sql<{ event_id: string; registration_id: string }>(
      'select * from certificate where id = $1',
      [certificate.id],
    );
    const event = { id: row!.event_id };
    expect((await issue(event)).data.issueCertificates).toMatchObject({ issued: 0, earlier: 1 });
    const again = await issue(event, { registrationIds: [row!.registration_id] });
    expect(again.data.issueCertificates).toMatchObject({ issued: 1, earlier: 0 });
  });

  it('stands in the way of undoing the check-in that it rests on', async () => {
    const event = await certificates.past();
    const { id } = await certificates.attended(event, await given.person());
    await issue(event);
    const undo = `mutation ($input: UndoCheckInInput!) { undoCheckIn(input: $input) { userErrors { code message } } }`;
    expect(await on.as(keeper).run(undo, { input: { id, expectedVersion: 1 } })).toHaveUserError('INVALID_STATE');
    const change = on.sql(`update registration set state = 'NO_SHOW', checked_in_at = null where id = $1`, [id]);
    await expect(change).rejects.toThrow('a certificate is for who attended');
  });

  it('says the same for ever', async () => {
    const { id } = await certificates.certificate(await given.person());
    for (const change of [
      `title = 'Iets anders'`,
      `hours = 60`,
      `holder_name = 'Iemand anders'`,
      `starts_on = '2026-10-05'`,
    ])
      await expect(on.sql(`update certificate set ${change} where id = $1`, [id])).rejects.toThrow(
        'says the same for ever',
      );
  });
});
