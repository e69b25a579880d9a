import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { vendorReads } from './vendor.reads.js';
import { Vendor, VendorConnection } from './vendor.type.js';

@Resolver()
export class VendorResolver {
  @Query(() => VendorConnection, { nullable: true, description: 'Leveranciers: all vendors of the catalogue.' })
  vendors(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(vendorReads, info);
  }

  @Query(() => Vendor, { nullable: true, description: 'Leverancier: one vendor by its slug.' })
  vendor(
    @Arg('slug', () => String, { description: 'Its name in a URL.' }) slug: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(vendorReads, { slug }, info);
  }
}
