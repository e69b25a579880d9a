import { sessionMail, type SessionMail, type SessionWords } from './session-mail.js';

export const sessionConfirmedMail = sessionMail(
  {
    NL: ({ title, when, event, where }) => [
      `U bent ingeschreven voor de sessie: ${title}`,
      `Uw plaats in de sessie “${title}” (${event}, ${when}) is bevestigd.`,
      where && `Waar: ${where}`,
      'Kunt u toch niet? Meld u dan af: er wacht misschien iemand op uw plaats.',
    ],
    FR: ({ title, when, event, where }) => [
      `Vous êtes inscrit à la session : ${title}`,
      `Votre place dans la session « ${title} » (${event}, ${when}) est confirmée.`,
      where && `Où : ${where}`,
      'Un empêchement ? Désinscrivez-vous : quelqu’un attend peut-être votre place.',
    ],
    EN: ({ title, when, event, where }) => [
      `You are signed up for the session: ${title}`,
      `Your place in the session “${title}” (${event}, ${when}) is confirmed.`,
      where && `Where: ${where}`,
      'Can you not come after all? Then sign off: somebody may be waiting for your place.',
    ],
    DE: ({ title, when, event, where }) => [
      `Sie sind für die Session angemeldet: ${title}`,
      `Ihr Platz in der Session „${title}“ (${event}, ${when}) ist bestätigt.`,
      where && `Wo: ${where}`,
      'Können Sie doch nicht kommen? Dann melden Sie sich ab: Vielleicht wartet jemand auf Ihren Platz.',
    ],
  },
  'cancel',
);

const waits = (position: number): SessionWords => ({
  NL: ({ title, when, event, offers }) => [
    `U staat op de wachtlijst van de sessie: ${title}`,
    `De sessie “${title}” (${event}, ${when}) is volzet. U staat nu op plaats ${position} van de wachtlijst.`,
    offers,
    'Wilt u niet langer wachten? Meld u dan af met de link hieronder.',
  ],
  FR: ({ title, when, event, offers }) => [
    `Vous êtes sur la liste d’attente de la session : ${title}`,
    `La session « ${title} » (${event}, ${when}) est complète. Votre place actuelle sur la liste d’attente : ${position}.`,
    offers,
    'Vous ne souhaitez plus attendre ? Désinscrivez-vous par le lien ci-dessous.',
  ],
  EN: ({ title, when, event, offers }) => [
    `You are on the waiting list of the session: ${title}`,
    `The session “${title}” (${event}, ${when}) is full. Your place on the waiting list is now ${position}.`,
    offers,
    'Do you not want to wait any longer? Then sign off with the link below.',
  ],
  DE: ({ title, when, event, offers }) => [
    `Sie stehen auf der Warteliste der Session: ${title}`,
    `Die Session „${title}“ (${event}, ${when}) ist ausgebucht. Ihr Platz auf der Warteliste ist zurzeit ${position}.`,
    offers,
    'Möchten Sie nicht länger warten? Dann melden Sie sich mit dem Link unten ab.',
  ],
});

export const sessionWaitingMail = (position: number): SessionMail => sessionMail(waits(position), 'cancel');

export const sessionLeftMail = sessionMail({
  NL: ({ title, when, event }) => [
    `U bent afgemeld voor de sessie: ${title}`,
    `U bent niet langer ingeschreven voor de sessie “${title}” (${event}, ${when}). Uw plaats bij het event zelf blijft.`,
  ],
  FR: ({ title, when, event }) => [
    `Vous êtes désinscrit de la session : ${title}`,
    `Vous n’êtes plus inscrit à la session « ${title} » (${event}, ${when}). Votre place à l’événement lui-même reste acquise.`,
  ],
  EN: ({ title, when, event }) => [
    `You signed off from the session: ${title}`,
    `You are no longer signed up for the session “${title}” (${event}, ${when}). Your place at the event itself stays.`,
  ],
  DE: ({ title, when, event }) => [
    `Sie sind von der Session abgemeldet: ${title}`,
    `Sie sind nicht mehr für die Session „${title}“ (${event}, ${when}) angemeldet. Ihr Platz bei der Veranstaltung selbst bleibt.`,
  ],
});

export const sessionOfferMail = sessionMail(
  {
    NL: ({ title, when, event, where, until }) => [
      `Er is een plaats voor u in de sessie: ${title}`,
      `Er kwam een plaats vrij in de sessie “${title}” (${event}, ${when}). Ze blijft voor u vrij tot ${until}; aanvaard ze voor dat moment.`,
      where && `Waar: ${where}`,
    ],
    FR: ({ title, when, event, where, until }) => [
      `Une place est libre pour vous dans la session : ${title}`,
      `Une place s’est libérée dans la session « ${title} » (${event}, ${when}). Elle vous est réservée jusqu’au ${until} ; acceptez-la avant ce moment.`,
      where && `Où : ${where}`,
    ],
    EN: ({ title, when, event, where, until }) => [
      `There is a place for you in the session: ${title}`,
      `A place came free in the session “${title}” (${event}, ${when}). It is kept for you until ${until}; accept it before then.`,
      where && `Where: ${where}`,
    ],
    DE: ({ title, when, event, where, until }) => [
      `Es gibt einen Platz für Sie in der Session: ${title}`,
      `In der Session „${title}“ (${event}, ${when}) ist ein Platz frei geworden. Er wird bis ${until} für Sie freigehalten; nehmen Sie ihn vorher an.`,
      where && `Wo: ${where}`,
    ],
  },
  'offer',
);

export const sessionOfferExpiredMail = sessionMail({
  NL: ({ title, event, until }) => [
    `Uw aangeboden plaats in de sessie is vervallen: ${title}`,
    `De plaats in de sessie “${title}” (${event}) die tot ${until} voor u vrij bleef, ging naar de volgende op de wachtlijst.`,
    'Wilt u nog komen? Meld u dan opnieuw aan: u komt achteraan op de wachtlijst.',
  ],
  FR: ({ title, event, until }) => [
    `La place proposée dans la session n’est plus disponible : ${title}`,
    `La place dans la session « ${title} » (${event}) qui vous était réservée jusqu’au ${until} est allée à la personne suivante.`,
    'Vous voulez encore venir ? Inscrivez-vous à nouveau : vous serez en fin de liste d’attente.',
  ],
  EN: ({ title, event, until }) => [
    `The place in the session that was offered to you is gone: ${title}`,
    `The place in the session “${title}” (${event}) that was kept for you until ${until} went to the next in line.`,
    'Do you still want to come? Then sign up again: you come at the end of the waiting list.',
  ],
  DE: ({ title, event, until }) => [
    `Der angebotene Platz in der Session ist vergeben: ${title}`,
    `Der Platz in der Session „${title}“ (${event}), der bis ${until} für Sie freigehalten wurde, ging an die nächste Person.`,
    'Möchten Sie noch kommen? Dann melden Sie sich erneut an: Sie stehen am Ende der Warteliste.',
  ],
});
