import { Turns } from '../callers/index.js';
import type { ReadRequest, Statement, StatementRunner } from './statement.js';

/**
 * Gives nobody more than half of the connections at once, so that whoever asks much leaves the others theirs; who waits gets
 * the next one by turns, a caller each time.
 */
export class FairRunner implements StatementRunner {
  private readonly turns: Turns;

  constructor(
    private readonly runner: StatementRunner,
    connections: number,
  ) {
    this.turns = new Turns({ atOnce: connections, ofOneCaller: { atOnce: Math.ceil(connections / 2) } });
  }

  run(statement: Statement, values: readonly unknown[], request: ReadRequest): Promise<unknown> {
    return this.turns.take(request.caller, () => this.runner.run(statement, values, request));
  }
}
