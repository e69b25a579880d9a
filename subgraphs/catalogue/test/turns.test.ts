import { lockWaits } from '../../../shared/test/lock-waits.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { catalogue } from '../src/index.js';

let graph: TestSubgraph;
let slugs: string[];

beforeAll(async () => {
  graph = await startForTest(catalogue, { connections: 4 });
  await catalogue.seedReference(graph.urls);
  const standards = await graph.sql<{ slug: string }>('select slug from standard order by slug limit 20');
  slugs = standards.map(({ slug }) => slug);
});

const names = Array.from({ length: 20 }, (_one, index) => `a${index}`);
const slugAt = (index: number): string => slugs[index % slugs.length]!;
const twenty = (): string =>
  `{ ${names.map((name, index) => `${name}: standard(slug: "${slugAt(index)}") { slug }`).join(' ')} }`;

/** How many statements wait for the standards that the test holds. */
const waiting = async (): Promise<number> => (await graph.sql(lockWaits)).length;

/** Answers what was asked while nobody could read a standard; `then` happens once so many statements wait for that. */
async function whileStandardsAreHeld<Answer>(
  ask: () => Promise<Answer>,
  then: () => Promise<void>,
  many = 3,
): Promise<Answer> {
  await graph.sql('begin');
  await graph.sql('lock table standard in access exclusive mode');
  const answer = ask();
  try {
    while ((await waiting()) < many);
    await then();
  } finally {
    await graph.sql('rollback');
  }
  return answer;
}

describe('a question with twenty fields', () => {
  it('leaves a connection to others while its statements wait, and has each answer in its place', async () => {
    const ask = () => graph.as(anonymous).run(twenty());
    const { data, errors } = await whileStandardsAreHeld(ask, async () => {
      const other = await graph.as(anonymous).run('{ portfolioItems { totalCount } }');
      expect(other.errors).toBeUndefined();
      expect(await waiting()).toBe(3);
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual(Object.fromEntries(names.map((name, index) => [name, { slug: slugAt(index) }])));
  });

  it('leaves no statement behind that waits for its turn when it is given up', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const ask = () => graph.subgraph.execute({ query: twenty(), viewer: anonymous, requestId: 'test', signal });
    const { errors } = await whileStandardsAreHeld(ask, async () => {
      controller.abort();
      while ((await waiting()) > 0);
    });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(names.map(() => 'TIMEOUT'));
  });
});

describe('four questions with twenty fields', () => {
  const person = (personId: string): Viewer => ({ ...anonymous, personId });
  const at = (clientAddress: string, viewer = anonymous) => ({ viewer, clientAddress, requestId: 'test' });

  it.each([
    ['network', at('192.0.2.1'), at('192.0.2.2')],
    ['network of the newer kind', at('2001:db8::1'), at('2001:db8:1::1')],
    ['person', at('192.0.2.1', person('person_one')), at('192.0.2.1', person('person_two'))],
  ])('of one %s leave half of the connections to others', async (_whose, one, other) => {
    const ask = () => Promise.all(Array.from({ length: 4 }, () => graph.subgraph.execute({ query: twenty(), ...one })));
    const answerOther = async () => {
      const query = '{ portfolioItems { totalCount } }';
      expect((await graph.subgraph.execute({ query, ...other })).errors).toBeUndefined();
      expect(await waiting()).toBe(2);
    };
    const answers = await whileStandardsAreHeld(ask, answerOther, 2);
    expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined));
  });
});
