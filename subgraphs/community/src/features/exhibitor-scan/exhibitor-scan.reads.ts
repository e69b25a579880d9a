import {
  allOf,
  anyOf,
  asSql,
  exists,
  holdsToday,
  identifier,
  type ReadModel,
  readModel,
  type Row,
  type Sql,
  sql,
} from '@lokaal/shared/read';
import { exhibitorReads } from '../event/programme.reads.js';
import { employmentReads } from '../person/employment.reads.js';
import { personReads } from '../person/person.reads.js';
import { registrationReads } from '../registration/registration.reads.js';
import { ExhibitorScanEntity } from './exhibitor-scan.entity.js';

type ScanRow = Row<ExhibitorScanEntity>;

/** A column of the participant: the scan itself gives the right to it, whoever may see the person otherwise. */
const ofParticipant = ({ registrationId }: ScanRow, column: 'name' | 'email'): Sql =>
  sql`(select person.${identifier(column)} from registration join person on person.id = registration.person_id
    where registration.id = ${registrationId})`;

const employersOf = ({ registrationId }: ScanRow): Sql => {
  const job = employmentReads.row('employment');
  return sql`(select coalesce(json_agg(organisation.legal_name order by organisation.legal_name), '[]') from registration
    join employment on employment.person_id = registration.person_id
    join organisation on organisation.id = employment.organisation_id
    where registration.id = ${registrationId} and ${asSql(holdsToday(job.from, job.to))})`;
};

/** A company sees the scans of its own stand, a participant those of the own ticket, and staff all. */
export const exhibitorScanReads: ReadModel<ExhibitorScanEntity> = readModel(ExhibitorScanEntity, {
  visible: (viewer, row) =>
    allOf(
      viewer.isSignedIn,
      anyOf(
        viewer.isStaff,
        exists(exhibitorReads, row.exhibitorId, (one) =>
          allOf(one.id.is(row.exhibitorId), one.organisationId.isAnyOf(viewer.organisations())),
        ),
        exists(registrationReads, row.registrationId, (one) =>
          allOf(one.id.is(row.registrationId), one.personId.is(viewer.personId)),
        ),
      ),
    ),
  one: {
    exhibitor: () => exhibitorReads.by('exhibitorId'),
    scannedBy: () => personReads.by('scannedById'),
  },
  computed: {
    participantName: (row) => ofParticipant(row, 'name'),
    participantEmail: (row) => ofParticipant(row, 'email'),
    participantOrganisations: employersOf,
  },
  order: ['scannedAt'],
});
