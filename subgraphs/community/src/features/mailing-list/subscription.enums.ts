import { registerEnumType } from 'type-graphql';

export enum SubscriptionState {
  PENDING = 'PENDING',
  CONFIRMED = 'CONFIRMED',
  UNSUBSCRIBED = 'UNSUBSCRIBED',
}
registerEnumType(SubscriptionState, {
  name: 'SubscriptionState',
  description: 'Status of a subscription to a mailing list.',
  valuesConfig: {
    PENDING: { description: 'Te bevestigen: the owner of the address did not follow the link yet.' },
    CONFIRMED: { description: 'Bevestigd: gets each issue.' },
    UNSUBSCRIBED: { description: 'Uitgeschreven: gets nothing any more; forgotten after 30 days.' },
  },
});
