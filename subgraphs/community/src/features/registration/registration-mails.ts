import type { GivenAnswer } from './answers-in-words.js';
import { registrationMail as write, type RegistrationMail, type Words } from './registration-mail.js';
import type { AttendanceMode } from './registration.enums.js';

const confirmed: Words = {
  NL: ({ title, when, where, price, answers, ticket }) => [
    `U bent ingeschreven: ${title}`,
    `Uw plaats voor “${title}” is bevestigd: ${when}.`,
    where && `Waar: ${where}`,
    `Prijs: ${price}`,
    ...answers,
    ticket,
    'Kunt u toch niet komen? Annuleer dan uw inschrijving voor het begin, met de link hieronder of bij uw inschrijvingen: er wacht misschien iemand op uw plaats.',
  ],
  FR: ({ title, when, where, price, answers, ticket }) => [
    `Vous êtes inscrit : ${title}`,
    `Votre place pour « ${title} » est confirmée : ${when}.`,
    where && `Où : ${where}`,
    `Prix : ${price}`,
    ...answers,
    ticket,
    'Vous ne pouvez pas venir ? Annulez votre inscription avant le début, par le lien ci-dessous ou dans vos inscriptions : quelqu’un attend peut-être votre place.',
  ],
  EN: ({ title, when, where, price, answers, ticket }) => [
    `You are registered: ${title}`,
    `Your place at “${title}” is confirmed: ${when}.`,
    where && `Where: ${where}`,
    `Price: ${price}`,
    ...answers,
    ticket,
    'Can you not come after all? Then cancel your registration before it begins, with the link below or among your registrations: somebody may be waiting for your place.',
  ],
  DE: ({ title, when, where, price, answers, ticket }) => [
    `Sie sind angemeldet: ${title}`,
    `Ihr Platz bei „${title}“ ist bestätigt: ${when}.`,
    where && `Wo: ${where}`,
    `Preis: ${price}`,
    ...answers,
    ticket,
    'Können Sie doch nicht kommen? Dann stornieren Sie Ihre Anmeldung vor dem Beginn, mit dem Link unten oder bei Ihren Anmeldungen: Vielleicht wartet jemand auf Ihren Platz.',
  ],
};

/** With what the registrant answered. */
export const confirmationMail = (answers: readonly GivenAnswer[]): RegistrationMail =>
  write(confirmed, { page: 'cancel', answers, isTicket: true });

const waits: Words = {
  NL: ({ title, when, mode, position, offers, price, answers, free }) => [
    `U staat op de wachtlijst: ${title}`,
    `“${title}” (${when}) is${mode} volzet. U staat nu op plaats ${position} van de wachtlijst.`,
    offers,
    `Prijs van een plaats: ${price}`,
    ...answers,
    free,
    'Wilt u niet langer wachten? Annuleer dan met de link hieronder.',
  ],
  FR: ({ title, when, mode, position, offers, price, answers, free }) => [
    `Vous êtes sur la liste d’attente : ${title}`,
    `« ${title} » (${when}) est complet${mode}. Votre place actuelle sur la liste d’attente : ${position}.`,
    offers,
    `Prix d’une place : ${price}`,
    ...answers,
    free,
    'Vous ne souhaitez plus attendre ? Annulez par le lien ci-dessous.',
  ],
  EN: ({ title, when, mode, position, offers, price, answers, free }) => [
    `You are on the waiting list: ${title}`,
    `“${title}” (${when}) is full${mode}. Your place on the waiting list is now ${position}.`,
    offers,
    `Price of a place: ${price}`,
    ...answers,
    free,
    'Do you not want to wait any longer? Then cancel with the link below.',
  ],
  DE: ({ title, when, mode, position, offers, price, answers, free }) => [
    `Sie stehen auf der Warteliste: ${title}`,
    `„${title}“ (${when}) ist${mode} ausgebucht. Ihr Platz auf der Warteliste ist zurzeit ${position}.`,
    offers,
    `Preis eines Platzes: ${price}`,
    ...answers,
    free,
    'Möchten Sie nicht länger warten? Dann stornieren Sie mit dem Link unten.',
  ],
};

