import { AggregateSuppressed } from '@lokaal/shared/cohort';
import { CalendarDate, type Ref } from '@lokaal/shared/graphql';
import { IsEnum, IsOptional, Length } from 'class-validator';
import { ArgsType, createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { AssuranceLevel } from '../features/framework/framework.enums.js';
import { CategoryMaturity, Figure } from '../features/maturity-measurement/maturity-result.type.js';

@ArgsType()
export class CohortMaturityArguments {
  @Field({ defaultValue: 'CYFUN', description: 'Kenmerk of the framework.' })
  @Length(1, 100)
  ref!: string;

  @Field({ defaultValue: '2025', description: 'Editie of the framework: measurements of other editions do not count.' })
  @Length(1, 100)
  edition!: string;

  @Field(() => AssuranceLevel, {
    nullable: true,
    description:
      'Doelniveau: only authorities that measured themselves for this level. All levels together when absent.',
  })
  @IsOptional()
  @IsEnum(AssuranceLevel)
  level?: AssuranceLevel | null;
}

@ObjectType({ description: 'Kwartielen of the group, each rounded to one decimal.' })
class Quartiles {
  @Field(() => Float, { description: 'Eerste kwartiel: a quarter lies below.' }) lower!: number;
  @Field(() => Float, { description: 'Mediaan: half lies below.' }) median!: number;
  @Field(() => Float, { description: 'Derde kwartiel: a quarter lies above.' }) upper!: number;
}

@ObjectType({ description: 'Maturiteit van een categorie in the group.' })
class CategoryQuartiles {
  @Field({ description: 'Categorie, for example PR.AA.' }) id!: string;
  @Field(() => Quartiles, { description: 'Kwartielen of the category’s maturity.' }) maturity!: Ref<Quartiles>;
}

@ObjectType({
  description: 'Maturiteit van de groep: quartiles over the latest submitted measurement of each authority.',
})
class MaturityAggregate {
  @Field(() => Int, { description: 'Aantal besturen that take part; never fewer than the minimum.' }) n!: number;
  @Field(() => Quartiles, { description: 'Kwartielen of the total maturity.' }) total!: Ref<Quartiles>;

  @Field(() => [CategoryQuartiles], {
    nullable: true,
    description:
      'Per categorie that enough of them have in scope; for local authorities and the association, null for others.',
  })
  categories?: CategoryQuartiles[];
}

export const CohortMaturity = createUnionType({
  name: 'CohortMaturity',
  description: 'Maturiteit van een groep besturen, or why it is not shown.',
  types: () => [MaturityAggregate, AggregateSuppressed] as const,
});

@ObjectType({ description: 'Eigen maturiteit beside that of the group: from the viewer’s own latest measurement.' })
export class OwnMaturity {
  @Field(() => CalendarDate, { description: 'Gemeten op.' }) measuredOn!: string;
  @Field(() => AssuranceLevel, { description: 'Doelniveau of the measurement.' }) targetLevel!: AssuranceLevel;
  @Field(() => Figure, { nullable: true, description: 'Totale maturiteit.' }) total?: Ref<Figure>;
  @Field(() => [CategoryMaturity], { description: 'Per categorie.' }) categories!: CategoryMaturity[];
}
