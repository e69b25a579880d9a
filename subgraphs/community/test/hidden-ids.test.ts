import '../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { newId } from '@lokaal/shared/ids';
import { GivenRegistration } from './given-registration.js';
import { Given, type Row, signedIn, startCommunity } from './given.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
});

const run = async (mutation: string, input: object) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { userErrors { code field message } } }`;
  const { data } = await on.as(signedIn(await given.person())).run(query, { input });
  return data.answer.userErrors;
};

const draft = (): Promise<Row> => events.event({ status: 'DRAFT', published_at: null });
const somebody = () => ({ personId: newId('person'), mode: 'ON_SITE', answers: [] });
const ticket = { registrationId: newId('registration') };
const atSession = ({ id }: Row) => ({ sessionId: id, ...ticket });

/** What somebody may not see is tried on an id of it, and on one that is nobody's. */
const tries: [what: string, mutation: string, hidden: () => Promise<object>, absent: () => object][] = [
  [
    'a draft',
    'registerComplimentary',
    async () => ({ ...somebody(), reason: 'Spreker', eventId: (await draft()).id }),
    () => ({ ...somebody(), reason: 'Spreker', eventId: newId('event') }),
  ],
  [
    'a draft',
    'registerColleague',
    async () => ({ ...somebody(), eventId: (await draft()).id }),
    () => ({ ...somebody(), eventId: newId('event') }),
  ],
  [
    'a session of a draft',
    'checkInAtSession',
    async () => atSession(await events.session(await draft())),
    () => atSession({ id: newId('session') }),
  ],
  [
    'a private session',
    'checkInAtSession',
    async () => {
      const event = await events.event();
      const { id } = await events.events.track(event, { kind: 'PRIVATE' });
      return atSession(await events.session(event, { track_id: id }));
    },
    () => atSession({ id: newId('session') }),
  ],
  [
    'material for participants',
    'removeMaterial',
    async () => {
      const session = await events.session(await events.event());
      return { id: (await events.events.material(session, { access: 'PARTICIPANTS' })).id, expectedVersion: 1 };
    },
    () => ({ id: newId('material'), expectedVersion: 1 }),
  ],
];

it.each(tries)('%s is as if it were not there: %s', async (_what, mutation, hidden, absent) => {
  const answer = await run(mutation, await hidden());
  expect(answer).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
  expect(answer).toEqual(await run(mutation, absent()));
});
