import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import type { GivenEvent } from '../../../test/given-event.js';
import { employee, Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenRegistration, REGISTER } from '../../../test/given-registration.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let circle: Row;
let draft: GivenEvent;
let closed: GivenEvent;
let coordinator: GivenPerson;
let accession: { id: string };

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
});

beforeEach(async () => {
  circle = await given.circle({ internal_notes: 'Alleen onder ons.' });
  coordinator = await given.person();
  await given.coordinator(circle, coordinator);
  const meeting = { series: 'CIRCLE_MEETING', circle_id: circle.id };
  draft = await events.event({ ...meeting, status: 'DRAFT', published_at: null });
  closed = await events.event({ ...meeting, circle_only: true }, { NON_MEMBER: 0, EFFECTIVE: 0 });
  const authority = await given.authority();
  accession = { id: `circleaccession_${authority.id.split('_')[1]!}` };
  await on.sql(
    `insert into circle_accession (id, circle_id, organisation_id, requested_at) values ($1, $2, $3, '2026-10-01T09:00:00Z')`,
    [accession.id, circle.id, authority.id],
  );
});

const leaveEverything = async (): Promise<void> => {
  await on.sql(`update membership set cancelled_on = '2026-11-02' where person_id = $1`, [coordinator.id]);
  await on.sql(`update employment set to_date = '2026-11-02' where person_id = $1`, [coordinator.id]);
};

const run = (viewer: Viewer, name: string, input: object): Promise<Answer> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return on.as(viewer).run(`mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`, { input });
};

const READS = `query ($circle: ID!, $draft: ID!, $closed: ID!) { knowledgeCircle(id: $circle) { internalNotes accessions { totalCount } }
  draft: event(id: $draft) { id } closed: event(id: $closed) { onlineUrl registrations { totalCount } statistics { waiting } } }`;

const PLAN = {
  edition: 1,
  title: 'Overleg',
  mode: 'ON_SITE',
  startsAt: '2027-03-09T08:00:00Z',
  endsAt: '2027-03-09T16:00:00Z',
};

/** All that coordinating opens, by its ways in. */
async function opened(viewer: Viewer): Promise<Record<string, unknown>> {
  const { data } = await on.as(viewer).run(READS, { circle: circle.id, draft: draft.id, closed: closed.id });
  const path = `/files/events/${closed.slug}/inschrijvingen.csv`;
  const file = await on.subgraph.document!({ method: 'GET', path, query: {}, viewer, requestId: 'test' });
  const refused = async (name: string, input: object) =>
    (await run(viewer, name, input)).data[name].userErrors.map(({ code }: { code: string }) => code).join();
  return {
    notes: data.knowledgeCircle.internalNotes,
    accessions: data.knowledgeCircle.accessions.totalCount,
    draft: data.draft?.id ?? null,
    participants: data.closed.registrations.totalCount,
    statistics: data.closed.statistics !== null,
    file: file !== undefined,
    createEvent: await refused('createEvent', { ...PLAN, series: 'CIRCLE_MEETING', circleId: circle.id }),
    updateEvent: await refused('updateEvent', { id: draft.id, expectedVersion: 9 }),
    updateKnowledgeCircle: await refused('updateKnowledgeCircle', { id: circle.id, expectedVersion: 9 }),
    declineCircleAccession: await refused('declineCircleAccession', {
      ...accession,
      expectedVersion: 9,
      reason: 'Nee.',
    }),
    checkIn: await refused('checkIn', { eventId: closed.id, ticketCode: '0123456789ABCDEFGHJKMNPQ' }),
  };
}

const kept = () => ({
  notes: 'Alleen onder ons.',
  accessions: 1,
  draft: draft.id,
  participants: 1,
  statistics: true,
  file: true,
  createEvent: '',
  updateEvent: 'CONFLICT',
  updateKnowledgeCircle: 'CONFLICT',
  declineCircleAccession: 'CONFLICT',
  checkIn: 'NOT_FOUND',
});

const nothing = {
  notes: null,
  accessions: 0,
  draft: null,
  participants: 0,
  statistics: false,
  file: false,
  createEvent: 'FORBIDDEN',
  updateEvent: 'NOT_FOUND',
  updateKnowledgeCircle: 'FORBIDDEN',
  declineCircleAccession: 'NOT_FOUND',
  checkIn: 'FORBIDDEN',
};

describe('coordinating a circle', () => {
  beforeEach(async () => {
    const town = await given.authority();
    await given.membership(circle, town);
    const worker = await given.person();
    await given.employment(worker, town);
    await on.as(signedIn(worker)).run(REGISTER, { input: { eventId: closed.id, mode: 'ON_SITE' } });
  });

  it('opens its notes, requests and meetings to an effective member', async () => {
    expect(await opened(signedIn(coordinator))).toEqual(kept());
  });

  it('opens the same to who works for an organisation, of whatever kind', async () => {
    const employer = await given.organisation({ kind: 'COMPANY' });
    await leaveEverything();
    await given.employment(coordinator, employer);
    expect(await opened(employee(coordinator, employer))).toEqual(kept());
  });

  it('opens nothing to who left everything, by no way', async () => {
    await leaveEverything();
    expect(await opened(signedIn(coordinator))).toEqual(nothing);
  });

  it('opens no meeting of the circle alone to who left everything', async () => {
    await leaveEverything();
    const answer = await on.as(signedIn(coordinator)).run(REGISTER, { input: { eventId: closed.id, mode: 'ON_SITE' } });
    expect(answer).toHaveUserError('FORBIDDEN');
  });

  it('brings who left everything no news of the circle', async () => {
    await leaveEverything();
    const clerk = staff(await given.person());
    await run(clerk, 'publishEvent', { id: draft.id, expectedVersion: 1 });
    await run(clerk, 'endKnowledgeCircle', { id: circle.id, expectedVersion: 1, on: '2026-12-01' });
    expect(await events.mailsTo(coordinator)).toEqual([]);
  });
});
