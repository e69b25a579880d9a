import { registerEnumType } from 'type-graphql';

/** How far a registration for an event, or a sign-up for one of its sessions, is. */
export enum RegistrationState {
  CONFIRMED = 'CONFIRMED',
  WAITLISTED = 'WAITLISTED',
  OFFERED = 'OFFERED',
  OFFER_EXPIRED = 'OFFER_EXPIRED',
  CANCELLED = 'CANCELLED',
  ATTENDED = 'ATTENDED',
  NO_SHOW = 'NO_SHOW',
  NOT_PLACED = 'NOT_PLACED',
}
registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'Stand van een inschrijving: how far a registration or a sign-up for a session is.',
  valuesConfig: {
    CONFIRMED: { description: 'Bevestigd: it has a place.' },
    WAITLISTED: { description: 'Op de wachtlijst: it gets a place that comes free, in order of arrival.' },
    OFFERED: { description: 'Aangeboden: a place is kept for it until the offer expires.' },
    OFFER_EXPIRED: { description: 'Aanbod vervallen: nobody accepted in time, and the place went to the next.' },
    CANCELLED: { description: 'Geannuleerd: it gave up its place, or its place in the waiting list.' },
    ATTENDED: { description: 'Aanwezig: the person was there.' },
    NO_SHOW: { description: 'Afwezig: the person had a place and did not come.' },
    NOT_PLACED: { description: 'Geen plaats gekregen: it waited until the end, and no place came free.' },
  },
});

const { CONFIRMED, WAITLISTED, OFFERED, ATTENDED, NO_SHOW } = RegistrationState;

/** States that occupy a place; the migrations have the same list as `holds_place`. */
export const holding: readonly RegistrationState[] = [CONFIRMED, OFFERED, ATTENDED, NO_SHOW];

/** States of which a person has at most one for an event or a session. */
export const live: readonly RegistrationState[] = [...holding, WAITLISTED];

/** States of who may still come. */
export const expected: readonly RegistrationState[] = [CONFIRMED, OFFERED, WAITLISTED];

/** States of somebody who takes part, or will. */
export const takingPart: readonly RegistrationState[] = [CONFIRMED, ATTENDED];
