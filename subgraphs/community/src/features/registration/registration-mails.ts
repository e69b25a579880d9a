import { registrationMail as write } from './registration-mail.js';

export const confirmationMail = write(
  {
    NL: ({ title, when, where, ticket }) => [
      `U bent ingeschreven: ${title}`,
      `Uw plaats voor “${title}” is bevestigd: ${when}.`,
      where,
      `Uw ticketcode is ${ticket}. Toon ze aan de ingang en geef ze aan niemand anders door.`,
      'Kunt u toch niet komen? Annuleer dan uw inschrijving: er wacht misschien iemand op uw plaats.',
    ],
    FR: ({ title, when, where, ticket }) => [
      `Vous êtes inscrit : ${title}`,
      `Votre place pour « ${title} » est confirmée : ${when}.`,
      where,
      `Votre code de billet est ${ticket}. Montrez-le à l’entrée et ne le donnez à personne d’autre.`,
      'Vous ne pouvez pas venir ? Annulez votre inscription : quelqu’un attend peut-être votre place.',
    ],
    EN: ({ title, when, where, ticket }) => [
      `You are registered: ${title}`,
      `Your place at “${title}” is confirmed: ${when}.`,
      where,
      `Your ticket code is ${ticket}. Show it at the entrance, and give it to nobody else.`,
      'Can you not come after all? Then cancel your registration: somebody may be waiting for your place.',
    ],
    DE: ({ title, when, where, ticket }) => [
      `Sie sind angemeldet: ${title}`,
      `Ihr Platz bei „${title}“ ist bestätigt: ${when}.`,
      where,
      `Ihr Ticketcode lautet ${ticket}. Zeigen Sie ihn am Eingang, und geben Sie ihn niemandem weiter.`,
      'Können Sie doch nicht kommen? Dann stornieren Sie Ihre Anmeldung: Vielleicht wartet jemand auf Ihren Platz.',
    ],
  },
  'cancel',
);

export const waitingListMail = write(
  {
    NL: ({ title }) => [
      `U staat op de wachtlijst: ${title}`,
      `“${title}” is volzet. U staat op de wachtlijst; komt er een plaats vrij en is het uw beurt, dan krijgt u een mail.`,
    ],
    FR: ({ title }) => [
      `Vous êtes sur la liste d’attente : ${title}`,
      `« ${title} » est complet. Vous êtes sur la liste d’attente ; quand une place se libère et que c’est votre tour, vous recevez un e-mail.`,
    ],
    EN: ({ title }) => [
      `You are on the waiting list: ${title}`,
      `“${title}” is full. You are on the waiting list; when a place comes free and it is your turn, you get a mail.`,
    ],
    DE: ({ title }) => [
      `Sie stehen auf der Warteliste: ${title}`,
      `„${title}“ ist ausgebucht. Sie stehen auf der Warteliste; wird ein Platz frei und sind Sie an der Reihe, bekommen Sie eine E-Mail.`,
    ],
  },
  'cancel',
);

export const offerMail = write(
  {
    NL: ({ title, when, until }) => [
      `Er is een plaats voor u: ${title}`,
      `Er kwam een plaats vrij voor “${title}” (${when}), en het is uw beurt.`,
      `Ze blijft voor u vrij tot ${until}. Aanvaard ze voor dat moment; daarna gaat ze naar de volgende op de wachtlijst.`,
    ],
    FR: ({ title, when, until }) => [
      `Une place est libre pour vous : ${title}`,
      `Une place s’est libérée pour « ${title} » (${when}), et c’est votre tour.`,
      `Elle vous est réservée jusqu’au ${until}. Acceptez-la avant ce moment ; ensuite elle va à la personne suivante.`,
    ],
    EN: ({ title, when, until }) => [
      `There is a place for you: ${title}`,
      `A place came free at “${title}” (${when}), and it is your turn.`,
      `It is kept for you until ${until}. Accept it before then; afterwards it goes to the next in line.`,
    ],
    DE: ({ title, when, until }) => [
      `Es gibt einen Platz für Sie: ${title}`,
      `Bei „${title}“ (${when}) ist ein Platz frei geworden, und Sie sind an der Reihe.`,
      `Er wird bis ${until} für Sie freigehalten. Nehmen Sie ihn vorher an; danach geht er an die nächste Person.`,
    ],
  },
  'offer',
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
