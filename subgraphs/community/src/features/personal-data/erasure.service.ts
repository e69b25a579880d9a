import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, invalidState, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { PersonalData, SliceDependencies } from '../../slice.js';
import type { SignInService } from '../identity/sign-in.service.js';
import { enqueueLastMail } from '../mail-outbox/mail-outbox.js';
import { findNamedPerson } from '../person/named-person.query.js';
import { refuseLastOfStaff } from '../staff/staff-roll.js';
import { refuseWhileHeld } from './erasure-hold.js';
import { erasureMail } from './erasure-mail.js';
import type { BeforeErasure } from './personal-data.inventory.js';
import { erasedAt, recordRequest } from './rights-record.js';
import type { ErasePersonInput } from './rights.input.js';
import { requestOf, type RightsRequest } from './rights.policy.js';

export interface ErasureDependencies extends Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'> {
  readonly inventory: readonly PersonalData[];
  readonly before: readonly BeforeErasure[];
  /** Makes sure that the person is at the keyboard. */
  readonly signIns: () => Pick<SignInService, 'confirm'>;
}

/** Takes a person out of the community (GDPR art. 17): what counts stays, who it was does not. */
export class ErasureService {
  constructor(private readonly on: ErasureDependencies) {}

  /**
   * All or nothing, in one transaction. Erasing who was erased before changes nothing and gives the moment of then.
   * Throws a DomainError INVALID_STATE while there is a ground to keep what is held.
   */
  async erase(viewer: Viewer, input: ErasePersonInput, clientAddress: string | undefined): Promise<Date> {
    const request = requestOf(viewer, input);
    if (request.askedBy === 'SELF') await this.confirm(request.personId, input.password, clientAddress);
    const at = await inTransaction(this.on.db, (tx) => this.eraseOnce(tx, viewer, request));
    // the person is told, and whoever got a freed place
    this.on.mailWaits();
    return at;
  }

  private confirm(personId: string, password: string | null | undefined, address: string | undefined): Promise<void> {
    if (!password) throw badInput('Type your password again: what is erased does not come back.', ['password']);
    return this.on.signIns().confirm({ personId, password }, address);
  }

  private async eraseOnce(tx: EntityManager, viewer: Viewer, request: RightsRequest): Promise<Date> {
    const { personId } = request;
    const now = this.on.clock.now();
    // the strongest lock: nobody refers to this person from now on, and who just did is waited for
    const person = await findNamedPerson(tx, { viewer, now }, { id: personId, lock: 'pessimistic_write' });
    if (!person) return earlier(tx, personId);
    await refuseWhileHeld(tx, personId, now);
    await refuseLastOfStaff(tx, personId);
    if (request.askedBy === 'STAFF') await refuseWithRole(tx, personId, dayOf(now));
    for (const prepare of this.on.before) await prepare(tx, personId);
    for (const one of this.on.inventory) await erase(tx, one, personId);
    await recordRequest(tx, request, { kind: 'ERASURE', now });
    const mail = erasureMail(request, { language: person.language, now });
    // after all others to this address are gone
    if (mail) await enqueueLastMail(tx, { email: person.email, now }, mail);
    return now;
  }
}

/** Ending an employment tells the person and leaves a trace: rights at an organisation are not taken by erasing in silence. */
async function refuseWithRole(tx: EntityManager, personId: string, today: string): Promise<void> {
  const roles = await tx.query<unknown[]>(
    `select from employment where person_id = $1 and roles <> '{}' and (to_date is null or to_date > $2)`,
    [personId, today],
  );
  if (roles.length > 0) throw invalidState('This person has a role at an organisation: end the employment first.');
}

async function earlier(tx: EntityManager, personId: string): Promise<Date> {
  const at = await erasedAt(tx, personId);
  if (!at) throw notFound('Person', ['personId']);
  return at;
}

async function erase(tx: EntityManager, { table, of, erasure }: PersonalData, personId: string): Promise<void> {
  if (erasure === 'cascade') return;
  const change = erasure === 'delete' ? `delete from ${table}` : `update ${table} set ${erasure.set}`;
  await tx.query(`${change} where ${of}`, [personId]);
}
