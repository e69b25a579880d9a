import { withConnection } from '@lokaal/shared/database';
import { cloneDatabase } from '../../../shared/test/database.js';
import { expectFilterableColumnsIndexed } from '../../../shared/test/expect-indexed.js';
import { catalogue } from '../src/index.js';
import { catalogueSchema } from '../src/schema.js';

it('has an index for every column by which a list of catalogue can be filtered, ordered or searched', async () => {
  const { owner } = await cloneDatabase(catalogue);
  await withConnection(owner, (client) =>
    expectFilterableColumnsIndexed(catalogueSchema(undefined as never).models, client),
  );
});
