import { anonymous } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import '../../../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { authority, ciso, Given, reader, staff } from '../../../test/given.js';
import { infosec } from '../../index.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  given = await Given.in(graph);
});

const PUBLISH = `mutation ($input: PublishLabelInput!) { publishLabel(input: $input) {
  label { id level kind validFrom validUntil valid version authority { id } framework { edition } }
  userErrors { code field message } } }`;
const WITHDRAW = `mutation ($input: WithdrawLabelInput!) { withdrawLabel(input: $input) {
  withdrawnLabelId measurement { id label { id } } userErrors { code field message } } }`;
const LABELS = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Organisation { publishedLabel { id level valid } } } }`;

const dates = { validFrom: '2026-06-01', validUntil: '2029-05-01' };
const verified = (owner: string, more: object = {}) =>
  given.measurement({ authority: owner, kind: 'VERIFIED', state: 'VALIDATED', ...more });
const shownOf = async (owner: string) => {
  const { data } = await graph.as(anonymous).run(LABELS, { of: [{ __typename: 'Organisation', id: owner }] });
  return data._entities[0].publishedLabel;
};
const labels = async (owner: string): Promise<number> =>
  (await given.rowsOf(owner, 'select from published_label where authority_id = $1', [owner])).length;

describe('publishLabel', () => {
  it('shows everybody the level of a verified measurement', async () => {
    const own = authority();
    const measurementId = await verified(own, { level: 'IMPORTANT', scores: [4, 4] });
    const { data } = await graph.as(ciso(own)).run(PUBLISH, { input: { measurementId, ...dates } });
    expect(data.publishLabel).toEqual({
      label: {
        id: expect.stringMatching(/^label_/),
        level: 'IMPORTANT',
        kind: 'VERIFIED',
        ...dates,
        valid: true,
        version: 1,
        authority: { id: own },
        framework: { edition: '2025' },
      },
      userErrors: [],
    });
    expect(await shownOf(own)).toEqual({ id: data.publishLabel.label.id, level: 'IMPORTANT', valid: true });
  });

  it.each([
    ['an own estimate', { kind: 'SELF' }],
    ['a guided measurement', { kind: 'GUIDED' }],
    ['an open measurement', { state: 'OPEN' }],
    ['a measurement that nobody else validated', { state: 'SUBMITTED' }],
    ['a measurement below its level', { scores: [1, 1] }],
  ])('refuses %s', async (_what, more) => {
    const own = authority();
    const measurementId = await verified(own, more);
    const answer = await graph.as(ciso(own)).run(PUBLISH, { input: { measurementId, ...dates } });
    expect(answer).toHaveUserError('INVALID_STATE');
    expect(await labels(own)).toBe(0);
  });

  it('refuses a measurement that was corrected', async () => {
    const own = authority();
    const measurementId = await verified(own);
    await verified(own, { supersedes: measurementId });
    const answer = await graph.as(ciso(own)).run(PUBLISH, { input: { measurementId, ...dates } });
    expect(answer).toHaveUserError('INVALID_STATE');
  });

  it('refuses readers, and says the same of another authority’s measurement as of none', async () => {
    const own = authority();
    const measurementId = await verified(own);
    const ask = (viewer: ReturnType<typeof ciso>, id: string) =>
      graph.as(viewer).run(PUBLISH, { input: { measurementId: id, ...dates } });
    expect(await ask(reader(own), measurementId)).toHaveUserError('FORBIDDEN');
    const other = ciso(authority());
    const answers = [
      await ask(other, measurementId),
      await ask(other, newId('measurement')),
      await ask(staff(), measurementId),
    ];
    expect(answers[0]).toHaveUserError('NOT_FOUND', ['measurementId']);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await labels(own)).toBe(0);
  });

  it.each([
    ['validFrom', { validFrom: '2026-04-30', validUntil: '2029-01-01' }],
    ['validUntil', { validFrom: '2026-06-01', validUntil: '2026-06-01' }],
    ['validUntil', { validFrom: '2026-06-01', validUntil: '2029-05-02' }],
    ['validUntil', { validFrom: '2026-06-01', validUntil: '2999-01-01' }],
  ])('refuses a wrong %s', async (field, wrong) => {
    const own = authority();
    const measurementId = await verified(own);
    const answer = await graph.as(ciso(own)).run(PUBLISH, { input: { measurementId, ...wrong } });
    expect(answer).toHaveUserError('BAD_USER_INPUT', [field]);
    expect(await labels(own)).toBe(0);
  });

  it('shows one label a framework when ten are published at once', async () => {
    const own = authority();
    const ids = await Promise.all(Array.from({ length: 10 }, () => verified(own)));
    const answers = await Promise.all(
      ids.map((measurementId) => graph.as(ciso(own)).run(PUBLISH, { input: { measurementId, ...dates } })),
    );
    expect(answers.filter(({ data }) => data.publishLabel.label)).toHaveLength(1);
    expect(answers.filter(({ data }) => data.publishLabel.userErrors[0]?.code === 'ALREADY_EXISTS')).toHaveLength(9);
    expect(await labels(own)).toBe(1);
  });

  it('publishes once when sent twenty times at once with one key', async () => {
    const own = authority();
    const viewer = ciso(own);
    const input = { measurementId: await verified(own), ...dates, idempotencyKey: 'label' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => graph.as(viewer).run(PUBLISH, { input })));
    expect(new Set(answers.map(({ data }) => data.publishLabel.label?.id)).size).toBe(1);
    expect(answers[0]!.data.publishLabel.label).not.toBeNull();
  });

  it('takes the place of one that has run out', async () => {
    const own = authority();
    await given.label(own, { valid_from: '2022-01-01', valid_until: '2025-01-01' });
    const measurementId = await verified(own);
    const { data } = await graph.as(ciso(own)).run(PUBLISH, { input: { measurementId, ...dates } });
    expect(data.publishLabel.userErrors).toEqual([]);
    expect((await shownOf(own)).id).toBe(data.publishLabel.label.id);
  });
});

describe('withdrawLabel', () => {
  it('takes it from everybody’s sight', async () => {
    const own = authority();
    const id = await given.label(own);
    const { data } = await graph.as(ciso(own)).run(WITHDRAW, { input: { id, expectedVersion: 1 } });
    expect(data.withdrawLabel).toMatchObject({ withdrawnLabelId: id, measurement: { label: null }, userErrors: [] });
    expect(await shownOf(own)).toBeNull();
  });

  it('refuses readers and others, and what was withdrawn before', async () => {
    const own = authority();
    const id = await given.label(own);
    const input = { id, expectedVersion: 1 };
    expect(await graph.as(reader(own)).run(WITHDRAW, { input })).toHaveUserError('FORBIDDEN');
    expect(await graph.as(ciso(authority())).run(WITHDRAW, { input })).toHaveUserError('NOT_FOUND', ['id']);
    expect(await graph.as(staff()).run(WITHDRAW, { input })).toHaveUserError('NOT_FOUND', ['id']);
    const stale = await graph.as(ciso(own)).run(WITHDRAW, { input: { id, expectedVersion: 2 } });
    expect(stale).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await shownOf(own)).not.toBeNull();
    await graph.as(ciso(own)).run(WITHDRAW, { input });
    expect(await graph.as(ciso(own)).run(WITHDRAW, { input })).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('withdraws once when asked twice at once', async () => {
    const own = authority();
    const id = await given.label(own);
    const input = { id, expectedVersion: 1 };
    const answers = await Promise.all([1, 2].map(() => graph.as(ciso(own)).run(WITHDRAW, { input })));
    expect(answers.filter(({ data }) => data.withdrawLabel.withdrawnLabelId)).toHaveLength(1);
  });
});

describe('publishedLabel of an organisation', () => {
  it('is valid on its first and last day, and no longer', async () => {
    const own = authority();
    await given.label(own, { valid_from: '2026-11-02', valid_until: '2026-12-31' });
    const at = async (time: string) => {
      graph.clock.set(time);
      return shownOf(own);
    };
    expect(await at('2026-11-01T22:59:00Z')).toBeNull();
    expect(await at('2026-11-01T23:00:00Z')).not.toBeNull();
    expect(await at('2026-12-31T22:59:00Z')).not.toBeNull();
    expect(await at('2026-12-31T23:00:00Z')).toBeNull();
    graph.clock.set('2026-11-02T09:00:00Z');
  });

  it('lists labels of all authorities, withdrawn ones left out, as often as they are counted', async () => {
    const [one, two] = [authority(), authority()];
    await given.label(one);
    await given.label(two, { withdrawn_at: '2026-07-01T00:00:00Z' });
    const LIST = `query ($in: [ID!]) { publishedLabels(filter: { authorityId: { in: $in } }) {
      totalCount nodes { authority { id } valid } facets { level { value count } } } }`;
    const { data } = await graph.as(anonymous).run(LIST, { in: [one, two] });
    expect(data.publishedLabels).toEqual({
      totalCount: 1,
      nodes: [{ authority: { id: one }, valid: true }],
      facets: { level: [{ value: 'BASIC', count: 1 }] },
    });
  });
});
