import { EventMode } from '../event/event.enums.js';
import type { EventEntity } from '../event/event.entity.js';
import type { Language } from '../person/language.js';
import { AttendanceMode } from './registration.enums.js';

const { ON_SITE, ONLINE } = AttendanceMode;

/** How somebody takes part, as it stands within a sentence. */
export const modeInWords: Readonly<Record<Language, Readonly<Record<AttendanceMode, string>>>> = {
  NL: { [ON_SITE]: 'ter plaatse', [ONLINE]: 'online' },
  FR: { [ON_SITE]: 'sur place', [ONLINE]: 'en ligne' },
  EN: { [ON_SITE]: 'on site', [ONLINE]: 'online' },
  DE: { [ON_SITE]: 'vor Ort', [ONLINE]: 'online' },
};

/** The same with a space in front, where it could be otherwise; else empty. */
export const modeWhereChosen = (event: EventEntity, mode: AttendanceMode, language: Language): string =>
  event.mode === EventMode.HYBRID ? ` ${modeInWords[language][mode]}` : '';

const free: Record<Language, (mode: string) => string> = {
  NL: (mode) =>
    `Er is nu wel nog plaats om ${mode} deel te nemen. Wilt u dat? Wijzig dan bij uw inschrijvingen hoe u deelneemt.`,
  FR: (mode) =>
    `Il reste en ce moment de la place pour participer ${mode}. Vous le souhaitez ? Modifiez alors votre mode de participation dans vos inscriptions.`,
  EN: (mode) =>
    `There is still room now to take part ${mode}. Would you like that? Then change among your registrations how you take part.`,
  DE: (mode) =>
    `Zurzeit gibt es noch Plätze, um ${mode} teilzunehmen. Möchten Sie das? Ändern Sie dann bei Ihren Anmeldungen, wie Sie teilnehmen.`,
};

/** That there is a place in this mode; empty without one. */
export const freeInWords = (mode: AttendanceMode | undefined, language: Language): string =>
  mode ? free[language](modeInWords[language][mode]) : '';
