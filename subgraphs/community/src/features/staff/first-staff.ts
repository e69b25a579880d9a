import { inTransaction } from '@lokaal/shared/database';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { AccountLinks } from '../identity/account-links.js';
import { lockPersonByEmail } from '../identity/account.query.js';
import { enterPerson, isOpen } from '../identity/enter-person.js';
import { reopenAccount } from '../identity/give-address.js';
import { foldEmail } from '../identity/sign-in-origin.js';
import { Language } from '../person/language.js';
import { appointedMail } from './staff-mails.js';
import { enrol } from './staff-roll.js';
import { tellStaff } from './tell-staff.js';

const anyStaff = `select from staff_role where role = 'STAFF' limit 1`;

/**
 * Lets the first member of staff in, whose address is in the configuration, while nobody is staff. The address is entered
 * and invited: its owner chooses a password by the mailed link, and only who did so is appointed. So nobody becomes staff
 * who registered with the address of somebody else, also not when its owner follows the link of that registration.
 */
export class FirstStaff {
  constructor(
    private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'publicUrl'>,
    private readonly email: string,
  ) {}

  async seat(): Promise<void> {
    if ((await this.on.db.query<unknown[]>(anyStaff)).length > 0) return;
    await inTransaction(this.on.db, async (tx) => {
      // one process at a time
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('first staff', 0))`);
      if ((await tx.query<unknown[]>(anyStaff)).length > 0) return;
      await this.seatOrInvite(tx);
    });
    this.on.mailWaits();
  }

  private async seatOrInvite(tx: EntityManager): Promise<void> {
    const now = this.on.clock.now();
    const email = foldEmail(this.email);
    const person = await lockPersonByEmail(tx, email);
    if (person?.emailConfirmedAt && person.enteredAt) {
      await enrol(tx, { personId: person.id, byId: null, now });
      return tellStaff(tx, appointedMail, { personId: person.id, now });
    }
    const links = new AccountLinks(this.on.publicUrl);
    // its password may be that of a stranger, whose registration the owner of the address confirmed
    if (person?.emailConfirmedAt) return reopenAccount(tx, person, { links, now });
    // who was entered has had the mail; a new link is asked for on the page of a forgotten password
    if (person && !(await isOpen(tx, person))) return;
    await enterPerson(tx, { name: email, email, language: Language.NL }, { links, now });
  }
}
