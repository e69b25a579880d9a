import { In } from 'typeorm';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import type { MailContent } from '../mail-outbox/mail-template.js';
import { PersonEntity } from '../person/person.entity.js';
import type { Turn } from './places.js';

/** A mail to one person. */
export interface Letter {
  /** Null: the person was erased, and nobody is told. */
  readonly personId: string | null;
  readonly write: (to: PersonEntity) => MailContent;
}

/** Mails that leave if and only if the transaction of the turn commits. */
export async function tellPeople({ tx, now }: Turn, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const ids = letters.flatMap(({ personId }) => personId ?? []);
  const people = new Map((await tx.findBy(PersonEntity, { id: In(ids) })).map((one) => [one.id, one]));
  const mails = letters.flatMap(({ personId, write }) => {
    const person = people.get(personId ?? '');
    return person ? [{ email: person.email, content: write(person) }] : [];
  });
  await enqueueNotices(tx, now, mails);
}
