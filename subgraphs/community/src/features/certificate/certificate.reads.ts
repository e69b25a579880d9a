import {
  allOf,
  anyOf,
  type Condition,
  type ReadModel,
  readModel,
  type Row,
  sql,
  type ToOne,
  type ViewerRef,
} from '@lokaal/shared/read';
import { eventReads } from '../event/event.reads.js';
import { isColleague } from '../person/colleague.reads.js';
import { personReads } from '../person/person.reads.js';
import { rolesForColleagues } from '../registration/acting-roles.js';
import type { RegistrationEntity } from '../registration/registration.entity.js';
import { trainingReads } from '../training/training.reads.js';
import { CertificateEntity } from './certificate.entity.js';

/** What somebody learned is seen by that person, who acts for the person's organisation, and staff. */
export const knowsLearningOf = (viewer: ViewerRef, personId: Row<CertificateEntity>['personId']): Condition =>
  allOf(
    viewer.isSignedIn,
    anyOf(viewer.isStaff, personId.is(viewer.personId), isColleague(viewer, personId, rolesForColleagues)),
  );

export const certificateReads: ReadModel<CertificateEntity> = readModel(CertificateEntity, {
  visible: (viewer, { personId }) => knowsLearningOf(viewer, personId),
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
