import { registerEnumType } from 'type-graphql';

export enum SessionStatus {
  SCHEDULED = 'SCHEDULED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(SessionStatus, {
  name: 'SessionStatus',
  description: 'Status van een sessie.',
  valuesConfig: {
    SCHEDULED: { description: 'Gepland: it takes place.' },
    CANCELLED: { description: 'Geannuleerd: it does not take place, alone or with its event.' },
  },
});

export enum MaterialAccess {
  PUBLIC = 'PUBLIC',
  PARTICIPANTS = 'PARTICIPANTS',
}
registerEnumType(MaterialAccess, {
  name: 'MaterialAccess',
  description: 'Toegang tot lesmateriaal.',
  valuesConfig: {
    PUBLIC: { description: 'Openbaar: for everybody who sees the session.' },
    PARTICIPANTS: { description: 'Deelnemers: for who takes part in the event.' },
  },
});
