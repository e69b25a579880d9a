import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { startCommunity } from '../given.js';
import { issuer } from './issuer.js';
import { inputTypeOf, mutationsOfSchema, refusalOf, refusedCommits, refuseCommits } from './mutations.js';
import { buildWorld, type World } from './world.js';

let on: TestSubgraph;
let world: World;

beforeAll(async () => {
  on = await startCommunity({ openIdIssuers: [issuer] });
  world = await buildWorld(on);
  await refuseCommits(on);
});

/** Partnerships hold nothing that anybody has rights by: their days are free text of staff. */
const free = new Set(['createPartnership', 'updatePartnership']);
const dated = mutationsOfSchema().filter((name) => 'from' in (inputTypeOf(name)?.getFields() ?? {}));

describe.each(dated.filter((name) => !free.has(name)))('%s', (name) => {
  const ending = 'to' in inputTypeOf(name)!.getFields() ? { to: null } : {};
  const beginning = (from: string) => refusalOf(on, world.viewers.staff, { name, world, more: { from, ...ending } });

  it('takes no first day of the next century, and writes nothing', async () => {
    const before = await refusedCommits(on);
    expect(await beginning('2136-11-02')).toMatchObject({ code: 'BAD_USER_INPUT', field: ['from'] });
    expect(await refusedCommits(on)).toEqual(before);
  });
});
