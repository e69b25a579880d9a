import type { Viewer } from '@lokaal/shared/auth';
import { invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { In } from 'typeorm';
import type { EventFollower } from '../event/event-follower.js';
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

  invite(viewer: Viewer, { sessionId, personIds }: InviteToSessionInput): Promise<string> {
    const named = { id: sessionId, what: 'Session', field: 'sessionId' };
    return this.sessions.change(viewer, named, async (turn, session) => {
      const { tx } = turn;
      if (!(await isPrivate(tx, session))) throw invalidState('This session is open to every participant.');
      for (const [index, id] of personIds.entries())
        await namedPerson(tx, { viewer, now: turn.now }, { id, field: ['personIds', String(index)] });
      const before = await tx.findBy(SessionInvitationEntity, { sessionId, personId: In(personIds) });
      const added = personIds.filter((id) => !before.some(({ personId }) => personId === id));
      const rows = added.map((personId) => ({ id: newId('invitation'), sessionId, personId }));
      await tx.insert(SessionInvitationEntity, rows);
      await this.follower.invited(turn, session, added);
      return sessionId;
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
