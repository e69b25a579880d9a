import { registrationMail as write } from './registration-mail.js';

export const eventMovedMail = write(
  {
    NL: ({ title, when, where }) => [
      `Tijd of plaats gewijzigd: ${title}`,
      `“${title}” heeft een nieuwe tijd of plaats: ${when}.`,
      where,
      'Uw inschrijving blijft. Kunt u zo niet komen? Annuleer ze dan.',
    ],
    FR: ({ title, when, where }) => [
      `Heure ou lieu modifié : ${title}`,
      `« ${title} » a une nouvelle heure ou un nouveau lieu : ${when}.`,
      where,
      'Votre inscription reste valable. Vous ne pouvez pas venir ainsi ? Annulez-la.',
    ],
    EN: ({ title, when, where }) => [
      `Other time or place: ${title}`,
      `“${title}” has another time or place: ${when}.`,
      where,
      'Your registration stays. Can you not come like this? Then cancel it.',
    ],
    DE: ({ title, when, where }) => [
      `Andere Zeit oder anderer Ort: ${title}`,
      `„${title}“ hat eine neue Zeit oder einen neuen Ort: ${when}.`,
      where,
      'Ihre Anmeldung bleibt. Können Sie so nicht kommen? Dann stornieren Sie sie.',
    ],
  },
  'cancel',
);

export const eventCancelledMail = write({
  NL: ({ title, when, reason }) => [
    `Gaat niet door: ${title}`,
    `“${title}” van ${when} gaat niet door. Uw inschrijving is geannuleerd.`,
    reason,
  ],
  FR: ({ title, when, reason }) => [
    `Annulé : ${title}`,
    `« ${title} » du ${when} n’a pas lieu. Votre inscription est annulée.`,
    reason,
  ],
  EN: ({ title, when, reason }) => [
    `Cancelled: ${title}`,
    `“${title}” of ${when} does not take place. Your registration is cancelled.`,
    reason,
  ],
  DE: ({ title, when, reason }) => [
    `Abgesagt: ${title}`,
    `„${title}“ vom ${when} findet nicht statt. Ihre Anmeldung ist storniert.`,
    reason,
  ],
});
