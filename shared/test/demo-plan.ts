import type { DemoPlan } from '../src/graphql/index.js';

/** The demonstration data of tests: of the day before the one at which their clocks begin. */
export const demoPlan: DemoPlan = { scale: 1, lastDay: '2026-11-01' };
