import { isStaff } from '@lokaal/shared/auth';
import { idempotent, idOf } from '@lokaal/shared/database';
import { forbidden, notFound } from '@lokaal/shared/errors';
import type { EventTurn } from '../event/event-follower.js';
import { namedPerson } from '../person/named-person.query.js';
import type { EventTurnstile, InLine } from '../waiting-list/event-turnstile.js';
import { actsForPerson } from './colleague.query.js';
import { EnrolmentLine } from './enrolment-line.js';
import { enrolAll } from './enrolment.js';
import { requireVisible, type Wish } from './enrolment.policy.js';
import type {
  RegisterColleagueInput,
  RegisterComplimentaryInput,
  RegisterForEventInput,
} from './registration.input.js';

/** Takes people in, as long as there are places; the others wait in order of arrival. Methods answer with the registration's id. */
export class RegistrationService {
  private readonly line: EnrolmentLine;

  constructor(private readonly turnstile: EventTurnstile) {
    this.line = new EnrolmentLine(turnstile);
  }

  register(asker: InLine, input: RegisterForEventInput): Promise<string> {
    return this.line.join(asker, input);
  }

  registerColleague(asker: InLine, { idempotencyKey: key, ...input }: RegisterColleagueInput): Promise<string> {
    const { viewer } = asker;
    return this.pass(asker, input.eventId, async (turn) => {
      if (!isStaff(viewer) && !(await actsForPerson(turn, viewer, input.personId)))
        throw notFound('A colleague for whom you may act', ['personId']);
      const call = { personId: viewer.personId!, key, mutation: 'registerColleague', input, now: turn.now };
      return idempotent(turn.tx, call, () => enrolOther(turn, { ...input, viewer }));
    });
  }

  registerComplimentary(asker: InLine, { idempotencyKey: key, ...input }: RegisterComplimentaryInput): Promise<string> {
    const { viewer } = asker;
    return this.pass(asker, input.eventId, (turn) => {
      if (!isStaff(viewer)) throw forbidden('Only staff of the association give a place for free.');
      const { reason: complimentaryReason, ...wish } = input;
      const call = { personId: viewer.personId!, key, mutation: 'registerComplimentary', input, now: turn.now };
      return idempotent(turn.tx, call, () => enrolOther(turn, { ...wish, complimentaryReason, viewer }));
    });
  }

  private pass({ viewer, signal }: InLine, eventId: string, work: (turn: EventTurn) => Promise<string>) {
    const visible = (turn: EventTurn): Promise<string> => {
      requireVisible(turn, viewer);
      return work(turn);
    };
    return this.turnstile.pass(eventId, visible, signal);
  }
}

async function enrolOther(turn: EventTurn, wish: Wish): Promise<string> {
  const { viewer, personId: id } = wish;
  await namedPerson(turn.tx, { viewer, now: turn.now }, { id });
  const [outcome] = await enrolAll(turn, [wish]);
  return idOf(outcome!);
}
