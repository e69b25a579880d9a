import { linking } from '../../../test/other-process.js';
import { Language } from '../person/language.js';
import { RegistrationLinks } from '../registration/registration-links.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { sessionClosedMail, sessionOpenedMail } from './session-access-mails.js';
import { sessionCancelledMail, sessionClashMail, sessionMovedMail } from './session-change-mails.js';
import type { SessionTurn } from './session-mail.js';
import {
  sessionConfirmedMail,
  sessionLeftMail,
  sessionOfferExpiredMail,
  sessionOfferMail,
  sessionWaitingMail,
} from './session-mails.js';

const placed = {
  session: { title: 'Netwerk', startsAt: new Date('2026-12-10T09:00:00Z'), endsAt: new Date('2026-12-10T10:00:00Z') },
  event: { title: 'Kennisdag NIS2', offerHours: 24, venueName: 'De Factorij' },
  room: null,
};
const turn = { ...placed, before: placed, links: new RegistrationLinks(linking) } as unknown as SessionTurn;
/** Who waits has nothing in the calendar. */
const signup = { id: 'sessionsignup_1', state: RegistrationState.WAITLISTED, offerExpiresAt: turn.session.startsAt };

const mails = {
  sessionConfirmedMail,
  sessionWaitingMail: sessionWaitingMail(3),
  sessionLeftMail,
  sessionOfferMail,
  sessionOfferExpiredMail,
  sessionClosedMail,
  sessionOpenedMail,
  sessionCancelledMail,
  sessionMovedMail,
  sessionClashMail,
};

it.each(Object.entries(mails))('%s tells in every language of which event the session is', (_name, mail) => {
  const silent = Object.values(Language).filter((language) => {
    const to = { name: 'An', email: 'an@town.example', language };
    return !mail(to, turn, signup).paragraphs.join().includes('Kennisdag NIS2');
  });
  expect(silent).toEqual([]);
});
