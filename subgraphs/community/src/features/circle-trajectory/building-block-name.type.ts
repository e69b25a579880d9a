import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Bouwsteen waarvan een kenniskring een traject kan beginnen, by its name.' })
export class BuildingBlockName {
  @Field({ description: 'Naam, for startTrajectory and filters.' }) name!: string;
  @Field({ description: 'Omschrijving, in Dutch.' }) description!: string;
}
