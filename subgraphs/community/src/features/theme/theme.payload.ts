import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Theme } from './theme.type.js';

@ObjectType({ description: 'Antwoord op createTheme.' })
export class CreateThemePayload extends Payload {
  @Field(() => Theme, { nullable: true, description: 'Thema; null when nothing was done.' })
  theme?: string;
}

@ObjectType({ description: 'Antwoord op updateTheme.' })
export class UpdateThemePayload extends Payload {
  @Field(() => Theme, { nullable: true, description: 'Thema; null when nothing was done.' })
  theme?: string;
}
