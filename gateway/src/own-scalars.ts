import { isScalarType, type GraphQLLeafType, type GraphQLScalarType, type ValidationRule } from 'graphql';
import { CalendarDate, DateTime, EmailAddress, KboNumber, leafValuesRule, NisCode } from '@lokaal/shared/scalars';
import type { Gateway } from './gateway.js';

export const ownScalars: ReadonlyMap<string, GraphQLScalarType> = new Map(
  [CalendarDate, DateTime, EmailAddress, KboNumber, NisCode].map((scalar) => [scalar.name, scalar]),
);

/**
 * A supergraph has only the names of its scalars, so a gateway lets any value of them pass. Ours reads them as the subgraphs
 * do: a wrong value is refused before anything is planned or asked. Here variables are; literals are by `scalarLiterals`.
 */
export const withOwnScalars = (gateway: Gateway): Gateway => ({
  ...gateway,
  onSchemaLoadOrUpdate: (callback) =>
    gateway.onSchemaLoadOrUpdate((loaded) => {
      for (const type of Object.values(loaded.apiSchema.getTypeMap())) {
        const scalar = ownScalars.get(type.name);
        // Only the reader of variables: the one of literals would be heard a second time, without the place.
        if (isScalarType(type) && scalar) type.parseValue = scalar.parseValue;
      }
      callback(loaded);
    }),
});

/** Literals of the scalars that graphql-js cannot judge by the schema of a supergraph. */
export const scalarLiterals: ValidationRule = leafValuesRule(({ name }: GraphQLLeafType) => ownScalars.get(name));
