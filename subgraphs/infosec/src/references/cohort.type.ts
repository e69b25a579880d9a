import type { Ref } from '@lokaal/shared/graphql';
import { Args, Directive, Field, ID, ObjectType } from 'type-graphql';
import { CohortMaturity, CohortMaturityArguments, OwnMaturity } from './cohort-maturity.type.js';

@ObjectType({ description: 'Vergelijkingsgroep of the community: here what information security adds to it.' })
@Directive('@key(fields: "id")')
export class Cohort {
  @Field(() => ID, { description: 'Identificatie of the cohort.' }) id!: string;

  @Field(() => [ID], { description: 'Besturen in the group, from the community.' })
  @Directive('@external')
  authorityIds!: string[];

  @Field(() => [String], { description: 'Overlappende groepen, from the community: ids of the authorities of each.' })
  @Directive('@external')
  overlapping!: string[];

  @Field({ description: 'Vergelijkbaar: whether figures of the group may be shown, from the community.' })
  @Directive('@external')
  comparable!: boolean;

  @Field(() => CohortMaturity, {
    nullable: true,
    description: 'Maturiteit of the group by its latest submitted measurements, where enough authorities take part.',
  })
  @Directive('@requires(fields: "authorityIds overlapping comparable")')
  maturity(@Args() _of: CohortMaturityArguments): Ref<typeof CohortMaturity> | undefined {
    // answered by the read model; a field with arguments must be a method
    return undefined;
  }

  @Field(() => OwnMaturity, {
    nullable: true,
    description:
      'Eigen maturiteit: the viewer’s own figures beside those of the group; null when the group is small or the viewer is not of it.',
  })
  @Directive('@requires(fields: "authorityIds overlapping comparable")')
  ownMaturity(@Args() _of: CohortMaturityArguments): Ref<OwnMaturity> | undefined {
    return undefined;
  }
}
