import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';

export type MentorshipNews = 'proposed' | 'started' | 'declined' | 'ended';

type Words = (title: string) => Pick<MailContent, 'subject' | 'paragraphs'>;

const words: Record<Language, Record<MentorshipNews, Words>> = {
  NL: {
    proposed: (title) => ({
      subject: 'Voorstel voor een mentorschap',
      paragraphs: [`Er is een mentorschap voorgesteld: ${title}.`, 'Meld u aan om te antwoorden.'],
    }),
    started: (title) => ({
      subject: 'Uw mentorschap begint',
      paragraphs: [`Beide partijen gaan akkoord: ${title}.`, 'U vindt elkaars gegevens wanneer u aangemeld bent.'],
    }),
    declined: (title) => ({
      subject: 'Het mentorschap gaat niet door',
      paragraphs: [`Het voorgestelde mentorschap gaat niet door: ${title}.`],
    }),
    ended: (title) => ({
      subject: 'Uw mentorschap is beëindigd',
      paragraphs: [`Het mentorschap is beëindigd: ${title}.`],
    }),
  },
  FR: {
    proposed: (title) => ({
      subject: 'Proposition de mentorat',
      paragraphs: [`Un mentorat est proposé : ${title}.`, 'Connectez-vous pour répondre.'],
    }),
    started: (title) => ({
      subject: 'Votre mentorat commence',
      paragraphs: [`Les deux parties sont d’accord : ${title}.`, 'Vous trouvez vos coordonnées une fois connecté.'],
    }),
    declined: (title) => ({
      subject: 'Le mentorat n’aura pas lieu',
      paragraphs: [`Le mentorat proposé n’aura pas lieu : ${title}.`],
    }),
    ended: (title) => ({ subject: 'Votre mentorat a pris fin', paragraphs: [`Le mentorat a pris fin : ${title}.`] }),
  },
  EN: {
    proposed: (title) => ({
      subject: 'A mentorship is proposed',
      paragraphs: [`A mentorship is proposed: ${title}.`, 'Sign in to answer.'],
    }),
    started: (title) => ({
      subject: 'Your mentorship begins',
      paragraphs: [`Both parties agree: ${title}.`, 'You find how to reach each other when you are signed in.'],
    }),
    declined: (title) => ({
      subject: 'The mentorship does not go on',
      paragraphs: [`The mentorship that was proposed does not go on: ${title}.`],
    }),
    ended: (title) => ({ subject: 'Your mentorship has ended', paragraphs: [`The mentorship has ended: ${title}.`] }),
  },
  DE: {
    proposed: (title) => ({
      subject: 'Vorschlag für ein Mentoring',
      paragraphs: [`Ein Mentoring wird vorgeschlagen: ${title}.`, 'Melden Sie sich an, um zu antworten.'],
    }),
    started: (title) => ({
      subject: 'Ihr Mentoring beginnt',
      paragraphs: [
        `Beide Seiten sind einverstanden: ${title}.`,
        'Die Kontaktdaten finden Sie, wenn Sie angemeldet sind.',
      ],
    }),
    declined: (title) => ({
      subject: 'Das Mentoring findet nicht statt',
      paragraphs: [`Das vorgeschlagene Mentoring findet nicht statt: ${title}.`],
    }),
    ended: (title) => ({ subject: 'Ihr Mentoring ist beendet', paragraphs: [`Das Mentoring ist beendet: ${title}.`] }),
  },
};

interface Recipient {
  readonly name: string;
  readonly language: Language;
}

/** `title` is that of the authority's request. */
export const mentorshipMail = ({ name, language }: Recipient, news: MentorshipNews, title: string): MailContent => ({
  name,
  language,
  ...words[language][news](title),
});
