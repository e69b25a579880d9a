import { ArgsType, Field } from 'type-graphql';
import { SearchType } from './search.enums.js';

/** What is searched; the reader takes it from the question itself. */
@ArgsType()
export class SearchArguments {
  @Field({
    description:
      'Woorden to search for, the first sixteen different ones; "between quotes" for a phrase, -word without it. At most 200 characters.',
  })
  text!: string;

  @Field(() => [SearchType], { nullable: true, description: 'Soorten to look in; all when not sent.' })
  types?: SearchType[] | null;
}
