import { registerEnumType } from 'type-graphql';

export enum EmploymentInvitationState {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(EmploymentInvitationState, {
  name: 'EmploymentInvitationState',
  description: 'Stand van een uitnodiging tot tewerkstelling, at this moment.',
  valuesConfig: {
    PENDING: { description: 'Open: the invited person may still accept or decline it.' },
    ACCEPTED: { description: 'Aanvaard: the employment came of it.' },
    DECLINED: { description: 'Geweigerd by the invited person.' },
    WITHDRAWN: { description: 'Ingetrokken by the organisation or staff, or because the organisation ended.' },
    EXPIRED: { description: 'Verlopen: nobody answered in time.' },
  },
});
