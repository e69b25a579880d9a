import type { Viewer } from '@lokaal/shared/auth';
import { idempotent } from '@lokaal/shared/database';
import { invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { In } from 'typeorm';
import type { EventFollower, EventTurn } from '../event/event-follower.js';
import { namedPerson } from '../person/named-person.query.js';
import type { KnownSessions } from './known-sessions.js';
import { isPrivate } from './session-facts.query.js';
import { SessionInvitationEntity } from './session-invitation.entity.js';
import type { InviteToSessionInput, WithdrawInvitationInput } from './session-parts.input.js';

/** Who may see and attend a private networking session. Methods answer with the session's id. */
export class InvitationService {
  constructor(
    private readonly sessions: KnownSessions,
    private readonly follower: EventFollower,
  ) {}

  invite(viewer: Viewer, { idempotencyKey: key, ...input }: InviteToSessionInput): Promise<string> {
    const named = { id: input.sessionId, what: 'Session', field: 'sessionId' };
    return this.sessions.change(viewer, named, async (turn, session) => {
      if (!(await isPrivate(turn.tx, session))) throw invalidState('This session is open to every participant.');
      const call = { personId: viewer.personId!, key, mutation: 'inviteToSession', input, now: turn.now };
      return idempotent(turn.tx, call, async () => {
        const added = await insertMissing(turn, viewer, input);
        await this.follower.invited(turn, session, added);
        return session.id;
      });
    });
  }

  async withdraw(viewer: Viewer, { id }: WithdrawInvitationInput): Promise<string> {
    const known = await this.sessions.manager.findOneBy(SessionInvitationEntity, { id });
    const named = { id: known?.sessionId, what: 'Invitation', field: 'id' };
    return this.sessions.change(viewer, named, async (turn, session) => {
      const invitation = await turn.tx.findOneBy(SessionInvitationEntity, { id });
      if (!invitation) throw notFound('Invitation', ['id']);
      await turn.tx.delete(SessionInvitationEntity, id);
      await this.follower.invitationWithdrawn(turn, session, invitation.personId);
      return session.id;
    });
  }
}

/** Answers with who was not invited before. */
async function insertMissing({ tx, now }: EventTurn, viewer: Viewer, asked: InviteToSessionInput): Promise<string[]> {
  const { sessionId, personIds } = asked;
  for (const [index, id] of personIds.entries())
    await namedPerson(tx, { viewer, now }, { id, field: ['personIds', String(index)] });
  const before = await tx.findBy(SessionInvitationEntity, { sessionId, personId: In(personIds) });
  const added = personIds.filter((id) => !before.some(({ personId }) => personId === id));
  const rows = added.map((personId) => ({ id: newId('invitation'), sessionId, personId }));
  await tx.insert(SessionInvitationEntity, rows);
  return added;
}
