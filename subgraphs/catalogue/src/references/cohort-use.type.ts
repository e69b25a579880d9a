import { AggregateSuppressed } from '@lokaal/shared/cohort';
import type { Ref } from '@lokaal/shared/graphql';
import { ArgsType, createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { Solution } from '../features/solution/solution.type.js';
import { Standard } from '../features/standard/standard.type.js';

@ArgsType()
export class CohortUseArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'Hoeveel of them, the most frequent ones first: 20 when nothing is asked for, at most 100.',
  })
  first?: number | null;
}

@ObjectType({ description: 'Oplossing that authorities of a group have in common.' })
class CommonSolution {
  @Field(() => Solution, { nullable: true, description: 'Oplossing that they use.' }) solution?: Ref<Solution>;

  @Field(() => Int, {
    description: 'Aantal besturen with an item of it in use, rounded down to steps of the minimum (5, 10, ...).',
  })
  authorities!: number;

  @Field(() => Float, {
    description: 'Aandeel of those that take part that these are, in percent, rounded to one decimal.',
  })
  share!: number;
}

@ObjectType({
  description:
    'Gemeenschappelijke oplossingen of a group: how many of its authorities use which solution, whoever may see their items.',
})
class CommonSolutions {
  @Field(() => Int, {
    description: 'Aantal besturen that take part: they have something in use; never fewer than the minimum.',
  })
  n!: number;

  @Field(() => [CommonSolution], {
    description:
      'Oplossingen that enough of them use, the most used first. One that fewer use is left out, public or not, as is one that one to four more of an overlapping group use.',
  })
  solutions!: CommonSolution[];
}

export const CohortSolutions = createUnionType({
  name: 'CohortSolutions',
  description: 'Gemeenschappelijke oplossingen van een groep besturen, or why they are not shown.',
  types: () => [CommonSolutions, AggregateSuppressed] as const,
});

@ObjectType({ description: 'Gebruik van een standaard by the authorities of a group.' })
class StandardAdoption {
  @Field(() => Standard, { nullable: true, description: 'Standaard that their solutions support.' })
  standard?: Ref<Standard>;

  @Field(() => Int, {
    description:
      'Aantal besturen that use a version which supports it fully or partly, rounded down to steps of the minimum (5, 10, ...). An item without version counts by the current one.',
  })
  authorities!: number;

  @Field(() => Float, {
    description: 'Aandeel of those that take part that these are, in percent, rounded to one decimal.',
  })
  share!: number;
}

@ObjectType({
  description: 'Gebruik van standaarden in a group: of how many of its authorities what is in use supports which one.',
})
class StandardsAdoption {
  @Field(() => Int, {
    description: 'Aantal besturen that take part: they have something in use; never fewer than the minimum.',
  })
  n!: number;

  @Field(() => [StandardAdoption], {
    description:
      'Standaarden that enough of them use, the most used first. One that fewer use is left out, as is one that one to four more of an overlapping group use.',
  })
  standards!: StandardAdoption[];
}

export const CohortStandards = createUnionType({
  name: 'CohortStandards',
  description: 'Gebruik van standaarden in een groep besturen, or why it is not shown.',
  types: () => [StandardsAdoption, AggregateSuppressed] as const,
});
