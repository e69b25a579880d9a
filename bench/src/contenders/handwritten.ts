import { join } from 'node:path';
import { copyTables } from '../floor/copy-tables.js';
import { createDatabase } from '../postgres/databases.js';
import { startServerProcess } from '../process/server-process.js';
import { root } from '../workspace.js';
import type { Contender } from './contender.js';

const database = 'floor';

/** The floor: one handler that knows one question, with one statement, over one database. */
export const handwritten: Contender = {
  name: 'hand-written handler',
  start: async ({ postgres, folder, connections }) => {
    const [login] = await createDatabase(postgres, database, [database]);
    await copyTables(postgres, { database, reader: database });
    const { pid, url, stop } = await startServerProcess({
      args: [join(root, 'bench/dist/floor/main.js')],
      env: {
        NODE_ENV: 'production',
        DATABASE_URL: postgres.urlOf(database, login!),
        CONNECTIONS: String(connections),
      },
      logFile: join(folder, 'floor.log'),
      ready: /Reference question at (http\S+)/,
    });
    return {
      url,
      pids: [pid],
      databases: [database],
      question: (first) => JSON.stringify({ first }),
      stop,
    };
  },
};
