import type { Viewer } from '@lokaal/shared/auth';
import { requireVersion } from '@lokaal/shared/database';
import { badInput, invalidState, notFound } from '@lokaal/shared/errors';
import type { DataSource } from 'typeorm';
import { leaveSessions } from '../session-signup/leave-sessions.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { standingOf } from '../waiting-list/places.js';
import { holding, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { hasPlaceForNewcomer } from '../waiting-list/waiting-list.policy.js';
import { isOutsider } from './circle-access.query.js';
import { mayManage } from './colleague.query.js';
import { eventPlaces, freeBeside } from './event-places.js';
import { modeChangedMail } from './mode-changed-mail.js';
import { promote } from './promotion.js';
import { refusalOfAccepting, refusalOfCancelling, refusalOfMoving } from './registration-change.policy.js';
import { onBehalf } from './on-behalf.js';
import type { RegistrationMail } from './registration-mail.js';
import { cancellationMail, confirmationMail, waitingListMail } from './registration-mails.js';
import { answersOf, replaceAnswers } from './registration-answers.js';
import { RegistrationEntity } from './registration.entity.js';
import type {
  AcceptOfferInput,
  CancelRegistrationInput,
  ChangeRegistrationAnswersInput,
  ChangeRegistrationModeInput,
  DeclineOfferInput,
} from './registration.input.js';
import { hasMode, refusalOfOutsider, refusalOfWindow } from './registration.policy.js';
import { tell, tellWithSessions } from './tell.js';

type Change = (turn: EventTurn, registration: RegistrationEntity) => Promise<void>;

/**
 * What happens to a registration afterwards: by the person, by staff, and by who acts for colleagues at the person's
 * organisation. For everybody else it does not exist. Methods answer with the registration's id.
 */
export class RegistrationChangeService {
  constructor(
    private readonly db: DataSource,
    private readonly turnstile: EventTurnstile,
  ) {}

  acceptOffer(viewer: Viewer, input: AcceptOfferInput): Promise<string> {
    return this.change(viewer, input, async (turn, registration) => {
      const refusal = refusalOfAccepting(registration, turn.now);
      if (refusal) throw invalidState(refusal);
      await refuseOutsider(turn, viewer, registration);
      await update(turn, registration, { state: RegistrationState.CONFIRMED });
      const mail = confirmationMail(await answersOf(turn, registration));
      await tell(turn, [registration], await onBehalf(turn, { viewer, of: registration }, mail));
    });
  }

  declineOffer(viewer: Viewer, input: DeclineOfferInput): Promise<string> {
    return this.change(viewer, input, async (turn, registration) => {
      const refusal = refusalOfAccepting(registration, turn.now);
      if (refusal) throw invalidState(refusal);
      await cancel(turn, viewer, registration);
    });
  }

  cancel(viewer: Viewer, input: CancelRegistrationInput): Promise<string> {
    return this.change(viewer, input, async (turn, registration) => {
      const refusal = refusalOfCancelling(registration, momentOf(turn));
      if (refusal) throw invalidState(refusal);
      await cancel(turn, viewer, registration);
    });
  }

  changeMode(viewer: Viewer, { mode, ...input }: ChangeRegistrationModeInput): Promise<string> {
    return this.change(viewer, input, async (turn, registration) => {
      if (!hasMode(turn.event, mode)) throw badInput(`This event is ${turn.event.mode}.`, ['mode']);
      await refuseOutsider(turn, viewer, registration);
      const standing = await standingOf(turn, eventPlaces(turn.event, mode));
      const refusal = refusalOfMoving(registration, momentOf(turn), { mode, standing });
      if (refusal) throw invalidState(refusal);
      await move(turn, registration, {
        viewer,
        mode,
        arrival: standing.nextArrival,
        position: standing.waiting + 1,
        hasPlace: hasPlaceForNewcomer(standing),
      });
    });
  }

  changeAnswers(viewer: Viewer, { answers, ...input }: ChangeRegistrationAnswersInput): Promise<string> {
    return this.change(viewer, input, async (turn, registration) => {
      const closed = refusalOfWindow(viewer, turn.event, turn.now);
      if (closed) throw invalidState(closed);
      await replaceAnswers(turn, registration, answers);
    });
  }

  private async change(viewer: Viewer, seen: CancelRegistrationInput, work: Change): Promise<string> {
    const { id, expectedVersion } = seen;
    const known = await this.db.manager.findOneBy(RegistrationEntity, { id });
    if (!known) throw notFound('Registration', ['id']);
    return this.turnstile.pass(known.eventId, async (turn) => {
      const registration = await turn.tx.findOneByOrFail(RegistrationEntity, { id });
      if (!(await mayManage(turn, viewer, registration))) throw notFound('Registration', ['id']);
      requireVersion(registration, expectedVersion);
      await work(turn, registration);
      return id;
    });
  }
}

const momentOf = ({ event, now }: EventTurn) => ({ now, startsAt: event.startsAt });

/** A place in a meeting of a circle is for its people, also when one came free. */
async function refuseOutsider(turn: EventTurn, viewer: Viewer, registration: RegistrationEntity): Promise<void> {
  const refusal = refusalOfOutsider(viewer, await isOutsider(turn, registration));
  if (refusal) throw refusal;
}

/** Writes a change; the registration is as it was written afterwards. */
async function update(
  { tx }: EventTurn,
  registration: RegistrationEntity,
  change: Partial<RegistrationEntity>,
): Promise<void> {
  await tx.update(RegistrationEntity, registration.id, change);
  Object.assign(registration, change);
}

/** Frees the place, at the event and in its sessions, for the next in line. */
async function cancel(turn: EventTurn, viewer: Viewer, registration: RegistrationEntity): Promise<void> {
  await update(turn, registration, { state: RegistrationState.CANCELLED, cancelledAt: turn.now });
  const signups = await leaveSessions(turn, [registration.id]);
  const mail = await onBehalf(turn, { viewer, of: registration }, cancellationMail);
  await tellWithSessions(turn, { registrations: [registration], signups }, mail);
  await promote(turn, registration.mode);
}

interface Move extends Pick<RegistrationEntity, 'mode' | 'arrival'> {
  readonly viewer: Viewer;
  readonly hasPlace: boolean;
  /** In the line for the other mode, where there is no place. */
  readonly position: number;
}

/** That it is confirmed, or that it waits. */
async function mailOfPlace(turn: EventTurn, registration: RegistrationEntity, to: Move): Promise<RegistrationMail> {
  const answers = await answersOf(turn, registration);
  if (to.hasPlace) return confirmationMail(answers);
  return waitingListMail({ answers, position: to.position, free: await freeBeside(turn, to.mode) });
}

/** To the end of the line for the other mode; the place in this one comes free. */
async function move(turn: EventTurn, registration: RegistrationEntity, to: Move): Promise<void> {
  const { mode: left, state: before } = registration;
  const { mode, arrival, viewer } = to;
  const state = to.hasPlace ? RegistrationState.CONFIRMED : RegistrationState.WAITLISTED;
  await update(turn, registration, { mode, arrival, state, offeredAt: null, offerExpiresAt: null });
  const mail = modeChangedMail(left, await mailOfPlace(turn, registration, to));
  await tell(turn, [registration], await onBehalf(turn, { viewer, of: registration }, mail));
  if (holding.includes(before)) await promote(turn, left);
}
