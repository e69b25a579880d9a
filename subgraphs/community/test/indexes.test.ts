import { withConnection } from '@lokaal/shared/database';
import { cloneDatabase } from '../../../shared/test/database.js';
import { expectFilterableColumnsIndexed } from '../../../shared/test/expect-indexed.js';
import { community } from '../src/index.js';
import { communitySchema } from '../src/schema.js';

it('has an index for every column by which a list of community can be filtered, ordered or searched', async () => {
  const { owner } = await cloneDatabase(community);
  await withConnection(owner, (client) =>
    expectFilterableColumnsIndexed(communitySchema({} as never, {} as never).models, client),
  );
});
