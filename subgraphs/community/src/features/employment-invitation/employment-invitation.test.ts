import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { ACCEPT, DECLINE, GivenEmployment, WITHDRAW } from '../../../test/given-employment.js';
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
import { KeptMails } from '../../../test/kept-mails.js';
import { removeLeftovers } from '../identity/identity-cleanup.js';
import type { DataSource } from 'typeorm';

const MINE = `{ myEmploymentInvitations { totalCount nodes { id email state organisation { id } invitedBy { id } } } }`;
const THEIRS = `query ($id: ID!) { organisation(id: $id) { employmentInvitations { nodes { id email } } } }`;

const ALL = `query ($state: [EmploymentInvitationState!], $of: ID!) { employmentInvitations(
  state: $state, filter: { organisationId: { eq: $of } }) { totalCount nodes { id state } } }`;

let on: TestSubgraph;
let given: Given;
let work: GivenEmployment;
let mails: KeptMails;
let town: GivenOrganisation;
let contact: Viewer;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  work = new GivenEmployment(on);
  mails = await KeptMails.of(on);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  town = await given.authority();
  contact = await at(town, 'MEMBER_CONTACT');
});

const confirmed = (more: object = {}): Promise<GivenPerson> =>
  given.person({ email_confirmed_at: '2024-01-01T00:00:00Z', ...more });

/** Somebody who works there in these roles, also for the database. */
async function at(organisation: GivenOrganisation, ...roles: string[]): Promise<Viewer> {
  const person = await given.person();
  await given.employment(person, organisation, { roles });
  return inRoles(employee(person, organisation), ...roles);
}

const invite = (viewer: Viewer, person: Pick<GivenPerson, 'email'>, more?: object) =>
  work.invite(viewer, { organisation: town, person }, more);

/** An invitation of the contact person. */
const invited = async (person: Pick<GivenPerson, 'email'>, more?: object): Promise<Row> =>
  (await invite(contact, person, more)).data.answer.invitation;

const accept = (viewer: Viewer, invitation: Row) => work.answer(viewer, ACCEPT, invitation);
const mine = async (viewer: Viewer) => (await on.as(viewer).run(MINE)).data.myEmploymentInvitations;
const worksAt = ({ id }: Row) => on.sql('select roles from employment where person_id = $1', [id]);
const subjectsTo = async ({ email }: Pick<GivenPerson, 'email'>) =>
  (await mails.to(email)).map(({ subject }) => subject);
let strangers = 0;
const stranger = (): { email: string } => ({ email: `vreemde${++strangers}@elders.example` });

