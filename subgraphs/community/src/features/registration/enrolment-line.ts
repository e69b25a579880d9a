import { idempotentAll, idOf, idOfMissing, type Outcome } from '@lokaal/shared/database';
import { givenUp } from '@lokaal/shared/errors';
import type { EventTurn } from '../event/event-follower.js';
import type { EventTurnstile, InLine } from '../waiting-list/event-turnstile.js';
import { enrolAll } from './enrolment.js';
import type { RegisterForEventInput } from './registration.input.js';

/** Somebody who registers, and waits for the answer. */
interface Waiting {
  readonly asker: InLine;
  readonly input: RegisterForEventInput;
  readonly answer: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

/** So many are decided in some tens of milliseconds: others of the process wait no longer for theirs. */
const groupSize = 40;

/**
 * Where people wait to register. Whoever came while others had their turn goes together with the next ones, in order of
 * arrival: a hundred who come at once cost two or three locks, counts and commits, not a hundred.
 */
export class EnrolmentLine {
  /** Per event; absent when nobody is served there. */
  private readonly lines = new Map<string, Waiting[]>();

  constructor(private readonly turnstile: EventTurnstile) {}

  /** Answers with the registration's id. Who gave up before the turn came is not registered. */
  async join(asker: InLine, input: RegisterForEventInput): Promise<string> {
    const outcome = await new Promise<Outcome>((answer, fail) => {
      const one = { asker, input, answer, fail };
      const line = this.lines.get(input.eventId);
      if (line) line.push(one);
      else void this.serve(input.eventId, [one]);
    });
    return idOf(outcome);
  }

  private async serve(eventId: string, line: Waiting[]): Promise<void> {
    this.lines.set(eventId, line);
    while (line.length > 0) await this.serveGroup(eventId, line);
    this.lines.delete(eventId);
  }

  private async serveGroup(eventId: string, line: Waiting[]): Promise<void> {
    let group: readonly Waiting[] | undefined;
    try {
      const outcomes = await this.turnstile.pass(eventId, (turn) => {
        // as late as may be, so that more go together; after a deadlock the same ones again
        group ??= nextOf(line);
        return register(turn, group);
      });
      group!.forEach(({ answer }, index) => answer(outcomes[index]!));
    } catch (error) {
      await this.failed(eventId, group ?? nextOf(line), error);
    }
  }

  /** Who was erased meanwhile takes nobody else along: each tries alone. */
  private async failed(eventId: string, group: readonly Waiting[], error: unknown): Promise<void> {
    const isOneOfMany = group.length > 1 && idOfMissing(error) !== undefined;
    if (!isOneOfMany) return group.forEach(({ fail }) => fail(error));
    for (const one of group)
      await this.turnstile.pass(eventId, (turn) => register(turn, [one])).then(([only]) => one.answer(only!), one.fail);
  }
}

/** Takes the next ones out of the line, each person once; who gave up leaves it. */
function nextOf(line: Waiting[]): Waiting[] {
  const group = new Map<string, Waiting>();
  const rest: Waiting[] = [];
  for (const one of line.splice(0)) {
    const { viewer, signal } = one.asker;
    if (signal?.aborted) one.fail(givenUp());
    else if (group.size === groupSize || group.has(viewer.personId!)) rest.push(one);
    else group.set(viewer.personId!, one);
  }
  line.push(...rest);
  return [...group.values()];
}

function register(turn: EventTurn, group: readonly Waiting[]): Promise<Outcome[]> {
  const calls = group.map(({ asker: { viewer }, input: { idempotencyKey: key, ...input } }) => {
    const personId = viewer.personId!;
    return { personId, key, mutation: 'registerForEvent', input, now: turn.now, wish: { ...input, viewer, personId } };
  });
  return idempotentAll(turn.tx, calls, (fresh) =>
    enrolAll(
      turn,
      fresh.map(({ wish }) => wish),
    ),
  );
}
