import type { Slice } from '../../slice.js';
import { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { AttendanceService } from './attendance.service.js';
import { CheckInResolver } from './check-in.resolver.js';
import { CheckInService } from './check-in.service.js';
import { SessionCheckInService } from './session-check-in.service.js';

const everyMinute = 60_000;

export const checkInSlice: Slice = {
  entities: [],
  models: [],
  resolvers: (dependencies) => {
    const turnstile = new EventTurnstile(dependencies);
    const entrance = new CheckInService(dependencies.db, turnstile);
    const sessions = new SessionCheckInService(dependencies.db, turnstile);
    return [new CheckInResolver({ entrance, sessions, attendance: new AttendanceService(dependencies, turnstile) })];
  },
  jobs: (dependencies) => {
    const attendance = new AttendanceService(dependencies, new EventTurnstile(dependencies));
    return [{ name: 'attendance', every: everyMinute, run: () => attendance.settle() }];
  },
};
