import fc from 'fast-check';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Audience, EventMode, EventStatus, QuestionKind } from '../event/event.enums.js';
import { type Question, refusalOfAnswers } from './answers.policy.js';
import { AttendanceMode } from './registration.enums.js';
import { hasMode, priceFor, refusalOfWindow } from './registration.policy.js';
import { newTicketCode } from './ticket-code.js';

const audiences = Object.values(Audience);
const memberships = fc.subarray([Audience.EFFECTIVE, Audience.ACCEDED, Audience.COMPANY]);
const prices = fc
  .subarray(audiences)
  .chain((some) =>
    fc.tuple(...some.map((audience) => fc.record({ audience: fc.constant(audience), priceCents: fc.nat(5) }))),
  );

describe('the price of a registration', () => {
  it('is the lowest among the audiences that the person belongs to, else that of non-members', () => {
    fc.assert(
      fc.property(memberships, prices, (own, all) => {
        const mine = all.filter(({ audience }) => own.includes(audience));
        const possible = mine.length > 0 ? mine : all.filter(({ audience }) => audience === Audience.NON_MEMBER);
        const lowest = Math.min(...possible.map(({ priceCents }) => priceCents));
        expect(priceFor(own, all)?.priceCents ?? Infinity).toBe(lowest);
      }),
    );
  });

  it('does not depend on the order in which prices were entered', () => {
    fc.assert(
      fc.property(memberships, prices, (own, all) => {
        expect(priceFor(own, all.toReversed())).toEqual(priceFor(own, all));
      }),
    );
  });

  it('never is that of a non-member for who is of an audience with a price', () => {
    fc.assert(
      fc.property(memberships, prices, (own, all) => {
        fc.pre(all.some(({ audience }) => own.includes(audience)));
        expect(own).toContain(priceFor(own, all)?.audience);
      }),
    );
  });

  it('is none for others where only some kinds of member have one', () => {
    const onlyAcceded = [{ audience: Audience.ACCEDED, priceCents: 0 }];
    expect([priceFor([], onlyAcceded), priceFor([Audience.COMPANY], onlyAcceded)]).toEqual([undefined, undefined]);
  });
});

describe('the window of registration', () => {
  const at = (time: string): Date => new Date(time);
  const event = {
    status: EventStatus.PUBLISHED,
    registrationOpensAt: at('2026-11-01T08:00:00Z'),
    registrationClosesAt: at('2026-12-01T08:00:00Z'),
    startsAt: at('2026-12-10T09:00:00Z'),
    endsAt: at('2026-12-10T16:00:00Z'),
  };
  const staff: Viewer = { ...anonymous, personId: 'p', staffRoles: ['STAFF'] };
  const isOpen = (time: string, viewer: Viewer = anonymous): boolean =>
    refusalOfWindow(viewer, event, at(time)) === undefined;

  it('opens at its first moment and closes at its last', () => {
    expect(
      ['2026-11-01T07:59:59.999Z', '2026-11-01T08:00:00Z', '2026-12-01T07:59:59.999Z', '2026-12-01T08:00:00Z'].map(
        (time) => isOpen(time),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('lasts until the start where nobody set its end', () => {
    const open = { ...event, registrationClosesAt: null };
    expect(refusalOfWindow(anonymous, open, at('2026-12-10T08:59:59Z'))).toBeUndefined();
    expect(refusalOfWindow(anonymous, open, at('2026-12-10T09:00:00Z'))).toContain('closed');
  });

  it('does not bind staff, at the door too, until the end', () => {
    expect(
      ['2026-10-01T00:00:00Z', '2026-12-10T15:59:00Z', '2026-12-10T16:00:00Z'].map((time) => isOpen(time, staff)),
    ).toEqual([true, true, false]);
  });

  it.each([EventStatus.DRAFT, EventStatus.CANCELLED, EventStatus.ARCHIVED])(
    'is never open for what is %s',
    (status) => {
      expect(refusalOfWindow(staff, { ...event, status }, at('2026-11-10T00:00:00Z'))).toContain(status);
    },
  );
});

describe('the mode of attendance', () => {
  it.each([
    [EventMode.ON_SITE, [true, false]],
    [EventMode.ONLINE, [false, true]],
    [EventMode.HYBRID, [true, true]],
  ])('of an event that is %s is one that it has', (mode, expected) => {
    expect(Object.values(AttendanceMode).map((attendance) => hasMode({ mode }, attendance))).toEqual(expected);
  });
});

describe('answers', () => {
  const question = (id: string, more: Partial<Question> = {}): Question => ({
    id,
    label: id,
    kind: QuestionKind.TEXT,
    options: [],
    required: false,
    ...more,
  });
  const questions = [
    question('diet'),
    question('size', { kind: QuestionKind.CHOICE, options: ['S', 'M'], required: true }),
    question('train', { kind: QuestionKind.BOOLEAN }),
  ];
  const refused = (answers: Record<string, string>) =>
    refusalOfAnswers(
      questions,
      Object.entries(answers).map(([questionId, answer]) => ({ questionId, answer })),
    )?.field;

  it('fit the questions', () => {
    expect(refused({ size: 'M', diet: 'geen noten', train: 'true' })).toBeUndefined();
  });

  it.each([
    ['one that is not asked', { size: 'M', shoe: '43' }, ['answers', '1', 'questionId']],
    ['none of the options', { size: 'XL' }, ['answers', '0', 'answer']],
    ['neither true nor false', { size: 'S', train: 'misschien' }, ['answers', '1', 'answer']],
    ['missing one that is required', { diet: 'geen' }, ['answers']],
  ])('are refused when there is %s', (_case, answers, field) => {
    expect(refused(answers)).toEqual(field);
  });

  it('are given once each', () => {
    const twice = ['S', 'M'].map((answer) => ({ questionId: 'size', answer }));
    expect(refusalOfAnswers(questions, twice)?.field).toEqual(['answers', '1', 'questionId']);
  });
});

it('a ticket code is never given twice, and has digits that nobody confuses', () => {
  const codes = Array.from({ length: 2_000 }, newTicketCode);
  expect(new Set(codes).size).toBe(2_000);
  expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{24}$/.test(code))).toBe(true);
});
