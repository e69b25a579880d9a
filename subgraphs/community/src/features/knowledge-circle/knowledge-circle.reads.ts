import {
  allOf,
  anyOf,
  type ColumnRef,
  everyone,
  type ReadModel,
  readModel,
  type Row,
  sql,
  today,
} from '@lokaal/shared/read';
import { circleAccessionReads } from '../circle-accession/circle-accession.reads.js';
import { circleTrajectoryReads } from '../circle-trajectory/circle-trajectory.reads.js';
import { cohortReads } from '../cohort/cohort.reads.js';
import { eventReads } from '../event/event.reads.js';
import { organisationReads } from '../organisation/organisation.reads.js';
import { personReads } from '../person/person.reads.js';
import { themesOfRow } from '../theme/theme.reads.js';
import { coordinates, isCoordinatorOf } from './circle-coordinator.reads.js';
import { circleMembershipReads, isMemberToday } from './circle-membership.reads.js';
import { KnowledgeCircleEntity } from './knowledge-circle.entity.js';

/** Status today, by the database's own function. */
export const circleStatusToday = ({ id, foundedOn, endedOn }: Row<KnowledgeCircleEntity>) =>
  sql`circle_status(${id}, ${foundedOn}, ${endedOn}, ${today})`;

/**
 * Of the municipalities themselves: an OCMW may be in another circle than its municipality, and a map has one colour for a
 * territory. What has no colour is what authoritiesWithoutCircle lists.
 */
const nisCodesOf = (circleId: ColumnRef) => sql`array(select territory.nis
  from circle_membership as member
  join organisation as authority on authority.id = member.organisation_id
  join municipality as territory on territory.id = authority.municipality_id
  where member.circle_id = ${circleId} and authority.kind = 'MUNICIPALITY' and member.from_date <= ${today}
    and (member.to_date is null or member.to_date > ${today})
  order by 1)`;

/** Circles and who is in them are no secret; the notes of a circle are its coordinators' and staff's. */
export const knowledgeCircleReads: ReadModel<KnowledgeCircleEntity> = readModel(KnowledgeCircleEntity, {
  visible: () => everyone,
  restricted: { internalNotes: (viewer, { id }) => anyOf(viewer.isStaff, coordinates(viewer, id)) },
  one: {
    cohort: () =>
      cohortReads.one<KnowledgeCircleEntity>((cohort, circle) =>
        allOf(cohort.family.is('KNOWLEDGE_CIRCLE'), cohort.source.is(circle.id)),
      ),
  },
  many: {
    coordinators: () =>
      personReads.where<KnowledgeCircleEntity>((person, circle) => isCoordinatorOf(person.id, circle.id)),
    members: () => circleMembershipReads.where('circleId'),
    organisations: () =>
      organisationReads.where<KnowledgeCircleEntity>((organisation, circle) =>
        isMemberToday(organisation.id, circle.id),
      ),
    accessions: () => circleAccessionReads.where('circleId'),
    trajectories: () => circleTrajectoryReads.where('circleId'),
    meetings: () => eventReads.where('circleId'),
    themes: themesOfRow,
  },
  computed: { status: circleStatusToday, nisCodes: ({ id }) => nisCodesOf(id) },
  filter: ['name', 'referenceRegion', 'themeSlugs'],
  order: ['name'],
  search: 'name',
  facets: ['referenceRegion'],
});
