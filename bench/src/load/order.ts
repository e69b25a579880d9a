/** What the client process is told. */
export interface LoadOrder {
  readonly url: string;
  readonly body: string;
  /** Each connection sends its next request when the last one was answered. */
  readonly connections: number;
  readonly seconds: number;
  /** Every answer must be this text. */
  readonly answer: string;
}

export interface LoadResult {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Requests without answer, answers with another status than 2xx, and answers with another text. */
  readonly failures: number;
}
