import { registerEnumType } from 'type-graphql';

export enum MentorshipState {
  PROPOSED = 'PROPOSED',
  ACTIVE = 'ACTIVE',
  DECLINED = 'DECLINED',
  ENDED = 'ENDED',
}
registerEnumType(MentorshipState, {
  name: 'MentorshipState',
  description: 'Status of a mentorship.',
  valuesConfig: {
    PROPOSED: { description: 'Voorgesteld: waits for the expert and the authority to agree.' },
    ACTIVE: { description: 'Lopend: both agreed.' },
    DECLINED: { description: 'Afgewezen, by one of them or by staff.' },
    ENDED: { description: 'Beëindigd.' },
  },
});
