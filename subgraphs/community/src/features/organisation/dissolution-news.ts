import type { EntityManager } from 'typeorm';
import { tellCoordinatorsOfLeaving } from '../knowledge-circle/circle-news.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { dayInWords } from '../person/day-in-words.js';
import type { Language } from '../person/language.js';
import type { OrganisationEntity } from './organisation.entity.js';
import { tellContacts } from './tell-contacts.js';

type Words = (organisation: string, day: string) => Pick<MailContent, 'subject' | 'paragraphs'>;

const dissolvedMail: Record<Language, Words> = {
  NL: (organisation, day) => ({
    subject: `${organisation} is ontbonden`,
    paragraphs: [
      `De vereniging noteerde dat ${organisation} ontbonden is vanaf ${day}. Lidmaatschappen, deelnames en tewerkstellingen eindigen op die dag.`,
      'Klopt dit niet? Meld het dan aan de vereniging.',
    ],
  }),
  FR: (organisation, day) => ({
    subject: `${organisation} est dissoute`,
    paragraphs: [
      `L’association a noté que ${organisation} est dissoute à partir du ${day}. Les adhésions, les participations et les emplois prennent fin ce jour-là.`,
      'Ce n’est pas exact ? Signalez-le à l’association.',
    ],
  }),
  EN: (organisation, day) => ({
    subject: `${organisation} is dissolved`,
    paragraphs: [
      `The association wrote down that ${organisation} is dissolved from ${day} on. Memberships, participations and employments end on that day.`,
      'Is that wrong? Then tell the association.',
    ],
  }),
  DE: (organisation, day) => ({
    subject: `${organisation} ist aufgelöst`,
    paragraphs: [
      `Der Verband hat vermerkt, dass ${organisation} ab dem ${day} aufgelöst ist. Mitgliedschaften, Teilnahmen und Beschäftigungen enden an diesem Tag.`,
      'Stimmt das nicht? Dann melden Sie es dem Verband.',
    ],
  }),
};

interface Dissolution {
  readonly organisation: Pick<OrganisationEntity, 'id' | 'legalName'>;
  /** First day on which it no longer exists. */
  readonly on: string;
  readonly now: Date;
  readonly byId: string | undefined;
}

/** Tells its contact persons, and the coordinators of its circle. Before its ties end: afterwards nobody works there. */
export async function tellOfDissolution(tx: EntityManager, { organisation, on, now, byId }: Dissolution) {
  const { id, legalName } = organisation;
  await tellContacts(tx, { organisationIds: [id], now, exceptId: byId }, ({ name, language }) => ({
    name,
    language,
    ...dissolvedMail[language](legalName, dayInWords(on, language)),
  }));
  await tellCoordinatorsOfLeaving(tx, { organisationId: id, day: on, now, byId });
}
