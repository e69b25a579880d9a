import { sessionMail } from './session-mail.js';

export const sessionConfirmedMail = sessionMail(
  {
    NL: ({ title, when }) => [
      `U bent ingeschreven voor de sessie: ${title}`,
      `Uw plaats in de sessie “${title}” (${when}) is bevestigd. Kunt u toch niet? Meld u dan af: er wacht misschien iemand op uw plaats.`,
    ],
    FR: ({ title, when }) => [
      `Vous êtes inscrit à la session : ${title}`,
      `Votre place dans la session « ${title} » (${when}) est confirmée. Un empêchement ? Désinscrivez-vous : quelqu’un attend peut-être votre place.`,
    ],
    EN: ({ title, when }) => [
      `You are signed up for the session: ${title}`,
      `Your place in the session “${title}” (${when}) is confirmed. Can you not come after all? Then sign off: somebody may be waiting for your place.`,
    ],
    DE: ({ title, when }) => [
      `Sie sind für die Sitzung angemeldet: ${title}`,
      `Ihr Platz in der Sitzung „${title}“ (${when}) ist bestätigt. Können Sie doch nicht kommen? Dann melden Sie sich ab: Vielleicht wartet jemand auf Ihren Platz.`,
    ],
  },
  'cancel',
);

export const sessionWaitingMail = sessionMail(
  {
    NL: ({ title }) => [
      `U staat op de wachtlijst van de sessie: ${title}`,
      `De sessie “${title}” is volzet. Komt er een plaats vrij en is het uw beurt, dan krijgt u een mail.`,
    ],
    FR: ({ title }) => [
      `Vous êtes sur la liste d’attente de la session : ${title}`,
      `La session « ${title} » est complète. Quand une place se libère et que c’est votre tour, vous recevez un e-mail.`,
    ],
    EN: ({ title }) => [
      `You are on the waiting list of the session: ${title}`,
      `The session “${title}” is full. When a place comes free and it is your turn, you get a mail.`,
    ],
    DE: ({ title }) => [
      `Sie stehen auf der Warteliste der Sitzung: ${title}`,
      `Die Sitzung „${title}“ ist ausgebucht. Wird ein Platz frei und sind Sie an der Reihe, bekommen Sie eine E-Mail.`,
    ],
  },
  'cancel',
);

export const sessionLeftMail = sessionMail({
  NL: ({ title, when }) => [
    `U bent afgemeld voor de sessie: ${title}`,
    `U bent niet langer ingeschreven voor de sessie “${title}” (${when}). Uw plaats bij het event zelf blijft.`,
  ],
  FR: ({ title, when }) => [
    `Vous êtes désinscrit de la session : ${title}`,
    `Vous n’êtes plus inscrit à la session « ${title} » (${when}). Votre place à l’événement lui-même reste acquise.`,
  ],
  EN: ({ title, when }) => [
    `You signed off from the session: ${title}`,
    `You are no longer signed up for the session “${title}” (${when}). Your place at the event itself stays.`,
  ],
  DE: ({ title, when }) => [
    `Sie sind von der Sitzung abgemeldet: ${title}`,
    `Sie sind nicht mehr für die Sitzung „${title}“ (${when}) angemeldet. Ihr Platz bei der Veranstaltung selbst bleibt.`,
  ],
});

export const sessionOfferMail = sessionMail(
  {
    NL: ({ title, when, until }) => [
      `Er is een plaats voor u in de sessie: ${title}`,
      `Er kwam een plaats vrij in de sessie “${title}” (${when}). Ze blijft voor u vrij tot ${until}; aanvaard ze voor dat moment.`,
    ],
    FR: ({ title, when, until }) => [
      `Une place est libre pour vous dans la session : ${title}`,
      `Une place s’est libérée dans la session « ${title} » (${when}). Elle vous est réservée jusqu’au ${until} ; acceptez-la avant ce moment.`,
    ],
    EN: ({ title, when, until }) => [
      `There is a place for you in the session: ${title}`,
      `A place came free in the session “${title}” (${when}). It is kept for you until ${until}; accept it before then.`,
    ],
    DE: ({ title, when, until }) => [
      `Es gibt einen Platz für Sie in der Sitzung: ${title}`,
      `In der Sitzung „${title}“ (${when}) ist ein Platz frei geworden. Er wird bis ${until} für Sie freigehalten; nehmen Sie ihn vorher an.`,
    ],
  },
  'offer',
);

export const sessionOfferExpiredMail = sessionMail({
  NL: ({ title, until }) => [
    `Uw aangeboden plaats in de sessie is vervallen: ${title}`,
    `De plaats in de sessie “${title}” die tot ${until} voor u vrij bleef, ging naar de volgende op de wachtlijst.`,
  ],
  FR: ({ title, until }) => [
    `La place proposée dans la session n’est plus disponible : ${title}`,
    `La place dans la session « ${title} » qui vous était réservée jusqu’au ${until} est allée à la personne suivante.`,
  ],
  EN: ({ title, until }) => [
    `The place in the session that was offered to you is gone: ${title}`,
    `The place in the session “${title}” that was kept for you until ${until} went to the next in line.`,
  ],
  DE: ({ title, until }) => [
    `Der angebotene Platz in der Sitzung ist vergeben: ${title}`,
    `Der Platz in der Sitzung „${title}“, der bis ${until} für Sie freigehalten wurde, ging an die nächste Person.`,
  ],
});
