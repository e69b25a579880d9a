import { anonymous, type ApiKeyScopeName, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import '../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { catalogue } from '../src/index.js';
import { employee, Given, vendorEditor } from './given.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  given = new Given(graph);
});

interface Organisation {
  readonly organisationId: string;
  readonly organisationKind: string;
  readonly predecessorIds: readonly string[];
}

const company = (): Organisation => ({
  organisationId: newId('organisation'),
  organisationKind: 'COMPANY',
  predecessorIds: [],
});
const town = (predecessorIds: readonly string[] = []): Organisation => ({
  organisationId: newId('organisation'),
  organisationKind: 'MUNICIPALITY',
  predecessorIds,
});

const system = (
  organisation: Organisation,
  scopes: readonly ApiKeyScopeName[],
  circlePeerIds: readonly string[] = [],
): Viewer => ({ ...anonymous, apiKey: { id: newId('apikey'), scopes, organisation, circlePeerIds } });

const mutation = (name: string): string => {
  const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { solution { id name status version } userErrors { code } } }`;
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
const solutions = () => graph.sql('select to_jsonb(s)::text as row from solution s order by id');

describe('a vendor’s system', () => {
  const of = async (scopes: readonly ApiKeyScopeName[] = ['CATALOGUE_WRITE']) => {
    const organisation = company();
    const vendorId = await given.vendor({
      organisation_id: organisation.organisationId,
      contact_email: 'ik@x.example',
    });
    const ask = (name: string, input: object) => graph.as(system(organisation, scopes)).run(mutation(name), { input });
    return { organisation, vendorId, ask };
  };

  it('drafts, changes and submits an entry of its own', async () => {
    const { vendorId, ask } = await of();
    const made = (await ask('createSolution', valid(vendorId))).data.createSolution;
    expect(made).toMatchObject({ solution: { status: 'DRAFT', version: 1 }, userErrors: [] });
    const { id } = made.solution;
    const changed = await ask('updateSolution', { id, expectedVersion: 1, name: 'Begraafplaatsen' });
    expect(changed.data.updateSolution.solution).toMatchObject({ name: 'Begraafplaatsen', version: 2 });
    const submitted = await ask('submitSolution', { id, expectedVersion: 2 });
    expect(submitted.data.submitSolution.solution).toMatchObject({ status: 'SUBMITTED', version: 3 });
  });

  it('sends a creation again without making a second one, and keeps its idempotency keys from other systems', async () => {
    const { organisation, vendorId } = await of();
    const input = { ...valid(vendorId), idempotencyKey: 'synchronisatie 7' };
    const [one, other] = [system(organisation, ['CATALOGUE_WRITE']), system(organisation, ['CATALOGUE_WRITE'])];
    const makeBy = async (viewer: Viewer): Promise<string> =>
      (await graph.as(viewer).run(mutation('createSolution'), { input })).data.createSolution.solution.id;
    const first = await makeBy(one);
    expect([await makeBy(one), (await makeBy(other)) === first]).toEqual([first, false]);
    expect(await graph.sql('select person_id from idempotency_key where result_id = $1', [first])).toEqual([
      { person_id: one.apiKey!.id },
    ]);
  });

  it('does nothing to entries of others, and does not find their drafts', async () => {
    const [{ ask }, theirs] = [await of(), await of()];
    const [draft, shown] = [
      await given.solution({ vendor_id: theirs.vendorId, status: 'DRAFT' }),
      await given.solution({ vendor_id: theirs.vendorId }),
    ];
    const before = await solutions();
    expect(await ask('createSolution', valid(theirs.vendorId))).toHaveUserError('FORBIDDEN');
    expect(await ask('updateSolution', { id: draft, expectedVersion: 1, name: 'Van ons' })).toHaveUserError(
      'NOT_FOUND',
    );
    expect(await ask('updateSolution', { id: shown, expectedVersion: 1, name: 'Van ons' })).toHaveUserError(
      'FORBIDDEN',
    );
    expect(await ask('submitSolution', { id: draft, expectedVersion: 1 })).toHaveUserError('NOT_FOUND');
    expect(await solutions()).toEqual(before);
  });

  it('does not publish: that is for staff', async () => {
    const { vendorId, ask } = await of();
    const id = await given.solution({ vendor_id: vendorId, status: 'SUBMITTED' });
    expect(await ask('publishSolution', { id, expectedVersion: 1 })).toHaveError('FORBIDDEN');
  });

  it('writes nothing without the scope for it, whatever its maker may do', async () => {
    const { vendorId, ask } = await of(['PORTFOLIO_READ']);
    const id = await given.solution({ vendor_id: vendorId, status: 'DRAFT' });
    const before = await solutions();
    expect(await ask('createSolution', valid(vendorId))).toHaveError('FORBIDDEN');
    expect(await ask('updateSolution', { id, expectedVersion: 1, name: 'Anders' })).toHaveError('FORBIDDEN');
    expect(await ask('submitSolution', { id, expectedVersion: 1 })).toHaveError('FORBIDDEN');
    expect(await solutions()).toEqual(before);
  });

  it('reads its own drafts, and of people and their addresses nothing', async () => {
    const { organisation, vendorId } = await of();
    await given.solution({ vendor_id: vendorId, status: 'DRAFT', name: 'Ons concept' });
    await given.portfolioItem({ referent_id: newId('person'), visibility: 'PUBLIC' });
    const QUERY = `query ($id: ID!) { solutions(filter: { vendorId: { eq: $id } }) { nodes { name vendor { contactEmail } } } }`;
    const asked = (viewer: Viewer) => graph.as(viewer).run(QUERY, { id: vendorId });
    const entry = { name: 'Ons concept', vendor: { contactEmail: null } };
    expect((await asked(system(organisation, ['CATALOGUE_WRITE']))).data.solutions.nodes).toEqual([entry]);
    expect((await asked(system(organisation, ['PORTFOLIO_READ']))).data.solutions.nodes).toEqual([]);
    expect((await asked(vendorEditor(organisation.organisationId))).data.solutions.nodes).toEqual([
      { ...entry, vendor: { contactEmail: 'ik@x.example' } },
    ]);
  });
});

describe('a system of a local authority', () => {
  const QUERY = '{ portfolioItems(first: 100) { totalCount nodes { id annualCostCents referentId } } }';

  it.each<[ApiKeyScopeName]>([['PORTFOLIO_READ'], ['CATALOGUE_WRITE']])('reads portfolios with %s', async (scope) => {
    const old = newId('organisation');
    const own = town([old]);
    const peer = newId('organisation');
    const at = (authority: string, visibility: string) =>
      given.portfolioItem({ authority_id: authority, visibility, referent_id: newId('person') });
    const opened = [
      await at(own.organisationId, 'PRIVATE'),
      await at(old, 'PRIVATE'),
      await at(peer, 'CIRCLE'),
      await at(newId('organisation'), 'LOCAL_AUTHORITIES'),
    ];
    const hidden = [await at(peer, 'PRIVATE'), await at(newId('organisation'), 'CIRCLE')];
    const { data } = await graph.as(system(own, [scope], [peer])).run(QUERY);
    const nodes: { id: string; annualCostCents: number | null; referentId: string | null }[] =
      data.portfolioItems.nodes;
    const isSeen = (id: string): boolean => nodes.some((node) => node.id === id);
    expect(opened.map(isSeen)).toEqual(opened.map(() => scope === 'PORTFOLIO_READ'));
    expect(hidden.map(isSeen)).toEqual([false, false]);
    expect(nodes.filter(({ referentId }) => referentId !== null)).toEqual([]);
    const costs = nodes.filter(({ annualCostCents }) => annualCostCents !== null).map(({ id }) => id);
    expect(costs.toSorted()).toEqual(scope === 'PORTFOLIO_READ' ? opened.slice(0, 2).toSorted() : []);
  });

  it('counts, facets and filters no more than its lists show', async () => {
    const { organisationId } = town();
    await given.portfolioItem({ authority_id: organisationId, visibility: 'PRIVATE' });
    const COUNT = `query ($id: ID!) { portfolioItems(filter: { authorityId: { eq: $id } }) { totalCount } }`;
    const counts = await Promise.all(
      [system(town(), ['PORTFOLIO_READ']), employee(organisationId, 'MUNICIPALITY', ['READER'])].map(async (viewer) => {
        const { data } = await graph.as(viewer).run(COUNT, { id: organisationId });
        return data.portfolioItems.totalCount;
      }),
    );
    expect(counts).toEqual([0, 1]);
  });
});
