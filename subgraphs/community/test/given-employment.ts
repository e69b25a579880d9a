import type { Viewer } from '@lokaal/shared/auth';
import type { Answer, TestSubgraph } from '../../../shared/test/subgraph.js';
import { type GivenPerson, type Row, signedIn } from './given.js';

const FIELDS = `{
  invitation { id version email functionTitle roles from state expiresAt decidedAt organisation { id }
    employment { id version roles from to active } }
  userErrors { code field message } }`;

const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { answer: ${name}(input: $input) ${FIELDS} }`;

const INVITE = mutation('inviteEmployee', 'InviteEmployeeInput');
export const ACCEPT = mutation('acceptEmploymentInvitation', 'AcceptEmploymentInvitationInput');
export const DECLINE = mutation('declineEmploymentInvitation', 'DeclineEmploymentInvitationInput');
export const WITHDRAW = mutation('withdrawEmploymentInvitation', 'WithdrawEmploymentInvitationInput');

export interface Offered {
  readonly organisation: Row;
  readonly person: Pick<GivenPerson, 'email'>;
}

/** Who works where, by the way in which it comes about: an invitation, and a yes. */
export class GivenEmployment {
  constructor(private readonly on: TestSubgraph) {}

  invite(viewer: Viewer, { organisation, person: { email } }: Offered, more: object = {}): Promise<Answer> {
    const input = { organisationId: organisation.id, email, functionTitle: 'Medewerker ICT', roles: [], ...more };
    return this.on.as(viewer).run(INVITE, { input });
  }

  /** What somebody does with an invitation that nobody touched yet. */
  answer(viewer: Viewer, query: string, { id }: Row): Promise<Answer> {
    return this.on.as(viewer).run(query, { input: { id, expectedVersion: 1 } });
  }

  /** Gives the employment; undefined when it was refused. */
  async begin(viewer: Viewer, offered: Offered & { readonly person: GivenPerson }, more: object = {}): Promise<Row> {
    const { data } = await this.invite(viewer, offered, more);
    const accepted = await this.answer(signedIn(offered.person), ACCEPT, data.answer.invitation);
    return accepted.data.answer.invitation.employment;
  }
}
