import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import '../../../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { authority, ciso, employee, Given, reader, staff, vendor } from '../../../test/given.js';
import { infosec } from '../../index.js';
import { frameworkId } from '../../seed/reference.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  given = await Given.in(graph);
});

const VALIDATE = `mutation ($input: ValidateMeasurementInput!) { validateMeasurement(input: $input) {
  validatedMeasurementId userErrors { code field message } } }`;
const PUBLISH = `mutation ($input: PublishLabelInput!) { publishLabel(input: $input) {
  label { level kind } userErrors { code } } }`;

const statementOf = (authorityId: string, measurementId: string) => ({
  measurementId,
  authorityId,
  frameworkId: frameworkId('2025'),
  level: 'BASIC',
  measuredOn: '2026-05-01',
  validator: 'Keurder NV',
  statement: 'CYFUN-2026-0042',
  validatedOn: '2026-06-15',
});

async function verified(more: object = {}) {
  const own = authority();
  const id = await given.measurement({ authority: own, kind: 'VERIFIED', ...more });
  return { own, id, input: statementOf(own, id) };
}

const stateOf = async (own: string, id: string): Promise<unknown> =>
  (await given.rowsOf<{ state: string }>(own, 'select state from maturity_measurement where id = $1', [id]))[0]?.state;
const ask = (viewer: Viewer, input: object) => graph.as(viewer).run(VALIDATE, { input });

describe('validateMeasurement', () => {
  it('puts the statement of a body on record, for the authority to read and to show', async () => {
    const { own, id, input } = await verified();
    const { data } = await ask(staff(), input);
    expect(data.validateMeasurement).toEqual({ validatedMeasurementId: id, userErrors: [] });
    const QUESTION = '{ measurements { nodes { state version validator validationStatement validatedOn } } }';
    expect((await graph.as(reader(own)).run(QUESTION)).data.measurements.nodes).toEqual([
      {
        state: 'VALIDATED',
        version: 2,
        validator: 'Keurder NV',
        validationStatement: 'CYFUN-2026-0042',
        validatedOn: '2026-06-15',
      },
    ]);
    const dates = { validFrom: '2026-06-15', validUntil: '2029-05-01' };
    const shown = await graph.as(ciso(own)).run(PUBLISH, { input: { measurementId: id, ...dates } });
    expect(shown.data.publishLabel).toEqual({ label: { level: 'BASIC', kind: 'VERIFIED' }, userErrors: [] });
  });

  it('shows staff nothing of the measurement, before or after', async () => {
    const { id, input } = await verified();
    const viewer = staff();
    await ask(viewer, input);
    const QUESTION = `query ($of: [_Any!]!) { measurements { totalCount }
      _entities(representations: $of) { ... on MaturityMeasurement { id validator } } }`;
    const { data } = await graph.as(viewer).run(QUESTION, { of: [{ __typename: 'MaturityMeasurement', id }] });
    expect(data).toEqual({ measurements: { totalCount: 0 }, _entities: [null] });
  });

  it('leaves a record that the authority’s own records hold', async () => {
    const { own, id, input } = await verified();
    const viewer = staff();
    await ask(viewer, input);
    const records = await graph.sql(
      `select person_id, operation, object_ids from audit_record where action = 'WRITE' and $1 = any (authority_ids)`,
      [own],
    );
    expect(records).toEqual([{ person_id: viewer.personId, operation: 'validateMeasurement', object_ids: [id] }]);
  });

  it.each<[string, (own: string) => Viewer]>([
    ['the authority’s CISO', (own) => ciso(own)],
    ['the CISO of another authority', () => ciso(authority())],
    ['a vendor', () => vendor()],
    ['staff that work for the authority', (own) => ({ ...reader(own), staffRoles: ['STAFF'] })],
    ['staff that work for it without a role', (own) => ({ ...employee(own), staffRoles: ['STAFF'] })],
    ['staff that work for its successor', (own) => ({ ...ciso(authority(), [own]), staffRoles: ['STAFF'] })],
  ])('refuses %s, and changes nothing', async (_who, viewerOf) => {
    const { own, id, input } = await verified();
    expect(await ask(viewerOf(own), input)).toHaveUserError('FORBIDDEN');
    expect(await stateOf(own, id)).toBe('SUBMITTED');
  });

  it('refuses who did not sign in', async () => {
    const { own, id, input } = await verified();
    expect(await ask(anonymous, input)).toHaveError('UNAUTHENTICATED');
    expect(await stateOf(own, id)).toBe('SUBMITTED');
  });

  it.each<[string, object, object]>([
    ['an own estimate', { kind: 'SELF' }, {}],
    ['a guided one', { kind: 'GUIDED' }, {}],
    ['an open one', { state: 'OPEN' }, {}],
    ['one that was validated before', { state: 'VALIDATED' }, {}],
    ['another level', {}, { level: 'IMPORTANT' }],
    ['another day', {}, { measuredOn: '2026-05-02' }],
    ['another edition', {}, { frameworkId: frameworkId('2023') }],
    ['another authority', {}, { authorityId: authority() }],
    ['none at all', {}, { measurementId: newId('measurement') }],
  ])('says the same of %s, and changes nothing', async (_what, more, wrong) => {
    const { own, id, input } = await verified(more);
    const before = await stateOf(own, id);
    const answer = await ask(staff(), { ...input, ...wrong });
    expect(answer.data.validateMeasurement).toEqual({
      validatedMeasurementId: null,
      userErrors: [
        { code: 'NOT_FOUND', field: ['measurementId'], message: 'A verified measurement like this was not found.' },
      ],
    });
    expect(await stateOf(own, id)).toBe(before);
  });

  it('refuses one that was corrected', async () => {
    const { own, id, input } = await verified();
    await given.measurement({ authority: own, kind: 'VERIFIED', supersedes: id });
    expect(await ask(staff(), input)).toHaveUserError('NOT_FOUND', ['measurementId']);
    expect(await stateOf(own, id)).toBe('SUBMITTED');
  });

  it.each([
    ['validatedOn', '2026-11-03'],
    ['validatedOn', '2026-04-30'],
    ['validator', 'x'],
    ['validator', 'x'.repeat(201)],
    ['statement', ''],
    ['idempotencyKey', ''],
  ])('refuses a wrong %s: %p', async (field, value) => {
    const { own, id, input } = await verified();
    expect(await ask(staff(), { ...input, [field]: value })).toHaveUserError('BAD_USER_INPUT', [field]);
    expect(await stateOf(own, id)).toBe('SUBMITTED');
  });

  it('happens once when sent twenty times at once, and with a key all get one answer', async () => {
    const [plain, keyed] = [await verified(), await verified()];
    const viewer = staff();
    const twenty = (input: object) => Promise.all(Array.from({ length: 20 }, () => ask(viewer, input)));
    const idsOf = (answers: Awaited<ReturnType<typeof twenty>>): string[] =>
      answers.map(({ data }) => data.validateMeasurement.validatedMeasurementId).filter(Boolean);
    expect(idsOf(await twenty(plain.input))).toEqual([plain.id]);
    expect(idsOf(await twenty({ ...keyed.input, idempotencyKey: 'bewijs' }))).toEqual(Array(20).fill(keyed.id));
  });
});
