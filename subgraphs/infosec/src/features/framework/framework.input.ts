import { Length } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class FrameworkKey {
  @Field({ description: 'Kenmerk, for example CYFUN.' })
  @Length(1, 100)
  ref!: string;

  @Field({ description: 'Editie, for example 2025.' })
  @Length(1, 100)
  edition!: string;
}
