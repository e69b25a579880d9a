import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import {
  municipalityLegalName,
  municipalityOrganisationId,
  predecessorsOf,
  readMunicipalities,
  seededId,
  seedInTransaction,
  upsertRows,
  type MunicipalityRow,
  type SeedRow,
} from '@lokaal/shared/seeding';
import { refreshCohorts } from '../features/cohort/refresh-cohorts.js';
import { themeRows } from './themes.js';

const municipalityRow = (one: MunicipalityRow): SeedRow => ({
  id: seededId('municipality', one.nis),
  nis: one.nis,
  name: one.name,
  province: one.province,
  postal_codes: one.postal_codes,
  population: one.population,
  population_date: one.population_date,
  valid_from: one.valid_from,
  valid_to: one.valid_to,
  successor_id: one.successor_nis && seededId('municipality', one.successor_nis),
});

/** The municipality as a legal person, without enterprise number: no list of facts gives it. */
const organisationRow = (one: MunicipalityRow, predecessors: readonly MunicipalityRow[]): SeedRow => ({
  id: municipalityOrganisationId(one.nis),
  kind: 'MUNICIPALITY',
  legal_name: municipalityLegalName(one.name),
  municipality_id: seededId('municipality', one.nis),
  locality: one.name,
  status: one.successor_nis ? 'MERGED' : 'ACTIVE',
  merged_into_id: one.successor_nis && municipalityOrganisationId(one.successor_nis),
  predecessor_ids: predecessors.map(({ nis }) => municipalityOrganisationId(nis)),
  ended_on: one.successor_nis ? one.valid_to : null,
});

/**
 * Loads municipalities, their organisations, the cohorts that follow from them, and themes. Safe to repeat: only what differs
 * is written, and nothing of what staff changed. Throws a MalformedFileError, and loads nothing, when a line is not as it should be.
 */
export function seedReferenceFrom(urls: DatabaseUrls, file?: string): Promise<RowCounts> {
  const municipalities = readMunicipalities(file);
  const organisations = municipalities.map((one) => organisationRow(one, predecessorsOf(one.nis, municipalities)));
  return seedInTransaction(urls.owner, async (client) => {
    const unless = 'kept_by_staff';
    await upsertRows(client, {
      table: 'municipality',
      key: ['nis'],
      rows: municipalities.map(municipalityRow),
      unless,
    });
    await upsertRows(client, { table: 'organisation', key: ['id'], rows: organisations, unless });
    await upsertRows(client, { table: 'theme', key: ['slug'], rows: themeRows, unless });
    const cohorts = await refreshCohorts(client, new Date());
    return {
      municipality: municipalities.length,
      organisation: organisations.length,
      theme: themeRows.length,
      cohort: cohorts.length,
    };
  });
}
