import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

/** A moment, written in UTC (RFC 3339); the reader answers it as text, so nothing on the way has to convert it. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'Tijdstip: a moment in UTC as in RFC 3339, for example 2026-03-29T01:30:00.000Z.',
  serialize: (value) => (typeof value === 'string' ? value : GraphQLDateTimeISO.serialize(value)),
});

/** A day without a time, as text from end to end: a JavaScript Date would bring a time zone in. */
export const CalendarDate = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'Datum: a day as in ISO 8601, for example 2026-03-29.',
  serialize: String,
});
