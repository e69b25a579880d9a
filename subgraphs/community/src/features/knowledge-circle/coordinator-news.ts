import { dayOf } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import { signInAction } from '../mail-outbox/account-page.js';
import type { Recipient } from '../organisation/tell-contacts.js';
import type { PersonEntity } from '../person/person.entity.js';
import type { CoordinatorChange } from './coordinator-mails.js';
import type { KnowledgeCircleEntity } from './knowledge-circle.entity.js';

/** Each once: that person, the other coordinators, and the contact persons of who is a member today. */
const concerned = `select id, name, email, language from person where id is distinct from $3
    and (id = $2 or id in (select coordinators_of($1, $5))
      or id in (select person_id from employment job join circle_membership member using (organisation_id)
        where member.circle_id = $1 and member.from_date <= $4 and (member.to_date is null or member.to_date > $4)
          and job.from_date <= $4 and (job.to_date is null or job.to_date > $4) and 'MEMBER_CONTACT' = any (job.roles)))
  order by id`;

interface News {
  readonly circle: Pick<KnowledgeCircleEntity, 'id' | 'name'>;
  readonly person: Pick<PersonEntity, 'id' | 'name' | 'consentDirectory'>;
  readonly now: Date;
  /** Who does it, and knows. */
  readonly byId: string | undefined;
}

/** Tells whom it concerns who coordinates a circle from now on, or no longer. */
export async function tellOfCoordinator(tx: EntityManager, change: CoordinatorChange, news: News): Promise<void> {
  const { circle, person, now, byId } = news;
  // as in the directory: who did not agree to be in it is named to nobody
  const facts = { circle: circle.name, who: person.consentDirectory ? person.name : '' };
  const people = await tx.query<Recipient[]>(concerned, [circle.id, person.id, byId ?? null, dayOf(now), now]);
  const letters = people.map(({ id, name, email, language }) => {
    const words = id === person.id ? change.toPerson : change.toCircle;
    return { email, content: { name, language, ...words[language](facts), ...signInAction } };
  });
  await enqueueNotices(tx, now, letters);
}
