import {
  allOf,
  anyOf,
  asSql,
  everyone,
  exists,
  holdsToday,
  nobody,
  readable,
  type ReadModel,
  readModel,
  sql,
  today,
} from '@lokaal/shared/read';
import { eventReads } from '../event/event.reads.js';
import { personReads } from '../person/person.reads.js';
import { themesOfRow } from '../theme/theme.reads.js';
import {
  FocusProjectEntity,
  ThinkTankEntity,
  ThinkTankMeetingEntity,
  ThinkTankMemberEntity,
} from './think-tank.entity.js';

/** A link only: no field publishes its rows. */
const meetingReads: ReadModel<ThinkTankMeetingEntity> = readModel(ThinkTankMeetingEntity, { visible: () => nobody });

export const thinkTankReads: ReadModel<ThinkTankEntity> = readModel(ThinkTankEntity, {
  visible: () => everyone,
  many: {
    members: () => thinkTankMemberReads.where('thinkTankId'),
    meetings: () =>
      eventReads.where<ThinkTankEntity>((event, tank) =>
        exists(meetingReads, event.id, (one) => allOf(one.thinkTankId.is(tank.id), one.eventId.is(event.id))),
      ),
    focusProjects: () => focusProjectReads.where('thinkTankId'),
  },
  computed: {
    memberCount: ({ id }) => sql`(select count(*) from think_tank_member as one
      where one.think_tank_id = ${id} and one.from_date <= ${today} and coalesce(one.to_date > ${today}, true))`,
  },
  order: ['name'],
  search: 'name',
});

/** Seen by who may see the person. */
export const thinkTankMemberReads: ReadModel<ThinkTankMemberEntity> = readModel(ThinkTankMemberEntity, {
  visible: (viewer, row) => anyOf(viewer.isStaff, readable(viewer, personReads, row.personId)),
  one: { thinkTank: () => thinkTankReads.by('thinkTankId'), person: () => personReads.by('personId') },
  computed: { active: ({ from, to }) => asSql(holdsToday(from, to)) },
  order: ['from'],
});

export const focusProjectReads: ReadModel<FocusProjectEntity> = readModel(FocusProjectEntity, {
  visible: () => everyone,
  one: { thinkTank: () => thinkTankReads.by('thinkTankId'), proposedBy: () => personReads.by('proposedById') },
  many: { themes: themesOfRow },
  filter: ['status', 'themeSlugs'],
  order: ['title'],
  search: 'title',
});