describe('an invitation', () => {
  it('begins an employment with the person’s yes, as it was offered, and not before', async () => {
    const person = await confirmed();
    const invitation = await invited(person, { roles: ['DPO'], from: '2026-11-16' });
    expect(invitation).toMatchObject({ email: person.email, state: 'PENDING', expiresAt: '2026-11-16T09:00:00.000Z' });
    expect(await worksAt(person)).toEqual([]);
    const { data } = await accept(signedIn(person), invitation);
    expect(data.answer).toMatchObject({
      invitation: { state: 'ACCEPTED', version: 2, employment: { roles: ['DPO'], from: '2026-11-16', active: false } },
      userErrors: [],
    });
  });

  it('begins on the day of the yes when no day was named', async () => {
    const person = await confirmed();
    const invitation = await invited(person);
    on.clock.set('2026-11-10T23:30:00Z');
    const { data } = await accept(signedIn(person), invitation);
    expect(data.answer.invitation.employment).toMatchObject({ from: '2026-11-11', active: true });
  });

  it('is answered alike, and mailed, whether or not the address has an account', async () => {
    const [known, unknown, unconfirmed] = [
      await confirmed({ language: 'FR' }),
      stranger(),
      await given.person({ entered_at: null }),
    ];
    const answers = [];
    for (const one of [known, unknown, unconfirmed]) answers.push((await invite(contact, one)).data.answer);
    const withoutOwn = answers.map(({ invitation: { id: _id, email: _email, ...rest }, userErrors }) => [
      rest,
      userErrors,
    ]);
    expect(withoutOwn[1]).toEqual(withoutOwn[0]);
    expect(withoutOwn[2]).toEqual(withoutOwn[0]);
    const texts = await Promise.all(
      [known, unknown, unconfirmed].map(async ({ email }) => (await mails.to(email))[0]?.text),
    );
    expect(texts).toEqual([
      expect.stringContaining(`Bonjour ${known.name},`),
      expect.stringContaining('Registreer uzelf met dit e-mailadres en een eigen wachtwoord'),
      expect.stringContaining('Registreer uzelf met dit e-mailadres en een eigen wachtwoord'),
    ]);
  });

  it('tells in its mail the function, the roles, the day and what the organisation sees; a stranger no chosen text', async () => {
    const [known, unknown] = [await confirmed(), stranger()];
    const offered = { functionTitle: 'Adviseur', roles: ['READER'], from: '2026-10-02' };
    for (const one of [known, unknown]) await invited(one, offered);
    const sees = 'Rollen: lezer. Vanaf: 2 oktober 2026. De organisatie ziet wat u hier vanaf die dag doet';
    expect((await mails.to(known.email))[0]?.text).toContain(`Functie: Adviseur. ${sees}`);
    const text = (await mails.to(unknown.email))[0]?.text;
    expect(text).toContain(sees);
    expect(text).not.toContain('Adviseur');
  });

  it('tells those who answer for the organisation, who invited, and the person once it is accepted', async () => {
    const [person, officer, reader] = [await confirmed(), await given.person(), await given.person()];
    const manager = await at(town, 'ICT_MANAGER');
    await given.employment(officer, town, { roles: ['DPO'] });
    await given.employment(reader, town, { roles: ['READER'] });
    const { data } = await invite(manager, person, { roles: ['READER'] });
    await accept(signedIn(person), data.answer.invitation);
    const [inviter] = await on.sql<GivenPerson>('select email from person where id = $1', [manager.personId]);
    const told = [
      await subjectsTo(person),
      await subjectsTo(officer),
      await subjectsTo(inviter!),
      await subjectsTo(reader),
    ];
    const joined = [expect.stringContaining('Een nieuwe medewerker bij ')];
    expect(told).toEqual([
      [expect.stringContaining(' nodigt u uit '), expect.stringMatching(/^U werkt nu /)],
      joined,
      joined,
      [],
    ]);
  });

  it('are listed by how they stand, as far as the viewer may see them', async () => {
    const [open, declined] = [await confirmed(), await confirmed()];
    const [pending, refused] = [await invited(open), await invited(declined)];
    await on.as(signedIn(declined)).run(DECLINE, { input: { id: refused.id, expectedVersion: 1 } });
    const listed = async (viewer: Viewer, state: string[] | null) => {
      const { data } = await on.as(viewer).run(ALL, { state, of: town.id });
      return data.employmentInvitations.nodes.map(({ id }: Row) => id);
    };
    expect(await listed(contact, ['PENDING'])).toEqual([pending.id]);
    expect(await listed(contact, ['DECLINED', 'EXPIRED'])).toEqual([refused.id]);
    expect(await listed(contact, null)).toHaveLength(2);
    expect(await listed(signedIn(declined), ['PENDING'])).toEqual([]);
    const own = await on.as(signedIn(declined)).run('{ myEmploymentInvitations(state: [DECLINED]) { nodes { id } } }');
    expect(own.data.myEmploymentInvitations.nodes).toEqual([{ id: refused.id }]);
    on.clock.set('2026-12-24T09:00:00Z');
    expect(await listed(contact, ['EXPIRED'])).toEqual([pending.id]);
  });

  it('is for the organisation’s contact person and ICT manager, for staff, and for who holds the confirmed address', async () => {
    const person = await confirmed();
    const [owner, pending] = [signedIn(person), await given.person({ email: `x.${person.email}` })];
    const { id } = await invited(person);
    await invited(pending);
    expect(await mine(owner)).toMatchObject({
      totalCount: 1,
      nodes: [{ id, organisation: { id: town.id }, invitedBy: null }],
    });
    expect(await mine(signedIn(pending))).toMatchObject({ totalCount: 0 });
    const seen = async (viewer: Viewer) => {
      const { data } = await on.as(viewer).run(THEIRS, { id: town.id });
      return data.organisation.employmentInvitations.nodes.length;
    };
    const viewers = [
      contact,
      await at(town, 'ICT_MANAGER'),
      staff(await given.person()),
      owner,
      await at(town, 'DPO'),
      anonymous,
    ];
    expect(await Promise.all(viewers.map(seen))).toEqual([2, 2, 2, 1, 0, 0]);
  });

  it('follows the address: who has it no longer accepts nothing, who confirmed it does', async () => {
    const [former, person] = [await confirmed(), await given.person()];
    const invitation = await invited(former);
    await on.sql('update person set email = $2 where id = $1', [former.id, `nieuw.${former.email}`]);
    await on.sql('update person set email = upper($2) where id = $1', [person.id, former.email]);
    expect(await accept(signedIn(former), invitation)).toHaveUserError('NOT_FOUND', ['id']);
    expect(await accept(signedIn(person), invitation)).toHaveUserError('NOT_FOUND', ['id']);
    await on.sql('update person set email_confirmed_at = now() where id = $1', [person.id]);
    expect((await accept(signedIn(person), invitation)).data.answer.userErrors).toEqual([]);
  });

  it('is read in one statement', async () => {
    const person = await confirmed();
    await invited(person);
    expect(await statementsOf(() => mine(signedIn(person)))).toBe(1);
  });

  it('sent again by the same call has no second effect', async () => {
    const person = await confirmed();
    const [first, again] = [
      await invited(person, { idempotencyKey: 'a' }),
      await invited(person, { idempotencyKey: 'a' }),
    ];
    expect(again.id).toBe(first.id);
    expect(await subjectsTo(person)).toHaveLength(1);
  });

  it('of what ended long ago is forgotten, and what may still be looked up stays', async () => {
    const person = await confirmed();
    const invitation = await invited(person);
    const { id } = await invited(stranger());
    await work.answer(signedIn(person), DECLINE, invitation);
    const left = async (moment: string) => {
      const db = { query: (text: string, values: unknown[]) => on.sql(text, values) } as unknown as DataSource;
      await removeLeftovers(db, new Date(moment));
      return (await on.sql('select id from employment_invitation where organisation_id = $1', [town.id])).map(
        (one) => one['id'],
      );
    };
    expect(await left('2027-01-30T08:00:00Z')).toHaveLength(2);
    expect(await left('2027-02-01T08:00:00Z')).toEqual([id]);
    expect(await left('2027-02-15T08:00:00Z')).toEqual([]);
  });
});

