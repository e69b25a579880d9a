import { registerEnumType } from 'type-graphql';

export enum CircleStatus {
  PROPOSED = 'PROPOSED',
  ACTIVE = 'ACTIVE',
  DORMANT = 'DORMANT',
  ENDED = 'ENDED',
}
registerEnumType(CircleStatus, {
  name: 'CircleStatus',
  description: 'Status van een kenniskring, as it follows from dates and members: it is never set.',
  valuesConfig: {
    PROPOSED: { description: 'Voorgesteld: authorities want to found it; formalised after an exploratory talk.' },
    ACTIVE: { description: 'Actief: founded, with at least two members today.' },
    DORMANT: { description: 'Slapend: founded, with fewer than two members today.' },
    ENDED: { description: 'Beëindigd; its history stays readable.' },
  },
});
