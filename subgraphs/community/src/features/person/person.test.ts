import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { employee, Given, type GivenPerson, signedIn, statementsOf, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
const ME = '{ me { id name email language consentDirectory version employments { nodes { organisation { id } } } } }';
const UPDATE = `mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) {
  person { name language consentDirectory version } userErrors { code field message } } }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
});

const update = (person: Pick<GivenPerson, 'id'>, input: Record<string, unknown>) =>
  on.as(signedIn(person)).run(UPDATE, { input });

const stored = async ({ id }: Pick<GivenPerson, 'id'>) =>
  (await on.sql('select name, language, consent_directory, version from person where id = $1', [id]))[0];

describe('me', () => {
  it('is who is signed in, also when nobody else may see this person', async () => {
    const [person, town] = [await given.person({ name: 'Hilde Hidden' }), await given.authority()];
    await given.employment(person, town);
    const { data } = await on.as(signedIn(person)).run(ME);
    expect(data.me).toEqual({
      id: person.id,
      name: 'Hilde Hidden',
      email: person.email,
      language: 'NL',
      consentDirectory: false,
      version: 1,
      employments: { nodes: [{ organisation: { id: town.id } }] },
    });
  });

  it('is null when nobody is signed in, without asking the database', async () => {
    expect((await on.as(anonymous).run(ME)).data).toEqual({ me: null });
    expect(await statementsOf(() => on.as(anonymous).run(ME))).toBe(0);
  });

  it('is null when the person is gone', async () => {
    expect((await on.as(signedIn({ id: newId('person') })).run(ME)).data).toEqual({ me: null });
  });

  it('costs one statement', async () => {
    const person = await given.person();
    expect(await statementsOf(() => on.as(signedIn(person)).run(ME))).toBe(1);
  });
});

describe('updateMyProfile', () => {
  it('changes what was sent, and leaves the rest', async () => {
    const person = await given.person({ name: 'An Peeters' });
    const { data } = await update(person, { expectedVersion: 1, name: 'An Peeters-Maes', consentDirectory: true });
    expect(data.updateMyProfile).toEqual({
      person: { name: 'An Peeters-Maes', language: 'NL', consentDirectory: true, version: 2 },
      userErrors: [],
    });
  });

  it('changes the viewer’s own profile only', async () => {
    const [person, other] = [await given.person(), await given.person({ name: 'Iemand Anders' })];
    await update(person, { expectedVersion: 1, name: 'Nieuwe Naam' });
    expect(await stored(other)).toMatchObject({ name: 'Iemand Anders', version: 1 });
  });

  it('shows in the member directory from the moment of consent, and no longer when it is withdrawn', async () => {
    const [person, other] = [await given.person(), await given.person()];
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    const viewer = employee(other, await given.authority());
    const isSeen = async () => (await on.as(viewer).run(query, { id: person.id })).data.node !== null;
    const seen = [await isSeen()];
    await update(person, { expectedVersion: 1, consentDirectory: true });
    seen.push(await isSeen());
    await update(person, { expectedVersion: 2, consentDirectory: false });
    seen.push(await isSeen());
    expect(seen).toEqual([false, true, false]);
  });

  it('refuses the anonymous', async () => {
    const answer = await on.as(anonymous).run(UPDATE, { input: { expectedVersion: 1, name: 'Niemand' } });
    expect(answer).toHaveError('UNAUTHENTICATED');
  });

  it('refuses a version that is no longer the current one, and changes nothing', async () => {
    const person = await given.person({ name: 'An Peeters' });
    await update(person, { expectedVersion: 1, language: 'FR' });
    const answer = await update(person, { expectedVersion: 1, name: 'Te Laat' });
    expect(answer).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await stored(person)).toEqual({
      name: 'An Peeters',
      language: 'FR',
      consent_directory: false,
      version: 2,
    });
  });

  it('lets one of two changes at once win, and tells the other', async () => {
    const person = await given.person();
    const answers = await Promise.all(['Een', 'Twee'].map((name) => update(person, { expectedVersion: 1, name })));
    const refusals = answers.flatMap(({ data }) => data.updateMyProfile.userErrors);
    expect(refusals).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('refuses a person who is gone', async () => {
    expect(await update({ id: newId('person') }, { expectedVersion: 1, name: 'Weg' })).toHaveUserError('NOT_FOUND');
  });

  it.each([
    ['an empty name', { name: '' }, 'name'],
    ['a blank name', { name: '   ' }, 'name'],
    ['a name that is cleared', { name: null }, 'name'],
    ['a name of two lines', { name: 'An\nPeeters' }, 'name'],
    ['a web address for a name', { name: 'http://evil.example/klik-hier' }, 'name'],
    ['a name that is too long', { name: 'a'.repeat(101) }, 'name'],
    ['a language that is cleared', { language: null }, 'language'],
    ['a consent that is neither given nor refused', { consentDirectory: null }, 'consentDirectory'],
    ['a version that never was', { name: 'An', expectedVersion: 0 }, 'expectedVersion'],
  ])('refuses %s, and changes nothing', async (_what, input, field) => {
    const person = await given.person({ name: 'An Peeters' });
    expect(await update(person, { expectedVersion: 1, ...input })).toHaveUserError('BAD_USER_INPUT', [field]);
    expect(await stored(person)).toMatchObject({ name: 'An Peeters', language: 'NL', version: 1 });
  });
});
