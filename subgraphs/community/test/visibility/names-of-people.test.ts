import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { startCommunity } from '../given.js';
import { issuer } from './issuer.js';
import { refusalOf, refusedCommits, refuseCommits } from './mutations.js';
import { buildWorld, type World } from './world.js';

let on: TestSubgraph;
let world: World;

beforeAll(async () => {
  on = await startCommunity({ openIdIssuers: [issuer] });
  world = await buildWorld(on);
  await refuseCommits(on);
});

type Naming = [mutation: string, field: readonly string[], input: (name: string) => object];

const author = (name: string) => ({ authors: [{ name }] });
const trainer = (trainerName: string) => ({ trainerId: null, trainerName });

/** Every mutation whose input says freely what a person is called. */
const naming: Naming[] = [
  ...['Publication', 'NewsItem', 'MediaItem'].flatMap((kind) =>
    ['create', 'update'].map((verb): Naming => [`${verb}${kind}`, ['authors', '0', 'name'], author]),
  ),
  ['setSpeakers', ['speakers', '0', 'name'], (name) => ({ speakers: [{ name }] })],
  ['addTrainingSession', ['trainerName'], trainer],
  ['setTrainer', ['trainerName'], trainer],
  ...['createPerson', 'updatePerson', 'registerPerson'].map((one): Naming => [one, ['name'], (name) => ({ name })]),
];

describe.each(naming)('%s', (mutation, field, input) => {
  const named = (name: string) =>
    refusalOf(on, world.viewers.staff, { name: mutation, world, more: input(name) as never });

  it.each([
    ['a web address', 'An http://evil.example'],
    ['a host with a path', 'evil.example/x'],
    ['a host alone', 'An evil.example'],
    ['a joiner that nobody sees', 'Jan\u200dPeeters'],
    ['a flood of accents', `Jan${'\u0301'.repeat(5)}`],
    ['101 characters', 'J'.repeat(101)],
  ])('takes no name with %s, and writes nothing', async (_what, name) => {
    const before = await refusedCommits(on);
    expect(await named(name)).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(await refusedCommits(on)).toEqual(before);
  });

  it('takes that of somebody', async () => {
    expect(await named('J.P. d’Hondt-St.-Martens Jr.')).not.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
