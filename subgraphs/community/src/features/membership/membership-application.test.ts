import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { active, contact, expired, GivenMembership, inGrace } from '../../../test/given-membership.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let clerk: Viewer;

const FIELDS = `{ membership { id type status holderName person { id } organisation { id } employer { id } since from to
  graceUntil feeRate feeCents chargedOn rejectionReason version } userErrors { code field message } }`;
const APPLY = `mutation ($input: ApplyForMembershipInput!) { applyForMembership(input: $input) ${FIELDS} }`;
const APPROVE = `mutation ($input: ApproveMembershipInput!) { approveMembership(input: $input) ${FIELDS} }`;
const REJECT = `mutation ($input: RejectMembershipInput!) { rejectMembership(input: $input) ${FIELDS} }`;
const WITHDRAW = `mutation ($input: WithdrawMembershipApplicationInput!) { withdrawMembershipApplication(input: $input) ${FIELDS} }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  memberships = new GivenMembership(on);
  clerk = staff(await given.person({ consent_directory: true }));
  await memberships.fees('COMPANY', 2026, [75_000, null]);
});

const apply = (viewer: Viewer, input: object): Promise<Answer> => on.as(viewer).run(APPLY, { input });
const approve = ({ id }: Row, viewer = clerk, expectedVersion = 1): Promise<Answer> =>
  on.as(viewer).run(APPROVE, { input: { id, expectedVersion } });
const approveAt = ({ id }: Row, { id: employerId }: Row): Promise<Answer> =>
  on.as(clerk).run(APPROVE, { input: { id, expectedVersion: 1, employerId } });
const reject = ({ id }: Row, viewer = clerk, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(REJECT, { input: { id, expectedVersion: 1, reason: 'Geen lokaal bestuur.', ...more } });
const withdraw = ({ id }: Row, viewer: Viewer, expectedVersion = 1): Promise<Answer> =>
  on.as(viewer).run(WITHDRAW, { input: { id, expectedVersion } });
const stored = async ({ id }: Row) => (await on.sql('select * from membership where id = $1', [id]))[0]!;
const count = async (): Promise<number> => Number((await on.sql('select count(*) from membership'))[0]!['count']);
const mailsTo = async ({ email }: GivenPerson): Promise<string[]> =>
  (
    await on.sql<{ subject: string }>('select subject from outbox_message where recipient = $1 order by created_at', [
      email,
    ])
  ).map(({ subject }) => subject);

async function worker(
  ...organisations: readonly GivenOrganisation[]
): Promise<{ person: GivenPerson; viewer: Viewer }> {
  const person = await given.person();
  for (const one of organisations) await given.employment(person, one);
  return { person, viewer: employee(person, ...organisations) };
}

describe('withdrawing', () => {
  it('takes an application back, after which one may apply again', async () => {
    const person = await given.person();
    const { data } = await apply(signedIn(person), { type: 'EFFECTIVE' });
    const { membership } = data.applyForMembership;
    const answer = await withdraw(membership, signedIn(person));
    expect(answer.data.withdrawMembershipApplication).toMatchObject({
      membership: { status: 'WITHDRAWN', version: 2 },
      userErrors: [],
    });
    expect((await apply(signedIn(person), { type: 'EFFECTIVE' })).data.applyForMembership.userErrors).toEqual([]);
  });

  it('is for who applied and staff, for the version that was seen, and until it was decided', async () => {
    const person = await given.person();
    const application = await memberships.effective(person);
    expect(await withdraw(application, signedIn(await given.person()))).toHaveUserError('NOT_FOUND', ['id']);
    expect(await withdraw(application, anonymous)).toHaveError('UNAUTHENTICATED');
    expect(await withdraw(application, signedIn(person), 9)).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await stored(application)).toMatchObject({ decision: null });
    expect((await withdraw(application, clerk)).data.withdrawMembershipApplication.userErrors).toEqual([]);
    expect(await withdraw(application, clerk, 2)).toHaveUserError('INVALID_STATE');
    const member = await memberships.effectiveApproved(person, active);
    expect(await withdraw(member, signedIn(person))).toHaveUserError('INVALID_STATE');
  });
});

describe('applying', () => {
  it('makes a person an applicant, with the employer of today', async () => {
    const town = await given.authority();
    const { person, viewer } = await worker(town);
    const { data } = await apply(viewer, { type: 'EFFECTIVE' });
    expect(data.applyForMembership).toMatchObject({
      membership: {
        type: 'EFFECTIVE',
        status: 'APPLIED',
        holderName: person.name,
        person: { id: person.id },
        organisation: null,
        employer: { id: town.id },
        since: null,
        feeCents: null,
        version: 1,
      },
      userErrors: [],
    });
  });

  it('takes a member on paper, whom staff enter', async () => {
    const town = await given.authority();
    const { person } = await worker(town);
    const { data } = await apply(clerk, { type: 'EFFECTIVE', personId: person.id });
    expect(data.applyForMembership).toMatchObject({
      membership: { status: 'APPLIED', person: { id: person.id }, employer: { id: town.id } },
      userErrors: [],
    });
  });

  it('is for oneself, unless one is staff, and for a person who is there', async () => {
    const [person, other] = [await given.person(), await given.person()];
    const before = await count();
    expect(await apply(signedIn(other), { type: 'EFFECTIVE', personId: person.id })).toHaveUserError('FORBIDDEN');
    const nobody = { type: 'EFFECTIVE', personId: newId('person') };
    expect(await apply(signedIn(other), nobody)).toHaveUserError('FORBIDDEN');
    expect(await apply(clerk, nobody)).toHaveUserError('NOT_FOUND', ['personId']);
    const { id: organisationId } = await given.authority();
    const twice = { type: 'ACCEDED', personId: person.id, organisationId };
    expect(await apply(clerk, twice)).toHaveUserError('BAD_USER_INPUT', ['personId']);
    expect(await count()).toBe(before);
  });

  it('takes a person without employer', async () => {
    const { data } = await apply(signedIn(await given.person()), { type: 'EFFECTIVE' });
    expect(data.applyForMembership.membership).toMatchObject({ status: 'APPLIED', employer: null });
  });

  it('asks which employer it is when there are several, and takes one of today only', async () => {
    const [town, ocmw, former] = [await given.authority(), await given.authority(), await given.authority()];
    const { person, viewer } = await worker(town, ocmw);
    await given.employment(person, former, { to: '2026-11-02' });
    expect(await apply(viewer, { type: 'EFFECTIVE' })).toHaveUserError('BAD_USER_INPUT', ['employerId']);
    const stale = await apply(viewer, { type: 'EFFECTIVE', employerId: former.id });
    expect(stale).toHaveUserError('BAD_USER_INPUT', ['employerId']);
    const { data } = await apply(viewer, { type: 'EFFECTIVE', employerId: ocmw.id });
    expect(data.applyForMembership.membership.employer).toEqual({ id: ocmw.id });
  });

  it.each([
    ['a local authority', 'ACCEDED', () => given.authority()],
    ['a company', 'COMPANY', () => given.organisation({ kind: 'COMPANY' })],
  ])('lets a contact person apply for %s', async (_what, type, make) => {
    const organisation = await make();
    const { data } = await apply(contact(await given.person(), organisation), {
      type,
      organisationId: organisation.id,
    });
    expect(data.applyForMembership.membership).toMatchObject({
      type,
      status: 'APPLIED',
      person: null,
      organisation: { id: organisation.id },
    });
  });

  it('lets staff apply for an organisation', async () => {
    const { id } = await given.authority();
    expect((await apply(clerk, { type: 'ACCEDED', organisationId: id })).data.applyForMembership.userErrors).toEqual(
      [],
    );
  });

  it('is not for the anonymous', async () => {
    expect(await apply(anonymous, { type: 'EFFECTIVE' })).toHaveError('UNAUTHENTICATED');
  });

  describe('is refused, and nothing is written,', () => {
    it.each<[string, string, string[] | undefined, () => Promise<[Viewer, object]>]>([
      [
        'of an authority by its reader',
        'FORBIDDEN',
        undefined,
        async () => {
          const town = await given.authority();
          return [employee(await given.person(), town), { type: 'ACCEDED', organisationId: town.id }];
        },
      ],
      [
        'of another authority by a contact person',
        'FORBIDDEN',
        undefined,
        async () => {
          const viewer = contact(await given.person(), await given.authority());
          return [viewer, { type: 'ACCEDED', organisationId: (await given.authority()).id }];
        },
      ],
      [
        'of what is not there',
        'NOT_FOUND',
        ['organisationId'],
        async () => [clerk, { type: 'ACCEDED', organisationId: newId('organisation') }],
      ],
      ['of nobody', 'BAD_USER_INPUT', ['organisationId'], async () => [clerk, { type: 'COMPANY' }]],
      [
        'of a company that would accede',
        'BAD_USER_INPUT',
        ['type'],
        async () => [clerk, { type: 'ACCEDED', organisationId: (await given.organisation()).id }],
      ],
      [
        'of an authority that would be a company',
        'BAD_USER_INPUT',
        ['type'],
        async () => [clerk, { type: 'COMPANY', organisationId: (await given.authority()).id }],
      ],
      [
        'of a person by the name of an organisation',
        'BAD_USER_INPUT',
        ['organisationId'],
        async () => [clerk, { type: 'EFFECTIVE', organisationId: (await given.authority()).id }],
      ],
      [
        'of an organisation with an employer',
        'BAD_USER_INPUT',
        ['employerId'],
        async () => {
          const { id } = await given.authority();
          return [clerk, { type: 'ACCEDED', organisationId: id, employerId: id }];
        },
      ],
      [
        'of an authority that was dissolved',
        'INVALID_STATE',
        undefined,
        async () => [clerk, { type: 'ACCEDED', organisationId: (await given.authority({ status: 'DISSOLVED' })).id }],
      ],
      [
        'with an id of another type',
        'BAD_USER_INPUT',
        ['organisationId'],
        async () => [clerk, { type: 'ACCEDED', organisationId: newId('person') }],
      ],
    ])('%s: %s', async (_what, code, field, arrange) => {
      const [viewer, input] = await arrange();
      const before = await count();
      expect(await apply(viewer, input)).toHaveUserError(code, field);
      expect(await count()).toBe(before);
    });

    it('of who applied already, also when two applications come at once', async () => {
      const viewer = signedIn(await given.person());
      const answers = await Promise.all(Array.from({ length: 6 }, () => apply(viewer, { type: 'EFFECTIVE' })));
      const codes = answers.map(({ data }) => data.applyForMembership.userErrors[0]?.code);
      expect(codes.toSorted()).toEqual([...Array<string>(5).fill('ALREADY_EXISTS'), undefined]);
    });

    it.each([
      ['a member', active],
      ['in grace', inGrace],
    ])('of who is %s already', async (_what, columns) => {
      const person = await given.person();
      await memberships.effectiveApproved(person, columns);
      expect(await apply(signedIn(person), { type: 'EFFECTIVE' })).toHaveUserError('ALREADY_EXISTS');
    });
  });

  it.each([
    ['whose membership expired', expired],
    ['who cancelled', { ...active, cancelled_on: '2026-06-01' }],
  ])('is open again to a person %s', async (_what, columns) => {
    const person = await given.person();
    await memberships.effectiveApproved(person, columns);
    expect((await apply(signedIn(person), { type: 'EFFECTIVE' })).data.applyForMembership.userErrors).toEqual([]);
  });

  it('has no second effect with the same key, and refuses the key for something else', async () => {
    const town = await given.authority();
    const viewer = contact(await given.person(), town);
    const input = { type: 'ACCEDED', organisationId: town.id, idempotencyKey: 'aanvraag' };
    const [first, again] = [await apply(viewer, input), await apply(viewer, input)];
    expect(again.data.applyForMembership.membership.id).toBe(first.data.applyForMembership.membership.id);
    const other = await apply(viewer, { type: 'EFFECTIVE', idempotencyKey: 'aanvraag' });
    expect(other).toHaveUserError('IDEMPOTENCY_MISMATCH');
  });

  it('of one kind says nothing about the others: the three are independent', async () => {
    const town = await given.authority();
    const { person, viewer } = await worker(town);
    await memberships.effectiveApproved(person, { ...active, employer_id: town.id });
    const AS = 'query ($id: ID!) { organisation(id: $id) { memberAs } me { memberships { totalCount } } }';
    const { data } = await on.as(viewer).run(AS, { id: town.id });
    expect(data).toEqual({ organisation: { memberAs: null }, me: { memberships: { totalCount: 1 } } });
  });
});

describe('approval', () => {
  it('makes a member for a year from today, for the fee of the year', async () => {
    const town = await given.authority();
    const { person } = await worker(town);
    const application = await memberships.effective(person, { employer_id: town.id });
    const { data } = await approve(application);
    expect(data.approveMembership.membership).toMatchObject({
      status: 'ACTIVE',
      since: '2026-11-02',
      from: '2026-11-02',
      to: '2027-11-02',
      graceUntil: '2028-01-31',
      feeRate: 'FIRST_MEMBER',
      feeCents: 25_000,
      chargedOn: '2026-11-02',
      version: 2,
    });
    expect(await mailsTo(person)).toEqual(['Welkom als effectief lid']);
  });

  it('charges 250 euro for the first member of an employer and 25 for each further one', async () => {
    const town = await given.authority();
    const fees: unknown[] = [];
    for (let number = 0; number < 3; number += 1) {
      const { person } = await worker(town);
      const { data } = await approve(await memberships.effective(person, { employer_id: town.id }));
      fees.push(data.approveMembership.membership.feeCents);
    }
    expect(fees).toEqual([25_000, 2_500, 2_500]);
  });

  it.each([
    ['cancelled', { ...active, cancelled_on: '2026-11-02' }],
    ['is in grace', inGrace],
    ['expired', expired],
  ])('charges the first fee again when the other member %s', async (_what, columns) => {
    const town = await given.authority();
    await memberships.effectiveApproved(await given.person(), { ...columns, employer_id: town.id });
    const { data } = await approve(await memberships.effective(await given.person(), { employer_id: town.id }));
    expect(data.approveMembership.membership.feeRate).toBe('FIRST_MEMBER');
  });

  it('counts by the employer of the application, wherever the person works by now', async () => {
    const [town, other] = [await given.authority(), await given.authority()];
    const { person, viewer } = await worker(town);
    await memberships.effectiveApproved(await given.person(), { ...active, employer_id: other.id });
    const { data } = await apply(viewer, { type: 'EFFECTIVE' });
    await on.sql(`update employment set organisation_id = $2 where person_id = $1`, [person.id, other.id]);
    const { data: approved } = await approve(data.applyForMembership.membership);
    expect(approved.approveMembership.membership).toMatchObject({ employer: { id: town.id }, feeRate: 'FIRST_MEMBER' });
  });

  it('counts by the employer of today when there was none at the application', async () => {
    const town = await given.authority();
    await memberships.effectiveApproved(await given.person(), { ...active, employer_id: town.id });
    const { person, viewer } = await worker();
    const { data } = await apply(viewer, { type: 'EFFECTIVE' });
    expect(data.applyForMembership.membership.employer).toBeNull();
    await given.employment(person, town);
    const { data: approved } = await approve(data.applyForMembership.membership);
    expect(approved.approveMembership.membership).toMatchObject({
      employer: { id: town.id },
      feeRate: 'FURTHER_MEMBER',
    });
  });

  it('counts by the employer that staff say, of those of today, whatever the application said', async () => {
    const [town, other] = [await given.authority(), await given.authority()];
    await memberships.effectiveApproved(await given.person(), { ...active, employer_id: other.id });
    const { person } = await worker(town, other);
    const { data } = await approveAt(await memberships.effective(person, { employer_id: town.id }), other);
    expect(data.approveMembership.membership).toMatchObject({ employer: { id: other.id }, feeRate: 'FURTHER_MEMBER' });
  });

  it('charges exactly one first fee when members of one employer are approved at once', async () => {
    const town = await given.authority();
    const applications: Row[] = [];
    for (let number = 0; number < 8; number += 1)
      applications.push(await memberships.effective(await given.person(), { employer_id: town.id }));
    const answers = await Promise.all(applications.map((one) => approve(one)));
    const rates = answers.map(({ data }) => data.approveMembership.membership?.feeRate).toSorted();
    expect(rates).toEqual(['FIRST_MEMBER', ...Array<string>(7).fill('FURTHER_MEMBER')]);
  });

  it('decides once when it comes twice at once', async () => {
    const application = await memberships.effective(await given.person());
    const answers = await Promise.all(Array.from({ length: 4 }, () => approve(application)));
    const codes = answers.map(({ data }) => data.approveMembership.userErrors[0]?.code).toSorted();
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', undefined]);
  });

  it('charges a company the fee of companies, and an authority nothing', async () => {
    const company = await memberships.company(await given.organisation());
    const authority = await memberships.acceded(await given.authority());
    const fees = [await approve(company), await approve(authority)].map(
      ({ data }) => data.approveMembership.membership.feeCents,
    );
    expect(fees).toEqual([75_000, 0]);
  });

  it('tells the contact persons of an organisation', async () => {
    const [company, speaker, reader] = [await given.organisation(), await given.person(), await given.person()];
    await given.employment(speaker, company, { roles: ['MEMBER_CONTACT'] });
    await given.employment(reader, company, { roles: ['READER'] });
    await approve(await memberships.company(company));
    expect([await mailsTo(speaker), await mailsTo(reader)]).toEqual([['Welkom als ICT-bedrijfslid'], []]);
  });

  describe('is refused, and nothing changes,', () => {
    const expectUnchanged = async (membership: Row, work: () => Promise<Answer>, code: string, field?: string[]) => {
      const before = await stored(membership);
      expect(await work()).toHaveUserError(code, field);
      expect(await stored(membership)).toEqual(before);
    };

    it('without an employer of who works in several places, and with one of somebody else', async () => {
      const [town, other, third] = [await given.authority(), await given.authority(), await given.authority()];
      const { person } = await worker(town, other);
      const membership = await memberships.effective(person);
      await expectUnchanged(membership, () => approve(membership), 'BAD_USER_INPUT', ['employerId']);
      await expectUnchanged(membership, () => approveAt(membership, third), 'BAD_USER_INPUT', ['employerId']);
    });

    it('of an organisation with an employer', async () => {
      const membership = await memberships.company(await given.organisation());
      const work = async () => approveAt(membership, await given.authority());
      await expectUnchanged(membership, work, 'BAD_USER_INPUT', ['employerId']);
    });

    it('of an authority without its signed document', async () => {
      const membership = await memberships.acceded(await given.authority(), { accession_document_id: null });
      await expectUnchanged(membership, () => approve(membership), 'INVALID_STATE');
      const { data } = await approve(membership);
      expect(data.approveMembership.userErrors[0].message).toContain('POST /files/memberships/{id}/accession-document');
    });

    it('by the applicant', async () => {
      const person = await given.person();
      const membership = await memberships.effective(person);
      await expectUnchanged(membership, () => approve(membership, signedIn(person)), 'FORBIDDEN');
    });

    it('by a stranger, who learns nothing of it, not even its version', async () => {
      const membership = await memberships.effective(await given.person());
      await expectUnchanged(
        membership,
        async () => approve(membership, signedIn(await given.person()), 9),
        'NOT_FOUND',
      );
    });

    it('of another version', async () => {
      const membership = await memberships.effective(await given.person());
      await expectUnchanged(membership, () => approve(membership, clerk, 2), 'CONFLICT');
    });

    it.each<[string, (person: Row) => Promise<Row>]>([
      ['was approved', (person) => memberships.effectiveApproved(person)],
      ['was rejected', (person) => memberships.effective(person, { decision: 'REJECTED', decided_at: on.clock.now() })],
    ])('of what %s already', async (_what, make) => {
      const membership = await make(await given.person());
      await expectUnchanged(membership, () => approve(membership), 'INVALID_STATE');
    });

    it('of a second membership of the type: the database decides', async () => {
      const person = await given.person();
      const application = await memberships.effective(person);
      await memberships.effectiveApproved(person);
      await expectUnchanged(application, () => approve(application), 'ALREADY_EXISTS');
    });
  });
});
describe('rejection', () => {
  it('tells the applicant why', async () => {
    const person = await given.person({ language: 'FR' });
    const { data } = await reject(await memberships.effective(person));
    expect(data.rejectMembership.membership).toMatchObject({
      status: 'REJECTED',
      rejectionReason: 'Geen lokaal bestuur.',
      since: null,
      feeCents: null,
    });
    expect(await mailsTo(person)).toEqual(['Votre demande n’est pas acceptée']);
  });

  it('is refused to the applicant, and without a reason', async () => {
    const person = await given.person();
    const membership = await memberships.effective(person);
    expect(await reject(membership, signedIn(person))).toHaveUserError('FORBIDDEN');
    expect(await reject(membership, clerk, { reason: '' })).toHaveUserError('BAD_USER_INPUT', ['reason']);
    expect(await stored(membership)).toMatchObject({ decision: null, version: 1 });
  });

  it.each([
    ['nothing', '', 'Write 3 to 1000 characters.'],
    ['too few blanks', ' \t', 'Write 3 to 1000 characters.'],
    ['blanks', '     ', 'Write visible text, without signs that nobody sees.'],
  ])('for a reason of %s is refused with one message', async (_what, reason, message) => {
    const { data } = await reject(await memberships.effective(await given.person()), clerk, { reason });
    expect(data.rejectMembership.userErrors).toEqual([{ code: 'BAD_USER_INPUT', field: ['reason'], message }]);
  });

  it('is refused of a member', async () => {
    const membership = await memberships.effectiveApproved(await given.person());
    expect(await reject(membership)).toHaveUserError('INVALID_STATE');
  });
});

describe('the database refuses', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'an authority that pays',
      async () => memberships.accededApproved(await given.authority(), { ...active, fee_cents: 1 }),
    ],
    [
      'an authority that acceded without a document',
      async () => memberships.accededApproved(await given.authority(), { ...active, accession_document_id: null }),
    ],
    ['a company that accedes', async () => memberships.acceded(await given.organisation())],
    ['an authority as a company', async () => memberships.company(await given.authority())],
    [
      'two memberships of one type that both hold',
      async () => {
        const person = await given.person();
        await memberships.effectiveApproved(person, inGrace);
        await memberships.effectiveApproved(person, active);
      },
    ],
    [
      'two first fees of one employer for one time',
      async () => {
        const town = await given.authority();
        for (const person of [await given.person(), await given.person()])
          await memberships.effectiveApproved(person, { ...active, employer_id: town.id });
      },
    ],
  ])('%s', async (_what, write) => {
    await expect(write()).rejects.toThrow(/violates/);
  });
});
