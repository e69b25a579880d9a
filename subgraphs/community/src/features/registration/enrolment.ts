import { isStaff, type Viewer } from '@lokaal/shared/auth';
import type { Outcome } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EventTurn } from '../event/event-follower.js';
import { isPublic } from '../event/event.policy.js';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { hasPlaceAtDoor, hasPlaceForNewcomer } from '../waiting-list/waiting-list.policy.js';
import { givenAnswers } from './answers-in-words.js';
import { type Question, refusalOfAnswers } from './answers.policy.js';
import { eventPlaces, otherMode } from './event-places.js';
import { onBehalf } from './on-behalf.js';
import { writeAnswers } from './registration-answers.js';
import { type PersonFacts, type RegistrationFacts, registrationFacts } from './registration-facts.query.js';
import type { RegistrationMail } from './registration-mail.js';
import { confirmationMail, waitingListMail } from './registration-mails.js';
import { RegistrationEntity } from './registration.entity.js';
import type { AttendanceMode } from './registration.enums.js';
import type { RegisterForEventInput } from './registration.input.js';
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
export interface Wish extends Omit<RegisterForEventInput, 'idempotencyKey'> {
  readonly viewer: Viewer;
  readonly personId: string;
  /** Why the place is free; absent when it is paid for as usual. */
  readonly complimentaryReason?: string;
}

/** Whatever else is wrong: a draft is as if it were not there. Throws a DomainError NOT_FOUND. */
export function requireVisible({ event }: EventTurn, viewer: Viewer): void {
  if (!isPublic(event) && !isStaff(viewer)) throw notFound('Event', ['eventId']);
}

/**
 * Takes people in, in this order, as long as there are places; the others wait. Each person is there once. Who may not come is
 * refused, and takes nothing from those behind.
 */
export async function enrolAll(turn: EventTurn, wishes: readonly Wish[]): Promise<Outcome[]> {
  const { people, ...facts } = await registrationFacts(
    turn,
    wishes.map(({ personId }) => personId),
  );
  const desk = new Desk(turn, facts);
  const decided = wishes.map((wish, index) => unlessRefused(() => desk.admit(wish, people[index]!)));
  const admitted = decided.filter((one) => 'registration' in one);
  if (admitted.length > 0) await write(turn, admitted);
  return decided.map((one) => ('registration' in one ? { id: one.registration.id } : one));
}

/** A registration that is still to be written, and what its registrant is told. */
interface Admission {
  readonly wish: Wish;
  readonly person: NonNullable<PersonFacts['person']>;
  readonly registration: RegistrationEntity;
  readonly mail: RegistrationMail;
}

function unlessRefused(admit: () => Admission): Admission | { readonly refusal: DomainError } {
  try {
    return admit();
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}

async function write(turn: EventTurn, admitted: readonly Admission[]): Promise<void> {
  const { tx, now } = turn;
  const registrations = admitted.map(({ registration }) => registration);
  await tx.insert(RegistrationEntity, registrations);
  await writeAnswers(
    turn,
    admitted.map(({ registration: { id }, wish: { answers } }) => ({ id, answers })),
  );
  const letters = admitted.map(async ({ wish, person, registration, mail }) => {
    const told = await onBehalf(turn, { viewer: wish.viewer, of: wish }, mail);
    return { email: person.email, content: told(person, turn, registration) };
  });
  await enqueueNotices(tx, now, await Promise.all(letters));
}

/** Decides about one after the other, and counts along. */
class Desk {
  private readonly standings: Record<AttendanceMode, RegistrationFacts['standings'][AttendanceMode]>;

  constructor(
    private readonly turn: EventTurn,
    private readonly facts: Omit<RegistrationFacts, 'people'>,
  ) {
    this.standings = { ...facts.standings };
  }

  /** Throws a DomainError when the person may not come. */
  admit(wish: Wish, about: PersonFacts): Admission {
    const { turn, facts } = this;
    refuseUnfit(turn, wish);
    const { person, price } = decide(facts, wish, about);
    const registration = this.place(wish, price);
    const said = givenAnswers(facts.questions, wish.answers);
    const { waiting } = this.standings[wish.mode];
    const mail =
      registration.state === RegistrationState.CONFIRMED
        ? confirmationMail(said)
        : waitingListMail({ answers: said, position: waiting, free: this.freeBeside(wish.mode) });
    return { wish, person, registration, mail };
  }

  private place(wish: Wish, price: Price): RegistrationEntity {
    const { tx, event, now } = this.turn;
    const { taken, waiting, nextArrival } = this.standings[wish.mode];
    const hasBegun = now >= event.startsAt;
    const hasPlace = (hasBegun ? hasPlaceAtDoor : hasPlaceForNewcomer)(this.standingOf(wish.mode));
    if (!hasPlace && hasBegun) throw invalidState('There is no place left, and it has begun.');
    this.standings[wish.mode] = {
      taken: taken + (hasPlace ? 1 : 0),
      waiting: waiting + (hasPlace ? 0 : 1),
      nextArrival: String(BigInt(nextArrival) + 1n),
    };
    return tx.create(RegistrationEntity, {
      id: newId('registration'),
      eventId: event.id,
      personId: wish.personId,
      registeredById: wish.viewer.personId === wish.personId ? null : wish.viewer.personId!,
      mode: wish.mode,
      state: hasPlace ? RegistrationState.CONFIRMED : RegistrationState.WAITLISTED,
      arrival: nextArrival,
      complimentaryReason: wish.complimentaryReason ?? null,
      ticketCode: newTicketCode(),
      createdAt: now,
      ...price,
    });
  }

  private standingOf(mode: AttendanceMode) {
    return { ...this.standings[mode], capacity: eventPlaces(this.turn.event, mode).capacity };
  }

  /** The other mode, when who chooses it gets a place at once. */
  private freeBeside(mode: AttendanceMode): AttendanceMode | undefined {
    const other = otherMode(this.turn.event, mode);
    return other && hasPlaceForNewcomer(this.standingOf(other)) ? other : undefined;
  }
}

function refuseUnfit(turn: EventTurn, { viewer, mode }: Wish): void {
  const { event, now } = turn;
  requireVisible(turn, viewer);
  const closed = refusalOfWindow(viewer, event, now);
  if (closed) throw invalidState(closed);
  if (!hasMode(event, mode)) throw badInput(`This event is ${event.mode}.`, ['mode']);
}

interface Decision extends Pick<Admission, 'person'> {
  readonly price: Price;
}

/** As what the person may register. Throws a DomainError otherwise. */
function decide(
  { prices, questions }: Pick<RegistrationFacts, 'prices' | 'questions'>,
  { answers, viewer, complimentaryReason }: Wish,
  { person, memberships, missing, isRegistered, isOutsider }: PersonFacts,
): Decision {
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
