import type { Viewer } from '@lokaal/shared/auth';
import { invalidState } from '@lokaal/shared/errors';
import { RegistrationEntity } from '../registration/registration.entity.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import type { CheckInInput } from './check-in.input.js';
import { checkedIn, doorsOpen, refusalOfDoor } from './check-in.policy.js';
import { refusalAtEvent, refuseUnlessAtDoor, shownAt } from './door.js';

/** Lets people in at an event. */
export class CheckInService {
  constructor(private readonly turnstile: EventTurnstile) {}

  /** Answers with the registration's id. */
  checkIn(viewer: Viewer, { eventId, ...shown }: CheckInInput): Promise<string> {
    return this.turnstile.pass(eventId, async (turn) => {
      await refuseUnlessAtDoor(turn, viewer);
      const door = { now: turn.now, startsAt: turn.event.startsAt, opensBefore: doorsOpen.event };
      const registration = await shownAt(turn, shown);
      const refusal = refusalOfDoor(door) ?? (await refusalAtEvent(turn, registration));
      if (refusal) throw invalidState(refusal);
      await turn.tx.update(RegistrationEntity, registration.id, checkedIn(door));
      return registration.id;
    });
  }
}
