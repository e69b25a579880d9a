import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';
import { accountPage, KeptMails } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let mails: KeptMails;
let company: GivenOrganisation;
let town: GivenOrganisation;
let expert: GivenPerson;
let asker: GivenPerson;
let editor: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  mails = await KeptMails.of(on);
  [company, town] = [await given.organisation(), await given.authority()];
  editor = staff(await given.person());
  await knowledge.theme('open-source');
});

beforeEach(async () => {
  [expert, asker] = [
    await given.person({ name: 'Eva Expert' }),
    await given.person({ name: 'Ann Vrager', language: 'FR' }),
  ];
  await given.employment(expert, company);
  await given.employment(asker, town);
});

const mutate = (name: string, field: string, input: object, viewer: Viewer) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${field} userErrors { code field } } }`,
      { input },
    );

const SHOWN = 'mentorship { id version state startedOn endedOn closingNote }';
const answer = (of: Row, agree: boolean, viewer: Viewer, more: object = {}) =>
  mutate('answerMentorship', SHOWN, { id: of.id, expectedVersion: 1, agree, ...more }, viewer);
const end = (of: Row, viewer: Viewer, expectedVersion = 1) =>
  mutate('endMentorship', SHOWN, { id: of.id, expectedVersion, note: 'Doel bereikt.' }, viewer);
const match = (offer: Row, request: Row, viewer = editor) =>
  mutate('matchMentorship', SHOWN, { offerId: offer.id, requestId: request.id }, viewer);

const proposed = async (columns: object = {}) =>
  knowledge.mentorship(await knowledge.offer(expert, company), await knowledge.request(asker, town), { ...columns });

const active = {
  state: 'ACTIVE',
  expert_agreed_at: '2026-10-01T09:00:00Z',
  authority_agreed_at: '2026-10-01T09:00:00Z',
  started_on: '2026-10-01',
};

describe('an offer', () => {
  const input = () => ({ organisationId: company.id, title: 'Netwerken', expertise: 'Alles over kabels en wifi.' });

  it('is made by somebody who works for a company', async () => {
    const { data } = await mutate(
      'offerMentorship',
      'offer { title places open expert { name email } organisation { id } themes { nodes { slug } } }',
      { ...input(), themes: ['open-source'], places: 2 },
      employee(expert, company),
    );
    expect(data.offerMentorship.offer).toEqual({
      title: 'Netwerken',
      places: 2,
      open: true,
      expert: { name: 'Eva Expert', email: expert.email },
      organisation: { id: company.id },
      themes: { nodes: [{ slug: 'open-source' }] },
    });
  });

  it.each<[string, () => Viewer]>([
    ['who works for a local authority', () => employee(expert, town)],
    ['who works nowhere', () => signedIn(expert)],
    ['of staff', () => editor],
  ])('is refused to somebody %s', async (_name, viewer) => {
    const before = await on.sql('select id from mentorship_offer');
    expect(await mutate('offerMentorship', 'offer { id }', input(), viewer())).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select id from mentorship_offer')).toEqual(before);
  });

  it('is refused without expertise, and with more than ten places', async () => {
    const viewer = employee(expert, company);
    const short = await mutate('offerMentorship', 'offer { id }', { ...input(), expertise: 'x' }, viewer);
    expect(short).toHaveUserError('BAD_USER_INPUT', ['expertise']);
    const many = await mutate('offerMentorship', 'offer { id }', { ...input(), places: 11 }, viewer);
    expect(many).toHaveUserError('BAD_USER_INPUT', ['places']);
  });

  it('is closed by its expert, and matched no more', async () => {
    const offer = await knowledge.offer(expert, company);
    const close = (viewer: Viewer) => mutate('closeMentorshipOffer', 'offer { open }', { id: offer.id }, viewer);
    expect(await close(signedIn(asker))).toHaveUserError('NOT_FOUND');
    expect((await close(signedIn(expert))).data.closeMentorshipOffer.offer).toEqual({ open: false });
    expect(await close(signedIn(expert))).toHaveUserError('INVALID_STATE');
    expect(await match(offer, await knowledge.request(asker, town))).toHaveUserError('INVALID_STATE');
  });
});

describe.each([
  {
    type: 'Offer',
    field: 'offer',
    table: 'mentorship_offer',
    changes: { title: 'Netwerken en wifi', expertise: 'Alles over kabels, wifi en glas.', places: 3 },
    wrong: { places: 11 },
    given: (columns: object = {}) => knowledge.offer(expert, company, { ...columns }),
    owner: () => signedIn(expert),
    stranger: () => signedIn(asker),
    matched: async (one: Row, columns: object = active) =>
      knowledge.mentorship(one, await knowledge.request(asker, town), { ...columns }),
  },
  {
    type: 'Request',
    field: 'request',
    table: 'mentorship_request',
    changes: { title: 'Hulp bij glas', question: 'Hoe begin ik met glasvezel?' },
    wrong: { question: 'Hoe?' },
    given: (columns: object = {}) => knowledge.request(asker, town, { ...columns }),
    owner: () => signedIn(asker),
    stranger: () => signedIn(expert),
    matched: async (one: Row, columns: object = active) =>
      knowledge.mentorship(await knowledge.offer(expert, company), one, { ...columns }),
  },
])('its $field', (kind) => {
  const rows = () => on.sql(`select * from ${kind.table} order by id`);
  const update = ({ id }: Row, more: object, viewer: Viewer) => {
    const names = Object.keys(kind.changes).join(' ');
    const shown = `${kind.field} { version ${names} themes { nodes { slug } } }`;
    return mutate(`updateMentorship${kind.type}`, shown, { id, expectedVersion: 1, ...more }, viewer);
  };
  const remove = ({ id }: Row, viewer: Viewer) => mutate(`deleteMentorship${kind.type}`, 'deletedId', { id }, viewer);

  it('is changed by whose it is and by staff while it is open: what is not sent stays', async () => {
    const one = await kind.given();
    const { data } = await update(one, { ...kind.changes, themes: ['open-source'] }, kind.owner());
    expect(data[`updateMentorship${kind.type}`][kind.field]).toEqual({
      ...kind.changes,
      version: 2,
      themes: { nodes: [{ slug: 'open-source' }] },
    });
    const again = await update(one, { title: 'Anders', expectedVersion: 2 }, editor);
    expect(again.data[`updateMentorship${kind.type}`][kind.field]).toMatchObject({
      ...kind.changes,
      title: 'Anders',
      themes: { nodes: [{ slug: 'open-source' }] },
    });
  });

  it('is not changed by others, in another version, wrongly, or once it is closed', async () => {
    const [one, closed] = [await kind.given(), await kind.given({ open: false })];
    const before = await rows();
    expect(await update(one, kind.changes, kind.stranger())).toHaveUserError('NOT_FOUND', ['id']);
    expect(await update(one, kind.changes, anonymous)).toHaveError('UNAUTHENTICATED');
    expect(await update(one, { expectedVersion: 2 }, kind.owner())).toHaveUserError('CONFLICT');
    expect(await update(one, kind.wrong, kind.owner())).toHaveUserError('BAD_USER_INPUT', Object.keys(kind.wrong));
    expect(await update(one, { themes: ['koffie'] }, kind.owner())).toHaveUserError('BAD_USER_INPUT', ['themes']);
    expect(await update(closed, kind.changes, kind.owner())).toHaveUserError('INVALID_STATE');
    expect(await rows()).toEqual(before);
  });

  it('that is closed waits for no answer any more: what is proposed is declined, and both are told; what runs goes on', async () => {
    const [waits, runs] = [await kind.given(), await kind.given()];
    const proposal = await kind.matched(waits, {});
    const running = await kind.matched(runs);
    for (const { id } of [waits, runs])
      await mutate(`closeMentorship${kind.type}`, `${kind.field} { open }`, { id }, kind.owner());
    const states = await on.sql('select state, ended_on::text from mentorship where id = any($1) order by state', [
      [proposal.id, running.id],
    ]);
    expect(states).toEqual([
      { state: 'ACTIVE', ended_on: null },
      { state: 'DECLINED', ended_on: '2026-11-02' },
    ]);
    const subjects = [...(await mails.to(expert.email)), ...(await mails.to(asker.email))].map(
      ({ subject }) => subject,
    );
    expect(subjects).toEqual(['Het mentorschap gaat niet door', 'Le mentorat n’aura pas lieu']);
  });

  it('is withdrawn by whose it is, and nothing of it stays', async () => {
    const one = await kind.given();
    expect(await remove(one, kind.stranger())).toHaveUserError('NOT_FOUND', ['id']);
    expect((await remove(one, kind.owner())).data[`deleteMentorship${kind.type}`].deletedId).toBe(one.id);
    expect(await on.sql(`select from ${kind.table} where id = $1`, [one.id])).toEqual([]);
  });

  it('stays once it was matched', async () => {
    const one = await kind.given();
    await kind.matched(one);
    expect(await remove(one, kind.owner())).toHaveUserError('INVALID_STATE');
    expect(await on.sql(`select from ${kind.table} where id = $1`, [one.id])).toHaveLength(1);
  });
});

it('what is matched and withdrawn at once is one of both', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [offer, request] = [await knowledge.offer(expert, company), await knowledge.request(asker, town)];
    const withdraw = () => mutate('deleteMentorshipOffer', 'deletedId', { id: offer.id }, signedIn(expert));
    const first = round % 2 === 0 ? withdraw() : undefined;
    const [matched, withdrawn] = await Promise.all([match(offer, request), first ?? withdraw()]);
    const codes = [matched.data.matchMentorship, withdrawn.data.deleteMentorshipOffer].flatMap(
      ({ userErrors }) => userErrors,
    );
    expect(codes).toMatchObject([
      { code: withdrawn.data.deleteMentorshipOffer.deletedId ? 'NOT_FOUND' : 'INVALID_STATE' },
    ]);
  }
});

describe('a request', () => {
  const input = () => ({ organisationId: town.id, title: 'Hulp gevraagd', question: 'Hoe begin ik met wifi?' });

  it('is made by somebody who works for the authority', async () => {
    const { data } = await mutate('requestMentorship', 'request { id asker { name } }', input(), employee(asker, town));
    expect(data.requestMentorship.request.asker).toEqual({ name: 'Ann Vrager' });
  });

  it('is refused to somebody who works for another one, or for a company', async () => {
    for (const other of [await given.authority(), company])
      expect(await mutate('requestMentorship', 'request { id }', input(), employee(asker, other))).toHaveUserError(
        'FORBIDDEN',
      );
    const forCompany = { ...input(), organisationId: company.id };
    expect(await mutate('requestMentorship', 'request { id }', forCompany, employee(asker, company))).toHaveUserError(
      'FORBIDDEN',
    );
  });

  it('is refused without a question', async () => {
    const wrong = await mutate(
      'requestMentorship',
      'request { id }',
      { ...input(), question: '' },
      employee(asker, town),
    );
    expect(wrong).toHaveUserError('BAD_USER_INPUT', ['question']);
  });

  it('is closed by who asked', async () => {
    const request = await knowledge.request(asker, town);
    const close = (viewer: Viewer) => mutate('closeMentorshipRequest', 'request { open }', { id: request.id }, viewer);
    expect(await close(signedIn(expert))).toHaveUserError('NOT_FOUND');
    expect((await close(signedIn(asker))).data.closeMentorshipRequest.request).toEqual({ open: false });
  });
});

describe('a mentorship', () => {
  it('is proposed by staff, and both parties get a mail in their language', async () => {
    const { data } = await match(await knowledge.offer(expert, company), await knowledge.request(asker, town));
    expect(data.matchMentorship.mentorship).toMatchObject({ state: 'PROPOSED', startedOn: null });
    expect((await mails.to(expert.email)).map(({ subject }) => subject)).toEqual(['Voorstel voor een mentorschap']);
    const [proposal, ...more] = await mails.to(asker.email);
    expect([proposal!.subject, more]).toEqual(['Proposition de mentorat', []]);
    // whom, and the address only once both agreed
    expect(proposal!.text).toContain('Avec : Eva Expert, ');
    expect(proposal!.text).not.toContain(expert.email);
    // where to answer
    expect(proposal!.text).toContain(`Se connecter à Lokaal Digitaal\u00a0:\n${accountPage}\n`);
  });

  it('is not proposed by others', async () => {
    const [offer, request] = [await knowledge.offer(expert, company), await knowledge.request(asker, town)];
    for (const person of [expert, asker])
      expect(await match(offer, request, signedIn(person))).toHaveUserError('FORBIDDEN');
    expect(await match({ id: newId('mentorshipoffer') }, request)).toHaveUserError('NOT_FOUND');
    expect(await on.sql('select id from mentorship where request_id = $1', [request.id])).toEqual([]);
  });

  it('is one at a time for a request, however many are proposed at once', async () => {
    const request = await knowledge.request(asker, town);
    const offers = await Promise.all(Array.from({ length: 4 }, () => knowledge.offer(expert, company)));
    const answers = await Promise.all(offers.map((offer) => match(offer, request)));
    expect(answers.filter(({ data }) => data.matchMentorship.userErrors.length === 0)).toHaveLength(1);
  });

  it('never takes more places than the expert has, however many are proposed at once', async () => {
    const offer = await knowledge.offer(expert, company, { places: 2 });
    const requests = await Promise.all(Array.from({ length: 4 }, () => knowledge.request(asker, town)));
    const answers = await Promise.all(requests.map((request) => match(offer, request)));
    expect(answers.filter(({ data }) => data.matchMentorship.userErrors.length === 0)).toHaveLength(2);
  });

  it('begins when both agreed', async () => {
    const one = await proposed();
    const first = await answer(one, true, signedIn(asker));
    expect(first.data.answerMentorship.mentorship).toMatchObject({ state: 'PROPOSED', startedOn: null, version: 2 });
    const second = await answer(one, true, signedIn(expert), { expectedVersion: 2 });
    expect(second.data.answerMentorship.mentorship).toMatchObject({ state: 'ACTIVE', startedOn: '2026-11-02' });
    const [toAsker, toExpert] = [(await mails.to(asker.email)).at(-1)!, (await mails.to(expert.email)).at(-1)!];
    expect(toAsker.subject).toBe('Votre mentorat commence');
    expect([toAsker.text, toExpert.text]).toEqual([
      expect.stringMatching(new RegExp(`Eva Expert, .+, ${expert.email}`)),
      expect.stringMatching(new RegExp(`Ann Vrager, .+, ${asker.email}`)),
    ]);
  });

  it('is declined by one of them, or by staff, and the request is free again', async () => {
    const one = await proposed();
    const { data } = await answer(one, false, signedIn(expert), { note: 'Geen tijd.' });
    expect(data.answerMentorship.mentorship).toMatchObject({ state: 'DECLINED', endedOn: '2026-11-02' });
    const [{ request_id: id }] = (await on.sql<{ request_id: string }>(
      'select request_id from mentorship where id = $1',
      [one.id],
    )) as [{ request_id: string }];
    const another = await given.person();
    await given.employment(another, company);
    const again = await match(await knowledge.offer(another, company), { id });
    expect(again.data.matchMentorship.userErrors).toEqual([]);
    expect((await answer(await proposed(), false, editor)).data.answerMentorship.userErrors).toEqual([]);
  });

  it('is not agreed to by staff in their place', async () => {
    const one = await proposed();
    expect(await answer(one, true, editor)).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select state, version from mentorship where id = $1', [one.id])).toEqual([
      { state: 'PROPOSED', version: 1 },
    ]);
  });

  it.each([
    ['the expert left the company', () => expert],
    ['who asked left the authority', () => asker],
  ])('is neither proposed nor agreed to once %s; declining stays possible', async (_why, who) => {
    const one = await proposed();
    const [offer, request] = [await knowledge.offer(expert, company), await knowledge.request(asker, town)];
    // the first day on which it no longer holds
    await on.sql(`update employment set to_date = '2026-11-02' where person_id = $1`, [who().id]);
    expect(await match(offer, request)).toHaveUserError('INVALID_STATE');
    expect(await answer(one, true, signedIn(who()))).toHaveUserError('INVALID_STATE');
    expect(await on.sql('select state, version from mentorship where offer_id = $1', [offer.id])).toEqual([]);
    const { data } = await answer(one, false, signedIn(who()));
    expect(data.answerMentorship.mentorship).toMatchObject({ state: 'DECLINED', version: 2 });
  });

  it('is proposed and agreed to for the successor of an authority that merged', async () => {
    const merged = await given.authority();
    const successor = await given.authority({ predecessor_ids: [merged.id] });
    const person = await given.person();
    await given.employment(person, merged, { to: '2026-01-01' });
    await given.employment(person, successor, { from: '2026-01-01' });
    const { data } = await match(await knowledge.offer(expert, company), await knowledge.request(person, merged));
    const { id } = data.matchMentorship.mentorship;
    expect((await answer({ id }, true, signedIn(person))).data.answerMentorship.mentorship.version).toBe(2);
  });

  it('ends by one of them', async () => {
    const one = await proposed(active);
    const { data } = await end(one, signedIn(asker));
    expect(data.endMentorship.mentorship).toMatchObject({
      state: 'ENDED',
      endedOn: '2026-11-02',
      closingNote: 'Doel bereikt.',
    });
    expect((await mails.to(expert.email)).at(-1)!.subject).toBe('Uw mentorschap is beëindigd');
  });

  it('keeps to its states and versions', async () => {
    expect(await end(await proposed(), signedIn(asker))).toHaveUserError('INVALID_STATE');
    const running = await proposed(active);
    expect(await answer(running, false, signedIn(asker))).toHaveUserError('INVALID_STATE');
    expect(await end(running, signedIn(asker), 4)).toHaveUserError('CONFLICT');
  });

  it('of others is answered as one that is not there', async () => {
    const stranger = signedIn(await given.person());
    const one = await proposed(active);
    const absent = { id: newId('mentorship') };
    expect(await answer(one, true, stranger)).toEqual(await answer(absent, true, stranger));
    expect(await end(one, stranger, 9)).toEqual(await end(absent, stranger, 9));
    expect(await end(one, stranger)).toHaveUserError('NOT_FOUND');
  });
});

describe('who sees a mentorship', () => {
  const ALL = `{ mentorships { totalCount nodes { state offer { title expert { name email } } request { title asker { name email } } } }
    mentorshipOffers { totalCount } mentorshipRequests { totalCount } }`;
  const seen = async (viewer: Viewer) => (await on.as(viewer).run(ALL)).data;

  it.each<[string, object, boolean]>([
    ['its parties by name, until both agreed', {}, false],
    ['its parties with their addresses, while it runs', active, true],
  ])('%s', async (_name, columns, withAddresses) => {
    await proposed(columns);
    const address = (person: GivenPerson, own: boolean) => (own || withAddresses ? person.email : null);
    for (const viewer of [expert, asker]) {
      const { mentorships, mentorshipOffers, mentorshipRequests } = await seen(signedIn(viewer));
      expect([mentorships.totalCount, mentorshipOffers.totalCount, mentorshipRequests.totalCount]).toEqual([1, 1, 1]);
      expect(mentorships.nodes[0]).toMatchObject({
        offer: { title: 'Netwerken', expert: { name: 'Eva Expert', email: address(expert, viewer === expert) } },
        request: { title: 'Hulp bij wifi', asker: { name: 'Ann Vrager', email: address(asker, viewer === asker) } },
      });
    }
  });

  it('nobody else, colleagues and other experts neither', async () => {
    const one = await proposed(active);
    const nothing = {
      mentorships: { totalCount: 0, nodes: [] },
      mentorshipOffers: { totalCount: 0 },
      mentorshipRequests: { totalCount: 0 },
    };
    for (const viewer of [anonymous, signedIn(await given.person()), employee(await given.person(), company, town)]) {
      expect(await seen(viewer)).toEqual(nothing);
      const query = 'query ($id: ID!) { node(id: $id) { id } }';
      expect((await on.as(viewer).run(query, { id: one.id })).data.node).toBeNull();
    }
  });

  it('after it was declined, the other’s offer and request no more', async () => {
    await proposed({ state: 'DECLINED', ended_on: '2026-10-02' });
    const { mentorships, mentorshipOffers } = await seen(signedIn(asker));
    expect([mentorships.nodes[0].offer, mentorshipOffers.totalCount]).toEqual([null, 0]);
  });

  it('staff all of them, in one statement', async () => {
    await proposed();
    expect((await seen(editor)).mentorships.totalCount).toBeGreaterThan(1);
    expect(
      await statementsOf(() =>
        on.as(editor).run('{ mentorships { nodes { offer { expert { name } organisation { legalName } } } } }'),
      ),
    ).toBe(1);
  });
});
