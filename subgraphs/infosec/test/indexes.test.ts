import { withConnection } from '@lokaal/shared/database';
import { cloneDatabase } from '../../../shared/test/database.js';
import { expectFilterableColumnsIndexed } from '../../../shared/test/expect-indexed.js';
import { infosec } from '../src/index.js';
import { infosecSchema } from '../src/schema.js';

it('has an index for every column by which a list of infosec can be filtered, ordered or searched', async () => {
  const { owner } = await cloneDatabase(infosec);
  await withConnection(owner, (client) =>
    expectFilterableColumnsIndexed(infosecSchema(undefined as never).models, client),
  );
});
