import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { type Connection } from '@lokaal/shared/graphql';
import { type PortfolioItem, PortfolioItemConnection } from '../features/portfolio-item/portfolio-item.type.js';
import { type Solution, SolutionConnection } from '../features/solution/solution.type.js';

@ObjectType({ description: 'Organisatie of the community: here what the catalogue adds to it.' })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Identificatie of the organisation.' }) id!: string;

  @Field(() => [ID], { description: 'Voorgangers: organisations that merged into it, from the community.' })
  @Directive('@external')
  predecessorIds!: string[];

  @Field(() => SolutionConnection, {
    nullable: true,
    description: 'Oplossingen of the company, as a vendor whose entries it manages; none for an authority.',
  })
  solutions?: Connection<Solution>;

  @Field(() => PortfolioItemConnection, {
    nullable: true,
    description: 'Softwareportfolio: its own items and those of the authorities that merged into it.',
  })
  @Directive('@requires(fields: "predecessorIds")')
  portfolio?: Connection<PortfolioItem>;
}
