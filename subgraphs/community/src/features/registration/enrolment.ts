import type { Outcome } from '@lokaal/shared/database';
import { DomainError, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EventTurn } from '../event/event-follower.js';
import { enqueueNotices } from '../mail-outbox/mail-outbox.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';
import { hasPlaceAtDoor, hasPlaceForNewcomer } from '../waiting-list/waiting-list.policy.js';
import { givenAnswers } from './answers-in-words.js';
import { accept, requireOpen, type Wish } from './enrolment.policy.js';
import { eventPlaces, otherMode } from './event-places.js';
import { onBehalf } from './on-behalf.js';
import { writeAnswers } from './registration-answers.js';
import { type PersonFacts, type RegistrationFacts, registrationFacts } from './registration-facts.query.js';
import type { RegistrationMail } from './registration-mail.js';
import { confirmationMail, waitingListMail } from './registration-mails.js';
import { RegistrationEntity } from './registration.entity.js';
import type { AttendanceMode } from './registration.enums.js';
import type { Price } from './registration.policy.js';
import { newTicketCode } from './ticket-code.js';

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
  // which locks their people: in one order, as others do who lock several
  const byPerson = registrations.toSorted((one, other) => (one.personId! < other.personId! ? -1 : 1));
  await tx.insert(RegistrationEntity, byPerson);
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
    requireOpen(turn, wish);
    const { person, price } = accept(facts, wish, about);
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
