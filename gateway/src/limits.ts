export interface Limits {
  /** Levels of fields in an operation, fragments written out. */
  readonly depth: number;
  /** Words and signs in the text of an operation. */
  readonly tokens: number;
  /** Fields and fragments of an operation, these written out: no more than its text could hold without any. */
  readonly selections: number;
  /** Fields with a name of the client's choice, and fields of the operation itself, fragments written out. */
  readonly aliases: number;
  readonly rootFields: number;
  /** Rows that the pages of an operation can hold together: those in each row of another page multiply. */
  readonly rows: number;
  /**
   * Parts of an operation that a variable skips or includes, and its fields: fragments written out, and what is selected
   * on an interface for each type that it may be.
   */
  readonly conditions: number;
  readonly expanded: number;
  /** Values in the answer about the schema: the usual introspection of this graph has 62,000. */
  readonly introspection: number;
  /** Faults of an operation that are looked for and told. */
  readonly faults: number;
  /** Values in one list of a query's arguments, and lists, objects and their values in all its variables. */
  readonly listLength: number;
  readonly values: number;
  /** Levels of lists and objects in a value that the text of an operation holds, and in the value of a variable. */
  readonly valueDepth: number;
  readonly variableDepth: number;
  readonly bodyBytes: number;
  /** Longest answer, in bytes before compression. */
  readonly answerBytes: number;
  /** Longest time for one fetch that changes nothing and for a whole answer, in milliseconds. */
  readonly fetchTimeout: number;
  readonly requestTimeout: number;
}

export const ownLimits: Limits = {
  depth: 12,
  tokens: 2000,
  selections: 1000,
  aliases: 30,
  rootFields: 20,
  rows: 25_000,
  conditions: 100,
  expanded: 2000,
  introspection: 100_000,
  faults: 10,
  listLength: 100,
  values: 1000,
  valueDepth: 8,
  variableDepth: 500,
  bodyBytes: 256 * 1024,
  answerBytes: 10 * 1024 * 1024,
  fetchTimeout: 5000,
  requestTimeout: 10_000,
};

/** For supergraphs of strangers and the test suites written for them. */
export const genericLimits: Limits = {
  depth: 100,
  tokens: 50_000,
  selections: 10_000_000,
  aliases: Infinity,
  rootFields: Infinity,
  rows: Infinity,
  conditions: Infinity,
  expanded: Infinity,
  introspection: Infinity,
  faults: 100,
  listLength: Infinity,
  values: Infinity,
  valueDepth: 12,
  variableDepth: 1000,
  bodyBytes: 4 * 1024 * 1024,
  answerBytes: Infinity,
  fetchTimeout: 20_000,
  requestTimeout: 30_000,
};
