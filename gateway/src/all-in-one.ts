import { explainStartFailure, keepHeapSmall } from '@lokaal/shared/config';
import { claimDatabases } from './all-in-one/databases.js';
import { requireFreePort } from './all-in-one/port.js';
import { readAllInOneSettings } from './all-in-one/settings.js';
import { Shutdown, stopOnSignals } from './all-in-one/shutdown.js';
import { tellWhenSlow } from './all-in-one/tell-when-slow.js';

async function start(shutdown: Shutdown): Promise<void> {
  const settings = readAllInOneSettings(process.env);
  await requireFreePort(settings.values.HOST, settings.values.PORT);
  const openDatabases = await claimDatabases(settings);
  // Its code takes as long to load as PostgreSQL to start: they do so together.
  const [databases, { serveGraph }] = await tellWhenSlow('Starting the databases ...', () =>
    Promise.all([openDatabases(shutdown), import('./all-in-one/graph.js')]),
  );
  await serveGraph(settings, databases, shutdown);
}

/** The whole graph in one process, until a signal ends it. */
export async function main(): Promise<void> {
  keepHeapSmall();
  const shutdown = new Shutdown();
  stopOnSignals(shutdown);
  try {
    await start(shutdown);
  } catch (error) {
    // Stopping pulls the databases away from a start that is under way: the signal exits, not this failure.
    if (shutdown.asked) return;
    console.error(explainStartFailure(error));
    await shutdown.run();
    process.exit(1);
  }
}
