import type { MailContent } from '../mail-outbox/mail-template.js';
import { Language } from '../person/language.js';
import type { MembershipEntity } from './membership.entity.js';
import { MembershipType } from './membership.enums.js';

export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export type Told = Pick<
  MembershipEntity,
  'type' | 'holderName' | 'from' | 'to' | 'graceUntil' | 'feeCents' | 'rejectionReason'
>;

/** What a mail says, in the words of its reader. */
interface Facts {
  readonly kind: string;
  readonly holder: string;
  readonly from: string;
  readonly to: string;
  readonly graceUntil: string;
  readonly fee: string;
  readonly reason: string;
}

type Words = (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>;

const locales: Record<Language, string> = { NL: 'nl-BE', FR: 'fr-BE', EN: 'en-GB', DE: 'de-BE' };

const kinds: Record<Language, Record<MembershipType, string>> = {
  NL: { EFFECTIVE: 'effectief lid', ACCEDED: 'toegetreden lid', COMPANY: 'ICT-bedrijfslid' },
  FR: { EFFECTIVE: 'membre effectif', ACCEDED: 'membre adhérent', COMPANY: 'entreprise TIC membre' },
  EN: { EFFECTIVE: 'effective member', ACCEDED: 'acceded member', COMPANY: 'ICT company member' },
  DE: { EFFECTIVE: 'ordentliches Mitglied', ACCEDED: 'beigetretenes Mitglied', COMPANY: 'IT-Unternehmensmitglied' },
};

function factsFor({ language }: Recipient, told: Told): Facts {
  const locale = locales[language];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const day = (date: string | null): string => (date === null ? '' : dates.format(new Date(`${date}T00:00:00Z`)));
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  return {
    kind: kinds[language][told.type],
    holder: told.holderName,
    from: day(told.from),
    to: day(told.to),
    graceUntil: day(told.graceUntil),
    fee: euros.format((told.feeCents ?? 0) / 100),
    reason: told.rejectionReason ?? '',
  };
}

const letter =
  (words: Record<Language, Words>) =>
  (recipient: Recipient, told: Told): MailContent => ({
    name: recipient.name,
    language: recipient.language,
    ...words[recipient.language](factsFor(recipient, told)),
  });

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
