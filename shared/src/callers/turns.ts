import { type DomainError, givenUp, rateLimited, refuseGivenUp } from '../errors/index.js';
import type { Caller } from './caller.js';
import { Tally } from './tally.js';

interface Limits {
  /** Pieces of work that go on at once. */
  readonly atOnce: number;
  /** Pieces that wait; any number when absent. */
  readonly waiting?: number;
  /** The same for one caller: an account, or a network where nobody is signed in. */
  readonly ofOneCaller?: { readonly atOnce?: number; readonly waiting?: number };
  /** The same for all callers of one network together. */
  readonly ofOneNetwork?: { readonly atOnce?: number };
}

interface Waiting {
  readonly caller: Caller;
  begin(): void;
  refuse(): void;
}

const nameOf = ({ account, network }: Caller): string | undefined => account ?? network;

/** Apart for each network of an account: a network that has its share does not keep the account from asking elsewhere. */
const lineOf = ({ account, network }: Caller): string => JSON.stringify([account, network]);

/**
 * Lets a few pieces of work go on at once. The others wait in a line for each caller, and callers take turns: whoever asks
 * for much waits longer, and nobody else does.
 */
export class Turns {
  /** In the order in which callers get their next turn; no line is empty. */
  private readonly lines = new Map<string, Waiting[]>();
  private readonly ofCallers = new Tally();
  private readonly ofNetworks = new Tally();
  private running = 0;

  constructor(private readonly limits: Limits) {}

  /**
   * Throws a DomainError RATE_LIMITED when too much waits already for this caller, or for all, and TIMEOUT when the signal
   * comes before the turn does.
   */
  async take<Result>(caller: Caller, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    refuseGivenUp(signal);
    await this.begin(caller, signal);
    try {
      return await work();
    } finally {
      this.end(caller);
    }
  }

  private begin(caller: Caller, signal: AbortSignal | undefined): Promise<void> | undefined {
    if (!this.mayBegin(caller)) return this.wait(caller, signal);
    this.count(caller, 1);
    return undefined;
  }

  private mayBegin(caller: Caller): boolean {
    const { atOnce, ofOneCaller, ofOneNetwork } = this.limits;
    return (
      this.running < atOnce &&
      this.ofCallers.of(nameOf(caller)) < (ofOneCaller?.atOnce ?? Infinity) &&
      this.ofNetworks.of(caller.network) < (ofOneNetwork?.atOnce ?? Infinity)
    );
  }

  private wait(caller: Caller, signal: AbortSignal | undefined): Promise<void> {
    const { waiting = Infinity, ofOneCaller: { waiting: share = Infinity } = {} } = this.limits;
    const line = this.lines.get(lineOf(caller)) ?? [];
    if (nameOf(caller) !== undefined && line.length >= share) throw tooBusy();
    if (this.waiting() >= waiting) this.makeRoom(line.length + 1);
    this.lines.set(lineOf(caller), line);
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => () => {
        signal?.removeEventListener('abort', leave);
        outcome();
      };
      const place = { caller, begin: settle(resolve), refuse: settle(() => reject(tooBusy())) };
      const leave = (): void => {
        this.remove(place);
        reject(givenUp());
      };
      signal?.addEventListener('abort', leave, { once: true });
      line.push(place);
    });
  }

  /** Whoever waits longest in the longest line keeps the place; its last one gives way to a caller who asks for less. */
  private makeRoom(length: number): void {
    const [longest = []] = [...this.lines.values()].toSorted((one, other) => other.length - one.length);
    if (longest.length <= length) throw tooBusy();
    longest.pop()!.refuse();
  }

  private remove(place: Waiting): void {
    const name = lineOf(place.caller);
    const rest = this.lines.get(name)!.filter((one) => one !== place);
    if (rest.length > 0) this.lines.set(name, rest);
    else this.lines.delete(name);
  }

  /** The turn goes to the caller who is next and may have one more; two may, who waited for the account and for the network. */
  private end(caller: Caller): void {
    this.count(caller, -1);
    for (const [name, line] of this.lines) {
      const next = line[0]!;
      if (!this.mayBegin(next.caller)) continue;
      this.lines.delete(name);
      if (line.length > 1) this.lines.set(name, line.slice(1));
      this.count(next.caller, 1);
      next.begin();
    }
  }

  private count(caller: Caller, more: 1 | -1): void {
    this.running += more;
    this.ofCallers.add(nameOf(caller), more);
    this.ofNetworks.add(caller.network, more);
  }

  private waiting = (): number => [...this.lines.values()].reduce((sum, { length }) => sum + length, 0);
}

const halfAMinute = 30_000;

export const tooBusy = (): DomainError =>
  rateLimited('Too many people do this at the moment. Try again in half a minute.', halfAMinute);
