import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { staffAppointmentReads } from './staff-appointment.reads.js';
import { StaffAppointmentConnection } from './staff-appointment.type.js';
import { AppointStaffInput, DismissStaffInput } from './staff.input.js';
import { AppointStaffPayload, DismissStaffPayload } from './staff.payload.js';
import type { StaffService } from './staff.service.js';

@Resolver()
export class StaffResolver {
  constructor(private readonly staff: Pick<StaffService, 'appoint' | 'dismiss'>) {}

  @Query(() => StaffAppointmentConnection, {
    nullable: true,
    description: 'Aanstellingen: who is and was staff of the association, for staff; others see their own.',
  })
  staffAppointments(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(staffAppointmentReads, info);
  }

  @Mutation(() => AppointStaffPayload, {
    description:
      'Medewerker aanstellen, by staff: from the next request on the person may do what staff may. All of staff is told.',
  })
  @Directive('@authenticated')
  async appointStaff(@Arg('input', { description: 'Whom.' }) input: AppointStaffInput, @Ctx() { viewer }: Context) {
    return { staffAppointment: await this.staff.appoint(viewer, input) };
  }

  @Mutation(() => DismissStaffPayload, {
    description:
      'Aanstelling beëindigen, by staff, also the own one: with the next request the person is staff no more. The last one stays.',
  })
  @Directive('@authenticated')
  async dismissStaff(
    @Arg('input', { description: 'Which one.' }) input: DismissStaffInput,
    @Ctx() { viewer }: Context,
  ) {
    return { staffAppointment: await this.staff.dismiss(viewer, input) };
  }
}
