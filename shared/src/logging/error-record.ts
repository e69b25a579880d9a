/** What is logged of an error: enough to mend the bug, nothing of what the client sent. */
export interface ErrorRecord {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: ErrorRecord;
}

const deepestCause = 3;

/** Turns anything that was thrown into fields for the log. Only named properties: errors of drivers carry statements and parameters. */
export function errorRecord(thrown: unknown, depth = 0): ErrorRecord {
  if (!(thrown instanceof Error))
    return { type: typeof thrown, message: 'A value that is no error was thrown.', stack: '' };
  const cause = causeOf(thrown);
  return {
    type: thrown.name,
    message: messageOf(thrown),
    stack: framesOf(thrown),
    ...namedFields(thrown),
    ...(cause === undefined || depth >= deepestCause ? {} : { cause: errorRecord(cause, depth + 1) }),
  };
}

/** PostgreSQL and JSON.parse quote the value that they refuse, and that value is the client's. */
function messageOf(error: Error): string {
  const quotesInput = 'severity' in error || error instanceof SyntaxError;
  return quotesInput ? error.message.replace(/"[^"]*"/gu, '"..."').replace(/'[^']*'/gu, "'...'") : error.message;
}

/** The stack repeats the message, so only the frames are kept. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .join('\n');

const causeOf = (error: Error): unknown =>
  error.cause ?? ('originalError' in error && error.originalError !== error ? error.originalError : undefined);

function namedFields(error: Error): Pick<ErrorRecord, 'code' | 'table' | 'constraint'> {
  const names = ['code', 'table', 'constraint'] as const;
  const fields = error as Error & Partial<Record<(typeof names)[number], unknown>>;
  return Object.fromEntries(names.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])));
}
