import type { Slice, SliceDependencies } from '../../slice.js';
import { SessionSignupChangeService } from '../session-signup/session-signup-change.service.js';
import { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { LinkedPlaces } from './linked-places.js';
import { RegistrationChangeService } from './registration-change.service.js';
import { freePlacesOf } from './registration-erasure.js';
import { RegistrationLinks } from './registration-links.js';
import { registrationPages } from './registration-pages.js';
import { RegistrationAnswerEntity, RegistrationEntity } from './registration.entity.js';
import { registrationReads } from './registration.reads.js';
import { RegistrationResolver } from './registration.resolver.js';
import { RegistrationService } from './registration.service.js';
import { WaitingListUpkeep } from './waiting-list-upkeep.js';

const tenSeconds = 10_000;

const linked = `one.id, one.version, one.state, one.checked_in_at as "checkedInAt", one.offer_expires_at as "offerExpiresAt",
  person.id as "personId", person.email, person.language`;

const linkedRegistration = `select ${linked}, event.title, event.starts_at as "startsAt",
    event.status = 'CANCELLED' as "isCalledOff"
  from registration one join person on person.id = one.person_id join event on event.id = one.event_id where one.id = $1`;

const linkedSignup = `select ${linked}, event_session.title, event_session.starts_at as "startsAt",
    'CANCELLED' in (event.status, event_session.status) as "isCalledOff"
  from session_signup one join registration on registration.id = one.registration_id
    join person on person.id = registration.person_id join event_session on event_session.id = one.session_id
    join event on event.id = event_session.event_id
  where one.id = $1`;

const countedEmployers = `case when state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')
  then employers_at(person_id, (select starts_at from event where event.id = registration.event_id)) else '{}' end`;

const resolver = (dependencies: SliceDependencies): RegistrationResolver => {
  const turnstile = new EventTurnstile(dependencies);
  return new RegistrationResolver({
    registrations: new RegistrationService(turnstile),
    changes: new RegistrationChangeService(dependencies.db, turnstile),
  });
};

const linkedPlaces = (dependencies: SliceDependencies): LinkedPlaces => {
  const { db } = dependencies;
  const turnstile = new EventTurnstile(dependencies);
  return new LinkedPlaces(dependencies, new RegistrationLinks(dependencies), {
    registration: { statement: linkedRegistration, changes: new RegistrationChangeService(db, turnstile) },
    signup: { statement: linkedSignup, changes: new SessionSignupChangeService(db, turnstile) },
  });
};

export const registrationSlice: Slice = {
  entities: [RegistrationEntity, RegistrationAnswerEntity],
  models: [registrationReads],
  resolvers: (dependencies) => [resolver(dependencies)],
  jobs: (dependencies) => {
    const waiting = new WaitingListUpkeep(dependencies, new EventTurnstile(dependencies));
    return [{ name: 'waiting lists', every: tenSeconds, run: () => waiting.settle() }];
  },
  documents: (dependencies) => registrationPages(linkedPlaces(dependencies)),
  beforeErasure: freePlacesOf,
  personalData: [
    // before the registrations, by which they are found
    {
      table: 'registration_answer',
      of: 'registration_id in (select id from registration where person_id = $1)',
      shown: ['registration_id', 'question_id', 'answer'],
      erasure: 'delete',
    },
    {
      table: 'registration',
      of: 'person_id = $1',
      shown: [
        'id',
        'event_id',
        'mode',
        'state',
        'audience',
        'price_cents',
        'complimentary_reason',
        'ticket_code',
        'created_at',
        'checked_in_at',
        'cancelled_at',
      ],
      // for how many organisations people came is counted on
      erasure: { set: `person_id = null, complimentary_reason = null, employer_ids = ${countedEmployers}` },
    },
    {
      table: 'registration',
      of: 'registered_by_id = $1',
      shown: ['event_id', 'created_at'],
      erasure: { set: 'registered_by_id = null' },
    },
  ],
};
