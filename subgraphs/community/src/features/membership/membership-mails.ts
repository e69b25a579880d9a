import { letter } from './membership-letter.js';

export const approvedMail = letter(
  {
    NL: ({ kind, is, to, fee }) => ({
      subject: `Welkom als ${kind}`,
      paragraphs: [`${is} nu ${kind}, tot ${to}.`, `De bijdrage voor dit jaar is ${fee}.`],
    }),
    FR: ({ kind, is, to, fee }) => ({
      subject: `Bienvenue comme ${kind}`,
      paragraphs: [`${is} maintenant ${kind}, jusqu’au ${to}.`, `La cotisation de cette année est de ${fee}.`],
    }),
    EN: ({ kind, is, to, fee }) => ({
      subject: `Welcome as ${kind}`,
      paragraphs: [`${is} now ${kind}, until ${to}.`, `The fee for this year is ${fee}.`],
    }),
    DE: ({ kind, is, to, fee }) => ({
      subject: `Willkommen als ${kind}`,
      paragraphs: [`${is} jetzt ${kind}, bis zum ${to}.`, `Der Beitrag für dieses Jahr beträgt ${fee}.`],
    }),
  },
  'PUBLISH',
);

export const rejectedMail = letter({
  NL: ({ kind, application, reason }) => ({
    subject: 'Uw aanvraag is niet aanvaard',
    paragraphs: [`${application} als ${kind} is niet aanvaard.`, `De reden: ${reason}`],
  }),
  FR: ({ kind, application, reason }) => ({
    subject: 'Votre demande n’est pas acceptée',
    paragraphs: [`${application} comme ${kind} n’est pas acceptée.`, `La raison : « ${reason} »`],
  }),
  EN: ({ kind, application, reason }) => ({
    subject: 'Your application was not accepted',
    paragraphs: [`${application} as ${kind} was not accepted.`, `The reason: “${reason}”`],
  }),
  DE: ({ kind, application, reason }) => ({
    subject: 'Ihr Antrag wurde nicht angenommen',
    paragraphs: [`${application} als ${kind} wurde nicht angenommen.`, `Der Grund: „${reason}“`],
  }),
});

export const renewedMail = letter(
  {
    NL: ({ kind, stays, from, to, fee }) => ({
      subject: 'Uw lidmaatschap is vernieuwd',
      paragraphs: [`${stays} ${kind}, van ${from} tot ${to}.`, `De bijdrage voor dit jaar is ${fee}.`],
    }),
    FR: ({ kind, stays, from, to, fee }) => ({
      subject: 'Votre affiliation est renouvelée',
      paragraphs: [`${stays} ${kind}, du ${from} au ${to}.`, `La cotisation de cette année est de ${fee}.`],
    }),
    EN: ({ kind, stays, from, to, fee }) => ({
      subject: 'Your membership was renewed',
      paragraphs: [`${stays} ${kind}, from ${from} until ${to}.`, `The fee for this year is ${fee}.`],
    }),
    DE: ({ kind, stays, from, to, fee }) => ({
      subject: 'Ihre Mitgliedschaft wurde verlängert',
      paragraphs: [`${stays} ${kind}, vom ${from} bis zum ${to}.`, `Der Beitrag für dieses Jahr beträgt ${fee}.`],
    }),
  },
  'PUBLISH',
);

export const cancelledMail = letter(
  {
    NL: ({ kind, is, cancelledOn, reason }) => ({
      subject: 'Uw lidmaatschap is opgezegd',
      paragraphs: [`${is} sinds ${cancelledOn} geen ${kind} meer.`, ...(reason ? [`De reden: ${reason}`] : [])],
    }),
    FR: ({ kind, term, cancelledOn, reason }) => ({
      subject: 'Votre affiliation est résiliée',
      paragraphs: [
        `${term} comme ${kind} a pris fin le ${cancelledOn}.`,
        ...(reason ? [`La raison : « ${reason} »`] : []),
      ],
    }),
    EN: ({ kind, is, cancelledOn, reason }) => ({
      subject: 'Your membership was cancelled',
      paragraphs: [`${is} no longer ${kind}, since ${cancelledOn}.`, ...(reason ? [`The reason: “${reason}”`] : [])],
    }),
    DE: ({ kind, is, cancelledOn, reason }) => ({
      subject: 'Ihre Mitgliedschaft wurde gekündigt',
      paragraphs: [`${is} seit dem ${cancelledOn} nicht mehr ${kind}.`, ...(reason ? [`Der Grund: „${reason}“`] : [])],
    }),
  },
  'CANCEL',
);

export const endingSoonMail = letter(
  {
    NL: ({ kind, is, to, graceUntil }) => ({
      subject: 'Uw lidmaatschap loopt bijna af',
      paragraphs: [
        `${is} ${kind} tot ${to}.`,
        `Vernieuw het lidmaatschap op tijd: meld u aan en open het. Zonder vernieuwing vervalt het op ${graceUntil}.`,
      ],
    }),
    FR: ({ kind, is, to, graceUntil }) => ({
      subject: 'Votre affiliation se termine bientôt',
      paragraphs: [
        `${is} ${kind} jusqu’au ${to}.`,
        `Renouvelez l’affiliation à temps : connectez-vous et ouvrez-la. Sans renouvellement, elle expire le ${graceUntil}.`,
      ],
    }),
    EN: ({ kind, is, to, graceUntil }) => ({
      subject: 'Your membership ends soon',
      paragraphs: [
        `${is} ${kind} until ${to}.`,
        `Renew the membership in time: sign in and open it. Without renewal it expires on ${graceUntil}.`,
      ],
    }),
    DE: ({ kind, is, to, graceUntil }) => ({
      subject: 'Ihre Mitgliedschaft endet bald',
      paragraphs: [
        `${is} ${kind} bis zum ${to}.`,
        `Verlängern Sie die Mitgliedschaft rechtzeitig: Melden Sie sich an und öffnen Sie sie. Ohne Verlängerung erlischt sie am ${graceUntil}.`,
      ],
    }),
  },
  'PUBLISH',
);

export const inGraceMail = letter(
  {
    NL: ({ kind, term, to, graceUntil }) => ({
      subject: 'Uw lidmaatschap is afgelopen',
      paragraphs: [
        `${term} als ${kind} liep tot ${to}.`,
        `Vernieuwen kan zonder onderbreking tot ${graceUntil}: meld u aan en open het lidmaatschap.`,
      ],
    }),
    FR: ({ kind, term, to, graceUntil }) => ({
      subject: 'Votre affiliation est terminée',
      paragraphs: [
        `${term} comme ${kind} allait jusqu’au ${to}.`,
        `Vous pouvez la renouveler sans interruption jusqu’au ${graceUntil} : connectez-vous et ouvrez-la.`,
      ],
    }),
    EN: ({ kind, term, to, graceUntil }) => ({
      subject: 'Your membership has ended',
      paragraphs: [
        `${term} as ${kind} lasted until ${to}.`,
        `It can be renewed without a gap until ${graceUntil}: sign in and open the membership.`,
      ],
    }),
    DE: ({ kind, term, to, graceUntil }) => ({
      subject: 'Ihre Mitgliedschaft ist abgelaufen',
      paragraphs: [
        `${term} als ${kind} ging bis zum ${to}.`,
        `Sie kann bis zum ${graceUntil} ohne Unterbrechung verlängert werden: Melden Sie sich an und öffnen Sie die Mitgliedschaft.`,
      ],
    }),
  },
  'PUBLISH',
);
