import { IsId, IsLine } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { BodyField } from '../editorial/editorial-fields.js';
import { CreateEditorialInput, SeenEditorialInput, UpdateEditorialInput } from '../editorial/editorial.input.js';

@InputType({ description: 'Nieuw bericht: a draft.' })
export class CreateNewsItemInput extends CreateEditorialInput {
  @BodyField()
  body?: string | null;
}

@InputType({ description: 'Wijziging van een nieuwsbericht: what is not sent stays as it is; null clears.' })
export class UpdateNewsItemInput extends UpdateEditorialInput {
  @Field(() => ID, { description: 'Nieuwsbericht that changes.' })
  @IsId('newsitem')
  id!: string;

  @BodyField()
  body?: string | null;
}

@InputType({ description: 'Nieuwsbericht that goes out.' })
export class PublishNewsItemInput extends SeenEditorialInput {
  @Field(() => ID, { description: 'Nieuwsbericht: its id.' })
  @IsId('newsitem')
  id!: string;
}

@InputType({ description: 'Ontwerp dat weg mag: only what was never published.' })
export class DeleteNewsItemInput extends PublishNewsItemInput {}

@InputType({ description: 'Nieuwsbericht that is taken back.' })
export class WithdrawNewsItemInput extends PublishNewsItemInput {
  @Field({ description: 'Reden, for staff, 3 to 500 characters.' })
  @IsLine(3, 500)
  reason!: string;
}