describe('nobody is invited, and nothing is written,', () => {
  const expectRefused = async (answer: Awaited<ReturnType<typeof invite>>, code: string, field?: string[]) => {
    expect(answer).toHaveUserError(code, field);
    expect(await on.sql('select from employment_invitation where organisation_id = $1', [town.id])).toEqual([]);
  };

  it.each<[string, object, string, string[] | undefined]>([
    [
      'to an organisation that is not there',
      { organisationId: newId('organisation') },
      'NOT_FOUND',
      ['organisationId'],
    ],
    ['with a role of companies at an authority', { roles: ['VENDOR_EDITOR'] }, 'BAD_USER_INPUT', ['roles']],
    ['with a role twice', { roles: ['READER', 'READER'] }, 'BAD_USER_INPUT', ['roles']],
    ['with a web address for a title', { functionTitle: 'www.evil.example' }, 'BAD_USER_INPUT', ['functionTitle']],
    ['without a title', { functionTitle: '' }, 'BAD_USER_INPUT', ['functionTitle']],
  ])('%s', async (_what, more, code, field) => expectRefused(await invite(contact, stranger(), more), code, field));

  it('with roles that are not to give, whoever has the address', async () => {
    const manager = await at(town, 'ICT_MANAGER');
    for (const one of [stranger(), await confirmed()])
      await expectRefused(await invite(manager, one, { roles: ['DPO'] }), 'FORBIDDEN');
  });

  it('by who does not deal with people there, and by the anonymous', async () => {
    await expectRefused(await invite(await at(town, 'DPO'), stranger()), 'FORBIDDEN');
    await expectRefused(await invite(await at(await given.authority(), 'MEMBER_CONTACT'), stranger()), 'FORBIDDEN');
    expect(await invite(anonymous, stranger())).toHaveError('UNAUTHENTICATED');
  });

  it('who works there already, or to what was dissolved', async () => {
    const person = await confirmed();
    await given.employment(person, town);
    await expectRefused(await invite(contact, person), 'ALREADY_EXISTS');
    const { id } = await given.authority({ status: 'DISSOLVED' });
    expect(await invite(staff(await given.person()), stranger(), { organisationId: id })).toHaveUserError(
      'INVALID_STATE',
    );
  });

  it('dated back by more than 31 days, but by staff: what somebody did before is not opened', async () => {
    const manager = await at(town, 'ICT_MANAGER');
    for (const viewer of [contact, manager])
      expect(await invite(viewer, stranger(), { from: '2026-10-01' })).toHaveUserError('BAD_USER_INPUT', ['from']);
    expect((await on.sql('select 1 from employment_invitation where organisation_id = $1', [town.id])).length).toBe(0);
    for (const [viewer, from] of [
      [contact, '2026-10-02'],
      [manager, '2027-01-01'],
      [staff(await given.person()), '2015-01-01'],
    ] as const)
      expect((await invite(viewer, stranger(), { from })).data.answer.userErrors).toEqual([]);
  });

  it('by who invited sixty people in an hour', async () => {
    const by = contact.personId;
    await on.sql(
      `insert into employment_invitation (id, organisation_id, email, function_title, invited_by_id, created_at, expires_at)
        select 'employmentinvitation_' || n, $1, n || '@elders.example', 'Medewerker', $2, $3, $3::timestamptz + interval '14 days'
        from generate_series(1, 60) n`,
      [town.id, by, on.clock.now()],
    );
    expect(await invite(contact, stranger())).toHaveUserError('RATE_LIMITED');
    on.clock.set('2026-11-02T10:00:01Z');
    expect((await invite(contact, stranger())).data.answer.userErrors).toEqual([]);
  });

  it('twice at once, nor while an invitation is open; an expired one makes way', async () => {
    const person = await confirmed();
    const answers = await Promise.all([1, 2, 3, 4].map(() => invite(contact, person)));
    const codes = answers.map(({ data }) => data.answer.userErrors[0]?.code).toSorted();
    expect(codes).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS', 'ALREADY_EXISTS', undefined]);
    on.clock.set('2026-11-16T09:00:00Z');
    expect((await invite(contact, person)).data.answer.userErrors).toEqual([]);
    expect((await mine(signedIn(person))).nodes.map((one: { state: string }) => one.state)).toEqual([
      'PENDING',
      'EXPIRED',
    ]);
  });

  it('an address gets five mails in an hour from one organisation, which keep those of another from nobody', async () => {
    const one = stranger();
    for (let index = 0; index < 7; index += 1) {
      await invite(contact, one);
      await on.sql(`update employment_invitation set decision = 'WITHDRAWN', decided_at = $1 where email = $2`, [
        on.clock.now(),
        one.email,
      ]);
    }
    expect(await subjectsTo(one)).toHaveLength(5);
    const elsewhere = await given.authority();
    await work.invite(await at(elsewhere, 'MEMBER_CONTACT'), { organisation: elsewhere, person: one });
    expect(await subjectsTo(one)).toHaveLength(6);
  });
});

