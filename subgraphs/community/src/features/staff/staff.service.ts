import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { DomainError, forbidden, invalidState } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { type Looking, namedPerson } from '../person/named-person.query.js';
import { StaffAppointmentEntity } from './staff-appointment.entity.js';
import { appointedMail, dismissedMail } from './staff-mails.js';
import { enrol, lockStaff, refuseLastOfStaff, strikeOff } from './staff-roll.js';
import type { AppointStaffInput, DismissStaffInput } from './staff.input.js';
import { tellStaff } from './tell-staff.js';

/** Who is staff is decided by staff. Every method answers with the appointment's id. */
export class StaffService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async appoint(viewer: Viewer, { idempotencyKey: key, ...input }: AppointStaffInput): Promise<string> {
    if (!isStaff(viewer)) throw onlyStaff();
    const [byId, now] = [viewer.personId!, this.on.clock.now()];
    const { personId } = input;
    const call = { personId: byId, key, mutation: 'appointStaff', input, now };
    const id = await inTransaction(this.on.db, async (tx) => {
      // the person before staff, as where a person is erased
      await requireConfirmed(tx, { viewer, now }, personId);
      const staff = await lockStaff(tx);
      if (!staff.includes(byId)) throw onlyStaff();
      return idempotent(tx, call, async () => {
        if (staff.includes(personId)) throw new DomainError('ALREADY_EXISTS', 'The person is staff.', ['personId']);
        const appointment = await enrol(tx, { personId, byId, now });
        await tellStaff(tx, appointedMail, { personId, now });
        return appointment;
      });
    });
    this.on.mailWaits();
    return id;
  }

  async dismiss(viewer: Viewer, { id, expectedVersion }: DismissStaffInput): Promise<string> {
    if (!isStaff(viewer)) throw onlyStaff();
    const [byId, now] = [viewer.personId!, this.on.clock.now()];
    await inTransaction(this.on.db, async (tx) => {
      const staff = await lockStaff(tx);
      if (!staff.includes(byId)) throw onlyStaff();
      const appointment = await lockRow(tx, StaffAppointmentEntity, id);
      requireVersion(appointment, expectedVersion);
      if (appointment.dismissedAt) throw invalidState('This appointment has ended.');
      await refuseLastOfStaff(tx, appointment.personId);
      await strikeOff(tx, appointment, { byId, now });
      await tellStaff(tx, dismissedMail, { personId: appointment.personId, now });
    });
    this.on.mailWaits();
    return id;
  }
}

const onlyStaff = () => forbidden('Only staff of the association decide who is staff.');

/** Locked, so that the person is not erased meanwhile. Without a confirmed address nobody knows who that would be. */
async function requireConfirmed(tx: EntityManager, looking: Looking, id: string): Promise<void> {
  const { emailConfirmedAt } = await namedPerson(tx, looking, { id, lock: 'for_no_key_update' });
  if (!emailConfirmedAt)
    throw invalidState('The e-mail address of this person is not confirmed: the mailed link must be followed first.');
}
