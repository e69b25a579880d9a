import { type Context, NisCode } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { municipalityReads } from './municipality.reads.js';
import { Municipality, MunicipalityConnection } from './municipality.type.js';

@Resolver()
export class MunicipalityResolver {
  @Query(() => MunicipalityConnection, {
    nullable: true,
    description: 'Gemeenten of Flanders, those of before a merger too: filter validTo isNull gives those of today.',
  })
  municipalities(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(municipalityReads, info);
  }

  @Query(() => Municipality, {
    nullable: true,
    description: 'Gemeente: one by its NIS code. An old code finds the municipality of then, with its successor.',
  })
  municipality(
    @Arg('nis', () => NisCode, { description: 'NIS-code, of today or of before a merger.' }) nis: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(municipalityReads, { nis }, info);
  }
}
