import { EventMode } from '../event/event.enums.js';
import type { EventEntity } from '../event/event.entity.js';
import type { Language } from '../person/language.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { RegistrationEntity } from './registration.entity.js';
import { AttendanceMode } from './registration.enums.js';

const addressFollows: Record<Language, string> = {
  NL: 'online; het adres krijgt u nog',
  FR: 'en ligne ; vous recevrez encore l’adresse',
  EN: 'online; the address follows',
  DE: 'online; die Adresse folgt noch',
};

const addressForPlace: Record<Language, string> = {
  NL: 'online; wie een plaats heeft, krijgt het adres',
  FR: 'en ligne ; qui a une place reçoit l’adresse',
  EN: 'online; who has a place gets the address',
  DE: 'online; wer einen Platz hat, bekommt die Adresse',
};

export type Attending = Pick<RegistrationEntity, 'mode' | 'state'>;

/** Where somebody attends. The address online is for who has a place. */
export function placeInWords(event: EventEntity, { mode, state }: Attending, language: Language): string {
  if (mode === AttendanceMode.ON_SITE) return venueOf(event);
  return state === RegistrationState.CONFIRMED
    ? (event.onlineUrl ?? addressFollows[language])
    : addressForPlace[language];
}

/** Where an event takes place, for who has no place yet. */
export const placesInWords = (event: EventEntity, language: Language): string =>
  [venueOf(event), event.mode === EventMode.ON_SITE ? '' : addressForPlace[language]].filter(Boolean).join('; ');

/** Where people come together; empty when there is no such place. */
function venueOf({ venueName, street, postalCode, locality }: EventEntity): string {
  const town = [postalCode, locality].filter(Boolean).join(' ');
  return [venueName, street, town].filter(Boolean).join(', ');
}
