import type { Slice } from '../../slice.js';
import { FocusProjectResolver } from './focus-project.resolver.js';
import { FocusProjectService } from './focus-project.service.js';
import {
  FocusProjectEntity,
  ThinkTankEntity,
  ThinkTankMeetingEntity,
  ThinkTankMemberEntity,
} from './think-tank.entity.js';
import { focusProjectReads, thinkTankMemberReads, thinkTankReads } from './think-tank.reads.js';
import { ThinkTankMemberResolver } from './think-tank-member.resolver.js';
import { ThinkTankMemberService } from './think-tank-member.service.js';
import { ThinkTankResolver } from './think-tank.resolver.js';
import { ThinkTankService } from './think-tank.service.js';

export const thinkTankSlice: Slice = {
  entities: [ThinkTankEntity, ThinkTankMemberEntity, ThinkTankMeetingEntity, FocusProjectEntity],
  models: [thinkTankReads, thinkTankMemberReads, focusProjectReads],
  resolvers: (dependencies) => [
    new ThinkTankResolver(new ThinkTankService(dependencies)),
    new ThinkTankMemberResolver(new ThinkTankMemberService(dependencies)),
    new FocusProjectResolver(new FocusProjectService(dependencies)),
  ],
  personalData: [
    {
      table: 'think_tank_member',
      of: 'person_id = $1',
      shown: ['think_tank_id', 'chairs', 'from_date', 'to_date'],
      erasure: { set: 'person_id = null' },
    },
    {
      table: 'focus_project',
      of: 'proposed_by_id = $1',
      shown: ['title', 'summary', 'created_at'],
      erasure: { set: 'proposed_by_id = null' },
    },
  ],
};
