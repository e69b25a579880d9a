import { newId } from '@lokaal/shared/ids';
import '../../../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { controlsOf, everywhere, examples } from '../../../test/cyfun.js';
import { authority, ciso, employee, Given, reader, staff, vendor } from '../../../test/given.js';
import { infosec } from '../../index.js';
import { controlId, frameworkId } from '../../seed/reference.js';
import { inScope } from './calculation/facts.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  given = await Given.in(graph);
});

const mutation = (name: string, fields = 'id version state measuredOn targetLevel kind authority { id }') =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { measurement { ${fields} } userErrors { code field message } } }`;
const START = mutation('startMeasurement');
const SCORE = mutation('scoreControls', 'id version scores { totalCount }');
const SUBMIT = mutation(
  'submitMeasurement',
  `id version state submittedAt result { method meetsThreshold total { exact value } notApplicableCount failures { kind subject } }
   publishedResult { method total { exact } } differences { kind subject why }`,
);
const CORRECT = mutation('correctMeasurement', 'id state measuredOn supersedes { id } scores { totalCount }');

const count = async (owner: string, table = 'maturity_measurement'): Promise<number> =>
  Number(
    (await given.rowsOf<{ count: string }>(owner, `select count(*) from ${table} where authority_id = $1`, [owner]))[0]!
      .count,
  );

const valid = (owner: string) => ({
  authorityId: owner,
  frameworkId: frameworkId('2025'),
  targetLevel: 'BASIC',
  measuredOn: '2026-10-01',
  kind: 'SELF',
});

const scoresOf = (level: 'BASIC' | 'ESSENTIAL', score: number | null = 3) =>
  inScope(controlsOf('2025'), level).map(({ id }) => ({
    controlId: controlId('2025', id),
    documentation: score,
    implementation: score,
  }));

describe('startMeasurement', () => {
  it('opens a measurement of the own authority', async () => {
    const own = authority();
    const { data } = await graph.as(ciso(own)).run(START, { input: valid(own) });
    expect(data.startMeasurement).toEqual({
      measurement: {
        id: expect.stringMatching(/^measurement_/),
        version: 1,
        state: 'OPEN',
        measuredOn: '2026-10-01',
        targetLevel: 'BASIC',
        kind: 'SELF',
        authority: { id: own },
      },
      userErrors: [],
    });
  });

  it('lets the DPO of the successor open one of a predecessor', async () => {
    const [successor, predecessor] = [authority(), authority()];
    const dpo = employee(successor, { roles: ['DPO'], predecessors: [predecessor] });
    const { data } = await graph.as(dpo).run(START, { input: valid(predecessor) });
    expect(data.startMeasurement.measurement.authority.id).toBe(predecessor);
  });

  it.each([
    ['a reader', (own: string) => reader(own), 'FORBIDDEN'],
    ['an ICT manager', (own: string) => employee(own, { roles: ['ICT_MANAGER'] }), 'FORBIDDEN'],
    ['the CISO of another authority', () => ciso(authority()), 'NOT_FOUND'],
    ['staff', () => staff(), 'NOT_FOUND'],
    ['a vendor with the role of CISO', () => employee(authority(), { roles: ['CISO'], kind: 'COMPANY' }), 'NOT_FOUND'],
    [
      'a vendor that names itself an authority',
      (own: string) => employee(own, { roles: ['CISO'], kind: 'COMPANY' }),
      'NOT_FOUND',
    ],
  ])('refuses %s, and writes nothing', async (_who, viewer, code) => {
    const own = authority();
    expect(await graph.as(viewer(own)).run(START, { input: valid(own) })).toHaveUserError(code);
    expect(await count(own)).toBe(0);
  });

  it('says the same of an authority that exists nowhere as of another one', async () => {
    const other = authority();
    await given.measurement({ authority: other });
    const viewer = ciso(authority());
    const answers = await Promise.all(
      [other, authority()].map((one) => graph.as(viewer).run(START, { input: valid(one) })),
    );
    expect(answers[1]).toEqual(answers[0]);
  });

  it.each([
    ['measuredOn', { measuredOn: '2026-11-03' }, 'BAD_USER_INPUT'],
    ['measuredOn', { measuredOn: '2023-02-28' }, 'BAD_USER_INPUT'],
    ['measuredOn', { measuredOn: '1900-01-01' }, 'BAD_USER_INPUT'],
    ['frameworkId', { frameworkId: newId('framework') }, 'NOT_FOUND'],
    ['frameworkId', { frameworkId: 'x'.repeat(101) }, 'BAD_USER_INPUT'],
    ['idempotencyKey', { idempotencyKey: '' }, 'BAD_USER_INPUT'],
  ])('refuses a wrong %s and names it', async (field, wrong, code) => {
    const own = authority();
    expect(await graph.as(ciso(own)).run(START, { input: { ...valid(own), ...wrong } })).toHaveUserError(code, [field]);
    expect(await count(own)).toBe(0);
  });

  it.each(['2026-02-30', '2026-13-01', '12 mei', ''])('refuses %p as a day', async (measuredOn) => {
    const own = authority();
    const answer = await graph.as(ciso(own)).run(START, { input: { ...valid(own), measuredOn } });
    expect(answer).toHaveError('BAD_USER_INPUT');
    expect(await count(own)).toBe(0);
  });

  it('starts once when sent twenty times at once with one key, and tells all of them the same', async () => {
    const own = authority();
    const viewer = ciso(own);
    const input = { ...valid(own), idempotencyKey: 'meting-najaar' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => graph.as(viewer).run(START, { input })));
    expect(new Set(answers.map(({ data }) => data.startMeasurement.measurement.id)).size).toBe(1);
    expect(await count(own)).toBe(1);
    const records = await graph.sql(`select from audit_record where action = 'WRITE' and $1 = any (authority_ids)`, [
      own,
    ]);
    expect(records).toHaveLength(1);
  });

  it('refuses the same key for another input', async () => {
    const own = authority();
    const viewer = ciso(own);
    await graph.as(viewer).run(START, { input: { ...valid(own), idempotencyKey: 'k' } });
    const other = { ...valid(own), targetLevel: 'IMPORTANT', idempotencyKey: 'k' };
    expect(await graph.as(viewer).run(START, { input: other })).toHaveUserError('IDEMPOTENCY_MISMATCH', [
      'idempotencyKey',
    ]);
    expect(await count(own)).toBe(1);
  });

  it('keeps keys apart by person', async () => {
    const own = authority();
    const input = { ...valid(own), idempotencyKey: 'k' };
    await graph.as(ciso(own)).run(START, { input });
    await graph.as(ciso(own)).run(START, { input });
    expect(await count(own)).toBe(2);
  });
});

describe('scoreControls', () => {
  const open = async () => {
    const own = authority();
    return { own, id: await given.measurement({ authority: own, state: 'OPEN', scores: [] }) };
  };

  it('scores many controls at once, and scores them again', async () => {
    const { own, id } = await open();
    const viewer = graph.as(ciso(own));
    const first = await viewer.run(SCORE, { input: { id, expectedVersion: 1, scores: scoresOf('BASIC', 2) } });
    expect(first.data.scoreControls.measurement).toEqual({ id, version: 2, scores: { totalCount: 34 } });
    const again = await viewer.run(SCORE, {
      input: { id, expectedVersion: 2, scores: scoresOf('BASIC', 4).slice(0, 3) },
    });
    expect(again.data.scoreControls.measurement).toEqual({ id, version: 3, scores: { totalCount: 34 } });
    const text = 'select from control_score where measurement_id = $1 and version = 2 and documentation = 4';
    expect(await given.rowsOf(own, text, [id])).toHaveLength(3);
  });

  it('leaves an authority’s reader and the CISO of another without effect', async () => {
    const { own, id } = await open();
    const input = { id, expectedVersion: 1, scores: scoresOf('BASIC') };
    expect(await graph.as(reader(own)).run(SCORE, { input })).toHaveUserError('FORBIDDEN');
    expect(await graph.as(ciso(authority())).run(SCORE, { input })).toHaveUserError('NOT_FOUND', ['id']);
    expect(await graph.as(staff()).run(SCORE, { input })).toHaveUserError('NOT_FOUND', ['id']);
    expect(await count(own, 'control_score')).toBe(0);
  });

  it('says the same of another authority’s measurement as of none, whatever the version', async () => {
    const { id } = await open();
    const viewer = graph.as(ciso(authority()));
    const ask = (one: string, expectedVersion: number) =>
      viewer.run(SCORE, { input: { id: one, expectedVersion, scores: scoresOf('BASIC') } });
    const answers = [await ask(id, 1), await ask(id, 7), await ask(newId('measurement'), 1)];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  const [first, second] = scoresOf('BASIC');
  const keyMeasure = controlsOf('2025').find(({ notApplicableExcludedFrom: from }) => from === 'BASIC')!;
  const free = inScope(controlsOf('2025'), 'BASIC').find(({ notApplicableExcludedFrom: from }) => from !== 'BASIC')!;
  const essential = controlsOf('2025').find(({ firstLevel }) => firstLevel === 'ESSENTIAL')!;
  const as = (control: { id: string }, more: object) => ({ controlId: controlId('2025', control.id), ...more });
  it.each([
    ['controlId', [{ ...first, controlId: newId('control') }], ['scores', '0', 'controlId']],
    ['controlId', [first, as(essential, { documentation: 3, implementation: 3 })], ['scores', '1', 'controlId']],
    ['controlId', [{ ...first, controlId: controlId('2023', 'ID.AM-1.1') }], ['scores', '0', 'controlId']],
    ['controlId', [first, second, first], ['scores', '2', 'controlId']],
    ['documentation', [{ ...first, documentation: 6 }], ['scores', '0', 'documentation']],
    ['implementation', [first, { ...second, implementation: 0 }], ['scores', '1', 'implementation']],
    ['notApplicable', [as(keyMeasure, { notApplicable: true, reason: 'Neen.' })], ['scores', '0', 'notApplicable']],
    [
      'notApplicable',
      [as(free, { notApplicable: true, reason: 'Neen.', documentation: 3, implementation: 3 })],
      ['scores', '0', 'notApplicable'],
    ],
    ['reason', [as(free, { notApplicable: true })], ['scores', '0', 'reason']],
    ['reason', [{ ...first, reason: 'Zomaar.' }], ['scores', '0', 'reason']],
    ['note', [{ ...first, note: 'x'.repeat(4001) }], ['scores', '0', 'note']],
    ['scores', [], ['scores']],
    ['scores', Array.from({ length: 101 }, () => first), ['scores']],
  ])('refuses a wrong %s and names its place', async (_field, scores, path) => {
    const { own, id } = await open();
    const answer = await graph.as(ciso(own)).run(SCORE, { input: { id, expectedVersion: 1, scores } });
    expect(answer).toHaveUserError('BAD_USER_INPUT', path);
    expect(await count(own, 'control_score')).toBe(0);
  });

  it('refuses an old version with the current one, and a submitted measurement', async () => {
    const { own, id } = await open();
    const scores = scoresOf('BASIC');
    const viewer = graph.as(ciso(own));
    const stale = await viewer.run(SCORE, { input: { id, expectedVersion: 9, scores } });
    expect(stale).toHaveUserError('CONFLICT', ['expectedVersion']);
    const submitted = await given.measurement({ authority: own });
    const late = await viewer.run(SCORE, { input: { id: submitted, expectedVersion: 1, scores } });
    expect(late).toHaveUserError('INVALID_STATE');
  });

  it('lets one of two writers at once win, and tells the other', async () => {
    const { own, id } = await open();
    const input = { id, expectedVersion: 1, scores: scoresOf('BASIC') };
    const answers = await Promise.all([1, 2].map(() => graph.as(ciso(own)).run(SCORE, { input })));
    expect(answers.filter(({ data }) => data.scoreControls.measurement)).toHaveLength(1);
    expect(answers.find(({ data }) => !data.scoreControls.measurement)).toHaveUserError('CONFLICT');
  });
});

describe('submitMeasurement', () => {
  it.each(
    examples()
      .filter(({ expected }) => !expected.naOverLimit && expected.naForbidden.length === 0)
      .map((one) => [one.name, one] as const),
  )('computes the worked example %s exactly', async (_name, { scores, expected, plainRule }) => {
    const own = authority();
    const answers = scores.map(({ control, ...answer }) => ({ controlId: control, ...answer }));
    const id = await given.measurement({ authority: own, level: 'ESSENTIAL', state: 'OPEN', scores: answers });
    const { data } = await graph.as(ciso(own)).run(SUBMIT, { input: { id, expectedVersion: 1 } });
    const { result, publishedResult, state } = data.submitMeasurement.measurement;
    expect(state).toBe('SUBMITTED');
    expect(result).toMatchObject({
      method: 'WORKBOOK',
      meetsThreshold: expected.meetsEssential,
      notApplicableCount: expected.naCount,
    });
    expect(result.total.value).toBeCloseTo(expected.total!, 12);
    const [numerator, denominator = 1] = publishedResult.total.exact.split('/').map(Number);
    expect(numerator / denominator).toBeCloseTo(plainRule.total!, 12);
    const [row] = await given.rowsOf<{ total: string }>(own, 'select total from maturity_measurement where id = $1', [
      id,
    ]);
    expect(Number(row!.total)).toBeCloseTo(expected.total!, 12);
  });

  it('keeps the published method’s result alone for the edition of 2023', async () => {
    const own = authority();
    const id = await given.measurement({
      authority: own,
      edition: '2023',
      level: 'IMPORTANT',
      state: 'OPEN',
      scores: [4, 4],
    });
    const { data } = await graph.as(ciso(own)).run(SUBMIT, { input: { id, expectedVersion: 1 } });
    expect(data.submitMeasurement.measurement).toMatchObject({
      submittedAt: '2026-11-02T09:00:00.000Z',
      result: { method: 'PUBLISHED', total: { exact: '4' } },
      differences: [],
    });
  });

  it('refuses what is not complete, and changes nothing', async () => {
    const own = authority();
    const scores = everywhere({ version: '2025', level: 'BASIC' }, [3, 3]).slice(1);
    const id = await given.measurement({ authority: own, state: 'OPEN', scores });
    const answer = await graph.as(ciso(own)).run(SUBMIT, { input: { id, expectedVersion: 1 } });
    expect(answer).toHaveUserError('BAD_USER_INPUT', ['id']);
    const rows = await given.rowsOf(own, 'select state, version from maturity_measurement where id = $1', [id]);
    expect(rows).toEqual([{ state: 'OPEN', version: 1 }]);
  });

  it('refuses more "not applicable" than the level allows', async () => {
    const own = authority();
    const free = inScope(controlsOf('2025'), 'BASIC').filter(({ notApplicableExcludedFrom: from }) => from !== 'BASIC');
    const left = free
      .slice(0, 2)
      .map(({ id }) => ({ controlId: id, documentation: null, implementation: null, notApplicable: true }));
    const scores = everywhere({ version: '2025', level: 'BASIC' }, [3, 3], left);
    const id = await given.measurement({ authority: own, state: 'OPEN', scores });
    const answer = await graph.as(ciso(own)).run(SUBMIT, { input: { id, expectedVersion: 1 } });
    expect(answer).toHaveUserError('BAD_USER_INPUT', ['id']);
    expect(answer.data.submitMeasurement.userErrors[0].message).toContain('at most 1');
  });

  it('refuses readers, others, and a second time', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, state: 'OPEN' });
    const input = { id, expectedVersion: 1 };
    expect(await graph.as(reader(own)).run(SUBMIT, { input })).toHaveUserError('FORBIDDEN');
    expect(await graph.as(vendor()).run(SUBMIT, { input })).toHaveUserError('NOT_FOUND');
    await graph.as(ciso(own)).run(SUBMIT, { input });
    const again = await graph.as(ciso(own)).run(SUBMIT, { input: { id, expectedVersion: 2 } });
    expect(again).toHaveUserError('INVALID_STATE');
  });

  it('submits once when two submit at once', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, state: 'OPEN' });
    const input = { id, expectedVersion: 1 };
    const answers = await Promise.all([1, 2].map(() => graph.as(ciso(own)).run(SUBMIT, { input })));
    expect(answers.filter(({ data }) => data.submitMeasurement.measurement)).toHaveLength(1);
    expect(answers.find(({ data }) => !data.submitMeasurement.measurement)).toHaveUserError('CONFLICT');
  });

  it('leaves no score changed after it, when both arrive at once', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, state: 'OPEN' });
    const viewer = graph.as(ciso(own));
    await Promise.all([
      viewer.run(SUBMIT, { input: { id, expectedVersion: 1 } }),
      viewer.run(SCORE, { input: { id, expectedVersion: 1, scores: scoresOf('BASIC', 5) } }),
    ]);
    const [row] = await given.rowsOf<{ state: string; total: string | null; highest: number }>(
      own,
      `select state, total, (select max(documentation) from control_score where measurement_id = m.id) as highest
        from maturity_measurement m where id = $1`,
      [id],
    );
    expect([
      { state: 'SUBMITTED', total: 3, highest: 3 },
      { state: 'OPEN', total: 0, highest: 5 },
    ]).toContainEqual({
      ...row,
      total: Number(row!.total),
    });
  });
});

describe('correctMeasurement', () => {
  it('opens a new one with the same scores; the old one stays as it was', async () => {
    const own = authority();
    const wrong = await given.measurement({ authority: own, on: '2026-04-01' });
    const { data } = await graph.as(ciso(own)).run(CORRECT, { input: { id: wrong } });
    expect(data.correctMeasurement.measurement).toEqual({
      id: expect.stringMatching(/^measurement_/),
      state: 'OPEN',
      measuredOn: '2026-04-01',
      supersedes: { id: wrong },
      scores: { totalCount: 34 },
    });
    const rows = await given.rowsOf(own, 'select state, version from maturity_measurement where id = $1', [wrong]);
    expect(rows).toEqual([{ state: 'SUBMITTED', version: 1 }]);
  });

  it('takes the place of the old one once it is submitted, though it is of an earlier day', async () => {
    const own = authority();
    const viewer = graph.as(ciso(own));
    const wrong = await given.measurement({ authority: own });
    const input = { id: wrong, measuredOn: '2026-01-15' };
    const { id } = (await viewer.run(CORRECT, { input })).data.correctMeasurement.measurement;
    const LATEST = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organisation { latestMeasurement { id } } } }`;
    const of = [{ __typename: 'Organisation', id: own, predecessorIds: [] }];
    expect((await viewer.run(LATEST, { of })).data._entities[0].latestMeasurement.id).toBe(wrong);
    await viewer.run(SUBMIT, { input: { id, expectedVersion: 1 } });
    expect((await viewer.run(LATEST, { of })).data._entities[0].latestMeasurement.id).toBe(id);
  });

  it('refuses readers, others, open ones and days to come', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    expect(await graph.as(reader(own)).run(CORRECT, { input: { id } })).toHaveUserError('FORBIDDEN');
    expect(await graph.as(ciso(authority())).run(CORRECT, { input: { id } })).toHaveUserError('NOT_FOUND', ['id']);
    for (const measuredOn of ['2027-01-01', '2023-02-28'])
      expect(await graph.as(ciso(own)).run(CORRECT, { input: { id, measuredOn } })).toHaveUserError('BAD_USER_INPUT', [
        'measuredOn',
      ]);
    const open = await given.measurement({ authority: own, state: 'OPEN' });
    expect(await graph.as(ciso(own)).run(CORRECT, { input: { id: open } })).toHaveUserError('INVALID_STATE');
    expect(await count(own)).toBe(2);
  });

  it('gives one correction when ten are asked for at once', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => graph.as(ciso(own)).run(CORRECT, { input: { id } })),
    );
    expect(answers.filter(({ data }) => data.correctMeasurement.measurement)).toHaveLength(1);
    const refused = answers.filter(({ data }) => data.correctMeasurement.userErrors[0]?.code === 'ALREADY_EXISTS');
    expect(refused).toHaveLength(9);
    expect(await count(own)).toBe(2);
  });

  it('answers a repeated call with the first correction', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own });
    const viewer = ciso(own);
    const input = { id, idempotencyKey: 'nog eens' };
    const one = await graph.as(viewer).run(CORRECT, { input });
    expect(await graph.as(viewer).run(CORRECT, { input })).toEqual(one);
  });
});
