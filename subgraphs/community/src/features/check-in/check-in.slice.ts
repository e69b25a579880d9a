import type { Slice } from '../../slice.js';
import { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { AttendanceService } from './attendance.service.js';
import { CheckInMistakeService } from './check-in-mistake.service.js';
import { CheckInResolver } from './check-in.resolver.js';
import { CheckInService } from './check-in.service.js';
import { SessionCheckInService } from './session-check-in.service.js';

const everyMinute = 60_000;

export const checkInSlice: Slice = {
  entities: [],
  models: [],
  resolvers: (dependencies) => {
    const turnstile = new EventTurnstile(dependencies);
    const entrance = new CheckInService(turnstile);
    const sessions = new SessionCheckInService(dependencies.db, turnstile);
    const mistakes = new CheckInMistakeService(dependencies.db, turnstile);
    const attendance = new AttendanceService(dependencies, turnstile);
    return [new CheckInResolver({ entrance, sessions, mistakes, attendance })];
  },
  jobs: (dependencies) => {
    const attendance = new AttendanceService(dependencies, new EventTurnstile(dependencies));
    return [{ name: 'attendance', every: everyMinute, run: () => attendance.settle() }];
  },
};
