import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { AttendanceService } from './attendance.service.js';
import {
  CheckInAtSessionInput,
  CheckInInput,
  MarkAttendedInput,
  MarkNoShowsInput,
  UndoCheckInInput,
  UndoSessionCheckInInput,
} from './check-in.input.js';
import {
  CheckInAtSessionPayload,
  CheckInPayload,
  MarkAttendedPayload,
  MarkNoShowsPayload,
  UndoCheckInPayload,
  UndoSessionCheckInPayload,
} from './check-in.payload.js';
import type { CheckInMistakeService } from './check-in-mistake.service.js';
import type { CheckInService } from './check-in.service.js';
import type { SessionCheckInService } from './session-check-in.service.js';

export interface CheckInServices {
  readonly entrance: Pick<CheckInService, 'checkIn'>;
  readonly sessions: Pick<SessionCheckInService, 'checkIn'>;
  readonly mistakes: Pick<CheckInMistakeService, 'undo' | 'undoAtSession'>;
  readonly attendance: Pick<AttendanceService, 'markNoShows' | 'markAttended'>;
}

@Resolver()
export class CheckInResolver {
  constructor(private readonly services: CheckInServices) {}

  @Mutation(() => CheckInPayload, {
    description:
      'Aanmelden aan de ingang by ticket code or registration, from two hours before the start: by staff, and by the coordinators at a meeting of their circle. Present from the start on.',
  })
  @Directive('@authenticated')
  async checkIn(
    @Arg('input', { description: 'Where, and with which ticket.' }) input: CheckInInput,
    @Ctx() { viewer }: Context,
  ) {
    return { registration: await this.services.entrance.checkIn(viewer, input) };
  }

  @Mutation(() => UndoCheckInPayload, {
    description:
      'Aanmelding ongedaan maken, by who checks people in: it was a mistake, also where the person was seen at sessions.',
  })
  @Directive('@authenticated')
  async undoCheckIn(
    @Arg('input', { description: 'Which registration.' }) input: UndoCheckInInput,
    @Ctx() { viewer }: Context,
  ) {
    return { registration: await this.services.mistakes.undo(viewer, input) };
  }

  @Mutation(() => CheckInAtSessionPayload, {
    description:
      'Aanmelden bij een sessie by ticket code or registration, from half an hour before it begins: who signed up, and others while there are places.',
  })
  @Directive('@authenticated')
  async checkInAtSession(
    @Arg('input', { description: 'Where, and with which ticket.' }) input: CheckInAtSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { signup: await this.services.sessions.checkIn(viewer, input) };
  }

  @Mutation(() => UndoSessionCheckInPayload, {
    description:
      'Aanmelding bij een sessie ongedaan maken, by who checks people in: who signed up has the place again, who did not gives it to the next in line.',
  })
  @Directive('@authenticated')
  async undoSessionCheckIn(
    @Arg('input', { description: 'Which sign-up.' }) input: UndoSessionCheckInInput,
    @Ctx() { viewer }: Context,
  ) {
    return { signup: await this.services.mistakes.undoAtSession(viewer, input) };
  }

  @Mutation(() => MarkNoShowsPayload, {
    description:
      'Afwezigen noteren, by who checks people in, once the event has begun: all who had a place and were not checked in. After the end it happens by itself, where people were checked in.',
  })
  @Directive('@authenticated')
  markNoShows(@Arg('input', { description: 'At which event.' }) input: MarkNoShowsInput, @Ctx() { viewer }: Context) {
    return this.services.attendance.markNoShows(viewer, input);
  }

  @Mutation(() => MarkAttendedPayload, {
    description:
      'Aanwezigen noteren, by who checks people in, once the event has begun: many at once, for a webinar or from a list on paper.',
  })
  @Directive('@authenticated')
  markAttended(
    @Arg('input', { description: 'Who, at which event.' }) input: MarkAttendedInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.services.attendance.markAttended(viewer, input);
  }
}
