import { registerEnumType } from 'type-graphql';

/** What a feed shows. */
export enum CalendarFeedKind {
  MY_AGENDA = 'MY_AGENDA',
  CIRCLE = 'CIRCLE',
}
registerEnumType(CalendarFeedKind, {
  name: 'CalendarFeedKind',
  description: 'Soort agenda: what a feed shows.',
  valuesConfig: {
    MY_AGENDA: { description: 'Mijn agenda: events and sessions at which you have a confirmed place.' },
    CIRCLE: { description: 'Kringagenda: the meetings of a circle that you belong to.' },
  },
});
