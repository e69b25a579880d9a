import {
  AreIds,
  ExpectedVersion,
  IdempotencyKey,
  IfValue,
  IsId,
  IsLine,
  IsName,
  IsProse,
} from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsEnum, IsUrl, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { longestName } from '../person/longest-name.js';
import { MaterialAccess } from './session.enums.js';
import { SeenSessionInput } from './session.input.js';

const mostSpeakers = 20;
const mostInvited = 100;
const httpsOnly = { protocols: ['https'], require_protocol: true };

@InputType({ description: 'Spreker: a person of the community, or a name.' })
export class SpeakerInput {
  @Field(() => ID, { nullable: true, description: 'Persoon, when the speaker is one of the community.' })
  @IfValue()
  @IsId('person')
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Naam as the programme prints it, 2 to 100 characters, without web address; the person’s own when absent.',
  })
  @IfValue()
  @IsName(2, longestName)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Wie is het: function and background, at most 2,000 characters.',
  })
  @IfValue()
  @IsProse(1, 2_000)
  biography?: string | null;
}

@InputType({ description: 'Sprekers of a session: they take the place of all that it had.' })
export class SetSpeakersInput extends SeenSessionInput {
  @Field(() => [SpeakerInput], { description: 'Sprekers, in the order of the programme, at most 20.' })
  @ArrayMaxSize(mostSpeakers)
  @ValidateNested()
  speakers!: SpeakerInput[];
}

@InputType({ description: 'Nieuw materiaal of a session.' })
export class AddMaterialInput {
  @Field(() => ID, { description: 'Sessie: id of the session.' })
  @IsId('session')
  sessionId!: string;

  @Field({ description: 'Titel, 2 to 150 characters.' })
  @IsLine(2, 150)
  title!: string;

  @Field({ description: 'Webadres, starting with https; each once in a session.' })
  @IsUrl(httpsOnly, { message: 'Write an address that starts with https://.' })
  url!: string;

  @Field(() => MaterialAccess, { description: 'Toegang: for everybody or for participants.' })
  @IsEnum(MaterialAccess)
  access!: MaterialAccess;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Verwijdering van materiaal.' })
export class RemoveMaterialInput {
  @Field(() => ID, { description: 'Materiaal: id of the material.' })
  @IsId('material')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Uitnodiging for a private session. Whoever was invited before stays so.' })
export class InviteToSessionInput {
  @Field(() => ID, { description: 'Sessie of a PRIVATE track.' })
  @IsId('session')
  sessionId!: string;

  @Field(() => [ID], { description: 'Personen, 1 to 100, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostInvited)
  @ArrayUnique({ message: 'Name each person once.' })
  @AreIds('person')
  personIds!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Intrekking van een uitnodiging: a sign-up for the session ends with it.' })
export class WithdrawInvitationInput {
  @Field(() => ID, { description: 'Uitnodiging: id of the invitation.' })
  @IsId('invitation')
  id!: string;
}
