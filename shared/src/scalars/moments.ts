import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { strictScalar } from './strict-scalar.js';

/** A moment, written in UTC (RFC 3339); the reader answers it as text, so nothing on the way has to convert it. */
export const DateTime = strictScalar(
  {
    ...GraphQLDateTimeISO.toConfig(),
    name: 'DateTime',
    description: 'Tijdstip: a moment in UTC as in RFC 3339, for example 2026-03-29T01:30:00.000Z.',
    serialize: (value) => (typeof value === 'string' ? value : GraphQLDateTimeISO.serialize(value)),
  },
  'Write a moment as in RFC 3339, for example 2026-03-29T01:30:00.000Z.',
);

const localDate = GraphQLLocalDate.toConfig();

/** PostgreSQL knows no year 0000. */
function dayOf(value: unknown): unknown {
  if (typeof value === 'string' && value < '0001') throw new RangeError('There is no year 0.');
  return value;
}

/** A day without a time, as text from end to end: a JavaScript Date would bring a time zone in. */
export const CalendarDate = strictScalar(
  {
    ...localDate,
    name: 'Date',
    description: 'Datum: a day as in ISO 8601, for example 2026-03-29.',
    serialize: String,
    parseValue: (value) => dayOf(localDate.parseValue(value)),
    parseLiteral: (node, variables) => dayOf(localDate.parseLiteral(node, variables)),
  },
  'Write a day as in ISO 8601, for example 2026-03-29.',
);
