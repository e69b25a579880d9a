import {
  allOf,
  type ColumnRef,
  type Condition,
  exists,
  nobody,
  type ReadModel,
  readModel,
  type ViewerRef,
} from '@lokaal/shared/read';
import { belongsHere } from '../person/member-directory.reads.js';
import { CircleCoordinatorEntity } from './knowledge-circle.entity.js';

/** A link only: no field publishes its rows. */
const coordinatorReads: ReadModel<CircleCoordinatorEntity> = readModel(CircleCoordinatorEntity, {
  visible: () => nobody,
});

export const isCoordinatorOf = (personId: ColumnRef, circleId: ColumnRef): Condition =>
  exists(coordinatorReads, personId, (one) => allOf(one.circleId.is(circleId), one.personId.is(personId)));

/** Holds when the viewer coordinates the circle, and belongs to the community today: who left everything keeps no circle. */
export const coordinates = (viewer: ViewerRef, circleId: ColumnRef): Condition =>
  allOf(
    belongsHere(viewer),
    exists(coordinatorReads, circleId, (one) => allOf(one.circleId.is(circleId), one.personId.is(viewer.personId))),
  );
