import fc from 'fast-check';
import { SessionStatus } from '../event-session/session.enums.js';
import { overlaps, refusalOfSession } from './session-signup.policy.js';

const span = fc
  .tuple(fc.nat(100), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ startsAt: new Date(start), endsAt: new Date(start + length) }));

/** Moments that belong to a span. */
const moments = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number[] =>
  Array.from({ length: endsAt.getTime() - startsAt.getTime() }, (_, index) => startsAt.getTime() + index);

describe('two sessions', () => {
  it('overlap exactly when they share a moment', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const shared = moments(one).some((moment) => moments(other).includes(moment));
        expect([overlaps(one, other), overlaps(other, one)]).toEqual([shared, shared]);
      }),
    );
  });
});

describe('signing up', () => {
  const session = { status: SessionStatus.SCHEDULED, startsAt: new Date(1_000), signupRequired: true };

  it.each([
    ['is possible until it begins', {}, 999, 'possible'],
    ['is too late once it has begun', {}, 1_000, 'begun'],
    ['is impossible when it is cancelled', { status: SessionStatus.CANCELLED }, 0, 'cancelled'],
    ['is not needed where everybody may come', { signupRequired: false }, 0, 'no need'],
  ])('%s', (_case, change, now, expected) => {
    const refusal = refusalOfSession({ ...session, ...change }, new Date(now));
    expect(refusal ?? 'possible').toContain(expected);
  });
});
