import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenEvents } from '../../../test/given-event.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';

let on: TestSubgraph;
let stranger: Viewer;
let someone: Viewer;
let editor: Viewer;

/** One of each, all about the same word. */
beforeAll(async () => {
  on = await startCommunity();
  const [given, knowledge] = [new Given(on), new GivenKnowledge(on)];
  stranger = signedIn(await given.person());
  const [reader, company] = [
    await given.person({ email_confirmed_at: '2026-01-05T09:00:00Z' }),
    await given.organisation(),
  ];
  someone = employee(reader, company);
  editor = staff(await given.person());
  await knowledge.publication({ title: 'Vuurtoren voor besturen' });
  await knowledge.publication({ title: 'Vuurtoren in ontwerp', status: 'DRAFT' });
  await knowledge.publication({ title: 'Vuurtoren van morgen', published_on: '2026-12-01' });
  await knowledge.mediaItem({ title: 'Webinar: de vuurtoren' });
  await knowledge.newsItem({ title: 'Nieuws', summary: 'De vuurtoren brandt.' });
  await knowledge.newsItem({ title: 'Oud nieuws over de vuurtoren', status: 'WITHDRAWN', withdrawal_reason: 'Oud.' });
  await knowledge.theme('vuurtoren');
  await knowledge.project({ name: 'Vuurtoren 2030' });
  await knowledge.thinkTank({ name: 'Denktank Vuurtoren' });
  await knowledge.mailingList({ name: 'De vuurtoren per mail' });
  await knowledge.partnership({ name: 'Vuurtoren van Europa' });
  await addConfided(given, knowledge, { reader, company });
  await addProgramme(new GivenEvents(on));
  await given.municipality({ name: 'Vuurtoren aan Zee' });
  await given.circle({ name: 'Vuurtoren en kust' });
  await given.organisation({ legal_name: 'Vuurtoren Software BV' });
  await given.person({ name: 'Victor Vuurtoren' });
  await given.person({ name: 'Vera Vuurtoren', consent_directory: true });
});

/** What somebody offers, gets by mail or is matched with, and what others do. */
async function addConfided(given: Given, knowledge: GivenKnowledge, { reader, company }: Mine): Promise<void> {
  const [other, town] = [await given.person(), await given.authority()];
  const own = await knowledge.offer(reader, company, { title: 'Hulp bij een vuurtoren' });
  await knowledge.offer(other, company, { title: 'Een vuurtoren bouwen' });
  await knowledge.mentorship(own, await knowledge.request(other, town, { title: 'Onze vuurtoren' }));
  await knowledge.request(other, town, { question: 'Hoe dooft men een vuurtoren?' });
  const [mine, theirs] = [
    await knowledge.mailingList({ name: 'Mijn lijst' }),
    await knowledge.mailingList({ name: 'Andere lijst' }),
  ];
  await knowledge.subscription(mine, { email: reader.email });
  const sent = { sent_at: '2026-02-04T08:00:00Z', recipient_count: 1 };
  await knowledge.listIssue(mine, { subject: 'De vuurtoren van februari', ...sent });
  await knowledge.listIssue(mine, { subject: 'De vuurtoren van maart' });
  await knowledge.listIssue(theirs, { body: 'Vandaag: de vuurtoren.', ...sent });
}

interface Mine {
  readonly reader: GivenPerson;
  readonly company: GivenOrganisation;
}

/** A congress with an open and a private session, and one that is being prepared. */
async function addProgramme(events: GivenEvents): Promise<void> {
  const congress = await events.event({ title: 'Vuurtorencongres: de vuurtoren' });
  await events.draft({ title: 'Vuurtoren in voorbereiding' });
  for (const kind of ['POLICY', 'PRIVATE']) {
    const track = await events.track(congress, { kind });
    await events.session(congress, { track_id: track.id, title: `Vuurtoren ${kind}` });
  }
}

const SEARCH = `query ($text: String!, $types: [SearchType!]) { search(text: $text, types: $types, first: 100) {
  totalCount facets { type { value count } } nodes { __typename
    ... on KnowledgeItem { title } ... on Event { title } ... on Session { title } ... on Project { name } ... on Theme { label } ... on KnowledgeCircle { name } ... on Organisation { legalName } ... on Person { name } } } }`;

async function found(viewer: Viewer, text: string, types?: string[]) {
  const { data } = await on.as(viewer).run(SEARCH, { text, types });
  return data.search;
}

const everybodys = [
  'Event',
  'KnowledgeCircle',
  'MailingList',
  'MediaItem',
  'Municipality',
  'NewsItem',
  'Organisation',
  'Partnership',
  'Project',
  'Publication',
  'Session',
  'Theme',
  'ThinkTank',
];

