import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenEvents } from '../../../test/given-event.js';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;
let staffer: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
  staffer = staff(await given.person());
});

const SHOWN = `{ event { version prices { audience priceCents }
  questions { nodes { id position label kind options required } } } userErrors { code field } }`;
const PRICES = `mutation ($input: SetEventPricesInput!) { setEventPrices(input: $input) ${SHOWN} }`;
const QUESTIONS = `mutation ($input: SetEventQuestionsInput!) { setEventQuestions(input: $input) ${SHOWN} }`;

describe('setEventPrices', () => {
  const run = (viewer: Viewer, input: object): Promise<Answer> => on.as(viewer).run(PRICES, { input });

  it('takes the place of all prices that the event had', async () => {
    const { id } = await events.event();
    await events.price({ id }, 'NON_MEMBER', 25_000);
    await events.price({ id }, 'EFFECTIVE', 5_000);
    const prices = [
      { audience: 'COMPANY', priceCents: 30_000 },
      { audience: 'EFFECTIVE', priceCents: 0 },
    ];
    const { data } = await run(staffer, { id, expectedVersion: 1, prices });
    expect(data.setEventPrices.event).toMatchObject({ version: 2, prices: prices.toReversed() });
  });

  it('leaves nobody who may register when there are none', async () => {
    const { id } = await events.event();
    await events.price({ id }, 'NON_MEMBER', 25_000);
    const { data } = await run(staffer, { id, expectedVersion: 1, prices: [] });
    expect(data.setEventPrices.event.prices).toEqual([]);
  });

  it.each([
    ['a negative price', [{ audience: 'COMPANY', priceCents: -1 }], ['prices', '0', 'priceCents']],
    [
      'an audience twice',
      [
        { audience: 'COMPANY', priceCents: 1 },
        { audience: 'COMPANY', priceCents: 2 },
      ],
      ['prices'],
    ],
  ])('refuses %s, and writes nothing', async (_, prices, field) => {
    const { id } = await events.event();
    await events.price({ id }, 'NON_MEMBER', 25_000);
    expect(await run(staffer, { id, expectedVersion: 1, prices })).toHaveUserError('BAD_USER_INPUT', field);
    expect(await on.sql('select price_cents from event_price where event_id = $1', [id])).toEqual([
      { price_cents: 25_000 },
    ]);
  });

  it('refuses a stranger, an old version and an event that changes no more', async () => {
    const { id } = await events.event();
    const cancelled = await events.event({ status: 'CANCELLED' });
    const stranger = signedIn(await given.person());
    expect(await run(stranger, { id, expectedVersion: 1, prices: [] })).toHaveUserError('FORBIDDEN');
    expect(await run(staffer, { id, expectedVersion: 9, prices: [] })).toHaveUserError('CONFLICT');
    const closed = { id: cancelled.id, expectedVersion: 1, prices: [] };
    expect(await run(staffer, closed)).toHaveUserError('INVALID_STATE');
  });
});

describe('setEventQuestions', () => {
  const run = (viewer: Viewer, input: object): Promise<Answer> => on.as(viewer).run(QUESTIONS, { input });
  const text = { label: 'Waarover wilt u spreken?', kind: 'TEXT' };
  const choice = { label: 'Dieet?', kind: 'CHOICE', options: ['Geen', 'Vegetarisch'], required: true };

  it('puts questions in the order that is given, keeps those that are named and drops the others', async () => {
    const { id } = await events.event();
    const first = await run(staffer, { id, expectedVersion: 1, questions: [text, choice] });
    const [kept, dropped] = first.data.setEventQuestions.event.questions.nodes;
    const questions = [choice, { ...text, id: kept.id, label: 'Uw vraag?' }];
    const { data } = await run(staffer, { id, expectedVersion: 2, questions });
    const { nodes } = data.setEventQuestions.event.questions;
    expect(nodes).toEqual([
      { id: expect.any(String), position: 1, ...choice },
      { id: kept.id, position: 2, label: 'Uw vraag?', kind: 'TEXT', options: [], required: false },
    ]);
    expect(nodes[0].id).not.toBe(dropped.id);
  });

  it.each<[string, object, string]>([
    ['a choice of one', { ...choice, options: ['Geen'] }, 'options'],
    ['a text with options', { ...text, options: ['Geen', 'Veel'] }, 'options'],
    ['an option twice', { ...choice, options: ['Geen', 'Geen'] }, 'options'],
    ['a label of two characters', { ...text, label: 'ja' }, 'label'],
  ])('refuses %s, and writes nothing', async (_, question, field) => {
    const { id } = await events.event();
    const answer = await run(staffer, { id, expectedVersion: 1, questions: [question] });
    expect(answer).toHaveUserError('BAD_USER_INPUT', ['questions', '0', field]);
    expect(await on.sql('select from event_question where event_id = $1', [id])).toEqual([]);
  });

  it('refuses a question of another event, or of none', async () => {
    const { id } = await events.event();
    const other = await events.question(await events.event());
    for (const question of [other.id, newId('eventquestion')]) {
      const questions = [{ ...text, id: question }];
      const answer = await run(staffer, { id, expectedVersion: 1, questions });
      expect(answer).toHaveUserError('NOT_FOUND', ['questions', '0', 'id']);
    }
  });

  it('refuses a stranger', async () => {
    const { id } = await events.event();
    const answer = await run(signedIn(await given.person()), { id, expectedVersion: 1, questions: [] });
    expect(answer).toHaveUserError('FORBIDDEN');
  });
});
