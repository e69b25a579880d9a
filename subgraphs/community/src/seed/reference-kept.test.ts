import { join } from 'node:path';
import { municipalityOrganisationId } from '@lokaal/shared/seeding';
import { SpoiledFile } from '../../../../shared/test/malformed.js';
import type { TestSubgraph } from '../../../../shared/test/subgraph.js';
import { Given, staff, startCommunity } from '../../test/given.js';
import { seedReferenceFrom } from './reference.js';

const changed = new SpoiledFile(join(__dirname, '../../../../shared/reference/municipalities.csv'));
let on: TestSubgraph;

const MERGE = `mutation ($input: MergeMunicipalitiesInput!) { mergeMunicipalities(input: $input) {
  municipality { nis } userErrors { message } } }`;
const RENAME = `mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { userErrors { message } } }`;

beforeAll(async () => {
  on = await startCommunity();
  await seedReferenceFrom(on.urls);
});
afterAll(() => changed.remove());

const territory = () =>
  on.sql(`select m.nis, m.name, m.valid_to::text, m.version, o.legal_name, o.status, o.predecessor_ids, o.version as organisation
    from municipality m join organisation o on o.municipality_id = m.id and o.kind = 'MUNICIPALITY' order by m.nis, o.id`);

it('leaves a merger and a name that staff recorded as they are, also when later reference data know the successor', async () => {
  const clerk = staff(await new Given(on).person());
  const merger = {
    on: '2026-11-01',
    municipalities: ['44013', '44020'].map((nis) => ({ nis, expectedVersion: 1 })),
    successor: { nis: '44999', name: 'Gavelbergen' },
  };
  const { data } = await on.as(clerk).run(MERGE, { input: merger });
  expect(data.mergeMunicipalities).toEqual({ municipality: { nis: '44999' }, userErrors: [] });
  const renamed = { id: municipalityOrganisationId('11002'), expectedVersion: 1, legalName: 'Stad Antwerpen (groot)' };
  await on.as(clerk).run(RENAME, { input: renamed });
  const before = await territory();
  await seedReferenceFrom(on.urls);
  const later = changed.with('\n44013,', '\n44999,Gavel-Bergen,OOST_VLAANDEREN,9070,,,2026-11-01,,\n44013,');
  await seedReferenceFrom(on.urls, later);
  expect(await territory()).toEqual(before);
  expect(before).toContainEqual(expect.objectContaining({ legal_name: 'Stad Antwerpen (groot)' }));
});
