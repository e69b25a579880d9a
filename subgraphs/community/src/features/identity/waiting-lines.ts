import { type DomainError, rateLimited } from '@lokaal/shared/errors';

interface Limits {
  /** How many wait for one caller. */
  readonly ofOneCaller: number;
  /** How many wait for all callers together. */
  readonly ofAll: number;
}

interface Waiting {
  refuse(error: DomainError): void;
}

/** Who cannot be told apart: no limit of one caller holds for them. */
const anybody = '';

/** Who waits, in a line for each caller: whoever asks for much fills no place that others need. */
export class WaitingLines<One extends Waiting> {
  /** In the order in which callers get their next turn; no line is empty. */
  private readonly lines = new Map<string, One[]>();

  constructor(private readonly limits: Limits) {}

  /** Throws a DomainError RATE_LIMITED when too much waits already for this caller, or for all. */
  join(caller: string = anybody, one: One): void {
    const line = this.lines.get(caller) ?? [];
    if (caller !== anybody && line.length >= this.limits.ofOneCaller) throw tooBusy();
    if (this.length() >= this.limits.ofAll) this.makeRoom(line.length + 1);
    this.lines.set(caller, [...line, one]);
  }

  /** Without effect for who was refused meanwhile. */
  leave(caller: string = anybody, one: One): void {
    const line = (this.lines.get(caller) ?? []).filter((other) => other !== one);
    if (line.length > 0) this.lines.set(caller, line);
    else this.lines.delete(caller);
  }

  /** Whose turn it is: callers take turns. */
  next(): One | undefined {
    for (const [caller, [first, ...others]] of this.lines) {
      this.lines.delete(caller);
      if (others.length > 0) this.lines.set(caller, others);
      return first;
    }
    return undefined;
  }

  /** Whoever waits longest in the longest line keeps the place; its last one gives way to a caller who asks for less. */
  private makeRoom(length: number): void {
    const [longest = []] = [...this.lines.values()].toSorted((one, other) => other.length - one.length);
    if (longest.length <= length) throw tooBusy();
    longest.pop()!.refuse(tooBusy());
  }

  private length = (): number => [...this.lines.values()].reduce((sum, { length }) => sum + length, 0);
}

const halfAMinute = 30_000;

export const tooBusy = (): DomainError =>
  rateLimited('Too many people do this at the moment. Try again in half a minute.', halfAMinute);
