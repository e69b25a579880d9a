import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  inRoles,
  type Row,
  staff,
  startCommunity,
} from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let town: GivenOrganisation;
let contact: Viewer;
let clerk: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  clerk = staff(await given.person());
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  town = await given.authority();
  contact = await someone('MEMBER_CONTACT');
});

async function someone(role: string): Promise<Viewer> {
  const person = await given.person();
  await given.employment(person, town, { roles: [role] });
  return inRoles(employee(person, town), role);
}
const ask = (viewer: Viewer, name: string, input: object): Promise<Answer> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code retryAfter } } }`;
  return on.as(viewer).run(query, { input });
};
interface Stored extends Row {
  readonly roles: string[];
  readonly version: number;
}
const stored = async ({ id }: Row): Promise<Stored> =>
  (await on.sql<Stored>('select id, roles, version from employment where id = $1', [id]))[0]!;
const changeOf = async (viewer: Viewer, employment: Row, roles: string[]): Promise<Answer> => {
  const { id, version } = await stored(employment);
  return ask(viewer, 'changeEmploymentRoles', { id, expectedVersion: version, roles });
};
/** A role that comes and goes as often as this. */
async function toggled(viewer: Viewer, employment: Row, times: number): Promise<Answer[]> {
  const answers = [];
  for (let one = 0; one < times; one += 1)
    answers.push(await changeOf(viewer, employment, one % 2 === 0 ? ['READER'] : []));
  return answers;
}
const codes = (answers: Answer[], name = 'changeEmploymentRoles') =>
  answers.map(({ data }) => data[name].userErrors[0]?.code);
async function colleague() {
  const person = await given.person();
  return { person, employment: await given.employment(person, town, { roles: [] }) };
}
const mailsTo = async (recipient: string) =>
  (await on.sql('select from outbox_message where recipient = $1', [recipient])).length;

describe('changes of one employment by a colleague', () => {
  it('are five an hour: the next is told when, changes nothing and mails nobody', async () => {
    const { person, employment } = await colleague();
    const answers = await toggled(contact, employment, 7);
    expect(codes(answers)).toEqual([...Array(5).fill(undefined), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(answers[6]!.data.changeEmploymentRoles.userErrors[0].retryAfter).toBe(3_600);
    expect(await stored(employment)).toMatchObject({ roles: ['READER'], version: 6 });
    expect(await mailsTo(person.email)).toBe(5);
    on.clock.set('2026-11-02T10:00:01Z');
    expect(codes([await changeOf(contact, employment, [])])).toEqual([undefined]);
  });

  it('count together, whoever makes them and whatever of it changes', async () => {
    const { employment } = await colleague();
    await toggled(contact, employment, 4);
    const { id, version } = await stored(employment);
    const titled = await ask(contact, 'updateEmployment', {
      id,
      expectedVersion: version,
      functionTitle: 'Diensthoofd',
    });
    const next = { id, expectedVersion: version + 1, functionTitle: 'Beleidsmedewerker' };
    const refused = await ask(contact, 'updateEmployment', next);
    expect(codes([titled, refused], 'updateEmployment')).toEqual([undefined, 'RATE_LIMITED']);
    expect(codes([await changeOf(await someone('ICT_MANAGER'), employment, ['READER'])])).toEqual(['RATE_LIMITED']);
  });

  it('count on when the person has another address', async () => {
    const { person, employment } = await colleague();
    await toggled(contact, employment, 5);
    await on.sql('update person set email = $2 where id = $1', [person.id, `ander-${person.email}`]);
    expect(codes([await changeOf(contact, employment, [])])).toEqual(['RATE_LIMITED']);
    expect(await mailsTo(`ander-${person.email}`)).toBe(0);
  });

  it('leave those of another one, and what staff do', async () => {
    const { employment } = await colleague();
    await toggled(contact, employment, 5);
    expect(codes([await changeOf(clerk, employment, [])])).toEqual([undefined]);
    expect(codes(await toggled(contact, (await colleague()).employment, 1))).toEqual([undefined]);
  });

  it('keep nobody from giving up the own roles, nor from ending it', async () => {
    const { person, employment } = await colleague();
    await toggled(contact, employment, 5);
    const own = inRoles(employee(person, town), 'READER');
    expect(codes([await changeOf(own, employment, [])])).toEqual([undefined]);
    const { id, version } = await stored(employment);
    expect(codes([await ask(contact, 'endEmployment', { id, expectedVersion: version })], 'endEmployment')).toEqual([
      undefined,
    ]);
  });
});
