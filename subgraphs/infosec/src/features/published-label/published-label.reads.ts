import { allOf, asSql, type Condition, type ReadModel, readModel, type Row, sql, today } from '@lokaal/shared/read';
import { organisationReads } from '../../references/organisation.reads.js';
import { frameworkReads } from '../framework/framework.reads.js';
import { PublishedLabelEntity } from './published-label.entity.js';

/** Within its validity, both days included. */
export const isValidToday = ({ validFrom, validUntil }: Row<PublishedLabelEntity>): Condition =>
  allOf(sql`${validFrom} <= ${today}`, sql`${validUntil} >= ${today}`);

/** A withdrawn label is gone for everybody, its authority included: the measurement is still there for them. */
export const publishedLabelReads: ReadModel<PublishedLabelEntity> = readModel(PublishedLabelEntity, {
  visible: (_viewer, row) => row.withdrawnAt.isNull,
  one: {
    authority: () => organisationReads.by('authorityId'),
    framework: () => frameworkReads.by('frameworkId'),
  },
  computed: { valid: (row) => asSql(isValidToday(row)) },
  filter: ['authorityId', 'frameworkId', 'level', 'kind', 'validUntil'],
  order: ['validFrom'],
  facets: [],
});
