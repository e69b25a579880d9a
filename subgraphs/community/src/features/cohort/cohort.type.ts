import { Changeable, connectionOf, type Connection, Node } from '@lokaal/shared/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { type Organisation, OrganisationConnection } from '../organisation/organisation.type.js';
import { CohortFamily } from './cohort.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Vergelijkingsgroep: a fixed group of municipalities that are compared; other subgraphs add the figures.',
})
@Directive('@key(fields: "id")')
export class Cohort extends Changeable implements Node {
  id!: string;

  @Field(() => CohortFamily, { description: 'Soort: by what its authorities belong together.' }) family!: CohortFamily;
  @Field({ description: 'Naam of the group, in Dutch.' }) label!: string;
  @Field(() => Int, { description: 'Grootte: number of authorities in it.' }) size!: number;

  @Field({
    description:
      'Vergelijkbaar: false when figures of this group, beside those of a larger one around it and of others inside that, would tell about one to four authorities.',
  })
  comparable!: boolean;

  @Field(() => [ID], { description: 'Ids of the authorities in it.' }) authorityIds!: string[];

  @Field(() => [String], {
    description:
      'Overlappende groepen: for each other group with some of its authorities the ids of all authorities in that one, with spaces between; for other subgraphs.',
  })
  @Directive('@inaccessible')
  overlapping!: string[];

  @Field(() => OrganisationConnection, { description: 'Organisaties: the authorities in it.' })
  organisations!: Connection<Organisation>;
}

export const CohortConnection = connectionOf('Cohort', () => Cohort);
