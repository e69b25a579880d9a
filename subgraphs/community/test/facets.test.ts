import { anonymous, type Viewer } from '@lokaal/shared/auth';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';
import { employee, Given, signedIn, staff, startCommunity, statementsOf } from './given.js';
import { GivenEvents } from './given-event.js';
import { GivenKnowledge } from './given-knowledge.js';
import { active, contact, GivenMembership } from './given-membership.js';

let on: TestSubgraph;
let given: Given;
let memberships: GivenMembership;
let events: GivenEvents;
let knowledge: GivenKnowledge;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  memberships = new GivenMembership(on);
  events = new GivenEvents(on);
  knowledge = new GivenKnowledge(on);
});

const colleagueElsewhere = async (): Promise<Viewer> => employee(await given.person(), await given.authority());

describe('facets of relations', () => {
  it('count organisations by municipality and parent, the most frequent first, with their names', async () => {
    const coast = await given.municipality({ name: 'Kuststad' });
    const inland = await given.municipality({ name: 'Binnenstad' });
    const parent = await given.organisation({ legal_name: 'Stad Kuststad', municipality_id: coast.id });
    for (const kind of ['AGB', 'OCMW'])
      await given.organisation({
        kind,
        legal_name: `${kind} Kuststad`,
        municipality_id: coast.id,
        parent_id: parent.id,
      });
    await given.organisation({ legal_name: 'Stad Binnenstad', municipality_id: inland.id });
    const query = `query ($of: [ID!]) { organisations(first: 1, filter: { municipalityId: { in: $of } }) { totalCount
      facets { municipalityId { value label count } parentId { value label count } mergedIntoId { count } } } }`;
    const ask = () => on.as(anonymous).run(query, { of: [coast.id, inland.id] });
    expect((await ask()).data.organisations).toEqual({
      totalCount: 4,
      facets: {
        municipalityId: [
          { value: coast.id, label: 'Kuststad', count: 3 },
          { value: inland.id, label: 'Binnenstad', count: 1 },
        ],
        parentId: [{ value: parent.id, label: 'Stad Kuststad', count: 2 }],
        mergedIntoId: [],
      },
    });
    expect(await statementsOf(ask)).toBe(1);
  });

  it('count by theme with its name, in one statement, with the slug to filter by', async () => {
    await on.sql(
      `insert into theme (id, slug, label, description) values ('theme_1', 'nis2', 'NIS2-richtlijn', 'Europees.')`,
    );
    for (const themes of [['nis2', 'onbekend'], ['nis2']])
      await knowledge.newsItem({ title: 'Uitleg van de richtlijn', themes });
    const query = `query ($search: String) { newsItems(search: $search, filter: { themeSlugs: { has: "nis2" } }) {
      facets { themeSlugs { value label count } } } }`;
    for (const search of [null, 'uitleg richtlijn']) {
      const ask = () => on.as(anonymous).run(query, { search });
      expect((await ask()).data.newsItems.facets.themeSlugs).toEqual([
        { value: 'nis2', label: 'NIS2-richtlijn', count: 2 },
        { value: 'onbekend', label: null, count: 1 },
      ]);
      expect(await statementsOf(ask)).toBe(1);
    }
  });

  it('tell no key of what the viewer may not see', async () => {
    const [draft, open] = [await events.draft({ title: 'Geheim congres' }), await events.event({ title: 'Open dag' })];
    for (const event of [draft, open])
      await knowledge.mediaItem({ title: 'Opname van het congres', event_id: event.id });
    const query = `query ($search: String) { mediaItems(search: $search) { totalCount facets { eventId { value label count } kind { count } } } }`;
    const told = { value: open.id, label: 'Open dag', count: 1 };
    for (const search of [null, 'opname congres']) {
      for (const viewer of [anonymous, await colleagueElsewhere()]) {
        const { data } = await on.as(viewer).run(query, { search });
        expect(data.mediaItems).toEqual({ totalCount: 2, facets: { eventId: [told], kind: [{ count: 2 }] } });
      }
      const { data } = await on.as(staff(await given.person())).run(query, { search });
      expect(data.mediaItems.facets.eventId).toEqual(
        expect.arrayContaining([told, { value: draft.id, label: 'Geheim congres', count: 1 }]),
      );
    }
  });

  it('count memberships for who may see them only, and name no person whom the viewer may not see', async () => {
    const employer = await given.authority();
    const holder = await given.person({ name: 'Hilde Houder' });
    await memberships.effectiveApproved(holder, { ...active, employer_id: employer.id });
    const query = `query ($of: ID) { memberships(filter: { employerId: { eq: $of } }) { totalCount facets {
      personId { value label count } employerId { count } type { value count } } } }`;
    const seenBy = async (viewer: Viewer) => (await on.as(viewer).run(query, { of: employer.id })).data.memberships;
    const one = { value: holder.id, label: 'Hilde Houder', count: 1 };
    const all = { employerId: [{ count: 1 }], type: [{ value: 'EFFECTIVE', count: 1 }] };
    for (const viewer of [anonymous, await colleagueElsewhere()])
      expect((await seenBy(viewer)).facets).toEqual({ personId: [], employerId: [], type: [] });
    for (const viewer of [staff(await given.person()), signedIn(holder)])
      expect((await seenBy(viewer)).facets).toEqual({ personId: [one], ...all });
    const speaker = contact(await given.person(), employer);
    // whom the employer pays for no longer works there
    expect((await seenBy(speaker)).facets).toEqual({ personId: [], ...all });
  });
});

it('count a list of registrations as far as the viewer sees it', async () => {
  const event = await events.event();
  const query = `query ($id: ID!) { node(id: $id) { ... on Event { registrations { totalCount facets { state { count } mode { count } } } } } }`;
  const { data } = await on.as(anonymous).run(query, { id: event.id });
  expect(data.node.registrations).toEqual({ totalCount: 0, facets: { state: [], mode: [] } });
});
