import { dayOf } from '@lokaal/shared/config';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { dayInWords } from '../person/day-in-words.js';
import type { Language } from '../person/language.js';
import { RightsGround } from './rights.enums.js';
import type { RightsRequest } from './rights.policy.js';

/** Why it was done; a person who is no more reads no mail. */
type Told = Exclude<RightsGround, RightsGround.DECEASED>;

const reasons: Record<Language, Record<Told, (day: string) => string>> = {
  NL: {
    PERSON_ASKED: (day) => `Zoals u vroeg, zijn uw persoonsgegevens bij Lokaal Digitaal op ${day} gewist.`,
    NO_LONGER_NEEDED: (day) =>
      `Wij hebben uw persoonsgegevens niet langer nodig. Daarom zijn ze bij Lokaal Digitaal op ${day} gewist.`,
    ORDERED: (day) =>
      `Een rechtbank of de Gegevensbeschermingsautoriteit legde op uw persoonsgegevens te wissen. Dat is bij Lokaal Digitaal op ${day} gebeurd.`,
  },
  FR: {
    PERSON_ASKED: (day) =>
      `Comme vous l’avez demandé, vos données à caractère personnel ont été effacées chez Lokaal Digitaal le ${day}.`,
    NO_LONGER_NEEDED: (day) =>
      `Nous n’avons plus besoin de vos données à caractère personnel. Elles ont donc été effacées chez Lokaal Digitaal le ${day}.`,
    ORDERED: (day) =>
      `Un tribunal ou l’Autorité de protection des données a ordonné d’effacer vos données à caractère personnel. Cela a été fait chez Lokaal Digitaal le ${day}.`,
  },
  EN: {
    PERSON_ASKED: (day) => `As you asked, your personal data at Lokaal Digitaal were erased on ${day}.`,
    NO_LONGER_NEEDED: (day) =>
      `We no longer need your personal data. They were therefore erased at Lokaal Digitaal on ${day}.`,
    ORDERED: (day) =>
      `A court or the Data Protection Authority ordered that your personal data be erased. That was done at Lokaal Digitaal on ${day}.`,
  },
  DE: {
    PERSON_ASKED: (day) =>
      `Wie von Ihnen gewünscht, wurden Ihre personenbezogenen Daten bei Lokaal Digitaal am ${day} gelöscht.`,
    NO_LONGER_NEEDED: (day) =>
      `Wir brauchen Ihre personenbezogenen Daten nicht mehr. Deshalb wurden sie bei Lokaal Digitaal am ${day} gelöscht.`,
    ORDERED: (day) =>
      `Ein Gericht oder die Datenschutzbehörde hat angeordnet, Ihre personenbezogenen Daten zu löschen. Das ist bei Lokaal Digitaal am ${day} geschehen.`,
  },
};

const rest: Record<Language, readonly [subject: string, ...paragraphs: string[]]> = {
  NL: [
    'Uw gegevens zijn gewist',
    'Uw account en uw inschrijvingen bestaan niet meer. Wat blijft, zijn cijfers en certificaten waarbij uw naam niet meer staat.',
    'Dit is onze laatste mail: ook dit adres wissen wij zodra hij verzonden is.',
    'Klopt er iets niet? Neem contact op met de vereniging. U kunt ook klacht indienen bij de Gegevensbeschermingsautoriteit.',
  ],
  FR: [
    'Vos données ont été effacées',
    'Votre compte et vos inscriptions n’existent plus. Restent des chiffres et des certificats où votre nom ne figure plus.',
    'Ceci est notre dernier e-mail : nous effaçons aussi cette adresse dès qu’il est envoyé.',
    'Quelque chose n’est pas correct ? Contactez l’association. Vous pouvez aussi introduire une plainte auprès de l’Autorité de protection des données.',
  ],
  EN: [
    'Your data were erased',
    'Your account and your registrations no longer exist. What stays are figures, and certificates that no longer bear your name.',
    'This is our last mail: we erase this address too as soon as it is sent.',
    'Is something wrong? Contact the association. You can also lodge a complaint with the Data Protection Authority.',
  ],
  DE: [
    'Ihre Daten wurden gelöscht',
    'Ihr Konto und Ihre Anmeldungen bestehen nicht mehr. Es bleiben Zahlen und Zertifikate, auf denen Ihr Name nicht mehr steht.',
    'Dies ist unsere letzte E-Mail: Auch diese Adresse löschen wir, sobald sie versandt ist.',
    'Stimmt etwas nicht? Wenden Sie sich an den Verband. Sie können sich auch bei der Datenschutzbehörde beschweren.',
  ],
};

interface Erased {
  readonly language: Language;
  readonly now: Date;
}

/** Confirms an erasure (GDPR art. 12.3), without the name; undefined when nobody is there to read it. */
export function erasureMail({ ground }: RightsRequest, { language, now }: Erased): MailContent | undefined {
  if (ground === RightsGround.DECEASED) return undefined;
  const reason = reasons[language][ground ?? RightsGround.PERSON_ASKED](dayInWords(dayOf(now), language));
  const [subject, ...paragraphs] = rest[language];
  return { language, subject, paragraphs: [reason, ...paragraphs] };
}
