import type { Answer } from './subgraph.js';

declare global {
  namespace jest {
    interface Matchers<R> {
      /** The mutation (the answer's only root field) was refused with this code, about this field of the input when one is named. */
      toHaveUserError(code: string, field?: readonly string[]): R;
      /** The request was refused with this top-level error code. */
      toHaveError(code: string): R;
    }
  }
}

interface UserError {
  readonly code: string;
  readonly field: readonly string[] | null;
}

expect.extend({
  toHaveUserError(answer: Answer, code: string, field?: readonly string[]) {
    const payload = Object.values(answer.data ?? {})[0] as { userErrors?: UserError[] } | undefined;
    const errors = payload?.userErrors ?? [];
    const pass = errors.some((one) => one.code === code && (!field || this.equals(one.field, field)));
    return {
      pass,
      message: () => `expected user error ${code} ${field?.join('.') ?? ''}, got ${JSON.stringify(answer)}`,
    };
  },
  toHaveError(answer: Answer, code: string) {
    const pass = answer.errors?.some((one) => one.extensions.code === code) ?? false;
    return { pass, message: () => `expected error ${code}, got ${JSON.stringify(answer)}` };
  },
});
