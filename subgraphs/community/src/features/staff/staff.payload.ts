import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { StaffAppointment } from './staff-appointment.type.js';

@ObjectType()
abstract class StaffAppointmentPayload extends Payload {
  @Field(() => StaffAppointment, {
    nullable: true,
    description: 'Aanstelling as it is now; null when nothing was done, or when it is no longer yours to see.',
  })
  staffAppointment?: string;
}

@ObjectType({ description: 'Antwoord op appointStaff.' })
export class AppointStaffPayload extends StaffAppointmentPayload {}

@ObjectType({ description: 'Antwoord op dismissStaff.' })
export class DismissStaffPayload extends StaffAppointmentPayload {}
