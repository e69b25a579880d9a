import { anonymous, type Viewer } from '@lokaal/shared/auth';
import type { DocumentRequest } from '@lokaal/shared/documents';
import { newId } from '@lokaal/shared/ids';
import { lockWaits } from '../../../shared/test/lock-waits.js';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { newCertificateCode } from '../src/features/certificate/certificate-code.js';
import { startCommunity } from './given.js';

let on: TestSubgraph;
beforeAll(async () => void (on = await startCommunity()));

const ask = (path: string, asker: Partial<DocumentRequest> = {}) =>
  on.subgraph.document!({ method: 'GET', path, query: {}, viewer: anonymous, requestId: 'test', ...asker });

const waiting = async (): Promise<number> => (await on.sql(lockWaits)).length;

const waitFor = async (count: number): Promise<void> => {
  while ((await waiting()) !== count);
};

/** Does something while nobody else can read this table. */
async function whileHeld<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  await on.sql('begin');
  await on.sql(`lock table ${table} in access exclusive mode`);
  try {
    return await work();
  } finally {
    await on.sql('rollback');
  }
}

const signedIn: Viewer = { ...anonymous, personId: newId('person') };

/** Each reads this table first: by the graph, or beside it. */
const documents = [
  ['calendar of an event', '/calendar/events/kennisdag.ics', 'event'],
  ['feed', '/calendar/feeds/geheim.ics', 'calendar_feed'],
  ['certificate', `/certificates/${newCertificateCode()}`, 'certificate'],
  ['file', `/files/${newId('file')}`, 'stored_file'],
  ['list of participants', '/files/events/kennisdag/inschrijvingen.csv', 'event'],
] as const;

it.each([documents[0], documents[2]])(
  'a %s of which the rows are held answers TIMEOUT in time',
  async (_what, path, table) => {
    const answer = await whileHeld(table, () => ask(path));
    expect([answer?.status, JSON.parse(String(answer?.body))]).toEqual([
      504,
      { errors: [{ message: 'This took too long.', extensions: { code: 'TIMEOUT' } }] },
    ]);
  },
);

describe.each(documents)('a %s', (_what, path, table) => {
  it('for which nobody waits any more leaves no statement behind', async () => {
    const controller = new AbortController();
    const answer = await whileHeld(table, async () => {
      const asked = ask(path, { signal: controller.signal });
      await waitFor(1);
      controller.abort();
      await waitFor(0);
      return asked;
    });
    expect(answer?.status).toBe(504);
  });

  it.each([
    ['network', { clientAddress: '192.0.2.1' }],
    ['person, from wherever,', { viewer: signedIn }],
  ])('of one %s takes no more than half of the connections', async (_whose, asker) => {
    const answers = await whileHeld(table, async () => {
      const asked = Promise.all(Array.from({ length: 4 }, () => ask(path, asker)));
      await waitFor(2);
      const other = await ask('/certificates/0', { clientAddress: '192.0.2.9' });
      expect(other?.status).toBe(404);
      expect(await waiting()).toBe(2);
      return { asked };
    });
    expect((await answers.asked).map((answer) => answer?.status ?? 404)).toEqual([404, 404, 404, 404]);
  });
});
