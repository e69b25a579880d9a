import { applyDecorators, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { AddressField, BodyField } from '../editorial/editorial-fields.js';
import { CreateEditorialInput, SeenEditorialInput, UpdateEditorialInput } from '../editorial/editorial.input.js';

const SubtitleField = (): PropertyDecorator =>
  applyDecorators(
    Field(() => String, { nullable: true, description: 'Ondertitel, 2 to 200 characters.' }),
    IfValue(),
    IsLine(2, 200),
  );

@InputType({ description: 'Nieuwe publicatie: a draft.' })
export class CreatePublicationInput extends CreateEditorialInput {
  @SubtitleField()
  subtitle?: string | null;

  @BodyField()
  body?: string | null;

  @AddressField('Address of the document')
  url?: string | null;
}

@InputType({ description: 'Wijziging van een publicatie: what is not sent stays as it is; null clears.' })
export class UpdatePublicationInput extends UpdateEditorialInput {
  @Field(() => ID, { description: 'Publicatie that changes.' })
  @IsId('publication')
  id!: string;

  @SubtitleField()
  subtitle?: string | null;

  @BodyField()
  body?: string | null;

  @AddressField('Address of the document')
  url?: string | null;
}

@InputType({ description: 'Publicatie that goes out.' })
export class PublishPublicationInput extends SeenEditorialInput {
  @Field(() => ID, { description: 'Publicatie: its id.' })
  @IsId('publication')
  id!: string;
}

@InputType({ description: 'Ontwerp dat weg mag: only what was never published.' })
export class DeletePublicationInput extends PublishPublicationInput {}

@InputType({ description: 'Publicatie that is taken back.' })
export class WithdrawPublicationInput extends PublishPublicationInput {
  @Field({ description: 'Reden, for staff, 3 to 500 characters.' })
  @IsLine(3, 500)
  reason!: string;
}
