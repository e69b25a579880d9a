import { allOf, everyone, type ReadModel, readModel, sql } from '@lokaal/shared/read';
import { cohortReads } from '../cohort/cohort.reads.js';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { municipalityReads } from '../municipality/municipality.reads.js';
import { ReferenceRegionEntity } from './reference-region.entity.js';

export const referenceRegionReads: ReadModel<ReferenceRegionEntity> = readModel(ReferenceRegionEntity, {
  visible: () => everyone,
  one: {
    cohort: () =>
      cohortReads.one<ReferenceRegionEntity>((cohort, region) =>
        allOf(cohort.family.is('REFERENCE_REGION'), cohort.source.is(region.name)),
      ),
  },
  many: {
    municipalities: () =>
      municipalityReads.where<ReferenceRegionEntity>((one, region) =>
        allOf(one.referenceRegion.is(region.name), one.validTo.isNull),
      ),
    circles: () =>
      knowledgeCircleReads.where<ReferenceRegionEntity>((one, region) => one.referenceRegion.is(region.name)),
  },
  computed: {
    municipalityCount: ({ name }) => sql`(select count(*) from municipality as one
      where one.reference_region = ${name} and one.valid_to is null)`,
  },
  order: ['name'],
});
