import { type EntityManager, In } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { PersonEntity } from '../person/person.entity.js';
import { mentorshipMail, type MentorshipNews } from './mentorship-mails.js';
import type { MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';

export interface Pair {
  readonly offer: MentorshipOfferEntity;
  readonly request: MentorshipRequestEntity;
}

interface News {
  readonly news: MentorshipNews;
  readonly now: Date;
}

/** Puts a mail in the outbox for the expert and for who asked, as far as they are still there. */
export async function tellParties(tx: EntityManager, { offer, request }: Pair, { news, now }: News): Promise<void> {
  const ids = [offer.personId, request.personId].filter((id) => id !== null);
  const people = await tx.findBy(PersonEntity, { id: In(ids) });
  for (const person of people)
    await enqueueNotice(tx, { email: person.email, now }, mentorshipMail(person, news, request.title));
}
