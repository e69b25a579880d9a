import type { MailContent } from '../mail-outbox/mail-template.js';
import { signInAction } from '../mail-outbox/account-page.js';
import type { Language } from '../person/language.js';

export type MentorshipNews = 'proposed' | 'started' | 'declined' | 'ended';

/** The other party. */
export interface Party {
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
}

export interface Told {
  /** Of the authority's request. */
  readonly title: string;
  /** Undefined once that person is gone. */
  readonly other: Party | undefined;
}

type Words = (told: Told) => Pick<MailContent, 'subject' | 'paragraphs'>;

const nameOf = (party: Party | undefined): string => (party ? `${party.name}, ${party.organisation}` : '-');

/** For whom both agreed: only then they know each other’s address. */
const addressOf = (party: Party | undefined): string => (party ? `${nameOf(party)}, ${party.email}` : '-');

/** Subjects name nobody: they stay once a mail is sent, its text does not. */
const words: Record<Language, Record<MentorshipNews, Words>> = {
  NL: {
    proposed: ({ title, other }) => ({
      subject: 'Voorstel voor een mentorschap',
      paragraphs: [
        `Er is een mentorschap voorgesteld: ${title}.`,
        `Met: ${nameOf(other)}`,
        'Meld u aan en antwoord bij uw mentorschappen. Vragen? Neem contact op met de vereniging.',
      ],
    }),
    started: ({ title, other }) => ({
      subject: 'Uw mentorschap begint',
      paragraphs: [`Beide partijen gaan akkoord: ${title}.`, `U bereikt elkaar zo: ${addressOf(other)}`],
    }),
    declined: ({ title }) => ({
      subject: 'Het mentorschap gaat niet door',
      paragraphs: [`Het voorgestelde mentorschap gaat niet door: ${title}.`],
    }),
    ended: ({ title, other }) => ({
      subject: 'Uw mentorschap is beëindigd',
      paragraphs: [`Het mentorschap is beëindigd: ${title}.`, `Met: ${nameOf(other)}`],
    }),
  },
  FR: {
    proposed: ({ title, other }) => ({
      subject: 'Proposition de mentorat',
      paragraphs: [
        `Un mentorat est proposé : ${title}.`,
        `Avec : ${nameOf(other)}`,
        'Connectez-vous et répondez parmi vos mentorats. Des questions ? Contactez l’association.',
      ],
    }),
    started: ({ title, other }) => ({
      subject: 'Votre mentorat commence',
      paragraphs: [`Les deux parties sont d’accord : ${title}.`, `Vous vous joignez ainsi : ${addressOf(other)}`],
    }),
    declined: ({ title }) => ({
      subject: 'Le mentorat n’aura pas lieu',
      paragraphs: [`Le mentorat proposé n’aura pas lieu : ${title}.`],
    }),
    ended: ({ title, other }) => ({
      subject: 'Votre mentorat a pris fin',
      paragraphs: [`Le mentorat a pris fin : ${title}.`, `Avec : ${nameOf(other)}`],
    }),
  },
  EN: {
    proposed: ({ title, other }) => ({
      subject: 'A mentorship is proposed',
      paragraphs: [
        `A mentorship is proposed: ${title}.`,
        `With: ${nameOf(other)}`,
        'Sign in and answer among your mentorships. Questions? Contact the association.',
      ],
    }),
    started: ({ title, other }) => ({
      subject: 'Your mentorship begins',
      paragraphs: [`Both parties agree: ${title}.`, `You reach each other so: ${addressOf(other)}`],
    }),
    declined: ({ title }) => ({
      subject: 'The mentorship does not go on',
      paragraphs: [`The mentorship that was proposed does not go on: ${title}.`],
    }),
    ended: ({ title, other }) => ({
      subject: 'Your mentorship has ended',
      paragraphs: [`The mentorship has ended: ${title}.`, `With: ${nameOf(other)}`],
    }),
  },
  DE: {
    proposed: ({ title, other }) => ({
      subject: 'Vorschlag für ein Mentoring',
      paragraphs: [
        `Ein Mentoring wird vorgeschlagen: ${title}.`,
        `Mit: ${nameOf(other)}`,
        'Melden Sie sich an und antworten Sie bei Ihren Mentorings. Fragen? Wenden Sie sich an den Verband.',
      ],
    }),
    started: ({ title, other }) => ({
      subject: 'Ihr Mentoring beginnt',
      paragraphs: [`Beide Seiten sind einverstanden: ${title}.`, `So erreichen Sie einander: ${addressOf(other)}`],
    }),
    declined: ({ title }) => ({
      subject: 'Das Mentoring findet nicht statt',
      paragraphs: [`Das vorgeschlagene Mentoring findet nicht statt: ${title}.`],
    }),
    ended: ({ title, other }) => ({
      subject: 'Ihr Mentoring ist beendet',
      paragraphs: [`Das Mentoring ist beendet: ${title}.`, `Mit: ${nameOf(other)}`],
    }),
  },
};

interface Recipient {
  readonly name: string;
  readonly language: Language;
}

/** With the address where it is answered and ended; over, there is nothing to do. */
export const mentorshipMail = ({ name, language }: Recipient, news: MentorshipNews, told: Told): MailContent => ({
  name,
  language,
  ...words[language][news](told),
  ...((news === 'proposed' || news === 'started') && signInAction),
});
