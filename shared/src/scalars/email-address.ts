import { GraphQLEmailAddress } from 'graphql-scalars';
import { strictScalar } from './strict-scalar.js';

export const EmailAddress = strictScalar(
  GraphQLEmailAddress.toConfig(),
  'Write an e-mail address, for example naam@gemeente.example.',
);
