import type { EntityManager } from 'typeorm';
import { enqueueMail } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import type { Language } from '../person/language.js';
import { PersonEntity } from '../person/person.entity.js';

interface Facts {
  readonly person: string;
  readonly organisation: string;
  readonly by: string;
}

type Words = (facts: Facts) => Pick<MailContent, 'subject' | 'paragraphs'>;

/** For who was added: rights follow at once, and so does being seen as a colleague. */
const addedMail: Record<Language, Words> = {
  NL: ({ organisation, by }) => ({
    subject: `U bent toegevoegd bij ${organisation}`,
    paragraphs: [
      `${by} heeft u toegevoegd als medewerker van ${organisation}.`,
      'Klopt dit niet? Beëindig de tewerkstelling dan bij uw profiel: dat kunt u zelf, en het geldt meteen.',
    ],
  }),
  FR: ({ organisation, by }) => ({
    subject: `Vous avez été ajouté(e) chez ${organisation}`,
    paragraphs: [
      `${by} vous a ajouté(e) comme collaborateur de ${organisation}.`,
      'Ce n’est pas exact ? Mettez fin à cet emploi dans votre profil : vous le pouvez vous-même, avec effet immédiat.',
    ],
  }),
  EN: ({ organisation, by }) => ({
    subject: `You were added at ${organisation}`,
    paragraphs: [
      `${by} added you as somebody who works for ${organisation}.`,
      'Is that wrong? End the employment in your profile: you can do so yourself, and it holds at once.',
    ],
  }),
  DE: ({ organisation, by }) => ({
    subject: `Sie wurden bei ${organisation} hinzugefügt`,
    paragraphs: [
      `${by} hat Sie als Mitarbeiter von ${organisation} hinzugefügt.`,
      'Stimmt das nicht? Beenden Sie die Beschäftigung in Ihrem Profil: das können Sie selbst, und es gilt sofort.',
    ],
  }),
};

/** For those who answer for the organisation: whoever works there reads its records. */
const joinedMail: Record<Language, Words> = {
  NL: ({ person, organisation, by }) => ({
    subject: `${person} is toegevoegd bij ${organisation}`,
    paragraphs: [
      `${by} heeft ${person} toegevoegd als medewerker van ${organisation}. Klopt dit niet? Beëindig het dan.`,
    ],
  }),
  FR: ({ person, organisation, by }) => ({
    subject: `${person} a été ajouté(e) chez ${organisation}`,
    paragraphs: [`${by} a ajouté ${person} comme collaborateur de ${organisation}. Ce n’est pas exact ? Mettez-y fin.`],
  }),
  EN: ({ person, organisation, by }) => ({
    subject: `${person} was added at ${organisation}`,
    paragraphs: [`${by} added ${person} as somebody who works for ${organisation}. Is that wrong? Then end it.`],
  }),
  DE: ({ person, organisation, by }) => ({
    subject: `${person} wurde bei ${organisation} hinzugefügt`,
    paragraphs: [
      `${by} hat ${person} als Mitarbeiter von ${organisation} hinzugefügt. Stimmt das nicht? Beenden Sie es.`,
    ],
  }),
};

/** Locked in the order of their ids, as the limit of mails wants it. */
const answerable = `select person.id from person where id in (
    select person_id from employment where organisation_id = $1 and roles && '{MEMBER_CONTACT,DPO,CISO}'
      and from_date <= $2 and (to_date is null or to_date > $2))
  and id <> all ($3) order by id for no key update`;

interface Added {
  readonly person: PersonEntity;
  readonly organisation: { readonly id: string; readonly legalName: string };
  readonly byId: string;
  readonly today: string;
  readonly now: Date;
}

/** Tells who was added, and the contact persons, DPO and CISO of the organisation: nobody is let in unseen. */
export async function tellOfEmployment(tx: EntityManager, { person, organisation, byId, today, now }: Added) {
  const by = await tx.findOneByOrFail(PersonEntity, { id: byId });
  const facts = { person: person.name, organisation: organisation.legalName, by: by.name };
  const send = (to: PersonEntity, words: Record<Language, Words>) =>
    enqueueMail(tx, { email: to.email, now }, { name: to.name, language: to.language, ...words[to.language](facts) });
  await send(person, addedMail);
  const rows = await tx.query<{ id: string }[]>(answerable, [organisation.id, today, [person.id, byId]]);
  for (const { id } of rows) await send(await tx.findOneByOrFail(PersonEntity, { id }), joinedMail);
}