describe('an answer', () => {
  it('is the person’s alone: for everybody else there is nothing to accept', async () => {
    const invitation = await invited(await confirmed());
    const viewers = [contact, staff(await given.person()), signedIn(await confirmed())];
    for (const query of [ACCEPT, DECLINE]) {
      for (const viewer of viewers)
        expect(await work.answer(viewer, query, invitation)).toHaveUserError('NOT_FOUND', ['id']);
      expect(await work.answer(anonymous, query, invitation)).toHaveError('UNAUTHENTICATED');
    }
    expect(await on.sql('select decision from employment_invitation where id = $1', [invitation.id])).toEqual([
      { decision: null },
    ]);
  });

  it('comes once: four at the same time begin one employment', async () => {
    const person = await confirmed();
    const invitation = await invited(person);
    const answers = await Promise.all([1, 2, 3, 4].map(() => accept(signedIn(person), invitation)));
    expect(answers.filter(({ data }) => data.answer.userErrors.length === 0)).toHaveLength(1);
    expect(await worksAt(person)).toHaveLength(1);
  });

  it('is accepted, declined or withdrawn, whatever comes at the same time', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => confirmed()));
    for (const person of people) {
      const invitation = await invited(person);
      const acts = [ACCEPT, DECLINE].map((query) => work.answer(signedIn(person), query, invitation));
      const answers = await Promise.all([...acts, work.answer(contact, WITHDRAW, invitation)]);
      const [done, ...more] = answers.filter(({ data }) => data.answer.userErrors.length === 0);
      expect(more).toEqual([]);
      expect(await worksAt(person)).toHaveLength(done!.data.answer.invitation.state === 'ACCEPTED' ? 1 : 0);
    }
  });

  it('comes too late when it was withdrawn, declined or expired, or the organisation is gone', async () => {
    const person = await confirmed();
    const decline = (row: Row) => work.answer(signedIn(person), DECLINE, row);
    const seen = (row: Row) => on.as(signedIn(person)).run(ACCEPT, { input: { id: row.id, expectedVersion: 2 } });
    const first = await invited(person);
    expect((await decline(first)).data.answer).toMatchObject({ invitation: { state: 'DECLINED' }, userErrors: [] });
    expect(await seen(first)).toHaveUserError('INVALID_STATE');
    const second = await invited(person);
    expect((await work.answer(contact, WITHDRAW, second)).data.answer.invitation.state).toBe('WITHDRAWN');
    expect(await accept(signedIn(person), second)).toHaveUserError('CONFLICT');
    expect(await seen(second)).toHaveUserError('INVALID_STATE');
    const third = await invited(person);
    await on.sql(`update organisation set status = 'DISSOLVED', ended_on = '2026-11-02' where id = $1`, [town.id]);
    expect(await accept(signedIn(person), third)).toHaveUserError('INVALID_STATE');
    await on.sql(`update organisation set status = 'ACTIVE', ended_on = null where id = $1`, [town.id]);
    on.clock.set('2026-11-16T09:00:00Z');
    expect(await accept(signedIn(person), third)).toHaveUserError('INVALID_STATE');
    expect(await worksAt(person)).toEqual([]);
  });

  it('gives nothing that who invited may no longer give', async () => {
    const person = await confirmed();
    const invitation = await invited(person, { roles: ['CISO'] });
    await on.sql(`update employment set to_date = '2026-11-02' where person_id = $1`, [contact.personId]);
    expect(await accept(signedIn(person), invitation)).toHaveUserError('INVALID_STATE');
    expect(await worksAt(person)).toEqual([]);
  });

  it('is not one’s own: who invited an address and then moved to it gets no rights by it', async () => {
    const own = await confirmed();
    await given.employment(own, town, { roles: ['MEMBER_CONTACT'] });
    const later = stranger();
    const { data } = await invite(inRoles(employee(own, town), 'MEMBER_CONTACT'), later, { roles: ['DPO'] });
    await on.sql('update person set email = $2 where id = $1', [own.id, later.email]);
    expect(await accept(signedIn(own), data.answer.invitation)).toHaveUserError('FORBIDDEN');
  });

  it('while the person began there otherwise is refused', async () => {
    const person = await confirmed();
    const invitation = await invited(person);
    await given.employment(person, town);
    expect(await accept(signedIn(person), invitation)).toHaveUserError('ALREADY_EXISTS');
  });
});

