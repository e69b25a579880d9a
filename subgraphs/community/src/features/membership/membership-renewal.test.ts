import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { employee, Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { active, contact, expired, GivenMembership, inGrace, term } from '../../../test/given-membership.js';
import { KeptCalendars } from '../../../test/kept-calendars.js';
import { KeptMails } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let clerk: Viewer;
let mails: KeptMails;
let calendars: KeptCalendars;

const FIELDS = `{ membership { id status since from to graceUntil feeRate feeCents employer { id } cancelledOn cancellationReason
  version earlierTerms { nodes { from to feeRate feeCents employer { id } } } } userErrors { code field message } }`;
const RENEW = `mutation ($input: RenewMembershipInput!) { renewMembership(input: $input) ${FIELDS} }`;
const CANCEL = `mutation ($input: CancelMembershipInput!) { cancelMembership(input: $input) ${FIELDS} }`;
const RENEW_ALL = `mutation ($input: RenewMembershipsInput!) {
  renewMemberships(input: $input) { renewed feeCents remaining userErrors { code field } } }`;

/** Ends within the 90 days in which it can be renewed. */
const ending = term('2025-12-10', '2026-12-10', '2027-03-10');

beforeAll(async () => {
  on = await startCommunity();
  mails = await KeptMails.of(on);
  calendars = await KeptCalendars.of(on);
  given = new Given(on);
  memberships = new GivenMembership(on);
  clerk = staff(await given.person());
  await memberships.fees('EFFECTIVE', 2027, [30_000, 3_000]);
  await memberships.fees('COMPANY', 2026, [75_000, null]);
});
beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

const renew = ({ id }: Row, viewer = clerk, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(RENEW, { input: { id, expectedVersion: 1, ...more } });
const cancel = ({ id }: Row, viewer = clerk, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(CANCEL, { input: { id, expectedVersion: 1, ...more } });
const stored = async ({ id }: Row) => (await on.sql('select * from membership where id = $1', [id]))[0]!;

async function expectUnchanged(membership: Row, work: () => Promise<Answer>, code: string): Promise<void> {
  const before = await stored(membership);
  expect(await work()).toHaveUserError(code);
  expect(await stored(membership)).toEqual(before);
}

describe('renewal', () => {
  it('begins a year where the present term ends, for the fee of the year in which it begins', async () => {
    const person = await given.person();
    const membership = await memberships.effectiveApproved(person, term('2026-01-20', '2027-01-20', '2027-04-20'));
    on.clock.set('2026-12-01T09:00:00Z');
    const { data } = await renew(membership, signedIn(person));
    expect(data.renewMembership).toEqual({
      membership: expect.objectContaining({
        status: 'ACTIVE',
        since: '2026-01-20',
        from: '2027-01-20',
        to: '2028-01-20',
        feeRate: 'FIRST_MEMBER',
        feeCents: 30_000,
        version: 2,
        earlierTerms: {
          nodes: [{ from: '2026-01-20', to: '2027-01-20', feeRate: 'FIRST_MEMBER', feeCents: 25_000, employer: null }],
        },
      }),
      userErrors: [],
    });
  });

  it('in grace leaves no gap', async () => {
    const { data } = await renew(await memberships.effectiveApproved(await given.person(), inGrace));
    expect(data.renewMembership.membership).toMatchObject({ status: 'ACTIVE', from: '2026-09-20', to: '2027-09-20' });
  });

  it('of what expired begins today, and makes it active again', async () => {
    const { data } = await renew(await memberships.effectiveApproved(await given.person(), expired));
    expect(data.renewMembership.membership).toMatchObject({
      status: 'ACTIVE',
      since: '2024-03-01',
      from: '2026-11-02',
    });
  });

  it('tells the holder', async () => {
    const person = await given.person({ language: 'DE' });
    await renew(await memberships.effectiveApproved(person, ending));
    expect(await mails.to(person.email)).toMatchObject([{ subject: 'Ihre Mitgliedschaft wurde verlängert' }]);
  });

  it.each([
    ['NL', 'U blijft effectief lid, van '],
    ['FR', 'Vous restez membre effectif, du '],
    ['EN', 'You stay an effective member, from '],
    ['DE', 'Sie bleiben ordentliches Mitglied, vom '],
  ])('speaks to a member, not of one: %s', async (language, sentence) => {
    const person = await given.person({ language, name: 'Lies Zonder Derde' });
    await renew(await memberships.effectiveApproved(person, ending));
    const [{ text } = { text: '' }] = await mails.to(person.email);
    expect(text).toContain(sentence);
    expect(text.split('Lies Zonder Derde')).toHaveLength(2);
  });

  it('moves the last day to renew in the calendar, and a cancellation takes it out', async () => {
    const person = await given.person({ language: 'EN' });
    const membership = await memberships.effectiveApproved(person, ending);
    const { data } = await renew(membership);
    const { version } = data.renewMembership.membership;
    await cancel(membership, signedIn(person), { expectedVersion: version });
    const entry = { uid: membership.id, summary: 'Last day to renew the membership' };
    const entries = await calendars.of(person);
    expect(entries.toSorted((one, other) => one.sequence - other.sequence)).toMatchObject([
      { ...entry, method: 'PUBLISH', sequence: version, start: expect.stringContaining('2028-03-08') },
      { ...entry, method: 'CANCEL', sequence: version + 1, status: 'CANCELLED' },
    ]);
  });

  it('counts a new employer from the next term on', async () => {
    const [former, now] = [await given.authority(), await given.authority()];
    const person = await given.person();
    await given.employment(person, former, { to: '2026-06-01' });
    await given.employment(person, now, { from: '2026-06-01' });
    const columns = { ...ending, employer_id: former.id, fee_rate: 'FURTHER_MEMBER', fee_cents: 2_500 };
    const membership = await memberships.effectiveApproved(person, columns);
    await memberships.effectiveApproved(await given.person(), { ...active, employer_id: former.id });
    const { data } = await renew(membership, signedIn(person));
    expect(data.renewMembership.membership).toMatchObject({
      employer: { id: now.id },
      feeRate: 'FIRST_MEMBER',
      earlierTerms: { nodes: [{ employer: { id: former.id }, feeRate: 'FURTHER_MEMBER' }] },
    });
  });

  it('asks which employer it is when the former one is left for several', async () => {
    const [one, two] = [await given.authority(), await given.authority()];
    const person = await given.person();
    await given.employment(person, one);
    await given.employment(person, two);
    const membership = await memberships.effectiveApproved(person, ending);
    expect(await renew(membership)).toHaveUserError('BAD_USER_INPUT', ['employerId']);
    const { data } = await renew(membership, clerk, { employerId: two.id });
    expect(data.renewMembership.membership.employer).toEqual({ id: two.id });
  });

  it('keeps one first fee among the members of an employer, also when all renew at once', async () => {
    const town = await given.authority();
    const members: Row[] = [];
    for (let number = 0; number < 6; number += 1) {
      const person = await given.person();
      await given.employment(person, town);
      const rate = number === 3 ? {} : { fee_rate: 'FURTHER_MEMBER', fee_cents: 2_500 };
      members.push(await memberships.effectiveApproved(person, { ...ending, employer_id: town.id, ...rate }));
    }
    const answers = await Promise.all(members.map((one) => renew(one)));
    const fees = answers.map(({ data }) => data.renewMembership.membership?.feeCents).toSorted();
    expect(fees).toEqual([2_500, 2_500, 2_500, 2_500, 2_500, 25_000]);
  });

  it('renews once when it comes twice at once', async () => {
    const membership = await memberships.effectiveApproved(await given.person(), ending);
    const answers = await Promise.all(Array.from({ length: 4 }, () => renew(membership)));
    const codes = answers.map(({ data }) => data.renewMembership.userErrors[0]?.code).toSorted();
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', undefined]);
  });

  it('is open to contact persons of the organisation that holds it', async () => {
    const company = await given.organisation();
    const membership = await memberships.companyApproved(company, ending);
    const { data } = await renew(membership, contact(await given.person(), company));
    expect(data.renewMembership.membership).toMatchObject({ status: 'ACTIVE', feeCents: 75_000, feeRate: null });
  });

  describe('is refused, and nothing changes,', () => {
    it('earlier than ninety days before the end', async () => {
      const membership = await memberships.effectiveApproved(await given.person(), active);
      on.clock.set('2026-10-16T09:00:00Z');
      await expectUnchanged(membership, () => renew(membership), 'INVALID_STATE');
      on.clock.set('2026-10-17T09:00:00Z');
      expect((await renew(membership)).data.renewMembership.userErrors).toEqual([]);
    });

    it.each<[string, object]>([
      ['applied for', {}],
      ['rejected', { decision: 'REJECTED', decided_at: '2026-01-01T00:00:00Z' }],
    ])('of what is %s', async (_what, columns) => {
      const membership = await memberships.effective(await given.person(), { ...columns });
      await expectUnchanged(membership, () => renew(membership), 'INVALID_STATE');
    });

    it('of what was cancelled', async () => {
      const membership = await memberships.effectiveApproved(await given.person(), {
        ...ending,
        cancelled_on: '2026-10-01',
      });
      await expectUnchanged(membership, () => renew(membership), 'INVALID_STATE');
    });

    it('of an authority that merged', async () => {
      const successor = await given.authority();
      const merged = await given.authority({ status: 'MERGED', merged_into_id: successor.id });
      const membership = await memberships.accededApproved(merged, ending);
      await expectUnchanged(membership, () => renew(membership), 'INVALID_STATE');
    });

    it('of an older membership than the one that holds: the database decides', async () => {
      const person = await given.person();
      const older = await memberships.effectiveApproved(person, expired);
      await memberships.effectiveApproved(person, active);
      await expectUnchanged(older, () => renew(older), 'ALREADY_EXISTS');
    });

    it('by a contact person of the employer, who only pays, and by a stranger', async () => {
      const town = await given.authority();
      const membership = await memberships.effectiveApproved(await given.person(), { ...ending, employer_id: town.id });
      const payer = contact(await given.person(), town);
      await expectUnchanged(membership, () => renew(membership, payer), 'FORBIDDEN');
      const colleague = employee(await given.person(), town);
      await expectUnchanged(membership, () => renew(membership, colleague, { expectedVersion: 9 }), 'NOT_FOUND');
    });

    it('of another version, and with an employer who is none', async () => {
      const membership = await memberships.effectiveApproved(await given.person(), ending);
      await expectUnchanged(membership, () => renew(membership, clerk, { expectedVersion: 2 }), 'CONFLICT');
      const { id } = await given.authority();
      await expectUnchanged(membership, () => renew(membership, clerk, { employerId: id }), 'BAD_USER_INPUT');
    });
  });
});

describe('cancellation', () => {
  it('ends a membership today, for its holder', async () => {
    const person = await given.person();
    const { data } = await cancel(await memberships.effectiveApproved(person), signedIn(person), {
      reason: 'Andere functie.',
    });
    expect(data.cancelMembership.membership).toMatchObject({
      status: 'CANCELLED',
      cancelledOn: '2026-11-02',
      cancellationReason: 'Andere functie.',
      version: 2,
    });
  });

  it('by staff is told to the holder, each contact person of an organisation too, in the own language', async () => {
    const [person, first, second] = [
      await given.person({ language: 'DE' }),
      await given.person({ language: 'FR' }),
      await given.person(),
    ];
    const town = await given.authority();
    for (const one of [first, second]) await given.employment(one, town, { roles: ['MEMBER_CONTACT'] });
    await cancel(await memberships.effectiveApproved(person));
    await cancel(await memberships.accededApproved(town), clerk, { reason: 'Op vraag van het bestuur.' });
    expect(await mails.to(person.email)).toMatchObject([{ subject: 'Ihre Mitgliedschaft wurde gekündigt' }]);
    expect(await mails.to(first.email)).toMatchObject([{ subject: 'Votre affiliation est résiliée' }]);
    const [{ text } = { text: '' }] = await mails.to(second.email);
    expect(text).toContain('is sinds 2 november 2026 geen toegetreden lid meer.');
    expect(text).toContain('De reden: Op vraag van het bestuur.');
  });

  it.each<[string, () => Promise<Row>]>([
    ['in grace', async () => memberships.effectiveApproved(await given.person(), inGrace)],
    ['expired', async () => memberships.effectiveApproved(await given.person(), expired)],
    ['applied for', async () => memberships.effective(await given.person())],
    [
      'cancelled',
      async () => memberships.effectiveApproved(await given.person(), { ...active, cancelled_on: '2026-10-01' }),
    ],
  ])('is refused of what is %s', async (_what, make) => {
    const membership = await make();
    await expectUnchanged(membership, () => cancel(membership), 'INVALID_STATE');
  });

  it('is refused to who only pays, to strangers, of another version and without a readable reason', async () => {
    const town = await given.authority();
    const membership = await memberships.effectiveApproved(await given.person(), { ...active, employer_id: town.id });
    const payer = contact(await given.person(), town);
    await expectUnchanged(membership, () => cancel(membership, payer), 'FORBIDDEN');
    await expectUnchanged(membership, async () => cancel(membership, signedIn(await given.person())), 'NOT_FOUND');
    await expectUnchanged(membership, () => cancel(membership, clerk, { expectedVersion: 3 }), 'CONFLICT');
    await expectUnchanged(membership, () => cancel(membership, clerk, { reason: 'x' }), 'BAD_USER_INPUT');
  });
});

describe('renewal of a year', () => {
  const renewAll = (viewer: Viewer, input: object): Promise<Answer> => on.as(viewer).run(RENEW_ALL, { input });

  it('renews who ends in it and is a member or in grace, a hundred at a time, until none is left', async () => {
    on.clock.set('2022-06-01T09:00:00Z');
    const due = term('2021-06-15', '2022-06-15', '2022-09-13');
    const left: Row[] = [];
    for (let number = 0; number < 101; number += 1) await memberships.accededApproved(await given.authority(), due);
    left.push(
      await memberships.accededApproved(await given.authority(), term('2021-12-01', '2022-12-01', '2023-03-01')),
    );
    left.push(
      await memberships.accededApproved(await given.authority(), term('2020-06-15', '2021-06-15', '2021-09-13')),
    );
    left.push(await memberships.accededApproved(await given.authority(), { ...due, cancelled_on: '2022-01-01' }));
    left.push(await memberships.accededApproved(await given.authority({ status: 'DISSOLVED' }), due));
    const input = { type: 'ACCEDED', year: 2022 };
    const first = await renewAll(clerk, input);
    const [second, third] = [await renewAll(clerk, input), await renewAll(clerk, input)];
    expect([first, second, third].map(({ data }) => data.renewMemberships)).toEqual([
      { renewed: 100, feeCents: 0, remaining: 1, userErrors: [] },
      { renewed: 1, feeCents: 0, remaining: 0, userErrors: [] },
      { renewed: 0, feeCents: 0, remaining: 0, userErrors: [] },
    ]);
    const unchanged = await on.sql('select id from membership where id = any($1) and version = 1', [
      left.map(({ id }) => id),
    ]);
    expect(unchanged).toHaveLength(4);
  });

  it('counts each person where she works by now, and renews none twice when two of staff call at once', async () => {
    on.clock.set('2020-06-01T09:00:00Z');
    const town = await given.authority();
    for (let number = 0; number < 5; number += 1) {
      const person = await given.person();
      await given.employment(person, town);
      const rate = number === 0 ? {} : { fee_rate: 'FURTHER_MEMBER', fee_cents: 2_500 };
      await memberships.effectiveApproved(person, {
        ...term('2019-06-15', '2020-06-15', '2020-09-13'),
        employer_id: town.id,
        ...rate,
      });
    }
    const input = { type: 'EFFECTIVE', year: 2020 };
    const answers = await Promise.all([renewAll(clerk, input), renewAll(clerk, input)]);
    const sums = answers.map(({ data }) => data.renewMemberships);
    expect([sums[0].renewed + sums[1].renewed, sums[0].feeCents + sums[1].feeCents]).toEqual([5, 35_000]);
  });

  it('is for staff, and for years that there are', async () => {
    const person = signedIn(await given.person());
    expect(await renewAll(person, { type: 'COMPANY', year: 2026 })).toHaveUserError('FORBIDDEN');
    expect(await renewAll(clerk, { type: 'COMPANY', year: 1999 })).toHaveUserError('BAD_USER_INPUT', ['year']);
  });
});
