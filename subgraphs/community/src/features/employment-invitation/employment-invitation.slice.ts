import type { Slice } from '../../slice.js';
import { EmploymentAcceptanceService } from './employment-acceptance.service.js';
import { EmploymentInvitationEntity } from './employment-invitation.entity.js';
import { employmentInvitationReads } from './employment-invitation.reads.js';
import { EmploymentInvitationResolver } from './employment-invitation.resolver.js';
import { EmploymentInvitationService } from './employment-invitation.service.js';
import { invitationPages } from './invitation-pages.js';
import { LinkedInvitations } from './linked-invitations.js';

export const employmentInvitationSlice: Slice = {
  entities: [EmploymentInvitationEntity],
  models: [employmentInvitationReads],
  resolvers: (on) => {
    const answers = new EmploymentAcceptanceService(on);
    const { linkTo } = new LinkedInvitations(on, answers);
    return [new EmploymentInvitationResolver(new EmploymentInvitationService(on, linkTo), answers)];
  },
  documents: (on) => invitationPages(new LinkedInvitations(on, new EmploymentAcceptanceService(on))),
  personalData: [
    {
      table: 'employment_invitation',
      of: `email in (select lower(email) from person where id = $1
        union select lower(email) from former_address where person_id = $1)`,
      shown: [
        'organisation_id',
        'email',
        'function_title',
        'roles',
        'from_date',
        'created_at',
        'decision',
        'decided_at',
      ],
      erasure: 'delete',
    },
    {
      table: 'employment_invitation',
      of: 'invited_by_id = $1',
      shown: ['organisation_id', 'created_at'],
      erasure: { set: 'invited_by_id = null' },
    },
  ],
};
