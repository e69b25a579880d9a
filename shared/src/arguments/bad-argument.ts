import { GraphQLError } from 'graphql';

/** The refusal of an argument that cannot be meant. `"first" is at most 100.` */
export const badArgument = (argument: string, sentence: string): GraphQLError =>
  new GraphQLError(`"${argument}" ${sentence}.`, { extensions: { code: 'BAD_USER_INPUT', argument } });
