import type { Language } from '../person/language.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import type { LinkedPage } from './registration-links.js';

/** What a move means for who reads of it: somebody who comes, to whom a place is offered, or who waits. */
export interface Standing {
  readonly page: LinkedPage;
  readonly words: Record<Language, (until: string) => string>;
}

const comes: Standing = {
  page: 'cancel',
  words: {
    NL: () => 'Uw inschrijving blijft. Kunt u zo niet komen? Annuleer ze dan.',
    FR: () => 'Votre inscription reste valable. Vous ne pouvez pas venir ainsi ? Annulez-la.',
    EN: () => 'Your registration stays. Can you not come like this? Then cancel it.',
    DE: () => 'Ihre Anmeldung bleibt. Können Sie so nicht kommen? Dann stornieren Sie sie.',
  },
};

const waits: Standing = {
  page: 'cancel',
  words: {
    NL: () => 'U hebt nog geen plaats: u blijft op de wachtlijst staan. Wilt u zo niet komen? Ga er dan af.',
    FR: () =>
      'Vous n’avez pas encore de place : vous restez sur la liste d’attente. Cela ne vous convient pas ? Quittez-la.',
    EN: () => 'You have no place yet: you stay on the waiting list. Would you not come like this? Then leave it.',
    DE: () =>
      'Sie haben noch keinen Platz: Sie bleiben auf der Warteliste. Möchten Sie so nicht kommen? Dann verlassen Sie sie.',
  },
};

const isOffered: Standing = {
  page: 'offer',
  words: {
    NL: (until) => `De plaats die u aangeboden is, blijft voor u vrij tot ${until}. Aanvaard of weiger ze voordien.`,
    FR: (until) =>
      `La place qui vous est proposée vous reste réservée jusqu’au ${until}. Acceptez-la ou refusez-la avant.`,
    EN: (until) => `The place that is offered to you is kept until ${until}. Accept or decline it before then.`,
    DE: (until) =>
      `Der Platz, der Ihnen angeboten ist, wird bis ${until} freigehalten. Nehmen Sie ihn vorher an oder lehnen Sie ihn ab.`,
  },
};

const standings: Readonly<Partial<Record<RegistrationState, Standing>>> = {
  [RegistrationState.WAITLISTED]: waits,
  [RegistrationState.OFFERED]: isOffered,
};

export const standingOf = (state: RegistrationState): Standing => standings[state] ?? comes;
