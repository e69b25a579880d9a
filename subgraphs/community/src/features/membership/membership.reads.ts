import {
  allOf,
  anyOf,
  type ComputedScope,
  integer,
  type ReadModel,
  readModel,
  type Row,
  sql,
  today,
} from '@lokaal/shared/read';
import { organisationReads } from '../organisation/organisation.reads.js';
import { personReads } from '../person/person.reads.js';
import { storedFileReads } from '../stored-file/stored-file.reads.js';
import { MembershipEntity } from './membership.entity.js';
import { membershipTermReads } from './membership-term.reads.js';
import { renewableDays } from './renewable-days.js';

/** Status today, by the database's own function: the overview of staff uses it too. */
export const statusToday = ({ decision, cancelledOn, to, graceUntil }: Row<MembershipEntity>) =>
  sql`membership_status(${decision}, ${cancelledOn}, ${to}, ${graceUntil}, ${today})`;

const renewableFrom = ({ decision, cancelledOn, to }: Row<MembershipEntity>) =>
  sql`case when ${decision} = 'APPROVED' and ${cancelledOn} is null then ${to} - ${integer(renewableDays)} end`;

/**
 * What somebody pays and when it ends is the business of the holder, of the contact persons of the organisation that
 * holds or pays it, and of staff, and nobody else’s.
 */
export const membershipReads: ReadModel<MembershipEntity> = readModel(MembershipEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        row.personId.is(viewer.personId),
        row.organisationId.isAnyOf(viewer.organisations('MEMBER_CONTACT')),
        row.employerId.isAnyOf(viewer.organisations('MEMBER_CONTACT')),
      ),
    ),
  restricted: {
    // an employer's contact person need not know why
    rejectionReason: (viewer, row) => isOwn(viewer, row),
    cancellationReason: (viewer, row) => isOwn(viewer, row),
  },
  one: {
    person: () => personReads.by('personId'),
    organisation: () => organisationReads.by('organisationId'),
    employer: () => organisationReads.by('employerId'),
    accessionDocument: () => storedFileReads.by('accessionDocumentId'),
  },
  many: { earlierTerms: () => membershipTermReads.where('membershipId') },
  computed: { status: statusToday, renewableFrom },
  filter: ['type', 'holderKind', 'personId', 'organisationId', 'employerId', 'from', 'to', 'feeRate'],
  order: ['appliedAt', 'holderName'],
  search: 'holderName',
});

const isOwn = (viewer: ComputedScope['viewer'], row: Row<MembershipEntity>) =>
  anyOf(
    viewer.isStaff,
    row.personId.is(viewer.personId),
    row.organisationId.isAnyOf(viewer.organisations('MEMBER_CONTACT')),
  );
