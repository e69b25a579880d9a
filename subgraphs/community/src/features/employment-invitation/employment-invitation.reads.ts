import {
  allOf,
  anyOf,
  type Condition,
  exists,
  now,
  type ReadModel,
  readModel,
  type Row,
  type Sql,
  sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { employmentReads } from '../person/employment.reads.js';
import { personReads } from '../person/person.reads.js';
import { rolesForColleagues } from '../registration/acting-roles.js';
import { EmploymentInvitationEntity } from './employment-invitation.entity.js';

type InvitationRow = Row<EmploymentInvitationEntity>;

/** Who holds the mailbox: a person whose confirmed address it is today. */
export const isInvited = (viewer: ViewerRef, { email }: InvitationRow): Condition =>
  allOf(
    viewer.isSignedIn,
    exists(personReads, email, (one) =>
      allOf(one.id.is(viewer.personId), sql`(${one.emailConfirmedAt} is not null and lower(${one.email}) = ${email})`),
    ),
  );

/** Its state by the clock, as an EmploymentInvitationState. */
export const stateNow = ({ decision, expiresAt }: InvitationRow): Sql =>
  sql`coalesce(${decision}, case when ${expiresAt} <= ${now} then 'EXPIRED' else 'PENDING' end)`;

/** For who could invite, and for who is invited. */
export const employmentInvitationReads: ReadModel<EmploymentInvitationEntity> = readModel(EmploymentInvitationEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        row.organisationId.isAnyOf(viewer.organisations(...rolesForColleagues)),
        isInvited(viewer, row),
      ),
    ),
  one: {
    organisation: () => organisationReads.by('organisationId'),
    invitedBy: () => personReads.by('invitedById'),
    employment: () => employmentReads.by('employmentId'),
  },
  computed: { state: stateNow },
  filter: ['organisationId', 'createdAt', 'expiresAt', 'decidedAt'],
  order: ['createdAt'],
  latestFirst: true,
});
