import type { EventTurn } from '../event/event-follower.js';
import type { EventEntity } from '../event/event.entity.js';
import { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import { tellPeople } from '../waiting-list/tell-people.js';
import { circlePeople } from './circle-people.query.js';
import type { MeetingMail } from './meeting-mails.js';

interface News {
  readonly mail: MeetingMail;
  /** The meeting before it moved. */
  readonly before?: EventEntity;
}

/** Tells the people of a circle of its meeting, but for who does it; nobody of other events. Before its registrations change. */
export async function tellCircle(turn: EventTurn, { mail, before }: News): Promise<void> {
  const { event, tx, now, mailFrom } = turn;
  if (event.circleId === null) return;
  const { name: circle } = await tx.findOneByOrFail(KnowledgeCircleEntity, { id: event.circleId });
  const told = { event, now, mailFrom, circle, ...(before && { before }) };
  const people = await circlePeople(turn);
  await tellPeople(
    turn,
    people.map((personId) => ({ personId, write: (to) => mail(to, told) })),
  );
}
