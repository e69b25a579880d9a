import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';

interface Count {
  statements: number;
}

/** Jobs run beside a question, and do not count. */
const asked = new AsyncLocalStorage<Count>();

/** From here on every statement counts, whoever runs it: the reader, a service, a resolver. */
export function countStatements(): void {
  // a method that is called with whatever connection runs it
  // oxlint-disable-next-line typescript/unbound-method
  const query = Client.prototype.query as (...values: unknown[]) => unknown;
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...values: unknown[]) {
    const count = asked.getStore();
    if (count) count.statements += 1;
    return query.apply(this, values);
  } as never);
}

/** What `work` answers, and how many statements that took. */
export async function counted<T>(work: () => Promise<T>): Promise<readonly [answer: T, statements: number]> {
  const count = { statements: 0 };
  return [await asked.run(count, work), count.statements];
}
