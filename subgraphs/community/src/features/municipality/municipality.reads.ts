import { everyone, type ReadModel, readModel, sql } from '@lokaal/shared/read';
import { planOf } from '../municipality-merger/planned-merger.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { MunicipalityEntity } from './municipality.entity.js';

export const municipalityReads: ReadModel<MunicipalityEntity> = readModel(MunicipalityEntity, {
  visible: () => everyone,
  one: {
    plannedMerger: () => planOf(),
    successor: () => municipalityReads.by('successorId'),
    current: () =>
      municipalityReads.one<MunicipalityEntity>((today, { id }) => today.id.is(sql`current_municipality(${id})`)),
  },
  many: {
    predecessors: () => municipalityReads.where('successorId'),
    organisations: () => organisationReads.where('municipalityId'),
  },
  filter: ['nis', 'name', 'province', 'postalCodes', 'population', 'referenceRegion', 'validTo'],
  order: ['name', 'nis'],
  search: 'name',
  searchFirst: () => everyone,
  facets: ['referenceRegion'],
});
