import { invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { StaffRoleEntity } from '../person/staff-role.entity.js';
import { StaffAppointmentEntity } from './staff-appointment.entity.js';

interface Appointment {
  readonly personId: string;
  /** Null: by configuration. */
  readonly byId: string | null;
  readonly now: Date;
}

/** Who is staff, locked: two who dismiss each other at once wait for each other, and the second one is staff no more. */
export async function lockStaff(tx: EntityManager): Promise<readonly string[]> {
  const staff = await tx.query<{ id: string }[]>(
    `select person_id as id from staff_role where role = 'STAFF' order by person_id for update`,
  );
  return staff.map(({ id }) => id);
}

export async function enrol(tx: EntityManager, { personId, byId, now }: Appointment): Promise<string> {
  const id = newId('staffappointment');
  await tx.insert(StaffRoleEntity, { personId, role: 'STAFF' });
  await tx.insert(StaffAppointmentEntity, { id, personId, appointedAt: now, appointedById: byId });
  return id;
}

interface Dismissal {
  readonly byId: string;
  readonly now: Date;
}

export async function strikeOff(
  tx: EntityManager,
  { id, personId }: StaffAppointmentEntity,
  { byId, now }: Dismissal,
): Promise<void> {
  await tx.delete(StaffRoleEntity, { personId, role: 'STAFF' });
  await tx.update(StaffAppointmentEntity, id, { dismissedAt: now, dismissedById: byId });
}

/** Somebody has to be able to let people in. Throws a DomainError INVALID_STATE. */
export async function refuseLastOfStaff(tx: EntityManager, personId: string): Promise<void> {
  const staff = await lockStaff(tx);
  if (staff.length === 1 && staff[0] === personId)
    throw invalidState('There is no other member of staff: appoint somebody first.');
}
