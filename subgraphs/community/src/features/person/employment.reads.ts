import { allOf, anyOf, asSql, exists, holdsToday, type ReadModel, readModel } from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { EmploymentEntity } from './employment.entity.js';
import { rolesThatKnow } from './colleague.reads.js';
import { personReads } from './person.reads.js';

/** Own ones, those of people in the member directory, and all of an organisation for the roles that know their colleagues. */
export const employmentReads: ReadModel<EmploymentEntity> = readModel(EmploymentEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        row.personId.is(viewer.personId),
        row.organisationId.isAnyOf(viewer.organisations(...rolesThatKnow)),
        exists(personReads, row.personId, (person) => allOf(person.id.is(row.personId), person.consentDirectory)),
      ),
    ),
  one: {
    person: () => personReads.by('personId'),
    organisation: () => organisationReads.by('organisationId'),
  },
  computed: { active: ({ from, to }) => asSql(holdsToday(from, to)) },
  filter: ['organisationId', 'roles'],
  order: ['from'],
  facets: [
    'roles',
    { column: 'organisationId', label: () => ({ model: organisationReads as never, column: 'legalName' }) },
  ],
});
