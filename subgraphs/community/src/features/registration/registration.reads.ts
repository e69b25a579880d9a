import {
  allOf,
  anyOf,
  asSql,
  readable,
  type ReadModel,
  readModel,
  type Row,
  type Sql,
  sql,
  type ViewerRef,
} from '@lokaal/shared/read';
import { certificateOf } from '../certificate/certificate.reads.js';
import { eventReads } from '../event/event.reads.js';
import { personReads } from '../person/person.reads.js';
import { sessionSignupReads } from '../session-signup/session-signup.reads.js';
import { isConcerned, isShownAsParticipant } from './registration-visibility.reads.js';
import { RegistrationEntity } from './registration.entity.js';

type RegistrationRow = Row<RegistrationEntity>;

/** For who is concerned, null for others. */
const confided = (viewer: ViewerRef, row: RegistrationRow, value: Sql): Sql =>
  sql`case when ${asSql(isConcerned(viewer, row))} then ${value} end`;

const positionOf = (row: RegistrationRow): Sql =>
  sql`(select nullif(count(*), 0) from registration waits where ${row.state} = 'WAITLISTED' and waits.event_id = ${row.eventId}
    and waits.mode = ${row.mode} and waits.state = 'WAITLISTED' and waits.arrival <= ${row.arrival})`;

const answersOf = (row: RegistrationRow): Sql =>
  sql`(select coalesce(json_agg(json_build_object('questionId', question.id, 'question', question.label,
      'answer', given.answer) order by question.position), '[]')
    from registration_answer given join event_question question on question.id = given.question_id
    where given.registration_id = ${row.id})`;

export const registrationReads: ReadModel<RegistrationEntity> = readModel(RegistrationEntity, {
  visible: (viewer, row) =>
    allOf(
      readable(viewer, eventReads, row.eventId),
      anyOf(isConcerned(viewer, row), isShownAsParticipant(viewer, row)),
    ),
  restricted: {
    registeredById: isConcerned,
    audience: isConcerned,
    priceCents: isConcerned,
    complimentaryReason: isConcerned,
    ticketCode: (viewer, row) => anyOf(viewer.isStaff, row.personId.is(viewer.personId)),
    offeredAt: isConcerned,
    offerExpiresAt: isConcerned,
    cancelledAt: isConcerned,
    checkedInAt: isConcerned,
  },
  one: {
    event: () => eventReads.by('eventId'),
    person: () => personReads.by('personId'),
    registeredBy: () => personReads.by('registeredById'),
    certificate: () => certificateOf(),
  },
  many: { signups: () => sessionSignupReads.where('registrationId') },
  computed: {
    waitingPosition: (row, { viewer }) => confided(viewer, row, positionOf(row)),
    answers: (row, { viewer }) => confided(viewer, row, answersOf(row)),
  },
  filter: ['eventId', 'state', 'mode'],
  // whoever sees a registration sees its name, so searching and ordering tell nobody more
  order: ['createdAt', 'personName'],
  search: 'personName',
  // at the door: e-mail address, organisations of that day and ticket code find it too
  searchRestricted: (viewer) => viewer.isStaff,
});
