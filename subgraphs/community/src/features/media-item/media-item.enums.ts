import { registerEnumType } from 'type-graphql';

export enum MediaKind {
  WEBINAR = 'WEBINAR',
  PODCAST = 'PODCAST',
  VIDEO = 'VIDEO',
}
registerEnumType(MediaKind, {
  name: 'MediaKind',
  description: 'Soort opname.',
  valuesConfig: {
    WEBINAR: { description: 'Webinar: recording of an online session.' },
    PODCAST: { description: 'Podcast: to be listened to.' },
    VIDEO: { description: 'Video: any other film.' },
  },
});
