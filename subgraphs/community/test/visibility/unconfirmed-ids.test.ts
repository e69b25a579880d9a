import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { newId } from '@lokaal/shared/ids';
import { Given, startCommunity } from '../given.js';
import { issuer } from './issuer.js';
import { inputTypeOf, mutationsOfSchema, refusalOf, refusedCommits, refuseCommits } from './mutations.js';
import { buildWorld, type World } from './world.js';

let on: TestSubgraph;
let world: World;
let unconfirmed: string;

beforeAll(async () => {
  on = await startCommunity({ openIdIssuers: [issuer] });
  world = await buildWorld(on);
  const stranger = await new Given(on).person({ name: 'Nora Nepnaam', entered_at: null, email_confirmed_at: null });
  unconfirmed = stranger.id;
  await refuseCommits(on);
});

type Naming = [mutation: string, field: readonly string[], input: (id: string) => object];

const personId = (id: string) => ({ personId: id });
const about: Naming[] = [
  'addThinkTankMember',
  'appointCoordinator',
  'appointStaff',
  'erasePerson',
  'exportMyData',
  'giveConsent',
  'holdErasure',
  'registerColleague',
  'registerComplimentary',
  'withdrawConsent',
].map((mutation) => [mutation, ['personId'], personId]);

const author = (id: string) => ({ authors: [{ personId: id }] });
const written: Naming[] = ['MediaItem', 'NewsItem', 'Publication'].flatMap((kind) =>
  ['create', 'update'].map((verb): Naming => [`${verb}${kind}`, ['authors', '0', 'personId'], author]),
);

const trainer = (id: string) => ({ trainerId: id, trainerName: null });

/** Every mutation whose input names a person. */
const naming: Naming[] = [
  ...about,
  ...written,
  ['addTrainingSession', ['trainerId'], trainer],
  ['applyForMembership', ['personId'], (id) => ({ type: 'EFFECTIVE', organisationId: null, ...personId(id) })],
  ['inviteToSession', ['personIds', '0'], (id) => ({ personIds: [id] })],
  ['setSpeakers', ['speakers', '0', 'personId'], (id) => ({ speakers: [personId(id)] })],
  ['setTrainer', ['trainerId'], trainer],
  ['updatePerson', ['id'], (id) => ({ id })],
];

it.each(naming)(
  '%s finds nobody in who never confirmed the address, and writes nothing',
  async (name, field, input) => {
    const before = await refusedCommits(on);
    const refuse = (id: string) => refusalOf(on, world.viewers.staff, { name, world, more: input(id) as never });
    const refusal = await refuse(unconfirmed);
    expect(refusal).toMatchObject({ code: 'NOT_FOUND', field });
    expect(refusal).toEqual(await refuse(newId('person')));
    expect(await refusedCommits(on)).toEqual(before);
  },
);

const namesPerson = (type: GraphQLInputObjectType | undefined): boolean =>
  Object.values(type?.getFields() ?? {}).some(({ name, type: of }) => {
    const named = getNamedType(of);
    return isInputObjectType(named) ? namesPerson(named) : ['personId', 'personIds', 'trainerId'].includes(name);
  });

it('is tried on every mutation whose input names a person', () => {
  const names = mutationsOfSchema().filter((name) => namesPerson(inputTypeOf(name)));
  // a coordinator is found among those of the circle
  const expected = [...naming.map(([name]) => name), 'dismissCoordinator'].filter((name) => name !== 'updatePerson');
  expect(names.toSorted()).toEqual(expected.toSorted());
});
