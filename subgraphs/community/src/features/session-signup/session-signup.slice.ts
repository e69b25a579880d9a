import type { Slice } from '../../slice.js';
import { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { SessionSignupChangeService } from './session-signup-change.service.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import { sessionSignupReads } from './session-signup.reads.js';
import { SessionSignupResolver } from './session-signup.resolver.js';
import { SessionSignupService } from './session-signup.service.js';

export const sessionSignupSlice: Slice = {
  entities: [SessionSignupEntity],
  models: [sessionSignupReads],
  resolvers: (dependencies) => {
    const turnstile = new EventTurnstile(dependencies);
    const { db } = dependencies;
    const signups = new SessionSignupService(db, turnstile);
    return [new SessionSignupResolver({ signups, changes: new SessionSignupChangeService(db, turnstile) })];
  },
  personalData: [
    {
      table: 'session_signup',
      of: 'registration_id in (select id from registration where person_id = $1)',
      shown: ['session_id', 'state', 'created_at', 'checked_in_at', 'cancelled_at'],
      // it names nobody once the registration does not
      erasure: { set: 'registration_id = registration_id' },
    },
  ],
};
