export interface Limits {
  /** Levels of fields in an operation, fragments written out. */
  readonly depth: number;
  /** Words and signs in the text of an operation. */
  readonly tokens: number;
  /** Fields of an operation, fragments written out. */
  readonly selections: number;
  readonly bodyBytes: number;
  /** Longest time for one fetch and for a whole answer, in milliseconds. */
  readonly fetchTimeout: number;
  readonly requestTimeout: number;
}

export const ownLimits: Limits = {
  depth: 12,
  tokens: 2000,
  selections: 20_000,
  bodyBytes: 256 * 1024,
  fetchTimeout: 5000,
  requestTimeout: 10_000,
};

/** For supergraphs of strangers and the test suites written for them. */
export const genericLimits: Limits = {
  depth: 100,
  tokens: 50_000,
  selections: 10_000_000,
  bodyBytes: 4 * 1024 * 1024,
  fetchTimeout: 20_000,
  requestTimeout: 30_000,
};
