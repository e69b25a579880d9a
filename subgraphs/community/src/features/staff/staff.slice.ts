import type { Slice } from '../../slice.js';
import { FirstStaff } from './first-staff.js';
import { StaffAppointmentEntity } from './staff-appointment.entity.js';
import { staffAppointmentReads } from './staff-appointment.reads.js';
import { StaffResolver } from './staff.resolver.js';
import { StaffService } from './staff.service.js';

const seconds = 1_000;

export const staffSlice: Slice = {
  entities: [StaffAppointmentEntity],
  models: [staffAppointmentReads],
  resolvers: (on) => [new StaffResolver(new StaffService(on))],
  jobs: (on) => {
    if (on.firstStaffEmail === undefined) return [];
    const first = new FirstStaff(on, on.firstStaffEmail);
    return [{ name: 'first member of staff', every: 5 * seconds, run: () => first.seat() }];
  },
  personalData: [
    {
      table: 'staff_appointment',
      of: 'person_id = $1',
      shown: ['appointed_at', 'dismissed_at'],
      erasure: 'delete',
    },
    {
      table: 'staff_appointment',
      of: 'appointed_by_id = $1',
      shown: ['appointed_at'],
      erasure: { set: 'appointed_by_id = null' },
    },
    {
      table: 'staff_appointment',
      of: 'dismissed_by_id = $1',
      shown: ['dismissed_at'],
      erasure: { set: 'dismissed_by_id = null' },
    },
  ],
};
