import { colons, type MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import type { Recipient } from '../staff/staff-mails.js';
import type { WaitingKind } from './waiting.sql.js';

/** What waits of one kind. */
export interface Waiting {
  readonly kind: WaitingKind;
  /** Of those that nobody was told of before. */
  readonly names: readonly string[];
  /** With those that were told before. */
  readonly total: number;
}

interface Words {
  readonly subject: string;
  readonly intro: string;
  readonly kinds: Readonly<Record<WaitingKind, string>>;
  readonly others: (count: number) => string;
  readonly total: (count: number) => string;
}

const words: Record<Language, Words> = {
  NL: {
    subject: 'Nieuw: dit wacht op medewerkers van de vereniging',
    intro: 'Dit kwam erbij sinds de vorige mail. Het wacht tot een medewerker beslist of iemand vindt.',
    kinds: {
      membership: 'Aanvragen voor een lidmaatschap',
      mentorshipRequest: 'Besturen die een mentor vragen',
      mentorshipOffer: 'Bedrijven die een mentor aanbieden',
      focusProject: 'Voorgestelde speerpunten van een denktank',
      circle: 'Kenniskringen zonder regiocoördinator, waar medewerkers over toetredingen beslissen',
      organisation: 'Organisaties zonder contactpersoon',
      thinkTank: 'Denktanks zonder voorzitter',
    },
    others: (count) => `en nog ${count}`,
    total: (count) => `In totaal wachten er ${count}.`,
  },
  FR: {
    subject: 'Nouveau : ceci attend le personnel de l’association',
    intro:
      'Voici ce qui s’est ajouté depuis le dernier message. Cela attend une décision du personnel, ou quelqu’un à trouver.',
    kinds: {
      membership: 'Demandes d’affiliation',
      mentorshipRequest: 'Administrations qui demandent un mentor',
      mentorshipOffer: 'Entreprises qui proposent un mentor',
      focusProject: 'Projets phares proposés d’un groupe de réflexion',
      circle: 'Cercles de connaissances sans coordinateur régional, où le personnel décide des adhésions',
      organisation: 'Organisations sans personne de contact',
      thinkTank: 'Groupes de réflexion sans président',
    },
    others: (count) => `et ${count} de plus`,
    total: (count) => `Au total : ${count}.`,
  },
  EN: {
    subject: 'New: this waits for staff of the association',
    intro: 'This was added since the last mail. It waits until staff decide, or find somebody.',
    kinds: {
      membership: 'Applications for a membership',
      mentorshipRequest: 'Authorities that ask for a mentor',
      mentorshipOffer: 'Companies that offer a mentor',
      focusProject: 'Proposed focus projects of a think tank',
      circle: 'Knowledge circles without a coordinator, where staff decide on accessions',
      organisation: 'Organisations without a contact person',
      thinkTank: 'Think tanks without a chair',
    },
    others: (count) => `and ${count} more`,
    total: (count) => `In total ${count} wait.`,
  },
  DE: {
    subject: 'Neu: das wartet auf das Personal des Verbands',
    intro: 'Das kam seit der letzten Mail hinzu. Es wartet, bis das Personal entscheidet oder jemanden findet.',
    kinds: {
      membership: 'Anträge auf Mitgliedschaft',
      mentorshipRequest: 'Verwaltungen, die um einen Mentor bitten',
      mentorshipOffer: 'Unternehmen, die einen Mentor anbieten',
      focusProject: 'Vorgeschlagene Schwerpunktprojekte eines Thinktanks',
      circle: 'Wissenskreise ohne Regionalkoordination, in denen das Personal über Beitritte entscheidet',
      organisation: 'Organisationen ohne Kontaktperson',
      thinkTank: 'Thinktanks ohne Vorsitz',
    },
    others: (count) => `und ${count} weitere`,
    total: (count) => `Insgesamt warten ${count}.`,
  },
};

/** Of one kind so many are named: who wants all of them looks. */
const mostNames = 10;

/** What began to wait, a paragraph for each kind. */
export function digestMail({ name, language }: Recipient, news: readonly Waiting[]): MailContent {
  const { subject, intro, kinds, others, total } = words[language];
  const paragraphs = news.map((of) => {
    const more = of.names.length - mostNames;
    const listed = [of.names.slice(0, mostNames).join(', '), ...(more > 0 ? [others(more)] : [])].join(' ');
    return `${kinds[of.kind]}${colons[language]} ${listed}. ${total(of.total)}`;
  });
  return { name, language, subject, paragraphs: [intro, ...paragraphs] };
}
