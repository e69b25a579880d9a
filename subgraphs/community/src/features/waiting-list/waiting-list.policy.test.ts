import fc from 'fast-check';
import { holding, live, RegistrationState } from './registration-state.enums.js';
import { hasPlaceForNewcomer, isOfferStanding, mayBecome, offerExpiry, placesToOffer } from './waiting-list.policy.js';

const hour = 3_600_000;
const states = Object.values(RegistrationState);
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const standing = fc.record({
  capacity: fc.option(fc.integer({ min: 1, max: 500 })),
  taken: fc.nat(600),
  waiting: fc.nat(600),
});

/** One person of a line that is played without a database: states in order of arrival. */
type Line = RegistrationState[];

const count = (line: Line, wanted: readonly RegistrationState[]): number =>
  line.filter((state) => wanted.includes(state)).length;

const standingOf = (line: Line, capacity: number) => ({
  capacity,
  taken: count(line, holding),
  waiting: count(line, [RegistrationState.WAITLISTED]),
});

/** What an event does to a line: the whole of the rules, as short as they can be said. */
function play(line: Line, capacity: number, step: { act: 'come' | 'cancel' | 'accept' | 'expire'; who: number }): Line {
  const { CONFIRMED, WAITLISTED, OFFERED, OFFER_EXPIRED, CANCELLED } = RegistrationState;
  const after = [...line];
  const who = line.length === 0 ? 0 : step.who % line.length;
  const to = { come: undefined, cancel: CANCELLED, accept: CONFIRMED, expire: OFFER_EXPIRED }[step.act];
  if (to === undefined) after.push(hasPlaceForNewcomer(standingOf(line, capacity)) ? CONFIRMED : WAITLISTED);
  else if (line[who] && (line[who] === OFFERED || step.act === 'cancel') && mayBecome(line[who], to)) after[who] = to;
  for (let free = placesToOffer(standingOf(after, capacity)); free > 0; free -= 1)
    after[after.indexOf(WAITLISTED)] = OFFERED;
  return after;
}

const steps = fc.array(
  fc.record({ act: fc.constantFrom('come', 'come', 'cancel', 'accept', 'expire'), who: fc.nat() } as const),
  { maxLength: 80 },
);

describe('a line of people for places', () => {
  it('never has more places taken than there are, and never an idle place while somebody waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), steps, (capacity, all) => {
        let line: Line = [];
        for (const step of all) {
          line = play(line, capacity, step);
          const { taken, waiting } = standingOf(line, capacity);
          expect(taken <= capacity && (waiting === 0 || taken === capacity)).toBe(true);
        }
      }),
    );
  });

  it('lets nobody overtake who waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), steps, (capacity, all) => {
        const line = all.reduce<Line>((before, step) => play(before, capacity, step), []);
        const firstWaiting = line.indexOf(RegistrationState.WAITLISTED);
        const lastHolding = line.findLastIndex((state) => holding.includes(state));
        expect(firstWaiting === -1 || lastHolding < firstWaiting).toBe(true);
      }),
    );
  });
});

describe('places', () => {
  it('are offered to as many as wait and find one, never more', () => {
    fc.assert(
      fc.property(standing, (one) => {
        const offered = placesToOffer(one);
        const free = one.capacity === null ? Infinity : Math.max(0, one.capacity - one.taken);
        expect(offered).toBe(Math.min(one.waiting, free));
      }),
    );
  });

  it('go to a newcomer only when one is free and nobody waits', () => {
    fc.assert(
      fc.property(standing, (one) => {
        const isFree = one.capacity === null || one.taken < one.capacity;
        expect(hasPlaceForNewcomer(one)).toBe(isFree && one.waiting === 0);
      }),
    );
  });

  it('that were taken beyond a lowered capacity are offered to nobody', () => {
    expect(placesToOffer({ capacity: 20, taken: 36, waiting: 5 })).toBe(0);
  });
});

describe('an offer', () => {
  it('stands for its hours, never beyond the start, and is not made once it has begun', () => {
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 720 }), (now, startsAt, offerHours) => {
        const expiry = offerExpiry({ now, startsAt, offerHours })?.getTime();
        const expected = now < startsAt ? Math.min(now.getTime() + offerHours * hour, startsAt.getTime()) : undefined;
        expect(expiry).toBe(expected);
      }),
    );
  });

  it('stands until the moment at which it expires, on the clock and not on the calendar', () => {
    // the night of 25 October 2026 has an hour more in Flanders
    const now = new Date('2026-10-24T10:00:00Z');
    const offerExpiresAt = offerExpiry({ now, startsAt: new Date('2026-12-01T09:00:00Z'), offerHours: 24 })!;
    const offer = { state: RegistrationState.OFFERED, offerExpiresAt };
    expect(offerExpiresAt.toISOString()).toBe('2026-10-25T10:00:00.000Z');
    expect(isOfferStanding(offer, new Date('2026-10-25T09:59:59.999Z'))).toBe(true);
    expect(isOfferStanding(offer, offerExpiresAt)).toBe(false);
  });
});

describe('the states of a registration', () => {
  it('are left only as the rules say', () => {
    const possible = states.flatMap((from) =>
      states.filter((to) => mayBecome(from, to)).map((to) => `${from} > ${to}`),
    );
    expect(possible).toEqual([
      'CONFIRMED > CANCELLED',
      'CONFIRMED > ATTENDED',
      'CONFIRMED > NO_SHOW',
      'WAITLISTED > CONFIRMED',
      'WAITLISTED > OFFERED',
      'WAITLISTED > CANCELLED',
      'WAITLISTED > ATTENDED',
      'WAITLISTED > NOT_PLACED',
      'OFFERED > CONFIRMED',
      'OFFERED > OFFER_EXPIRED',
      'OFFERED > CANCELLED',
      'OFFER_EXPIRED > ATTENDED',
      'ATTENDED > CONFIRMED',
      'NO_SHOW > ATTENDED',
    ]);
  });

  it('are over once nobody has a place or waits for one', () => {
    expect(states.filter((state) => !live.includes(state))).toEqual(['OFFER_EXPIRED', 'CANCELLED', 'NOT_PLACED']);
  });
});
