import { pino } from 'pino';
import type { DestinationStream, Logger as PinoLogger } from 'pino';
import { errorRecord } from './error-record.js';
import { scrub } from './scrub.js';

export type Logger = PinoLogger;

export interface LoggerOptions {
  /** Name of the process, for example gateway or community. */
  readonly service: string;
  readonly level?: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Where lines go; standard output by default. */
  readonly destination?: DestinationStream;
}

const secretFields = [
  'authorization',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'cookie',
  'email',
  'variables',
];

/** A logger of JSON lines. Secret fields are censored by name, addresses and tokens in any text by their form. */
export function createLogger({ service, level = 'info', destination }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (thrown: unknown) => errorRecord(thrown) },
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.headers.${field}`]),
        censor: '[redacted]',
      },
      hooks: { streamWrite: scrub },
    },
    destination ?? pino.destination(1),
  );
}
