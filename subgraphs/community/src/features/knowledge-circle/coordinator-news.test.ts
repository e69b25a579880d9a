import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import {
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { KeptMails, signInLink } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let mails: KeptMails;
let given: Given;
let clerk: GivenPerson;
let circle: Row & { readonly name: string };
let town: GivenOrganisation;
let person: GivenPerson;
let rounds = 0;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  mails = await KeptMails.of(on);
  given = new Given(on);
  clerk = await given.person();
});

beforeEach(async () => {
  await on.sql('delete from kept_mail');
  const name = `Westhoek ${(rounds += 1)}`;
  [circle, town, person] = [
    { ...(await given.circle({ name })), name },
    await given.authority(),
    await given.person({ name: 'Cato Coene', consent_directory: true }),
  ];
  await given.membership(circle, town);
  await given.employment(person, await given.authority());
});

const run = (viewer: Viewer, mutation: 'appoint' | 'dismiss', personId = person.id): Promise<Answer> => {
  const name = `${mutation}Coordinator`;
  const type = `${mutation === 'appoint' ? 'Appoint' : 'Dismiss'}CoordinatorInput!`;
  return on.as(viewer).run(`mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code field } } }`, {
    input: { circleId: circle.id, personId },
  });
};
const appointAndDismiss = async (): Promise<void> => {
  for (const mutation of ['appoint', 'dismiss'] as const) await run(staff(clerk), mutation);
};
const subjectsTo = async ({ email }: GivenPerson) => (await mails.to(email)).map(({ subject }) => subject);
const mailCount = async () => Number((await on.sql('select count(*) from kept_mail'))[0]!['count']);

const toCircle = () => [
  `Nieuwe regiocoördinator voor kenniskring ${circle.name}`,
  `Regiocoördinator van kenniskring ${circle.name} stopt`,
];
const toPerson = () => [
  `U bent regiocoördinator van kenniskring ${circle.name}`,
  `U bent geen regiocoördinator van kenniskring ${circle.name} meer`,
];

describe('the appointment and the dismissal of a coordinator', () => {
  it('are told to that person once, also when a contact person of the circle', async () => {
    await given.employment(person, town, { roles: ['MEMBER_CONTACT'] });
    await appointAndDismiss();
    expect(await subjectsTo(person)).toEqual(toPerson());
  });

  it('are told to who left everything since: the dismissal still is', async () => {
    await run(staff(clerk), 'appoint');
    await on.sql(`update employment set to_date = '2026-11-01' where person_id = $1`, [person.id]);
    await run(staff(clerk), 'dismiss');
    expect(await subjectsTo(person)).toEqual(toPerson());
  });

  it('are told to the other coordinators and to the contact persons of its members of today, each once', async () => {
    const [contact, other, both] = [await given.person(), await given.person(), await given.person()];
    for (const one of [contact, both]) await given.employment(one, town, { roles: ['MEMBER_CONTACT'] });
    for (const one of [other, both]) await given.coordinator(circle, one);
    await appointAndDismiss();
    for (const one of [contact, other, both]) expect(await subjectsTo(one)).toEqual(toCircle());
  });

  it('are told with where to sign in', async () => {
    await appointAndDismiss();
    const linked = { text: expect.stringContaining(signInLink) };
    expect(await mails.to(person.email)).toMatchObject([linked, linked]);
  });

  it('are told to nobody else: a colleague, the contact of who left, a coordinator elsewhere, and who does it', async () => {
    const [colleague, left, elsewhere] = [await given.person(), await given.person(), await given.person()];
    const gone = await given.authority();
    await given.membership(circle, gone, { to: '2026-11-02' });
    await given.employment(left, gone, { roles: ['MEMBER_CONTACT'] });
    await given.employment(colleague, town, { roles: ['READER'] });
    await given.employment(clerk, town, { roles: ['MEMBER_CONTACT'] });
    await given.coordinator(await given.circle(), elsewhere);
    await appointAndDismiss();
    expect(await mailCount()).toBe(2);
  });

  it('name the coordinator when in the member directory, in the text alone', async () => {
    const contact = await given.person({ language: 'EN' });
    const shy = await given.person({ name: 'Stille Stijn' });
    await given.employment(contact, town, { roles: ['MEMBER_CONTACT'] });
    await given.employment(shy, town);
    for (const { id } of [person, shy]) await run(staff(clerk), 'appoint', id);
    const subject = `New regional coordinator for knowledge circle ${circle.name}`;
    const said = (text: string) => ({ subject, text: expect.stringContaining(text) });
    expect(await mails.to(contact.email)).toMatchObject([
      said(`Knowledge circle ${circle.name} has a new regional coordinator: Cato Coene.`),
      said(`Knowledge circle ${circle.name} has a new regional coordinator.`),
    ]);
  });

  it('are told to nobody when refused', async () => {
    await given.appointed(circle, person);
    expect(await run(staff(clerk), 'appoint')).toHaveUserError('ALREADY_EXISTS', ['personId']);
    expect(await run(staff(clerk), 'dismiss', clerk.id)).toHaveUserError('NOT_FOUND', ['personId']);
    expect(await run(signedIn(person), 'dismiss')).toHaveUserError('FORBIDDEN');
    expect(await mailCount()).toBe(0);
  });
});
