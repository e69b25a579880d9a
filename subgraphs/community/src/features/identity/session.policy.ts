const hour = 3_600_000;

/**
 * Three days without use end a session, so that it lasts over a weekend; thirty days end it in any case
 * (NIST SP 800-63B, 4.1.3: at most 30 days for one factor).
 */
const sessionLifetime = { idle: 72 * hour, absolute: 30 * 24 * hour } as const;

interface SessionEnds {
  readonly idleUntil: Date;
  readonly expiresAt: Date;
}

/** Until when a session lasts that is used now, and cannot last longer than `expiresAt`. */
export function sessionEnds(now: Date, expiresAt = new Date(now.getTime() + sessionLifetime.absolute)): SessionEnds {
  return { idleUntil: new Date(Math.min(now.getTime() + sessionLifetime.idle, expiresAt.getTime())), expiresAt };
}

export const isOver = ({ idleUntil, expiresAt }: SessionEnds, now: Date): boolean =>
  idleUntil <= now || expiresAt <= now;
