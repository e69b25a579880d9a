import { allOf, anyOf, type Condition, type ReadModel, type Row, stubModel } from '@lokaal/shared/read';
import type { MaturityMeasurementEntity } from '../features/maturity-measurement/maturity-measurement.entity.js';
import { isCounted, maturityMeasurementReads } from '../features/maturity-measurement/maturity-measurement.reads.js';
import { isValidToday, publishedLabelReads } from '../features/published-label/published-label.reads.js';

interface Key {
  readonly id: string;
  readonly predecessorIds: string[];
}

/** What the key says is not trusted: the measurement's own visibility decides what of these rows comes out. */
const isOf = ({ authorityId }: Row<MaturityMeasurementEntity>, organisation: Row<Key>): Condition =>
  anyOf(authorityId.is(organisation.id), authorityId.isAnyOf(organisation.predecessorIds));

export const organisationReads: ReadModel<Key> = stubModel<Key>(
  'Organisation',
  { id: 'text', predecessorIds: 'text[]' },
  {
    one: {
      publishedLabel: () =>
        publishedLabelReads.one<Key>(
          (label, { id }) => allOf(label.authorityId.is(id), isValidToday(label)),
          [
            ['validFrom', 'DESC'],
            ['id', 'DESC'],
          ],
        ),
      latestMeasurement: () =>
        maturityMeasurementReads.one<Key>(
          (measurement, organisation) => allOf(isOf(measurement, organisation), isCounted(measurement)),
          [
            ['measuredOn', 'DESC'],
            ['id', 'DESC'],
          ],
        ),
    },
    many: { measurements: () => maturityMeasurementReads.where<Key>(isOf) },
  },
);
