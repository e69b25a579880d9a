import type { EventTurn } from '../event/event-follower.js';
import type { SessionEntity } from '../event-session/session.entity.js';

type Clocked = Pick<EventTurn, 'tx' | 'now'>;

// the rule is the database's own: the job that keeps waiting lists moving asks it of all sessions at once
const statement = 'select id from person where id = any ($2) and may_attend_session($1, id, $3)';

/**
 * Who of these people may know of a session and attend it: those of a PRIVATE track are for who was invited, who works for the
 * company that gives it, staff, and who coordinates the circle that meets.
 */
export async function whoMayAttend(
  { tx, now }: Clocked,
  { id }: Pick<SessionEntity, 'id'>,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }[]>(statement, [id, personIds, now]);
  return new Set(rows.map((row) => row.id));
}

export const mayAttend = async (turn: Clocked, session: SessionEntity, personId: string): Promise<boolean> =>
  (await whoMayAttend(turn, session, [personId])).has(personId);
