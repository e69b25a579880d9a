import { IfValue } from '@lokaal/shared/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';

@ArgsType()
export class LearningRecordArguments {
  @Field(() => Int, { nullable: true, description: 'Jaar: only what was attended in it; all years when absent.' })
  @IfValue()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number | null;
}

@ObjectType({ description: 'Uren in een CyFun-categorie: evidence for its measures, such as PR.AT.' })
class LearnedCategory {
  @Field({ description: 'CyFun-categorie, for example PR.AT.' }) category!: string;
  @Field(() => Float, {
    description: 'Uren of trainings that contribute to it, and the time of attended sessions that do.',
  })
  hours!: number;
}

@ObjectType({
  description: `Leerdossier: what a person learned, added up. What it was is in the registrations in state ATTENDED, and in the
certificates.`,
})
export class LearningRecord {
  @Field(() => Int, {
    description:
      'Aantal trainings and other events that give hours, attended: at as many sessions as the certificate takes.',
  })
  attended!: number;
  @Field(() => Float, { description: 'Uren.' }) hours!: number;
  @Field(() => Int, { description: 'Studiepunten: those of each training count once.' }) credits!: number;
  @Field(() => Int, { description: 'Aantal valid certificates.' }) certificates!: number;
  @Field(() => [LearnedCategory], { description: 'Uren by category of CyFun, by its code.' })
  categories!: LearnedCategory[];
}
