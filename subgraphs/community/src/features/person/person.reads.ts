import { allOf, anyOf, type ReadModel, readModel } from '@lokaal/shared/read';
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
import { PersonEntity } from './person.entity.js';

/**
 * The member directory (README, "Who sees what"): nobody for the anonymous; who agreed to it for whoever is signed in;
 * colleagues for some roles.
 */
export const personReads: ReadModel<PersonEntity> = readModel(PersonEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(viewer.isStaff, row.consentDirectory, row.id.is(viewer.personId), knowsColleague(viewer, row.id)),
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
