import { type Among, allOf, anyOf, sql } from '@lokaal/shared/read';
import { ArgsType, Field } from 'type-graphql';
import type { EmploymentInvitationEntity } from './employment-invitation.entity.js';
import { EmploymentInvitationState } from './employment-invitation.enums.js';
import { isInvited, stateNow } from './employment-invitation.reads.js';

@ArgsType()
export class EmploymentInvitationsArguments {
  @Field(() => [EmploymentInvitationState], {
    nullable: true,
    description: 'Standen, any of which is fine; for example [PENDING] leaves out what was answered or expired.',
  })
  state?: EmploymentInvitationState[] | null;
}

/** The invitations that the arguments ask for; null asks for all. */
export const askedInvitations: Among<EmploymentInvitationEntity> = (_viewer, row, { argument }) => {
  const asked = argument('state', 'text[]');
  return anyOf(sql`${asked} is null`, sql`${stateNow(row)} = any(${asked})`);
};

/** As askedInvitations, of those to the viewer. */
export const askedOwnInvitations: Among<EmploymentInvitationEntity> = (viewer, row, scope) =>
  allOf(isInvited(viewer, row), askedInvitations(viewer, row, scope));
