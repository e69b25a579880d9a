import { allOf, anyOf, type ReadModel, readModel } from '@lokaal/shared/read';
import { personReads } from '../person/person.reads.js';
import { StaffAppointmentEntity } from './staff-appointment.entity.js';

/** Who was staff when is for staff, and for oneself. */
export const staffAppointmentReads: ReadModel<StaffAppointmentEntity> = readModel(StaffAppointmentEntity, {
  visible: (viewer, row) => allOf(viewer.isSignedIn, anyOf(viewer.isStaff, row.personId.is(viewer.personId))),
  one: {
    person: () => personReads.by('personId'),
    appointedBy: () => personReads.by('appointedById'),
    dismissedBy: () => personReads.by('dismissedById'),
  },
  filter: ['appointedAt', 'dismissedAt', 'personId'],
  order: ['appointedAt'],
});