describe('withdrawing', () => {
  it('is for who may invite there; the invited person sees it and may not; others find nothing', async () => {
    const person = await confirmed();
    const invitation = await invited(person);
    const withdraw = (viewer: Viewer) => work.answer(viewer, WITHDRAW, invitation);
    expect(await withdraw(signedIn(person))).toHaveUserError('FORBIDDEN');
    expect(await withdraw(await at(town, 'DPO'))).toHaveUserError('NOT_FOUND', ['id']);
    expect(await withdraw(anonymous)).toHaveError('UNAUTHENTICATED');
    expect((await withdraw(await at(town, 'ICT_MANAGER'))).data.answer.userErrors).toEqual([]);
  });

  it('comes by itself when the organisation ends', async () => {
    const [person, company] = [await confirmed(), await given.organisation()];
    await work.invite(await at(company, 'MEMBER_CONTACT'), { organisation: company, person });
    const dissolve = `mutation ($input: DissolveOrganisationInput!) { dissolveOrganisation(input: $input) { userErrors { code } } }`;
    const input = { id: company.id, expectedVersion: 1, on: '2026-11-01' };
    await on.as(staff(await given.person())).run(dissolve, { input });
    expect((await mine(signedIn(person))).nodes).toMatchObject([{ state: 'WITHDRAWN' }]);
  });
});

