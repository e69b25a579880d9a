import { registerEnumType } from 'type-graphql';

/** Words of a list, not a text: a record of an erasure must not name whom it is about. */
export enum RightsGround {
  PERSON_ASKED = 'PERSON_ASKED',
  DECEASED = 'DECEASED',
  NO_LONGER_NEEDED = 'NO_LONGER_NEEDED',
  ORDERED = 'ORDERED',
}
registerEnumType(RightsGround, {
  name: 'RightsGround',
  description: 'Grond: why staff export or erase what is held about somebody else.',
  valuesConfig: {
    PERSON_ASKED: { description: 'Op verzoek: the person asked, and staff made sure who asked.' },
    DECEASED: { description: 'Overleden: the relatives asked.' },
    NO_LONGER_NEEDED: { description: 'Niet langer nodig: the person left the sector.' },
    ORDERED: { description: 'Opgelegd by a court or by the Gegevensbeschermingsautoriteit.' },
  },
});
