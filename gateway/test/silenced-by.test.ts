import { Shutdown } from '../src/all-in-one/shutdown.js';
import { silencedBy } from '../src/all-in-one/silenced-by.js';

describe('the log of a graph that opens', () => {
  it('is silent when PostgreSQL, which was started before, is stopped', async () => {
    const shutdown = new Shutdown();
    let atTheEnd: string | undefined;
    shutdown.add(async () => void (atTheEnd = logger.level));
    const logger = silencedBy(shutdown, 'info')('community');
    expect(logger.level).toBe('info');
    await shutdown.run();
    expect(atTheEnd).toBe('silent');
  });

  it('is silent from the first when the end had begun before it was made', async () => {
    const shutdown = new Shutdown();
    const ending = shutdown.run();
    expect(silencedBy(shutdown, 'info')('community').level).toBe('silent');
    await ending;
  });
});
