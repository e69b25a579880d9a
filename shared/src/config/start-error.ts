/** A reason not to start that its reader can mend: shown as one clear sentence, without a stack. */
export class StartError extends Error {
  /** A full stop is added where the sentence ends with a reason in somebody else's words. */
  constructor(sentence: string, options?: ErrorOptions) {
    super(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`, options);
    this.name = 'StartError';
  }
}

/** What an entry point prints when it cannot start: the sentence of a StartError, the stack of anything else (a bug). */
export function explainStartFailure(error: unknown): string {
  if (error instanceof StartError) return error.message;
  return `Cannot start, and this was not foreseen:\n${error instanceof Error ? error.stack : String(error)}`;
}
