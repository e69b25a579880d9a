import { letter } from './membership-letter.js';

export const approvedMail = letter({
  NL: ({ kind, holder, to, fee }) => ({
    subject: `Welkom als ${kind}`,
    paragraphs: [`${holder} is nu ${kind}, tot ${to}.`, `De bijdrage voor dit jaar is ${fee}.`],
  }),
  FR: ({ kind, holder, to, fee }) => ({
    subject: `Bienvenue comme ${kind}`,
    paragraphs: [`${holder} est maintenant ${kind}, jusqu’au ${to}.`, `La cotisation de cette année est de ${fee}.`],
  }),
  EN: ({ kind, holder, to, fee }) => ({
    subject: `Welcome as ${kind}`,
    paragraphs: [`${holder} is now ${kind}, until ${to}.`, `The fee for this year is ${fee}.`],
  }),
  DE: ({ kind, holder, to, fee }) => ({
    subject: `Willkommen als ${kind}`,
    paragraphs: [`${holder} ist jetzt ${kind}, bis zum ${to}.`, `Der Beitrag für dieses Jahr beträgt ${fee}.`],
  }),
});

export const rejectedMail = letter({
  NL: ({ kind, holder, reason }) => ({
    subject: 'Uw aanvraag is niet aanvaard',
    paragraphs: [`De aanvraag van ${holder} als ${kind} is niet aanvaard.`, `De reden: ${reason}`],
  }),
  FR: ({ kind, holder, reason }) => ({
    subject: 'Votre demande n’est pas acceptée',
    paragraphs: [`La demande de ${holder} comme ${kind} n’est pas acceptée.`, `La raison : ${reason}`],
  }),
  EN: ({ kind, holder, reason }) => ({
    subject: 'Your application was not accepted',
    paragraphs: [`The application of ${holder} as ${kind} was not accepted.`, `The reason: ${reason}`],
  }),
  DE: ({ kind, holder, reason }) => ({
    subject: 'Ihr Antrag wurde nicht angenommen',
    paragraphs: [`Der Antrag von ${holder} als ${kind} wurde nicht angenommen.`, `Der Grund: ${reason}`],
  }),
});

export const renewedMail = letter({
  NL: ({ kind, holder, from, to, fee }) => ({
    subject: 'Uw lidmaatschap is vernieuwd',
    paragraphs: [`${holder} blijft ${kind}, van ${from} tot ${to}.`, `De bijdrage voor dit jaar is ${fee}.`],
  }),
  FR: ({ kind, holder, from, to, fee }) => ({
    subject: 'Votre affiliation est renouvelée',
    paragraphs: [`${holder} reste ${kind}, du ${from} au ${to}.`, `La cotisation de cette année est de ${fee}.`],
  }),
  EN: ({ kind, holder, from, to, fee }) => ({
    subject: 'Your membership was renewed',
    paragraphs: [`${holder} stays ${kind}, from ${from} until ${to}.`, `The fee for this year is ${fee}.`],
  }),
  DE: ({ kind, holder, from, to, fee }) => ({
    subject: 'Ihre Mitgliedschaft wurde verlängert',
    paragraphs: [`${holder} bleibt ${kind}, vom ${from} bis zum ${to}.`, `Der Beitrag für dieses Jahr beträgt ${fee}.`],
  }),
});

export const cancelledMail = letter({
  NL: ({ kind, holder, cancelledOn, reason }) => ({
    subject: 'Uw lidmaatschap is opgezegd',
    paragraphs: [`${holder} is sinds ${cancelledOn} geen ${kind} meer.`, ...(reason ? [`De reden: ${reason}`] : [])],
  }),
  FR: ({ kind, holder, cancelledOn, reason }) => ({
    subject: 'Votre affiliation est résiliée',
    paragraphs: [
      `${holder} n’est plus ${kind} depuis le ${cancelledOn}.`,
      ...(reason ? [`La raison : ${reason}`] : []),
    ],
  }),
  EN: ({ kind, holder, cancelledOn, reason }) => ({
    subject: 'Your membership was cancelled',
    paragraphs: [
      `${holder} has no longer been ${kind} since ${cancelledOn}.`,
      ...(reason ? [`The reason: ${reason}`] : []),
    ],
  }),
  DE: ({ kind, holder, cancelledOn, reason }) => ({
    subject: 'Ihre Mitgliedschaft wurde gekündigt',
    paragraphs: [
      `${holder} ist seit dem ${cancelledOn} nicht mehr ${kind}.`,
      ...(reason ? [`Der Grund: ${reason}`] : []),
    ],
  }),
});

export const endingSoonMail = letter({
  NL: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Uw lidmaatschap loopt bijna af',
    paragraphs: [`${holder} is ${kind} tot ${to}.`, `Vernieuw het op tijd; na ${graceUntil} vervalt het.`],
  }),
  FR: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Votre affiliation se termine bientôt',
    paragraphs: [
      `${holder} est ${kind} jusqu’au ${to}.`,
      `Renouvelez-la à temps ; après le ${graceUntil} elle expire.`,
    ],
  }),
  EN: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Your membership ends soon',
    paragraphs: [`${holder} is ${kind} until ${to}.`, `Renew it in time; after ${graceUntil} it expires.`],
  }),
  DE: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Ihre Mitgliedschaft endet bald',
    paragraphs: [
      `${holder} ist ${kind} bis zum ${to}.`,
      `Verlängern Sie rechtzeitig; nach dem ${graceUntil} verfällt sie.`,
    ],
  }),
});

export const inGraceMail = letter({
  NL: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Uw lidmaatschap is afgelopen',
    paragraphs: [
      `De termijn van ${holder} als ${kind} liep tot ${to}.`,
      `Vernieuwen kan zonder onderbreking tot ${graceUntil}.`,
    ],
  }),
  FR: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Votre affiliation est terminée',
    paragraphs: [
      `Le terme de ${holder} comme ${kind} allait jusqu’au ${to}.`,
      `Vous pouvez la renouveler sans interruption jusqu’au ${graceUntil}.`,
    ],
  }),
  EN: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Your membership has ended',
    paragraphs: [
      `The term of ${holder} as ${kind} lasted until ${to}.`,
      `It can be renewed without a gap until ${graceUntil}.`,
    ],
  }),
  DE: ({ kind, holder, to, graceUntil }) => ({
    subject: 'Ihre Mitgliedschaft ist abgelaufen',
    paragraphs: [
      `Die Laufzeit von ${holder} als ${kind} ging bis zum ${to}.`,
      `Sie kann bis zum ${graceUntil} ohne Unterbrechung verlängert werden.`,
    ],
  }),
});
