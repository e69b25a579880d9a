import { allOf, anyOf, type Condition, type ReadModel, readModel, type Row } from '@lokaal/shared/read';
import { calendarFeedReads } from '../calendar/calendar-feed.reads.js';
import { certificateReads } from '../certificate/certificate.reads.js';
import { consentReads } from '../consent/consent.reads.js';
import { learningRecordOf } from '../learning-record/learning-record.reads.js';
import { membershipReads } from '../membership/membership.reads.js';
import { externalIdentityReads } from '../open-id/external-identity.reads.js';
import { registrationReads } from '../registration/registration.reads.js';
import { signupsOfPerson } from '../session-signup/session-places.reads.js';
import { knowsColleague } from './colleague.reads.js';
import { employmentReads } from './employment.reads.js';
import { belongsHere } from './member-directory.reads.js';
import { PersonEntity } from './person.entity.js';

/** Anybody can register an invented name with somebody else's mailbox: such a person is nobody yet. */
const isKnown = ({ emailConfirmedAt, enteredAt }: Row<PersonEntity>): Condition =>
  anyOf(emailConfirmedAt.isNotNull, enteredAt.isNotNull);

/**
 * The member directory (README, "Who sees what"): who agreed to it for who belongs to the community; colleagues for some
 * roles; for others nobody but themselves. Staff see everybody who confirmed the address, or whom the association entered.
 */
export const personReads: ReadModel<PersonEntity> = readModel(PersonEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        allOf(viewer.isStaff, isKnown(row)),
        allOf(belongsHere(viewer), row.consentDirectory),
        row.id.is(viewer.personId),
        knowsColleague(viewer, row.id),
      ),
    ),
  restricted: {
    email: (viewer, row) => anyOf(viewer.isStaff, row.id.is(viewer.personId), knowsColleague(viewer, row.id)),
  },
  many: {
    employments: () => employmentReads.where('personId'),
    memberships: () => membershipReads.where('personId'),
    registrations: () => registrationReads.where('personId'),
    sessionSignups: signupsOfPerson,
    calendarFeeds: () => calendarFeedReads.where('personId'),
    certificates: () => certificateReads.where('personId'),
    externalIdentities: () => externalIdentityReads.where('personId'),
    consents: () => consentReads.where('personId'),
  },
  computed: { learningRecord: (row, scope) => learningRecordOf(row, scope) },
  filter: ['name'],
  order: ['name'],
  search: 'name',
  // the parts of an address, beside the name
  searchRestricted: (viewer) => viewer.isStaff,
});
