import {
  allOf,
  anyOf,
  type ColumnRef,
  type Condition,
  exists,
  nobody,
  type ReadModel,
  readModel,
  sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { knowledgeCircleReads } from '../knowledge-circle/knowledge-circle.reads.js';
import { municipalityReads } from '../municipality/municipality.reads.js';
import { personReads } from '../person/person.reads.js';
import { PlannedMergerEntity, PlannedMergerPartEntity } from './planned-merger.entity.js';
import { PlannedMergerState } from './planned-merger.enums.js';

/** A link only: no field publishes its rows. */
const partReads: ReadModel<PlannedMergerPartEntity> = readModel(PlannedMergerPartEntity, { visible: () => nobody });

const isPartOf = (municipalityId: ColumnRef, plannedMergerId: ColumnRef): Condition =>
  exists(partReads, municipalityId, (part) =>
    allOf(part.plannedMergerId.is(plannedMergerId), part.municipalityId.is(municipalityId)),
  );

/** Whether the viewer works for an authority on the territory that merges. */
function concerns(viewer: ViewerRef, id: ColumnRef): Condition {
  const { certainlyEmpty, list } = viewer.authorities();
  if (certainlyEmpty) return 'never';
  return sql`exists (select from planned_merger_part as part
    join organisation as concerned on concerned.municipality_id = part.municipality_id
    where part.planned_merger_id = ${id} and concerned.id = any(${list}))`;
}

/** Plans are for staff and for the authorities that merge; why one failed is for staff. */
export const plannedMergerReads: ReadModel<PlannedMergerEntity> = readModel(PlannedMergerEntity, {
  visible: (viewer, { id }) => allOf(viewer.isSignedIn, anyOf(viewer.isStaff, concerns(viewer, id))),
  restricted: { failure: (viewer) => viewer.isStaff },
  one: {
    circle: () => knowledgeCircleReads.by('circleId'),
    result: () => municipalityReads.by('resultId'),
    plannedBy: () => personReads.by('plannedById'),
    withdrawnBy: () => personReads.by('withdrawnById'),
  },
  many: {
    municipalities: () =>
      municipalityReads.where<PlannedMergerEntity>((municipality, merger) => isPartOf(municipality.id, merger.id)),
  },
  filter: ['state', 'on'],
  order: ['on'],
});

/** The plan by which a municipality merges, while it waits for its day. */
export const planOf = () =>
  plannedMergerReads.one<{ id: string }>((merger, municipality) =>
    allOf(merger.state.is(PlannedMergerState.PLANNED), isPartOf(municipality.id, merger.id)),
  );
