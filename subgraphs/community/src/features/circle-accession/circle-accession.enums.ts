import { registerEnumType } from 'type-graphql';

export enum AccessionState {
  REQUESTED = 'REQUESTED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(AccessionState, {
  name: 'AccessionState',
  description: 'Stand van een toetreding.',
  valuesConfig: {
    REQUESTED: { description: 'Gevraagd: to be decided after an exploratory talk.' },
    ACCEPTED: { description: 'Aanvaard: the authority became a member.' },
    DECLINED: { description: 'Geweigerd, with a reason.' },
    WITHDRAWN: {
      description: 'Ingetrokken: by who asked, because the authority ended, or because it founds another circle.',
    },
  },
});
