import type { Slice, SliceDependencies } from '../../slice.js';
import { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { LinkedRegistrations } from './linked-registrations.js';
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

const resolver = (dependencies: SliceDependencies): RegistrationResolver => {
  const turnstile = new EventTurnstile(dependencies);
  return new RegistrationResolver({
    registrations: new RegistrationService(turnstile),
    changes: new RegistrationChangeService(dependencies.db, turnstile),
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
  documents: (dependencies) => {
    const changes = new RegistrationChangeService(dependencies.db, new EventTurnstile(dependencies));
    const links = new RegistrationLinks(dependencies);
    return registrationPages(new LinkedRegistrations(dependencies.db, links, changes));
  },
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
      erasure: { set: 'person_id = null, complimentary_reason = null' },
    },
    {
      table: 'registration',
      of: 'registered_by_id = $1',
      shown: ['event_id', 'created_at'],
      erasure: { set: 'registered_by_id = null' },
    },
  ],
};
