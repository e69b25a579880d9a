import { StartError } from '../config/index.js';
import { withConnection } from '../database/index.js';

/**
 * Refuses to serve demonstration data in production: everybody can read the password of its accounts. Asked after the
 * migrations, by the owner. Throws a StartError.
 */
export const refuseDemoData = (ownerUrl: string): Promise<void> =>
  withConnection(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from demo_data limit 1');
    if (rowCount)
      throw new StartError(
        'The database holds demonstration data, with accounts whose password everybody can read: production needs databases without, for example another DATA_DIR.',
      );
  });
