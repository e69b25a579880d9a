import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, refuseDuplicates, requireVersion } from '@lokaal/shared/database';
import { forbidden, invalidState } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { AccountLinks } from '../identity/account-links.js';
import { enterPerson } from '../identity/enter-person.js';
import { foldEmail } from '../identity/sign-in-origin.js';
import { giveAddress } from '../identity/give-address.js';
import { namedPerson } from '../person/named-person.query.js';
import { PersonEntity } from '../person/person.entity.js';
import type { CreatePersonInput, UpdatePersonInput } from './person-entry.input.js';

const refuseTaken = refuseDuplicates({ person_email: ['There is a person with this e-mail address.', 'email'] });

/** People whom staff take in and keep. Every method answers with the person's id. */
export class PersonEntryService {
  private readonly links: AccountLinks;

  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'publicUrl'>) {
    this.links = new AccountLinks(on.publicUrl);
  }

  async create(viewer: Viewer, { idempotencyKey: key, ...input }: CreatePersonInput): Promise<string> {
    requireStaff(viewer);
    const { links } = this;
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'createPerson', input, now };
    const id = await inTransaction(this.on.db, (tx) =>
      idempotent(tx, call, () => enterPerson(tx, input, { links, now })),
    );
    this.on.mailWaits();
    return id;
  }

  async update(viewer: Viewer, { id, expectedVersion, email, ...changes }: UpdatePersonInput): Promise<string> {
    requireStaff(viewer);
    const { links } = this;
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const person = await namedPerson(tx, { viewer, now }, { id, field: ['id'], lock: 'pessimistic_write' });
      requireVersion(person, expectedVersion);
      const address = foldEmail(email ?? person.email);
      const changed = await tx.save(PersonEntity, Object.assign(person, changes));
      if (address === foldEmail(person.email)) return;
      await refuseWithRights(tx, id, dayOf(now));
      await giveAddress(tx, changed, { email: address, links, now });
    }).catch(refuseTaken);
    this.on.mailWaits();
    return id;
  }
}

function requireStaff(viewer: Viewer): void {
  if (!isStaff(viewer)) throw forbidden('Only staff of the association enter and change other people.');
}

/**
 * Who was let go may be wanted back: an employment that ended, or was said to have ended, so shortly ago is as one that runs,
 * so that ending it opens no account.
 */
const seatKeptDays = 90;

const rights = `
  select from employment where person_id = $1 and (to_date is null or greatest(to_date, updated_at::date) > $2::date - ${seatKeptDays})
  union all select from staff_role where person_id = $1`;

/**
 * Who holds the mailbox holds the account. Staff have no access to what is confidential to an organisation,
 * so they do not move an account that has to an address of their choice.
 */
async function refuseWithRights(tx: EntityManager, personId: string, today: string): Promise<void> {
  if ((await tx.query<unknown[]>(rights, [personId, today])).length > 0)
    throw invalidState(
      `This person works for an organisation, did so in the last ${seatKeptDays} days, or is staff: only the person changes the address.`,
    );
}