describe('the page of the mail', () => {
  const linkTo = async ({ email }: Pick<GivenPerson, 'email'>): Promise<string> => {
    const [mail] = await mails.to(email);
    return mail!.text.match(/https:\/\/graph\.example(\/employment-invitations\/\S+)/)![1]!;
  };
  const open = async (path: string, method: 'GET' | 'POST' = 'GET'): Promise<string> => {
    const answer = await on.subgraph.document!({ method, path, query: {}, viewer: anonymous, requestId: 'test' });
    return `${answer?.status} ${answer?.body.toString()}`;
  };
  const press = (path: string, verb: string) =>
    open(path.replace('/employment-invitations/', `/employment-invitations/${verb}/`), 'POST');

  it('accepts by its button, and not by being opened', async () => {
    const person = await confirmed();
    await invited(person, { functionTitle: 'Hoofd <b>ICT</b>', roles: ['CISO'] });
    const path = await linkTo(person);
    expect(await open(path)).toContain(
      'Functie: Hoofd &lt;b&gt;ICT&lt;/b&gt;. Rollen: CISO. Vanaf: de dag waarop u aanvaardt.',
    );
    expect(await worksAt(person)).toEqual([]);
    expect(await press(path, 'accept')).toContain('U hebt de uitnodiging aanvaard.');
    expect(await worksAt(person)).toEqual([{ roles: ['CISO'] }]);
    expect(await press(path, 'decline')).toMatch(/^409 [^]*Dit kan niet meer/);
    expect(await open(path)).toMatch(/^410 [^]*Dit kan niet meer/);
  });

  it('tells the first day, to which the person agrees', async () => {
    const person = await confirmed();
    await invited(person, { from: '2026-10-02' });
    expect(await open(await linkTo(person))).toContain(
      'Vanaf: 2 oktober 2026. De organisatie ziet wat u hier vanaf die dag doet',
    );
  });

  it('declines, and asks who has no account to make one', async () => {
    const [person, other] = [await confirmed(), stranger()];
    await invited(person);
    await invited(other);
    expect(await press(await linkTo(person), 'decline')).toContain('U hebt de uitnodiging geweigerd.');
    expect(await open(await linkTo(other))).toMatch(
      /^200 [^]*Registreer uzelf eerst met dit e-mailadres[^]*<a href="..\/account\/register">Account maken</,
    );
    expect(await press(await linkTo(other), 'accept')).toContain('Dit kan niet meer');
  });

  it('of an address that was made up tells nothing', async () => {
    const { id } = await invited(await confirmed());
    const wrong = `/employment-invitations/${id}.${'x'.repeat(43)}`;
    for (const answer of [await open(wrong), await press(wrong, 'accept')])
      expect(answer).toMatch(/^404 [^]*Deze link klopt niet[^]*Ce lien[^]*This link[^]*Dieser Link/);
  });
});
