import type { EntityManager } from 'typeorm';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import { mentorshipMail, type MentorshipNews, type Party } from './mentorship-mails.js';
import type { MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';
import type { Side } from './works-there.query.js';

export interface Pair {
  readonly offer: MentorshipOfferEntity;
  readonly request: MentorshipRequestEntity;
}

interface News {
  readonly news: MentorshipNews;
  readonly now: Date;
}

/** Puts a mail in the outbox for the expert and for who asked, as far as they are still there: each reads who the other is. */
export async function tellParties(tx: EntityManager, { offer, request }: Pair, { news, now }: News): Promise<void> {
  const expert = await partyOf(tx, offer);
  const asker = await partyOf(tx, request);
  for (const [to, other] of [
    [expert, asker],
    [asker, expert],
  ]) {
    const told = { title: request.title, other };
    if (to) await enqueueNotice(tx, { email: to.email, now }, mentorshipMail(to, news, told));
  }
}

/** Undefined when the person was erased. */
async function partyOf(tx: EntityManager, { personId, organisationId }: Side): Promise<PersonOfParty | undefined> {
  const person = personId === null ? null : await tx.findOneBy(PersonEntity, { id: personId });
  if (!person) return undefined;
  const { legalName } = await tx.findOneByOrFail(OrganisationEntity, { id: organisationId });
  const { name, email, language } = person;
  return { name, email, language, organisation: legalName };
}

type PersonOfParty = Party & Pick<PersonEntity, 'language'>;
