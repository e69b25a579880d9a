import type { Viewer } from '@lokaal/shared/auth';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { feedToken } from './world-circles.js';
import { certificateCode } from './world-registrations.js';
import type { World } from './world.js';

/** Answers whether the viewer learns what is asked. */
export type OtherQuestion = (on: TestSubgraph, viewer: Viewer, world: World) => Promise<boolean>;

/** A word that only stands in what members may read. */
const finds =
  (question: string): OtherQuestion =>
  async (on, viewer) => {
    const { data } = await on.as(viewer).run(`{ found: ${question} { totalCount } }`);
    return data.found.totalCount > 0;
  };

/** A root field that leads to no object. */
const answers =
  (question: string): OtherQuestion =>
  async (on, viewer) => {
    const { data } = await on.as(viewer).run(`{ answer: ${question} }`);
    return Boolean(data?.answer) && data.answer.length !== 0;
  };

/** A document beside the graph: there is one, and with a word it says that. */
const shows =
  (pathIn: (world: World) => string, word = ''): OtherQuestion =>
  async ({ subgraph }, viewer, world) => {
    const path = pathIn(world);
    const shown = await subgraph.document!({ method: 'GET', path, query: {}, viewer, requestId: 'test' });
    return shown?.status === 200 && Buffer.from(shown.body).toString().replaceAll('\r\n ', '').includes(word);
  };

const participantsOf =
  (event: string) =>
  ({ rows }: World): string =>
    `/files/events/${(rows[event] as unknown as { slug: string }).slug}/inschrijvingen.csv`;

const calendarOf =
  (event: string, part = '') =>
  ({ rows }: World): string =>
    `/calendar/events/${(rows[event] as unknown as { slug: string }).slug}${part}.ics`;

/** Who tells others about a portfolio item is known to the catalogue; who that is, is told here. */
const refers =
  (person: string): OtherQuestion =>
  async (on, viewer, { rows }) => {
    const item = {
      __typename: 'PortfolioItem',
      id: 'portfolioitem_01jq0000000000000000000000',
      referentId: rows[person]!.id,
    };
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on PortfolioItem { referent { name } } } }';
    const { data } = await on.as(viewer).run(query, { of: [item] });
    return data._entities[0].referent !== null;
  };

/** Lines of the matrix that are about no object. */
export const otherQuestions: Readonly<Record<string, OtherQuestion>> = {
  'certificate by its code alone': answers(`certificate(code: "${certificateCode}") { valid }`),
  'overview of memberships': answers('membershipOverview { lapsingCount }'),
  'building blocks of trajectories': answers('buildingBlockNames { name }'),
  'issuers by which one signs in': answers('openIdIssuers { name }'),
  'words of a publication for members': finds('publications(search: "ledenwoord")'),
  'words of a news item for members': finds('newsItems(search: "ledenwoord")'),
  'words of what is for members, in all': finds('search(text: "ledenwoord")'),
  'file of the accession document': shows(({ rows }) => `/files/${rows['StoredFile accession document']!.id}`),
  'referent of a portfolio item, who agreed': refers('Person who agreed'),
  'referent of a portfolio item, who did not': refers('Person who did not'),
  'participants of an event as a spreadsheet': shows(participantsOf('Event'), 'Oona Open'),
  'participants of a meeting as a spreadsheet': shows(participantsOf('Event meeting'), 'Gert Gids'),
  'calendar of an event': shows(calendarOf('Event'), 'BEGIN:VEVENT'),
  'calendar of a draft': shows(calendarOf('Event draft')),
  'calendar of a draft of the circle': shows(calendarOf('Event draft of the circle')),
  'address of an online event in its calendar': shows(calendarOf('Event attended online'), 'https://meet.example/zaal'),
  'private session in the calendar of sessions': shows(calendarOf('Event', '/sessions'), 'Besloten'),
  'calendar feed by its address alone': shows(() => `/calendar/feeds/${feedToken}.ics`, 'BEGIN:VCALENDAR'),
  'page of a certificate by its code alone': shows(() => `/certificates/${certificateCode}`),
  'document of a certificate by its code alone': shows(() => `/certificates/${certificateCode}.pdf`),
};

/** The root fields that lead to no object, by the line that is about each. */
export const rootOfLine: Readonly<Record<string, string>> = {
  'certificate by its code alone': 'certificate',
  'overview of memberships': 'membershipOverview',
  'building blocks of trajectories': 'buildingBlockNames',
  'issuers by which one signs in': 'openIdIssuers',
};
