import {
  allOf,
  type Condition,
  exists,
  not,
  type ReadModel,
  readModel,
  type Row,
  sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { organisationReads } from '../../references/organisation.reads.js';
import { controlReads, frameworkReads } from '../framework/framework.reads.js';
import { publishedLabelReads } from '../published-label/published-label.reads.js';
import { ControlScoreEntity, MaturityMeasurementEntity } from './maturity-measurement.entity.js';

/** Own authorities and their predecessors, and nobody else: no staff, whatever their role (README, "Who sees what"). */
const ownOnly = (viewer: ViewerRef, row: Pick<Row<MaturityMeasurementEntity>, 'authorityId'>): Condition =>
  row.authorityId.isAnyOf(viewer.authorities());

export const maturityMeasurementReads: ReadModel<MaturityMeasurementEntity> = readModel(MaturityMeasurementEntity, {
  confidential: true,
  visible: ownOnly,
  one: {
    authority: () => organisationReads.by('authorityId'),
    framework: () => frameworkReads.by('frameworkId'),
    supersedes: () => maturityMeasurementReads.by('supersedesId'),
    supersededBy: () =>
      maturityMeasurementReads.one<MaturityMeasurementEntity>((later, { id }) => later.supersedesId.is(id)),
    label: () =>
      publishedLabelReads.one<MaturityMeasurementEntity>(
        (label, { id }) => label.measurementId.is(id),
        [['id', 'DESC']],
      ),
  },
  many: { scores: () => controlScoreReads.where('measurementId') },
  computed: {
    result: ({ workbookResult, publishedResult }) => sql`coalesce(${workbookResult}, ${publishedResult})`,
    differences: ({ resultDifferences }) => sql`${resultDifferences}`,
  },
  filter: ['authorityId', 'frameworkId', 'targetLevel', 'kind', 'state', 'measuredOn'],
  order: ['measuredOn', 'createdAt'],
});

export const controlScoreReads: ReadModel<ControlScoreEntity> = readModel(ControlScoreEntity, {
  confidential: true,
  visible: ownOnly,
  one: { control: () => controlReads.by('controlId') },
  filter: ['controlId', 'notApplicable'],
});

/** Submitted, and not replaced by a submitted correction: what counts as a state of the authority. */
export const isCounted = (row: Row<MaturityMeasurementEntity>): Condition =>
  allOf(
    isSubmitted(row),
    not(exists(maturityMeasurementReads, row.id, (later) => allOf(later.supersedesId.is(row.id), isSubmitted(later)))),
  );

const isSubmitted = ({ state }: Row<MaturityMeasurementEntity>): Condition => state.isAnyOf(['SUBMITTED', 'VALIDATED']);
