import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import '../../../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { employee, Given, someone, staff, vendorEditor } from '../../../test/given.js';
import { catalogue } from '../../index.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  given = new Given(graph);
});

const PAYLOAD =
  '{ solution { id name slug status version license lastConfirmedAt deploymentTypes } userErrors { code field message } }';
const mutation = (name: string) => {
  const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) ${PAYLOAD} }`;
};
const CREATE = mutation('createSolution');
const UPDATE = mutation('updateSolution');
const SUBMIT = mutation('submitSolution');
const PUBLISH = mutation('publishSolution');

const company = () => newId('organisation');
const rows = async (): Promise<number> => Number((await graph.sql('select count(*) from solution'))[0]!['count']);

async function managedVendor(more: Record<string, unknown> = {}) {
  const organisation = company();
  return {
    organisation,
    editor: vendorEditor(organisation),
    vendorId: await given.vendor({ organisation_id: organisation, ...more }),
  };
}

async function draft(more: Record<string, unknown> = {}) {
  const managed = await managedVendor();
  const id = await given.solution({ vendor_id: managed.vendorId, status: 'DRAFT', ...more });
  return { ...managed, id };
}

/** What everybody sees of a vendor. */
const seenOf = async (vendorId: string): Promise<{ name: string; status: string }[]> => {
  const query = 'query ($id: ID!) { solutions(filter: { vendorId: { eq: $id } }) { nodes { name status } } }';
  return (await graph.as(anonymous).run(query, { id: vendorId })).data.solutions.nodes;
};

const valid = (vendorId: string) => ({
  vendorId,
  name: 'Begraafplaats Beheer',
  shortDescription: 'Beheer van begraafplaatsen, concessies en graven.',
  kind: 'APPLICATION',
  license: 'PROPRIETARY',
  deploymentTypes: ['SAAS'],
  functions: ['begraafplaatsen'],
});

describe('createSolution', () => {
  it('makes a draft of the editor’s own vendor', async () => {
    const { editor, vendorId } = await managedVendor();
    const { data } = await graph.as(editor).run(CREATE, { input: valid(vendorId) });
    expect(data.createSolution).toMatchObject({
      solution: { name: 'Begraafplaats Beheer', status: 'DRAFT', version: 1 },
      userErrors: [],
    });
  });

  it('lets staff make a draft of any vendor', async () => {
    const { data } = await graph.as(staff()).run(CREATE, { input: valid(await given.vendor()) });
    expect(data.createSolution.solution.status).toBe('DRAFT');
  });

  const slugOf = async (editor: Viewer, input: object): Promise<string> =>
    (await graph.as(editor).run(CREATE, { input })).data.createSolution.solution.slug;

  it('gives equal names different slugs, also when they are created at once', async () => {
    const { editor, vendorId } = await managedVendor({ name: 'Ons Bedrijf' });
    const input = { ...valid(vendorId), name: 'Élk één naam!' };
    const slugs = await Promise.all(Array.from({ length: 8 }, () => slugOf(editor, input)));
    const plain = 'ons-bedrijf-elk-een-naam';
    expect(slugs.toSorted()).toEqual([plain, ...[2, 3, 4, 5, 6, 7, 8].map((number) => `${plain}-${number}`)]);
  });

  it('does not tell by its slug that another vendor drafts something of that name', async () => {
    const name = 'Nog Geheim';
    const first = await managedVendor({ name: 'Eerste' });
    await slugOf(first.editor, { ...valid(first.vendorId), name });
    const second = await managedVendor({ name: 'Tweede' });
    expect(await slugOf(second.editor, { ...valid(second.vendorId), name })).toBe('tweede-nog-geheim');
  });

  it.each([
    ['an editor of another company', () => vendorEditor(company())],
    ['a colleague who is no editor', (organisation: string) => employee(organisation, 'COMPANY', ['MEMBER_CONTACT'])],
    ['a person without employment', () => someone()],
  ])('refuses %s', async (_, viewer) => {
    const { organisation, vendorId } = await managedVendor();
    const before = await rows();
    const answer = await graph.as(viewer(organisation)).run(CREATE, { input: valid(vendorId) });
    expect(answer).toHaveUserError('FORBIDDEN');
    expect(await rows()).toBe(before);
  });

  it('refuses an anonymous viewer', async () => {
    const answer = await graph.as(anonymous).run(CREATE, { input: valid(await given.vendor()) });
    expect(answer).toHaveError('UNAUTHENTICATED');
  });

  it('refuses an unknown vendor, naming the field', async () => {
    const answer = await graph.as(staff()).run(CREATE, { input: valid(newId('vendor')) });
    expect(answer).toHaveUserError('NOT_FOUND', ['vendorId']);
  });

  it.each([
    ['name', 'x'],
    ['name', 'a'.repeat(121)],
    ['name', 'two\nlines'],
    ['name', 'nul \0 sign'],
    ['name', 'half \ud800 pair'],
    ['shortDescription', 'short'],
    ['license', 'EUPL-9.9-beta'],
    ['license', ''],
    ['publiccodeUrl', 'http://plain.example/publiccode.yml'],
    ['publiccodeUrl', 'javascript:alert(1)'],
    ['deploymentTypes', ['SAAS', 'SAAS']],
    ['functions', Array.from({ length: 31 }, (_, index) => `functie ${index}`)],
    ['languages', ['not a language']],
    ['idempotencyKey', ''],
  ])('refuses %s = %j, naming the field, and writes nothing', async (field, value) => {
    const { editor, vendorId } = await managedVendor();
    const before = await rows();
    const answer = await graph.as(editor).run(CREATE, { input: { ...valid(vendorId), [field]: value } });
    expect(answer).toHaveUserError('BAD_USER_INPUT', [field]);
    expect(await rows()).toBe(before);
  });

  it('has one effect and one answer for 20 equal calls at once with one idempotencyKey', async () => {
    const { editor, vendorId } = await managedVendor();
    const input = { ...valid(vendorId), idempotencyKey: 'sleutel-1' };
    const before = await rows();
    const answers = await Promise.all(Array.from({ length: 20 }, () => graph.as(editor).run(CREATE, { input })));
    expect(new Set(answers.map(({ data }) => data.createSolution.solution.id)).size).toBe(1);
    expect(await rows()).toBe(before + 1);
  });

  it('refuses an idempotencyKey that was used for other input', async () => {
    const { editor, vendorId } = await managedVendor();
    const input = { ...valid(vendorId), idempotencyKey: 'sleutel-2' };
    await graph.as(editor).run(CREATE, { input });
    const answer = await graph.as(editor).run(CREATE, { input: { ...input, name: 'Iets anders' } });
    expect(answer).toHaveUserError('IDEMPOTENCY_MISMATCH', ['idempotencyKey']);
  });

  it('keeps the keys of two people apart', async () => {
    const vendorId = await given.vendor();
    const input = { ...valid(vendorId), idempotencyKey: 'sleutel-3' };
    const ids = await Promise.all(
      [staff(), staff()].map(
        async (one) => (await graph.as(one).run(CREATE, { input })).data.createSolution.solution.id,
      ),
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe('whether information is stale', () => {
  const STALE = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Solution { stale } } }';
  const [lately, longAgo] = ['2026-10-01T10:00:00Z', '2025-01-01T10:00:00Z'];

  it.each([
    ['DRAFT', null, false],
    ['DRAFT', longAgo, false],
    ['SUBMITTED', longAgo, false],
    ['PUBLISHED', lately, false],
    ['PUBLISHED', longAgo, true],
    ['PUBLISHED', null, true],
    ['WITHDRAWN', longAgo, true],
  ])('of an entry that is %s and was last confirmed at %s: %s', async (status, confirmed, expected) => {
    const { id, editor } = await draft({ status, last_confirmed_at: confirmed });
    const { data } = await graph.as(editor).run(STALE, { of: [{ __typename: 'Solution', id }] });
    expect(data._entities).toEqual([{ stale: expected }]);
  });
});

describe('updateSolution', () => {
  it('changes what is sent, keeps the rest and raises the version', async () => {
    const { id, editor } = await draft();
    const { data } = await graph.as(editor).run(UPDATE, { input: { id, expectedVersion: 1, name: 'Nieuwe naam' } });
    expect(data.updateSolution.solution).toMatchObject({ name: 'Nieuwe naam', license: 'EUPL-1.2', version: 2 });
  });

  it('lets a vendor keep its published entry, which confirms it', async () => {
    const { id, editor } = await draft({ status: 'PUBLISHED' });
    graph.clock.set('2026-11-03T10:00:00Z');
    const { data } = await graph
      .as(editor)
      .run(UPDATE, { input: { id, expectedVersion: 1, license: 'MIT OR Apache-2.0' } });
    expect(data.updateSolution.solution).toMatchObject({
      license: 'MIT OR Apache-2.0',
      lastConfirmedAt: '2026-11-03T10:00:00.000Z',
    });
  });

  it('of a published entry is seen by everybody at once', async () => {
    const { id, editor, vendorId } = await draft({ status: 'PUBLISHED' });
    await graph.as(editor).run(UPDATE, { input: { id, expectedVersion: 1, name: 'Nieuwe naam' } });
    expect(await seenOf(vendorId)).toEqual([{ name: 'Nieuwe naam', status: 'PUBLISHED' }]);
  });

  it.each(['functions', 'deploymentTypes'])(
    'keeps a published entry complete: its %s cannot be emptied',
    async (field) => {
      const { id, editor } = await draft({
        status: 'PUBLISHED',
        functions: ['Burgerzaken'],
        deployment_types: ['SAAS'],
      });
      const answer = await graph.as(editor).run(UPDATE, { input: { id, expectedVersion: 1, [field]: [] } });
      expect(answer).toHaveUserError('BAD_USER_INPUT', [field]);
      expect(await graph.sql('select version from solution where id = $1', [id])).toEqual([{ version: 1 }]);
    },
  );

  it('refuses another company’s published entry, and does not know its draft', async () => {
    const stranger = graph.as(vendorEditor(company()));
    const published = await draft({ status: 'PUBLISHED' });
    const hidden = await draft();
    expect(
      await stranger.run(UPDATE, { input: { id: published.id, expectedVersion: 1, name: 'Gekaapt' } }),
    ).toHaveUserError('FORBIDDEN');
    expect(
      await stranger.run(UPDATE, { input: { id: hidden.id, expectedVersion: 9, name: 'Gekaapt' } }),
    ).toHaveUserError('NOT_FOUND', ['id']);
    const names = await graph.sql('select name from solution where id = any($1)', [[published.id, hidden.id]]);
    expect(names.map(({ name }) => name)).not.toContain('Gekaapt');
  });

  it('answers an absent entry as a hidden one, letter for letter', async () => {
    const stranger = graph.as(someone());
    const hidden = await draft();
    const input = { expectedVersion: 1, name: 'Een naam' };
    const absent = await stranger.run(UPDATE, { input: { id: newId('solution'), ...input } });
    expect(await stranger.run(UPDATE, { input: { id: hidden.id, ...input } })).toEqual(absent);
  });

  it('refuses a version that is not the current one, and says which is', async () => {
    const { id, editor } = await draft();
    const answer = await graph.as(editor).run(UPDATE, { input: { id, expectedVersion: 7, name: 'Andere naam' } });
    expect(answer).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(answer.data.updateSolution.userErrors[0].message).toContain('version is 1');
  });

  it('lets one of two writers with the same version win', async () => {
    const { id, editor } = await draft();
    const write = (name: string) => graph.as(editor).run(UPDATE, { input: { id, expectedVersion: 1, name } });
    const answers = await Promise.all([write('Eerste naam'), write('Tweede naam')]);
    const codes = answers.map(({ data }) => data.updateSolution.userErrors[0]?.code ?? 'done').sort();
    expect(codes).toEqual(['CONFLICT', 'done']);
  });

  it.each(['SUBMITTED', 'WITHDRAWN'])('leaves an entry alone that is %s', async (status) => {
    const { id, editor } = await draft({ status });
    const answer = await graph.as(editor).run(UPDATE, { input: { id, expectedVersion: 1, name: 'Andere naam' } });
    expect(answer).toHaveUserError('INVALID_STATE');
  });

  it.each([
    ['name', null],
    ['kind', null],
    ['deploymentTypes', null],
    ['license', 'GPL-ish'],
    ['expectedVersion', 0],
  ])('refuses %s = %j, naming the field', async (field, value) => {
    const { id, editor } = await draft();
    const answer = await graph.as(editor).run(UPDATE, { input: { id, expectedVersion: 1, [field]: value } });
    expect(answer).toHaveUserError('BAD_USER_INPUT', [field]);
  });
});

describe('an entry', () => {
  it.each([
    ['DRAFT', false],
    ['SUBMITTED', false],
    ['CHANGES_REQUESTED', false],
    ['PUBLISHED', true],
    ['WITHDRAWN', true],
  ])('that is %s is seen by everybody: %s', async (status, isSeen) => {
    const { vendorId } = await draft({ status });
    expect((await seenOf(vendorId)).map((one) => one.status)).toEqual(isSeen ? [status] : []);
  });
});

describe('submitSolution and publishSolution', () => {
  it('bring a draft before the public', async () => {
    const { id, editor } = await draft();
    const find = async () =>
      (
        await graph
          .as(anonymous)
          .run(`query ($id: ID!) { solutions(filter: { vendorId: { eq: $id } }) { totalCount } }`, { id: vendorId })
      ).data.solutions.totalCount;
    const vendorId = (await graph.sql('select vendor_id from solution where id = $1', [id]))[0]!['vendor_id'];
    expect(await find()).toBe(0);
    const submitted = await graph.as(editor).run(SUBMIT, { input: { id, expectedVersion: 1 } });
    expect(submitted.data.submitSolution.solution).toMatchObject({ status: 'SUBMITTED', version: 2 });
    const published = await graph.as(staff()).run(PUBLISH, { input: { id, expectedVersion: 2 } });
    expect(published.data.publishSolution.solution).toMatchObject({ status: 'PUBLISHED', version: 3 });
    expect(await find()).toBe(1);
  });

  it('refuse to submit what lacks a deployment type, naming it', async () => {
    const { id, editor } = await draft({ deployment_types: [] });
    expect(await graph.as(editor).run(SUBMIT, { input: { id, expectedVersion: 1 } })).toHaveUserError(
      'BAD_USER_INPUT',
      ['deploymentTypes'],
    );
  });

  it('refuse to submit twice', async () => {
    const { id, editor } = await draft({ status: 'SUBMITTED' });
    expect(await graph.as(editor).run(SUBMIT, { input: { id, expectedVersion: 1 } })).toHaveUserError('INVALID_STATE');
  });

  it('let no vendor publish', async () => {
    const { id, editor } = await draft({ status: 'SUBMITTED' });
    expect(await graph.as(editor).run(PUBLISH, { input: { id, expectedVersion: 1 } })).toHaveUserError('FORBIDDEN');
  });

  it('publish only what was submitted', async () => {
    const { id } = await draft();
    expect(await graph.as(staff()).run(PUBLISH, { input: { id, expectedVersion: 1 } })).toHaveUserError(
      'INVALID_STATE',
    );
  });

  it.each([
    ['submitSolution', SUBMIT],
    ['publishSolution', PUBLISH],
  ])('%s refuses a bad version, an old version, an absent entry and anonymous', async (_, operation) => {
    const { id } = await draft({ status: 'SUBMITTED' });
    const run = (input: object) => graph.as(staff()).run(operation, { input });
    expect(await run({ id, expectedVersion: 0 })).toHaveUserError('BAD_USER_INPUT', ['expectedVersion']);
    expect(await run({ id, expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await run({ id: newId('solution'), expectedVersion: 1 })).toHaveUserError('NOT_FOUND', ['id']);
    expect(await graph.as(anonymous).run(operation, { input: { id, expectedVersion: 1 } })).toHaveError(
      'UNAUTHENTICATED',
    );
  });
});

describe('a draft', () => {
  it.each([
    ['its editor', (organisation: string) => vendorEditor(organisation), 1],
    ['staff', () => staff(), 1],
    ['an editor of another company', () => vendorEditor(company()), 0],
    ['a colleague who is no editor', (organisation: string) => employee(organisation, 'COMPANY'), 0],
    ['a local authority', () => employee(company(), 'MUNICIPALITY', ['ICT_MANAGER']), 0],
    ['an anonymous viewer', () => anonymous, 0],
  ])('is seen by %s as often as it should, by every path', async (_, viewer, times) => {
    const { organisation, id, vendorId } = await draft({
      name: 'Verborgen concept',
      slug: `verborgen-${newId('solution').slice(-8)}`,
    });
    await given.version({ solution_id: id });
    const { data } = await graph.as(viewer(organisation)).run(
      `query ($vendorId: ID!, $representations: [_Any!]!, $vendors: [_Any!]!, $companies: [_Any!]!) {
        list: solutions(filter: { vendorId: { eq: $vendorId } }) { totalCount nodes { id } facets { kind { count } status { value } } }
        found: solutions(search: "verborgen concept", filter: { vendorId: { eq: $vendorId } }) { totalCount }
        _entities(representations: $representations) { ... on Solution { id versions { totalCount } } }
        nested: _entities(representations: $vendors) { ... on Vendor { solutions { totalCount } } }
        ofCompany: _entities(representations: $companies) { ... on Organisation { solutions { totalCount nodes { id } } } }
      }`,
      {
        vendorId,
        representations: [{ __typename: 'Solution', id }],
        vendors: [{ __typename: 'Vendor', id: vendorId }],
        companies: [{ __typename: 'Organisation', id: organisation }],
      },
    );
    expect([data.list.totalCount, data.list.nodes.length, data.list.facets.kind.length]).toEqual([times, times, times]);
    expect(data.list.facets.status).toEqual(times === 1 ? [{ value: 'DRAFT' }] : []);
    expect([data.found.totalCount, data.nested[0].solutions.totalCount]).toEqual([times, times]);
    expect(data.ofCompany[0].solutions).toEqual({ totalCount: times, nodes: times === 1 ? [{ id }] : [] });
    expect(data._entities[0]?.versions.totalCount ?? 0).toBe(times);
  });
});
