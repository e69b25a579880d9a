import type { Ref } from '@lokaal/shared/graphql';
import { Args, Directive, Field, ID, ObjectType } from 'type-graphql';
import { CohortSolutions, CohortStandards, CohortUseArguments } from './cohort-use.type.js';

const requires = '@requires(fields: "authorityIds overlapping comparable")';

@ObjectType({ description: 'Vergelijkingsgroep of the community: here what the catalogue adds to it.' })
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

  @Field(() => CohortSolutions, {
    nullable: true,
    description:
      'Gemeenschappelijke oplossingen: what most of its authorities use. For who works for a local authority, and for the association.',
  })
  @Directive(requires)
  commonSolutions(@Args() _of: CohortUseArguments): Ref<typeof CohortSolutions> | undefined {
    // answered by the read model; a field with arguments must be a method
    return undefined;
  }

  @Field(() => CohortStandards, {
    nullable: true,
    description:
      'Gebruik van standaarden: which share of its authorities uses software that supports them. For everybody but vendors: it names nobody’s product.',
  })
  @Directive(requires)
  standardsAdoption(@Args() _of: CohortUseArguments): Ref<typeof CohortStandards> | undefined {
    return undefined;
  }
}