/** What staff see beside that. */
const drafts = ['Event', 'NewsItem', 'Person', 'Person', 'Publication', 'Publication', 'Session'];
const confided = ['MailingListIssue', 'MailingListIssue', 'MailingListIssue'].concat(
  ['MentorshipOffer', 'MentorshipRequest'].flatMap((type) => [type, type]),
);

const countsOf = ({ nodes }: { nodes: { __typename: string }[] }): string[] =>
  nodes.map((one) => one.__typename).toSorted();

it.each<[string, () => Viewer, string[]]>([
  ['the anonymous: nobody by name, no draft, nothing withdrawn', () => anonymous, everybodys],
  ['who made an account: the same', () => stranger, everybodys],
  [
    'who works somewhere: the member directory too, and what this one offers, is matched with and got by mail',
    () => someone,
    [...everybodys, 'MailingListIssue', 'MentorshipOffer', 'MentorshipRequest', 'Person'],
  ],
  ['staff: everything', () => editor, [...everybodys, ...drafts, ...confided]],
])('finds for %s', async (_name, viewer, types) => {
  const result = await found(viewer(), 'vuurtoren');
  expect(countsOf(result)).toEqual(types.toSorted());
  expect(result.totalCount).toBe(types.length);
});

it('says nothing of who is hidden, also not by a typing error', async () => {
  const names = async (text: string) => (await found(someone, text, ['PERSON'])).nodes;
  expect([await names('victor'), await names('victro vuurtoren'), await names('vuurtroen')]).toEqual([
    [],
    [],
    [{ __typename: 'Person', name: 'Vera Vuurtoren' }],
  ]);
});

it('looks in the types that are asked for, and counts per type', async () => {
  const { nodes, facets } = await found(anonymous, 'vuurtoren', ['THEME', 'KNOWLEDGE_CIRCLE']);
  expect(nodes).toHaveLength(2);
  expect(facets.type).toEqual([
    { value: 'KNOWLEDGE_CIRCLE', count: 1 },
    { value: 'THEME', count: 1 },
  ]);
});

it('puts what has the word in its title before what has it in its summary', async () => {
  const { nodes } = await found(anonymous, 'vuurtoren', ['NEWS_ITEM', 'PUBLICATION']);
  expect(nodes.map(({ title }: { title: string }) => title)).toEqual(['Vuurtoren voor besturen', 'Nieuws']);
});

const lists: Readonly<Record<string, string>> = {
  PUBLICATION: 'publications',
  MEDIA_ITEM: 'mediaItems',
  NEWS_ITEM: 'newsItems',
  EVENT: 'events',
  PROJECT: 'projects',
  FOCUS_PROJECT: 'focusProjects',
  THINK_TANK: 'thinkTanks',
  PARTNERSHIP: 'partnerships',
  MAILING_LIST: 'mailingLists',
  MENTORSHIP_OFFER: 'mentorshipOffers',
  MENTORSHIP_REQUEST: 'mentorshipRequests',
  THEME: 'themes',
  KNOWLEDGE_CIRCLE: 'knowledgeCircles',
  MUNICIPALITY: 'municipalities',
  ORGANISATION: 'organisations',
  PERSON: 'people',
};

it.each(Object.entries(lists))('finds of %s what its own list finds, for every viewer', async (type, list) => {
  const idsIn = (nodes: { id: string }[]): string[] => nodes.map(({ id }) => id).toSorted();
  const query = `query ($text: String!, $types: [SearchType!]) {
    together: search(text: $text, types: $types, first: 100) { nodes { ... on Node { id } } }
    apart: ${list}(search: $text, first: 100) { nodes { id } } }`;
  for (const viewer of [anonymous, stranger, someone, editor]) {
    for (const text of ['vuurtoren', 'vuurtorn', 'ontwerp', 'vera', 'nieuws -vuurtoren', 'besturen']) {
      const { data } = await on.as(viewer).run(query, { text, types: [type] });
      expect(idsIn(data.together.nodes)).toEqual(idsIn(data.apart.nodes));
    }
  }
});

it('ranks what has the word in its title before the rest, of whatever type', async () => {
  const { nodes } = await found(anonymous, 'brandt vuurtoren');
  expect(nodes.map((one: { __typename: string }) => one.__typename)).toEqual(['NewsItem']);
  const all = (await found(anonymous, 'vuurtoren')).nodes as { __typename: string; title?: string }[];
  expect(all.at(-1)).toMatchObject({ __typename: 'NewsItem', title: 'Nieuws' });
});

it('refuses a blank text', async () => {
  expect(await on.as(anonymous).run(SEARCH, { text: '  ' })).toHaveError('BAD_USER_INPUT');
});

it('is one statement', async () => {
  expect(await statementsOf(() => found(editor, 'vuurtoren'))).toBe(1);
});
