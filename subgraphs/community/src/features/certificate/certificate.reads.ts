import {
  allOf,
  anyOf,
  type Condition,
  type ReadModel,
  readModel,
  sql,
  type ToOne,
  type ViewerRef,
} from '@lokaal/shared/read';
import { eventReads } from '../event/event.reads.js';
import { wasColleagueOn, type Work } from '../person/colleague.reads.js';
import { personReads } from '../person/person.reads.js';
import { rolesForColleagues } from '../registration/acting-roles.js';
import type { RegistrationEntity } from '../registration/registration.entity.js';
import { trainingReads } from '../training/training.reads.js';
import { CertificateEntity } from './certificate.entity.js';

/** What somebody learned on a day is seen by that person, who acts for the organisation where the person worked then and does today, and staff. */
export const knowsLearningOf = (viewer: ViewerRef, learned: Work): Condition =>
  allOf(
    viewer.isSignedIn,
    anyOf(viewer.isStaff, learned.personId.is(viewer.personId), wasColleagueOn(viewer, learned, rolesForColleagues)),
  );

export const certificateReads: ReadModel<CertificateEntity> = readModel(CertificateEntity, {
  visible: (viewer, { personId, startsOn }) => knowsLearningOf(viewer, { personId, day: sql`${startsOn}` }),
  one: {
    person: () => personReads.by('personId'),
    event: () => eventReads.by('eventId'),
    training: () => trainingReads.by('trainingId'),
  },
  computed: {
    valid: ({ revokedAt }) => sql`(${revokedAt} is null)`,
    path: ({ code }) => sql`'/certificates/' || ${code}`,
  },
  filter: ['eventId', 'trainingId', 'personId', 'issuedAt', 'revokedAt'],
  order: ['issuedAt'],
  latestFirst: true,
});

/** The certificate of a registration: the one that is valid, else the last one that was revoked. */
export const certificateOf = (): ToOne =>
  certificateReads.one<RegistrationEntity>(
    (certificate, { id }) => certificate.registrationId.is(id),
    [['issuedAt', 'DESC']],
  );
