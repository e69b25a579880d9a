import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { employee, Given, type Row, signedIn, staff, startCommunity, statementsOf } from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';
import { expired, GivenMembership, inGrace } from '../../../test/given-membership.js';

let on: TestSubgraph;
let items: { publication: Row; mediaItem: Row; newsItem: Row };
const viewers = new Map<string, Viewer>();

/** What of each viewer's makes what is for members readable. */
const mayRead: Readonly<Record<string, boolean>> = {
  anonymous: false,
  'a person without membership': false,
  'an effective member': true,
  'an effective member in the time of grace': true,
  'somebody whose membership expired': false,
  'somebody who applied': false,
  'somebody of an authority that acceded': true,
  'somebody of an authority that did not': false,
  'somebody of a company that is a member': true,
  'somebody of a company whose membership expired': false,
  staff: true,
};

beforeAll(async () => {
  on = await startCommunity();
  const [given, membership, knowledge] = [new Given(on), new GivenMembership(on), new GivenKnowledge(on)];
  const members = { access: 'MEMBERS', title: 'Draaiboek crisis', summary: 'Wat te doen na een cyberaanval.' };
  items = {
    publication: await knowledge.publication({
      ...members,
      body: 'Bel eerst de brandweer.',
      url: 'https://docs.example/1',
    }),
    mediaItem: await knowledge.mediaItem(members),
    newsItem: await knowledge.newsItem({ ...members, body: 'De brandweer oefende mee.' }),
  };
  const person = async (): Promise<Row> => given.person();
  const authority = await given.authority();
  await membership.accededApproved(authority);
  const [company, former] = [await given.organisation(), await given.organisation()];
  await membership.companyApproved(company);
  await membership.companyApproved(former, expired);
  const withMembership = async (columns?: object): Promise<Viewer> => {
    const holder = await person();
    await membership.effectiveApproved(holder, columns as never);
    return signedIn(holder);
  };
  const applicant = await person();
  await membership.effective(applicant);
  const known: Record<string, Viewer> = {
    anonymous,
    'a person without membership': signedIn(await person()),
    'an effective member': await withMembership(),
    'an effective member in the time of grace': await withMembership(inGrace),
    'somebody whose membership expired': await withMembership(expired),
    'somebody who applied': signedIn(applicant),
    'somebody of an authority that acceded': employee(await person(), authority),
    'somebody of an authority that did not': employee(await person(), await given.authority()),
    'somebody of a company that is a member': employee(await person(), company),
    'somebody of a company whose membership expired': employee(await person(), former),
    staff: staff(await person()),
  };
  Object.entries(known).forEach(([name, viewer]) => viewers.set(name, viewer));
});

const ALL = `{
  publications { totalCount nodes { title summary readable body url } }
  mediaItems { totalCount nodes { title summary readable url } }
  newsItems { totalCount nodes { title summary readable body } } }`;

describe.each(Object.entries(mayRead))('what is for members, seen by %s', (name, allowed) => {
  const viewer = (): Viewer => viewers.get(name)!;
  const open = { title: 'Draaiboek crisis', summary: 'Wat te doen na een cyberaanval.', readable: allowed };
  const rest = <T extends object>(fields: T): T | Record<string, null> =>
    allowed ? fields : Object.fromEntries(Object.keys(fields).map((field) => [field, null]));

  it(`shows title and summary${allowed ? ' and the rest' : ', and nothing of the rest'}`, async () => {
    const { data } = await on.as(viewer()).run(ALL);
    expect(data).toEqual({
      publications: {
        totalCount: 1,
        nodes: [{ ...open, ...rest({ body: 'Bel eerst de brandweer.', url: 'https://docs.example/1' }) }],
      },
      mediaItems: { totalCount: 1, nodes: [{ ...open, ...rest({ url: 'https://media.example/1' }) }] },
      newsItems: { totalCount: 1, nodes: [{ ...open, ...rest({ body: 'De brandweer oefende mee.' }) }] },
    });
  });

  it.each(['node', 'nodes', '_entities'])(`is the same by %s`, async (path) => {
    const { id } = items.publication;
    const query = {
      node: '{ found: node(id: $id) { ... on Publication { body url } } }',
      nodes: '{ found: nodes(ids: [$id]) { ... on Publication { body url } } }',
      _entities:
        '{ found: _entities(representations: [{ __typename: "Publication", id: $id }]) { ... on Publication { body url } } }',
    }[path];
    const { data } = await on.as(viewer()).run(`query ($id: ID!) ${query}`, { id });
    expect([data.found].flat()).toEqual([rest({ body: 'Bel eerst de brandweer.', url: 'https://docs.example/1' })]);
  });

  it(`is ${allowed ? '' : 'not '}found by words of the rest, by no search`, async () => {
    const query = `query ($text: String!) {
      search(text: $text) { totalCount nodes { __typename } facets { type { value } } }
      publications(search: $text) { totalCount nodes { id } } newsItems(search: $text) { totalCount nodes { id } } }`;
    const search = async (text: string) => (await on.as(viewer()).run(query, { text })).data;
    const hidden = await search('brandweer');
    expect([hidden.search.totalCount, hidden.publications.totalCount, hidden.newsItems.totalCount]).toEqual(
      allowed ? [2, 1, 1] : [0, 0, 0],
    );
    // words of what is open and of what is not, together
    expect((await search('draaiboek brandweer')).search.totalCount).toBe(allowed ? 2 : 0);
    expect((await search('draaiboek')).search.totalCount).toBe(3);
    // a word that is not there must not change how the others are found
    expect((await search('draaiboek -brandweer')).search.totalCount).toBe(allowed ? 1 : 3);
  });
});

it('is one statement, with authors and themes', async () => {
  const query = '{ publications { totalCount nodes { body authors { nodes { name } } themes { nodes { label } } } } }';
  expect(await statementsOf(() => on.as(viewers.get('an effective member')!).run(query))).toBe(1);
});
