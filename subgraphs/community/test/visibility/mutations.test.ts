import '../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { startCommunity } from '../given.js';
import { issuer } from './issuer.js';
import { mutationLines } from './matrix.js';
import { inputs } from './mutation-inputs.js';
import { attempt, mutationsOfSchema, refuseCommits } from './mutations.js';
import { type ViewerName, viewerNames } from './viewers.js';
import { buildWorld, type World } from './world.js';

let on: TestSubgraph;
let world: World;

beforeAll(async () => {
  on = await startCommunity({ openIdIssuers: [issuer] });
  world = await buildWorld(on);
  await refuseCommits(on);
});

describe('the matrix of who may do what', () => {
  it('has every mutation of the schema: a new one needs a line in matrix.md, and in mutation-inputs.ts what it is tried with', () => {
    expect(mutationLines.map(({ object }) => object).toSorted()).toEqual(mutationsOfSchema().toSorted());
    expect(Object.keys(inputs).filter((name) => !mutationsOfSchema().includes(name))).toEqual([]);
  });

  it.each<[ViewerName]>(viewerNames.map((name) => [name]))(
    'holds for the viewer "%s": who lacks the right is refused before anything is written',
    async (viewer) => {
      const wrong: string[] = [];
      for (const { object: name, seenBy } of mutationLines) {
        const outcome = await attempt(on, world.viewers[viewer], { name, world });
        if (outcome !== (seenBy.includes(viewer) ? 'allowed' : 'refused')) wrong.push(`${name}: ${outcome}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('is tried where every write is seen, and none stays', async () => {
    const before = await on.sql('select last_value from refused_commits');
    await attempt(on, world.viewers.staff, { name: 'createProject', world });
    const [projects] = await on.sql<{ count: string }>('select count(*) from project');
    expect(await on.sql('select last_value from refused_commits')).not.toEqual(before);
    expect(projects!.count).toBe('1');
  });
});
