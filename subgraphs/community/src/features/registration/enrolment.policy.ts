import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { badInput, DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import type { EventTurn } from '../event/event-follower.js';
import { isPublic } from '../event/event.policy.js';
import { type Answer, type Question, refusalOfAnswers } from './answers.policy.js';
import type { PersonFacts, RegistrationFacts } from './registration-facts.query.js';
import type { AttendanceMode } from './registration.enums.js';
import {
  complimentaryFor,
  hasMode,
  type Price,
  priceFor,
  refusalOfOutsider,
  refusalOfPrerequisites,
  refusalOfWindow,
} from './registration.policy.js';

/** Who registers whom, and how. */
export interface Wish {
  readonly eventId: string;
  readonly mode: AttendanceMode;
  readonly answers: readonly Answer[];
  readonly viewer: Viewer;
  readonly personId: string;
  /** Why the place is free; absent when it is paid for as usual. */
  readonly complimentaryReason?: string;
}

type Moment = Pick<EventTurn, 'event' | 'now'>;

/** Whatever else is wrong: a draft is as if it were not there. Throws a DomainError NOT_FOUND. */
export function requireVisible({ event }: Pick<Moment, 'event'>, viewer: Viewer): void {
  if (!isPublic(event) && !isStaff(viewer)) throw notFound('Event', ['eventId']);
}

/** Whether anybody could come in this way now. Throws a DomainError otherwise. */
export function requireOpen(turn: Moment, { viewer, mode }: Wish): void {
  const { event, now } = turn;
  requireVisible(turn, viewer);
  const closed = refusalOfWindow(viewer, event, now);
  if (closed) throw invalidState(closed);
  if (!hasMode(event, mode)) throw badInput(`This event is ${event.mode}.`, ['mode']);
}

interface Accepted {
  readonly person: NonNullable<PersonFacts['person']>;
  readonly price: Price;
}

/** Who it is, and as what the person may register. Throws a DomainError otherwise. */
export function accept(
  { prices, questions }: Pick<RegistrationFacts, 'prices' | 'questions'>,
  { answers, viewer, complimentaryReason }: Wish,
  { person, memberships, missing, isRegistered, isOutsider }: PersonFacts,
): Accepted {
  if (!person) throw notFound('Person', ['personId']);
  if (isRegistered) throw new DomainError('ALREADY_EXISTS', 'There is a registration for this event already.');
  const outside = refusalOfOutsider(viewer, isOutsider);
  if (outside) throw outside;
  const isFree = complimentaryReason !== undefined;
  const price = isFree ? complimentaryFor(memberships) : priceFor(memberships, prices);
  if (!price) throw forbidden('This event is not open to you: it has a price for other audiences only.');
  const refusal =
    refusalOfPrerequisites(viewer, missing) ??
    refusalOfAnswers(isFree ? questions.map(asOptional) : questions, answers);
  if (refusal) throw refusal;
  return { person, price };
}

const asOptional = (question: Question): Question => ({ ...question, required: false });
