import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { idempotent } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { isPublic } from '../event/event.policy.js';
import { enqueueNotice } from '../mail-outbox/mail-outbox.js';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { hasPlaceAtDoor, hasPlaceForNewcomer } from '../waiting-list/waiting-list.policy.js';
import { givenAnswers } from './answers-in-words.js';
import { type Question, refusalOfAnswers } from './answers.policy.js';
import { namedPerson } from '../person/named-person.query.js';
import { actsForPerson } from './colleague.query.js';
import { eventPlaces, freeBeside } from './event-places.js';
import { onBehalf } from './on-behalf.js';
import { type RegistrationFacts, registrationFacts } from './registration-facts.query.js';
import { confirmationMail, waitingListMail } from './registration-mails.js';
import { writeAnswers } from './registration-answers.js';
import { RegistrationEntity } from './registration.entity.js';
import type {
  RegisterColleagueInput,
  RegisterComplimentaryInput,
  RegisterForEventInput,
} from './registration.input.js';
import {
  complimentaryFor,
  hasMode,
  type Price,
  priceFor,
  refusalOfOutsider,
  refusalOfPrerequisites,
  refusalOfWindow,
} from './registration.policy.js';
import { newTicketCode } from './ticket-code.js';

/** Who registers whom, and how. */
interface Wish extends Omit<RegisterForEventInput, 'idempotencyKey'> {
  readonly viewer: Viewer;
  readonly personId: string;
  /** Why the place is free; absent when it is paid for as usual. */
  readonly complimentaryReason?: string;
}

/** Takes people in, as long as there are places; the others wait in order of arrival. Methods answer with the registration's id. */
export class RegistrationService {
  constructor(private readonly turnstile: EventTurnstile) {}

  register(viewer: Viewer, { idempotencyKey: key, ...input }: RegisterForEventInput): Promise<string> {
    return this.pass(viewer, input.eventId, (turn) => {
      const call = { personId: viewer.personId!, key, mutation: 'registerForEvent', input, now: turn.now };
      return idempotent(turn.tx, call, () => enrol(turn, { ...input, viewer, personId: viewer.personId! }));
    });
  }

  registerColleague(viewer: Viewer, { idempotencyKey: key, ...input }: RegisterColleagueInput): Promise<string> {
    return this.pass(viewer, input.eventId, async (turn) => {
      if (!isStaff(viewer) && !(await actsForPerson(turn, viewer, input.personId)))
        throw notFound('A colleague for whom you may act', ['personId']);
      const call = { personId: viewer.personId!, key, mutation: 'registerColleague', input, now: turn.now };
      return idempotent(turn.tx, call, () => enrolOther(turn, { ...input, viewer }));
    });
  }

  registerComplimentary(
    viewer: Viewer,
    { idempotencyKey: key, ...input }: RegisterComplimentaryInput,
  ): Promise<string> {
    return this.pass(viewer, input.eventId, (turn) => {
      if (!isStaff(viewer)) throw forbidden('Only staff of the association give a place for free.');
      const { reason: complimentaryReason, ...wish } = input;
      const call = { personId: viewer.personId!, key, mutation: 'registerComplimentary', input, now: turn.now };
      return idempotent(turn.tx, call, () => enrolOther(turn, { ...wish, complimentaryReason, viewer }));
    });
  }

  /** Whatever else is wrong: a draft is as if it were not there. */
  private pass(viewer: Viewer, eventId: string, work: (turn: EventTurn) => Promise<string>): Promise<string> {
    return this.turnstile.pass(eventId, (turn) => {
      if (!isPublic(turn.event) && !isStaff(viewer)) throw notFound('Event', ['eventId']);
      return work(turn);
    });
  }
}

async function enrolOther(turn: EventTurn, wish: Wish): Promise<string> {
  const { viewer, personId: id } = wish;
  await namedPerson(turn.tx, { viewer, now: turn.now }, { id });
  return enrol(turn, wish);
}

async function enrol(turn: EventTurn, wish: Wish): Promise<string> {
  const { event, now } = turn;
  const closed = refusalOfWindow(wish.viewer, event, now);
  if (closed) throw invalidState(closed);
  if (!hasMode(event, wish.mode)) throw badInput(`This event is ${event.mode}.`, ['mode']);
  return write(turn, wish, decide(await registrationFacts(turn, wish), wish));
}

interface Decision extends Pick<RegistrationFacts, 'standing' | 'questions'> {
  readonly person: NonNullable<RegistrationFacts['person']>;
  readonly price: Price;
}

/** As what the person may register. Throws a DomainError otherwise. */
function decide(facts: RegistrationFacts, { answers, viewer, complimentaryReason }: Wish): Decision {
  if (!facts.person) throw notFound('Person', ['personId']);
  if (facts.isRegistered) throw new DomainError('ALREADY_EXISTS', 'There is a registration for this event already.');
  const outside = refusalOfOutsider(viewer, facts.isOutsider);
  if (outside) throw outside;
  const isFree = complimentaryReason !== undefined;
  const price = isFree ? complimentaryFor(facts.memberships) : priceFor(facts.memberships, facts.prices);
  if (!price) throw forbidden('This event is not open to you: it has a price for other audiences only.');
  const refusal =
    refusalOfPrerequisites(viewer, facts.missing) ??
    refusalOfAnswers(isFree ? facts.questions.map(asOptional) : facts.questions, answers);
  if (refusal) throw refusal;
  const { person, standing, questions } = facts;
  return { person, standing, questions, price };
}

const asOptional = (question: Question): Question => ({ ...question, required: false });

async function write(turn: EventTurn, { answers, ...wish }: Wish, decision: Decision): Promise<string> {
  const { tx, event, now } = turn;
  const { person, price, standing, questions } = decision;
  const { capacity } = eventPlaces(event, wish.mode);
  const hasBegun = now >= event.startsAt;
  const hasPlace = (hasBegun ? hasPlaceAtDoor : hasPlaceForNewcomer)({ ...standing, capacity });
  if (!hasPlace && hasBegun) throw invalidState('There is no place left, and it has begun.');
  const registration = tx.create(RegistrationEntity, {
    id: newId('registration'),
    eventId: event.id,
    personId: wish.personId,
    registeredById: wish.viewer.personId === wish.personId ? null : wish.viewer.personId!,
    mode: wish.mode,
    state: hasPlace ? RegistrationState.CONFIRMED : RegistrationState.WAITLISTED,
    arrival: standing.nextArrival,
    complimentaryReason: wish.complimentaryReason ?? null,
    ticketCode: newTicketCode(),
    createdAt: now,
    ...price,
  });
  await tx.insert(RegistrationEntity, registration);
  await writeAnswers(turn, registration, answers);
  const said = givenAnswers(questions, answers);
  const mail = hasPlace
    ? confirmationMail(said)
    : waitingListMail({ answers: said, position: standing.waiting + 1, free: await freeBeside(turn, wish.mode) });
  const told = await onBehalf(turn, { viewer: wish.viewer, of: wish }, mail);
  await enqueueNotice(tx, { email: person.email, now }, told(person, turn, registration));
  return registration.id;
}