interface Waiting {
  readonly position: number;
  /** What the registrant answered. */
  readonly answers: readonly GivenAnswer[];
  /** Another mode of attendance, where one gets a place at once. */
  readonly free: AttendanceMode | undefined;
}

export const waitingListMail = (waiting: Waiting): RegistrationMail => write(waits, { page: 'cancel', ...waiting });

export const offerMail = write(
  {
    NL: ({ title, when, where, price, until }) => [
      `Er is een plaats voor u: ${title}`,
      `Er kwam een plaats vrij voor “${title}” (${when}), en het is uw beurt.`,
      where && `Waar: ${where}`,
      `Prijs: ${price}`,
      `Ze blijft voor u vrij tot ${until}. Aanvaard ze voor dat moment; daarna gaat ze naar de volgende op de wachtlijst.`,
    ],
    FR: ({ title, when, where, price, until }) => [
      `Une place est libre pour vous : ${title}`,
      `Une place s’est libérée pour « ${title} » (${when}), et c’est votre tour.`,
      where && `Où : ${where}`,
      `Prix : ${price}`,
      `Elle vous est réservée jusqu’au ${until}. Acceptez-la avant ce moment ; ensuite elle va à la personne suivante.`,
    ],
    EN: ({ title, when, where, price, until }) => [
      `There is a place for you: ${title}`,
      `A place came free at “${title}” (${when}), and it is your turn.`,
      where && `Where: ${where}`,
      `Price: ${price}`,
      `It is kept for you until ${until}. Accept it before then; afterwards it goes to the next in line.`,
    ],
    DE: ({ title, when, where, price, until }) => [
      `Es gibt einen Platz für Sie: ${title}`,
      `Bei „${title}“ (${when}) ist ein Platz frei geworden, und Sie sind an der Reihe.`,
      where && `Wo: ${where}`,
      `Preis: ${price}`,
      `Er wird bis ${until} für Sie freigehalten. Nehmen Sie ihn vorher an; danach geht er an die nächste Person.`,
    ],
  },
  { page: 'offer' },
);

export const offerExpiredMail = write({
  NL: ({ title, until }) => [
    `Uw aangeboden plaats is vervallen: ${title}`,
    `De plaats voor “${title}” die tot ${until} voor u vrij bleef, ging naar de volgende op de wachtlijst.`,
    'Wilt u nog komen? Schrijf u dan opnieuw in: u komt achteraan op de wachtlijst.',
  ],
  FR: ({ title, until }) => [
    `La place proposée n’est plus disponible : ${title}`,
    `La place pour « ${title} » qui vous était réservée jusqu’au ${until} est allée à la personne suivante.`,
    'Vous voulez encore venir ? Inscrivez-vous à nouveau : vous serez en fin de liste d’attente.',
  ],
  EN: ({ title, until }) => [
    `The place that was offered to you is gone: ${title}`,
    `The place at “${title}” that was kept for you until ${until} went to the next in line.`,
    'Do you still want to come? Then register again: you come at the end of the waiting list.',
  ],
  DE: ({ title, until }) => [
    `Der angebotene Platz ist vergeben: ${title}`,
    `Der Platz bei „${title}“, der bis ${until} für Sie freigehalten wurde, ging an die nächste Person.`,
    'Möchten Sie noch kommen? Dann melden Sie sich erneut an: Sie stehen am Ende der Warteliste.',
  ],
});

export const cancellationMail = write({
  NL: ({ title, when }) => [
    `Uw inschrijving is geannuleerd: ${title}`,
    `Uw inschrijving voor “${title}” (${when}) is geannuleerd. Uw ticketcode werkt niet meer.`,
  ],
  FR: ({ title, when }) => [
    `Votre inscription est annulée : ${title}`,
    `Votre inscription à « ${title} » (${when}) est annulée. Votre code de billet ne fonctionne plus.`,
  ],
  EN: ({ title, when }) => [
    `Your registration is cancelled: ${title}`,
    `Your registration for “${title}” (${when}) is cancelled. Your ticket code no longer works.`,
  ],
  DE: ({ title, when }) => [
    `Ihre Anmeldung ist storniert: ${title}`,
    `Ihre Anmeldung für „${title}“ (${when}) ist storniert. Ihr Ticketcode gilt nicht mehr.`,
  ],
});
