import { registerEnumType } from 'type-graphql';

export enum AttendanceMode {
  ON_SITE = 'ON_SITE',
  ONLINE = 'ONLINE',
}
registerEnumType(AttendanceMode, {
  name: 'AttendanceMode',
  description: 'Wijze van deelname: where a person takes part in an event.',
  valuesConfig: {
    ON_SITE: { description: 'Ter plaatse: at its venue.' },
    ONLINE: { description: 'Online: by internet.' },
  },
});
