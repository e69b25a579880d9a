/** Where "now" comes from, so that tests can set it. States such as UPCOMING or OVERDUE are computed from it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
