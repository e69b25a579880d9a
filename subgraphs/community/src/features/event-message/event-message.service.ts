import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { idempotent, refuseFlood } from '@lokaal/shared/database';
import { invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { In } from 'typeorm';
import type { EventTurn } from '../event/event-follower.js';
import type { KeptEvents } from '../event/kept-events.js';
import { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import { EventMessageEntity } from './event-message.entity.js';
import type { SendEventMessageInput } from './event-message.input.js';
import { type Coordinator, messageMail } from './event-message-mail.js';

/** Nobody's mailbox is filled by an event, whoever keeps it. */
const sentOften = {
  most: 10,
  within: 24 * 3_600_000,
  refusal: 'Ten messages about this event were sent within a day.',
};

/** Mails from who keeps an event to who registered for it. */
export class EventMessageService {
  constructor(private readonly events: KeptEvents) {}

  /** In the transaction that writes it down: sent to all, once, or to nobody. Answers with the message's id. */
  send(viewer: Viewer, { idempotencyKey: key, ...input }: SendEventMessageInput): Promise<string> {
    const asked = { viewer, eventId: input.eventId, what: 'Event', field: 'eventId' };
    return this.events.pass(asked, (turn) => {
      const { tx, now } = turn;
      const call = { personId: viewer.personId!, key, mutation: 'sendEventMessage', input, now };
      return idempotent(tx, call, async () => {
        await refuseFlood(
          tx,
          { of: EventMessageEntity, where: { eventId: input.eventId }, when: 'sentAt', now },
          sentOften,
        );
        return send(turn, viewer, input);
      });
    });
  }
}

type Written = Omit<SendEventMessageInput, 'idempotencyKey'>;

async function send(turn: EventTurn, viewer: Viewer, written: Written): Promise<string> {
  const { tx, event, now } = turn;
  const personIds = await recipientsOf(turn, written);
  if (personIds.length === 0) throw invalidState('Nobody is registered so: there is nobody to send it to.');
  const id = newId('eventmessage');
  const sent = {
    mode: written.mode ?? null,
    recipientCount: personIds.length,
    sentAt: now,
    sentById: viewer.personId!,
  };
  await tx.insert(EventMessageEntity, { ...written, ...sent, id });
  const write = messageMail({ ...written, coordinator: await coordinatorOf(turn, viewer) }, event);
  await tellPeople(
    turn,
    personIds.map((personId) => ({ personId, write })),
  );
  return id;
}

/** Who writes, by name: nobody takes a coordinator's words for the association's. Nobody when staff write. */
async function coordinatorOf({ tx, event }: EventTurn, viewer: Viewer): Promise<Coordinator | undefined> {
  if (isStaff(viewer)) return undefined;
  const { name } = await tx.findOneByOrFail(PersonEntity, { id: viewer.personId! });
  const circle = await tx.findOneByOrFail(KnowledgeCircleEntity, { id: event.circleId! });
  return { name, circle: circle.name };
}

/** Each person once, also who registered again after cancelling. */
async function recipientsOf({ tx, event }: EventTurn, { states, mode }: Written): Promise<string[]> {
  const wanted = { eventId: event.id, state: In(states), ...(mode && { mode }) };
  const rows = await tx.find(RegistrationEntity, { where: wanted, order: { id: 'ASC' } });
  return [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
}
