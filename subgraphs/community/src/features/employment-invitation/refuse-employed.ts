import { DomainError } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';

interface Beginning {
  readonly organisationId: string;
  readonly email: string;
  readonly from: string;
}

/** Whoever may invite sees who works there, and under which address: this tells of no account beyond that. */
export async function refuseEmployed(tx: EntityManager, { organisationId, email, from }: Beginning): Promise<void> {
  const running = await tx.query<unknown[]>(
    `select from employment join person on person.id = person_id where organisation_id = $1 and lower(email) = $2
      and (to_date is null or to_date > greatest($3, from_date))`,
    [organisationId, email, from],
  );
  if (running.length > 0)
    throw new DomainError('ALREADY_EXISTS', 'Who has this address works there already: change the roles instead.');
}
